"""The program: its commands in one table, and what is said when something goes wrong."""

import io
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

import typer

from musnad.cli import (
    add,
    config,
    doctor,
    evaluate,
    explain,
    explain_page,
    export,
    export_page,
    follow,
    issues,
    origins,
    read,
    remove,
    reread,
    search,
    serve,
    show,
    verify,
    version,
    versions,
)
from musnad.errors import MusnadError

COMMANDS: tuple[tuple[ModuleType, Callable[..., Any]], ...] = (
    (read, read.read),
    (add, add.add),
    (follow, follow.follow),
    (show, show.show),
    (search, search.search),
    (explain, explain.explain),
    (explain_page, explain_page.explain_page),
    (origins, origins.origins),
    (versions, versions.versions),
    (export, export.export),
    (export_page, export_page.export_page),
    (serve, serve.serve),
    (issues, issues.issues),
    (verify, verify.verify),
    (reread, reread.reread),
    (remove, remove.remove),
    (evaluate, evaluate.evaluate),
    (config, config.config),
    (doctor, doctor.doctor),
    (version, version.version),
)
"""Each command: the file that it stands in and its function, in the order of the help."""

_EXIT = """\b
Exit status: 0 all is well; 1 the command ran and found something wrong;
2 the command could not be done."""

STOPPED = 130
"""The status of a command that Ctrl-C ended."""
_STOPPED = "Stopped. A workspace keeps what was done; the same command goes on from there."

app = typer.Typer(
    name="musnad",
    help="Every statement in Arabic news with its chain of sources.",
    epilog=_EXIT,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        version.version()
        raise typer.Exit


@app.callback()
def _every_command(
    debug: bool = typer.Option(False, "--debug", help="Show the traceback of an error."),
    version_: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_print_version, is_eager=True
    ),
) -> None:
    """Every statement in Arabic news with its chain of sources."""


for _module, _function in COMMANDS:
    app.command(epilog="\b\nExamples:\n" + _module.EXAMPLES.strip("\n"))(_function)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the program with its exit status.

    A `MusnadError` is told in one message with its code and remedy, anything unexpected as a bug;
    `--debug`, anywhere on the line, shows the traceback instead. A pipe that its reader closed
    is no failure.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    _speak_utf8()
    try:
        app([word for word in words if word != "--debug"], prog_name="musnad")
    except SystemExit as ended:
        if ended.code == STOPPED:
            typer.echo(_STOPPED, err=True)
        sys.exit(0 if isinstance(ended.__context__, BrokenPipeError) else ended.code)
    except Exception as error:
        if debug:
            raise
        known = MusnadError("M-018", f"{error}.") if isinstance(error, OSError) else error
        typer.echo(_told(known), err=True)
        sys.exit(2)


def _told(error: Exception) -> str:
    if isinstance(error, MusnadError):
        what = str(error).removesuffix(error.remedy).rstrip()
        return f"musnad: {what}\n  → {error.remedy}"
    return (
        f"musnad: {type(error).__name__}: {error}\n"
        "  This is a bug. Please report it, with what the same command says after `--debug`."
    )


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
