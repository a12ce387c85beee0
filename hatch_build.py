"""Puts compiled code into the wheel, when it is asked for: MUSNAD_COMPILE=1 (docs/compiled.md).

A copy of the sources is compiled by mypyc, never the sources themselves, so that a checkout stays
plain Python. The sources are in the wheel as well: tracebacks show their lines.
"""

import ast
import os
import shlex
import shutil
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED_BY = "MUSNAD_COMPILE"
COMPILERS = ["mypy[mypyc]>=1.14", "setuptools>=65"]
SOURCES, PACKAGE = "src", "musnad"
RECORDS = frozenset(("Struct", "msgspec.Struct"))
AS_FAST_AND_SOONER_BUILT: Any = {"opt_level": "2", "debug_level": "0", "multi_file": True}
"""The highest level and one file for all gain nothing in reading, and take twice the time."""
NO_COMPILER = (
    f"{ASKED_BY} asks for compiled code, and there is no C compiler '{{}}'. Install one (Debian or"
    f" Ubuntu: sudo apt install gcc), name it by CC, or leave {ASKED_BY} out: the wheel is plain"
    " Python then, and reads the same."
)
NO_HEADERS = (
    f"{ASKED_BY} asks for compiled code, and the headers of this Python are missing: {{}} is not"
    " there. Install them (Debian or Ubuntu: sudo apt install python3-dev), or leave"
    f" {ASKED_BY} out: the wheel is plain Python then, and reads the same."
)


class CompiledWheel(BuildHookInterface):
    """Adds extension modules to a wheel; without MUSNAD_COMPILE nothing is done and needed."""

    def dependencies(self) -> list[str]:
        """Gives what compiling needs: mypyc, and what the sources import, for its types."""
        return [*COMPILERS, *self.metadata.core.dependencies] if is_asked() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles a copy and enters what came out; a checkout that pip links to stays plain."""
        if not is_asked() or version == "editable":
            return
        check_tools()
        self.made = TemporaryDirectory()
        shutil.copytree(Path(self.root, SOURCES), self.made.name, dirs_exist_ok=True)
        modules = compiled_modules(Path(self.made.name, PACKAGE), self.config["compiled"])
        build_data["force_include"] |= compile_modules(Path(self.made.name), modules)
        build_data["pure_python"], build_data["infer_tag"] = False, True

    def finalize(self, _version: str, _build_data: dict[str, Any], _wheel: str) -> None:
        """Throws the copy away."""
        if hasattr(self, "made"):
            self.made.cleanup()


def is_asked() -> bool:
    """Gives whether the environment asks for compiled code."""
    return os.environ.get(ASKED_BY, "") not in ("", "0")


def check_tools() -> None:
    """Ends with a remedy where a C compiler or the headers of Python are missing."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "")
    if compiler and shutil.which(compiler[0]) is None:
        raise SystemExit(NO_COMPILER.format(compiler[0]))
    header = Path(sysconfig.get_path("include"), "Python.h")
    if not header.is_file():
        raise SystemExit(NO_HEADERS.format(header))


def compiled_modules(package: Path, folders: list[str]) -> list[Path]:
    """Gives the modules of the folders that are compiled, in a steady order."""
    modules = (module for folder in folders for module in Path(package, folder).rglob("*.py"))
    return sorted(module for module in modules if not has_records(module.read_text("utf-8")))


def has_records(source: str) -> bool:
    """Gives whether a module defines records of msgspec: compiled, they lose their options."""
    classes = (part for part in ast.parse(source).body if isinstance(part, ast.ClassDef))
    return any(
        each.keywords or not RECORDS.isdisjoint(map(ast.unparse, each.bases)) for each in classes
    )


def compile_modules(folder: Path, modules: list[Path]) -> dict[str, str]:
    """Gives the extension modules that were made, with their paths in the wheel."""
    from mypyc.build import mypycify  # noqa: PLC0415 - only there when compiling is asked for
    from setuptools import Distribution  # noqa: PLC0415
    from setuptools.command.build_ext import build_ext  # noqa: PLC0415

    with chdir(folder):
        paths = [str(module.relative_to(folder)) for module in modules]
        options = ["--ignore-missing-imports", *paths]
        extensions = mypycify(options, group_name=PACKAGE, **AS_FAST_AND_SOONER_BUILT)
        command = build_ext(Distribution({"name": PACKAGE, "ext_modules": extensions}))
        command.build_lib = str(folder / "made")
        command.ensure_finalized()
        command.build_extensions = partial(compile_side_by_side, command)
        command.run()
        made = [Path(output) for output in command.get_outputs()]
    return {str(module): str(module.relative_to(command.build_lib)) for module in made}


def compile_side_by_side(command: Any) -> None:
    """Builds the extensions, so many of their files at a time as the machine has cores."""
    compile_files = command.compiler.compile

    def compile_each(sources: list[str], **options: Any) -> list[str]:
        with ThreadPoolExecutor(os.cpu_count()) as threads:
            made = threads.map(lambda source: compile_files([source], **options), sources)
            return list(chain.from_iterable(made))

    command.compiler.compile = compile_each
    type(command).build_extensions(command)
