"""Every trained file is listed with what makes it."""

import tomllib
from pathlib import Path

from musnad.trained import trained_path

TRAINING = Path(__file__).parents[2] / "training"
MADE = tomllib.loads((TRAINING / "made.toml").read_text("utf-8"))["made"]


def test_every_trained_file_is_listed_once() -> None:
    listed = [name for made in MADE for name in made["files"]]
    folder = trained_path("word_bands.xz").parent
    kinds = {".xz", ".gz", ".onnx", ".json"}
    lying = [path.name for path in folder.iterdir() if path.suffix in kinds]
    lying += [path.name for path in folder.glob("*.crfsuite")]
    assert sorted(listed) == sorted(lying)


def test_the_scripts_that_are_listed_exist() -> None:
    named = {script for made in MADE for script in made["scripts"]}
    assert named <= {path.stem for path in TRAINING.glob("*.py")}
