"""The options that several commands share, and the settings made from them."""

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.config import Settings, load_settings
from musnad.errors import MusnadError

if TYPE_CHECKING:
    from musnad.lexicons import Lexicon
    from musnad.store import Wanted, Workspace


class Format(StrEnum):
    """How data are printed."""

    table = "table"
    jsonl = "jsonl"
    json = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="For people (table) or for programs.")
]
WorkspaceOption = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help="The workspace folder. [default: MUSNAD_WORKSPACE or ./musnad-workspace]",
    ),
]
LexiconOption = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="FILE", help="A TOML file with own names; repeatable."),
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", "-j", help="Pages read side by side. [default: 1]")
]
NamesOption = Annotated[
    str | None,
    typer.Option(metavar="TAGGER", help="light, neural or the path of a model. [default: light]"),
]
PathsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files, folders, tables, feeds, archives; - is stdin."),
]
OutletOption = Annotated[str | None, typer.Option(help="Who published the pages.")]
PublishedOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="When they were published, ISO 8601.")
]
UrlOption = Annotated[str | None, typer.Option(help="The address of the page.")]
TitleOption = Annotated[str | None, typer.Option(help="The title of the page.")]
ManifestOption = Annotated[
    Path | None,
    typer.Option(
        metavar="CSV",
        help="A table with `file` and any of: outlet, published, url, title.",
    ),
]
SpeakerOption = Annotated[str | None, typer.Option(help="Only what this speaker said.")]
ActOption = Annotated[str | None, typer.Option(help="Only this act: assert, deny, demand …")]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Not before: 2031, 2031-05 or 2031-05-01.")
]
UntilOption = Annotated[
    str | None, typer.Option(metavar="DATE", help="Not after: 2031, 2031-05 or 2031-05-01.")
]


def settings(workspace: str | None = None, **given: int | str | None) -> Settings:
    """Gives the settings that hold here; `section__key` names an option of the command line."""
    line = {name.replace("__", "."): value for name, value in given.items()}
    found = load_settings(Path.cwd(), os.environ, {"workspace": workspace, **line})
    return found.settings


def opened(workspace: str | None, *, create: bool = False) -> "Workspace":
    """Gives the workspace, open; raises M-002 when there is none and it is not to be made."""
    from musnad.store import open_workspace  # noqa: PLC0415 - slow to import

    return open_workspace(Path(settings(workspace).workspace), create=create)


def lexicon_text(path: Path) -> str:
    """Gives the text of a lexicon file; raises M-005 when it is not there, M-007 for no text."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise MusnadError("M-005", f"{path} is not there.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise MusnadError("M-007", f"{path}: {error}.") from error


def loaded(paths: list[Path] | None) -> "Lexicon":
    """Gives the built-in lexicon with the files added; raises M-007 for a bad one."""
    from musnad.lexicons import load_lexicon  # noqa: PLC0415 - slow to import
    from musnad.lexicons.form import parse_lexicon  # noqa: PLC0415 - slow to import

    texts = tuple(map(lexicon_text, paths or []))
    for path, text in zip(paths or [], texts, strict=True):
        parse_lexicon(text, str(path))
    return load_lexicon(texts)


def wanted(words: list[str] | None, **fields: str | None) -> "Wanted":
    """Gives what is searched for: words and FIELD:VALUE, and the fields given as options."""
    from musnad.search import checked_wanted, parse_query  # noqa: PLC0415 - slow to import
    from musnad.store import Wanted  # noqa: PLC0415 - slow to import

    found = {name: value for name, value in fields.items() if value is not None}
    return parse_query(" ".join(words or []), checked_wanted("", found, Wanted()))
