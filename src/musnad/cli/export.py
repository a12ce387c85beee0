"""`musnad export`."""

from pathlib import Path
from typing import Annotated

import typer

from musnad.cli.options import (
    ActOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
    WorkspaceOption,
    opened,
    wanted,
)
from musnad.cli.printing import counted, say

EXAMPLES = """
  musnad export --to statements.xlsx
  musnad export --to denials.csv act:deny since:2031-05
  musnad export --to ports.jsonl --speaker "وزارة الموانئ"
"""


def export(  # noqa: PLR0913, PLR0917 - each is an option
    to: Annotated[
        Path,
        typer.Option(metavar="FILE", help="Ends in .csv, .xlsx or .jsonl.", show_default=False),
    ],
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="As in `musnad search`.")
    ] = None,
    speaker: SpeakerOption = None,
    act: ActOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Write statements to a CSV, XLSX or JSONL file.

    One row is one statement with its chain of sources. The file appears whole or not at all.
    """
    from musnad.export import export_lines, lines  # noqa: PLC0415 - slow to import

    sought = wanted(words, speaker=speaker, act=act, since=since, until=until)
    with opened(workspace) as store:
        found = lines(store.statements(sought), lambda id_: store.reading(id_).article)
        written = export_lines(to, found)
    say(f"{counted(written, 'statement')} in {to}.")
