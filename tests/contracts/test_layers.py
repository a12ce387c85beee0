"""The folders import only what stands below them, and every folder has its place."""

import subprocess
import sys
import tomllib
from pathlib import Path

import musnad
from musnad.stages import STAGES

ROOT = Path(__file__).parents[2]
PACKAGE = Path(musnad.__file__).parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]


def test_the_import_contracts_are_kept():
    words = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ran = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_folder_without_a_layer_would_be_told():
    layers = next(one for one in SETTINGS["contracts"] if one["type"] == "layers")
    placed = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    here = {path.stem for path in PACKAGE.glob("*.py")} | {
        path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()
    }
    assert layers["exhaustive"] is True
    assert here - {"__init__"} == placed


def test_no_stage_may_import_another():
    apart = next(one for one in SETTINGS["contracts"] if one["type"] == "independence")
    assert apart["modules"] == [f"musnad.stages.{name}" for name in STAGES]


def test_each_folder_of_stages_is_in_the_list():
    folders = {path.parent.name for path in (PACKAGE / "stages").glob("*/__init__.py")}
    assert folders == set(STAGES)
