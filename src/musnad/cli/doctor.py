"""`musnad doctor`."""

import platform
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec
import typer

from musnad.cli.options import Format, FormatOption, WorkspaceOption, loaded, settings
from musnad.cli.printing import counted, print_json, print_table
from musnad.errors import MusnadError

EXAMPLES = """
  musnad doctor
  musnad doctor --workspace archive --format jsonl
"""


class Check(msgspec.Struct, frozen=True):
    """One thing looked at: whether it is right, and what was found."""

    name: str
    right: bool
    found: str


def doctor(workspace: WorkspaceOption = None, format_: FormatOption = Format.table) -> None:
    """Look whether everything that Musnad needs is there.

    The exit status is 1 when something is wrong.
    """
    checks = list(_checks(workspace))
    if format_ is Format.table:
        print_table(
            ("", "what", "found"),
            (("ok" if check.right else "WRONG", check.name, check.found) for check in checks),
        )
    else:
        print_json(checks, format_)
    if not all(check.right for check in checks):
        raise typer.Exit(1)


def _checks(workspace: str | None) -> Iterator[Check]:
    yield Check("python", sys.version_info >= (3, 11), platform.python_version())
    yield _tried("settings", lambda: f"workspace {settings(workspace).workspace}")
    yield _tried("lexicons", lambda: f"sha256 {loaded(None).sha256[:12]}")
    yield Check("web pages (extra web)", True, _extra("fastapi", "jinja2", "uvicorn"))
    yield _tried("workspace", lambda: _workspace(workspace))


def _tried(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except MusnadError as error:
        return Check(name, False, str(error))


def _extra(*modules: str) -> str:
    missing = [module for module in modules if find_spec(module) is None]
    return f"not installed: {', '.join(missing)}" if missing else "installed"


def _workspace(workspace: str | None) -> str:
    from musnad.store import open_workspace  # noqa: PLC0415 - slow to import

    path = Path(settings(workspace).workspace)
    if not path.exists():
        return f"{path} is not there yet; `musnad add` makes it"
    with open_workspace(path) as store:
        counts = store.counts()
        lexicons = store.lexicons()
    found = (
        counted(counts.pages, "page"),
        counted(counts.statements, "statement"),
        counted(len(lexicons), "lexicon"),
    )
    return f"{path}: {', '.join(found)}"
