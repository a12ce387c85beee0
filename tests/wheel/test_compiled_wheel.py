"""The wheel is compiled only when that is asked for, and what is missing is said with a remedy."""

import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
WHEEL = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"][
    "targets"
]["wheel"]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def hook(build: ModuleType) -> Any:
    from hatchling.metadata.core import ProjectMetadata  # noqa: PLC0415

    metadata = ProjectMetadata(str(ROOT), None)
    return build.CompiledWheel(str(ROOT), WHEEL["hooks"]["custom"], None, metadata, "", "wheel")


def test_a_wheel_is_plain_when_nothing_is_asked(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for said in (None, "", "0"):
        monkeypatch.delenv("MUSNAD_COMPILE", raising=False)
        if said is not None:
            monkeypatch.setenv("MUSNAD_COMPILE", said)
        data: dict[str, Any] = {"pure_python": True, "force_include": {}}
        hook.initialize("standard", data)
        assert data == {"pure_python": True, "force_include": {}}
        assert hook.dependencies() == []


def test_what_compiling_needs_is_only_asked_for_when_compiling_is(
    hook: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    needed = hook.dependencies()
    assert any(name.startswith("mypy[mypyc]") for name in needed)
    assert any(name.startswith("msgspec") for name in needed), "its types are needed"


def test_a_linked_checkout_stays_plain(hook: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    data: dict[str, Any] = {"pure_python": True, "force_include": {}}
    hook.initialize("editable", data)
    assert data["pure_python"] and not data["force_include"]


def test_a_missing_compiler_is_named(
    hook: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    monkeypatch.setenv("CC", str(tmp_path / "no-such-compiler") + " -O2")
    with pytest.raises(SystemExit, match=r"no C compiler '.*no-such-compiler'.*apt install gcc"):
        hook.initialize("standard", {})


def test_missing_headers_are_named(
    hook: Any, build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MUSNAD_COMPILE", "1")
    monkeypatch.setenv("CC", "sh")
    monkeypatch.setattr(build.sysconfig, "get_path", lambda _: str(tmp_path))
    with pytest.raises(SystemExit, match=r"Python\.h is not there.*apt install python3-dev"):
        hook.initialize("standard", {})


@pytest.mark.parametrize(
    ("source", "left_out"),
    [
        ("from msgspec import Struct\nclass Word(Struct, frozen=True):\n    text: str\n", True),
        ("import msgspec\nclass Word(msgspec.Struct):\n    text: str\n", True),
        ("class Word(Record, kw_only=True):\n    text: str\n", True),
        (
            "@dataclass(slots=True)\nclass Word:\n    text: str\n",
            False,
        ),
        ("class Word:\n    text: str\n", False),
        ("class Structure(Words):\n    text: str\n", False),
    ],
)
def test_modules_with_records_of_msgspec_are_left_out(
    build: ModuleType, source: str, left_out: bool
) -> None:
    assert build.has_records(source) is left_out


def test_every_folder_of_the_list_has_modules_to_compile(build: ModuleType) -> None:
    for folder in WHEEL["hooks"]["custom"]["compiled"]:
        assert build.compiled_modules(ROOT / "src/musnad", [folder]), folder
