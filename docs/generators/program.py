"""The reference of the program: its commands, settings and codes."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib.resources import files
from typing import Any

import typer.main

from musnad.cli import app
from musnad.cli.app import COMMANDS
from musnad.config import SETTING_NAMES, Limits, Settings, bounds, variable
from musnad.errors import ERRORS, ISSUES, UNREADABLE


def cli_page() -> str:
    """Gives the reference of the commands."""
    command: Any = typer.main.get_command(app)
    parts = [
        "# Commands",
        "With these commands you read pages, keep them, search them and take them elsewhere.",
        "Data go to standard output, everything else to standard error. Exit status: 0 all is"
        " well; 1 the command ran and found something wrong; 2 the command could not be done."
        " `read` and `add` end with 1 when nothing of a page could be read"
        f" ({', '.join(sorted(UNREADABLE))}); the other pages are read all the same."
        " `--debug`, anywhere on the line, shows the traceback of an error; `--version` prints the"
        " version; `-h` is `--help`.",
    ]
    for module, function in COMMANDS:
        name = function.__name__.replace("_", "-")
        parts += _command_parts(function, module.EXAMPLES, command.commands[name])
    return "\n\n".join(parts)


def _command_parts(function: Callable[..., Any], examples: str, command: Any) -> Iterator[str]:
    yield f"## musnad {command.name}"
    yield re.sub(r"\n    ", "\n", (function.__doc__ or "").strip())
    rows = "\n".join(_option_rows(command.params))
    if rows:
        yield f"| argument or option | what it is |\n|---|---|\n{rows}"
    lines = "\n".join(line.removeprefix("  ") for line in examples.strip("\n").splitlines())
    yield f"```sh\n{lines}\n```"


def _option_rows(parameters: list[Any]) -> Iterator[str]:
    for each in parameters:
        if each.name == "help":
            continue
        is_option = each.param_type_name == "option"
        names = ", ".join(f"`{name}`" for name in sorted(each.opts, key=len)) if is_option else ""
        needed = " Needed." if each.required else ""
        yield f"| {names or f'`{each.metavar or each.name}`'} | {each.help or ''}{needed} |"


def settings_page() -> str:
    """Gives the reference of the settings."""
    rows = "\n".join(
        f"| `{name}` | `{_default(name)}` | {_range(name)} | {_meanings()[name]} |"
        for name in SETTING_NAMES
    )
    limits = "\n".join(
        f"| {each.name} | {each.default} | {each.metadata['meaning']} |" for each in fields(Limits)
    )
    return "\n\n".join(
        (
            "# Settings",
            "With these settings you change how much is read and where things are kept.",
            "They come from five places, the later one wins: the defaults, `musnad.toml` in the"
            " current folder, `musnad.toml` in the workspace, the environment, the command line."
            " `musnad config` prints what holds and where each value came from. An unknown name"
            " is an error, but for `MUSNAD_SHARED`, which names the corpora for `benchmarks/`.",
            f"| setting | default | may be | what it is |\n|---|---|---|---|\n{rows}",
            "In the environment a setting is `MUSNAD_` and its name in capitals:"
            f" `{variable('serve.port')}=9000`. In a file:",
            "```toml\n[serve]\nport = 9000\n```",
            "## Limits",
            "These are part of the rules and cannot be set, so that the same page gives the same"
            " reading wherever it is read.",
            f"| limit | value | what it is |\n|---|---|---|\n{limits}",
        )
    )


def _default(name: str) -> object:
    value: object = Settings()
    for part in name.split("."):
        value = getattr(value, part)
    return value


def _range(name: str) -> str:
    if isinstance(_default(name), str):
        return "a text"
    least, most = bounds(name)
    return f"{least} to {most}"


def _meanings() -> dict[str, str]:
    """Gives for each setting the comment that stands above it in defaults.toml."""
    section, comment, found = "", "", {}
    for line in files("musnad").joinpath("defaults.toml").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]") + "."
        elif line.startswith("#"):
            comment = line.lstrip("# ")
        elif "=" in line:
            found[section + line.partition("=")[0].strip()] = comment
            comment = ""
    return found


def codes_page() -> str:
    """Gives the reference of the codes."""
    errors = (
        f'<a id="{code.lower()}"></a>\n\n### {code}\n\n{what} {remedy}'
        for code, (what, remedy) in sorted(ERRORS.items())
    )
    issues = (
        f'<a id="{code.lower()}"></a>\n\n### {code}\n\n{what}'
        for code, what in sorted(ISSUES.items())
    )
    return "\n\n".join(
        (
            "# Codes",
            "Here you find what a code means and what to do. A code never changes its meaning.",
            "## Errors",
            "Something is wrong with the set-up; the command ends with status 2.",
            *errors,
            "## Issues",
            "Something is wrong with one page; it stands in the reading and in `musnad issues`,"
            " and the run goes on. After"
            f" {', '.join(sorted(UNREADABLE))}, when nothing of a page could be read, the command"
            " ends with status 1.",
            *issues,
        )
    )
