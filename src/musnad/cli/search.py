"""`musnad search`."""

from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.options import (
    ActOption,
    Format,
    FormatOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
    WorkspaceOption,
    opened,
    wanted,
)
from musnad.cli.printing import print_json, print_table, say
from musnad.cli.reading_view import chain_line

if TYPE_CHECKING:
    from musnad.store import StatementRow

EXAMPLES = """
  musnad search العبارة
  musnad search 'الميناء speaker:"وزارة الموانئ" act:deny since:2031-05-01'
  musnad search --speaker "وزارة الموانئ" --format jsonl
"""


def search(  # noqa: PLR0913, PLR0917 - each is an option
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help="Words, and fields: speaker: act: article: since: until: confidence:",
        ),
    ] = None,
    speaker: SpeakerOption = None,
    act: ActOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many.")] = None,
    workspace: WorkspaceOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """Find statements by words, speaker, act and date.

    A statement is found when it holds every word; the earliest comes first.
    """
    sought = wanted(words, speaker=speaker, act=act, since=since, until=until)
    with opened(workspace) as store:
        found = store.statements(sought, limit=limit)
    if format_ is not Format.table:
        print_json(found, format_)
        return
    heads = ("date", "speaker", "act", "content", "chain", "id")
    print_table(heads, map(_cells, found))
    say(f"{len(found)} statement{'' if len(found) == 1 else 's'}.")


def _cells(row: "StatementRow") -> tuple[object, ...]:
    statement = row.statement
    content = " … ".join(span.text for span in statement.content)
    chain = chain_line(statement.chain)
    return row.date, statement.speaker.name, statement.act, content, chain, statement.id
