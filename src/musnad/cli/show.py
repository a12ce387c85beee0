"""`musnad show`."""

from typing import Annotated, Any

import msgspec
import typer

from musnad.cli.options import Format, FormatOption, WorkspaceOption, opened
from musnad.cli.printing import print_json, print_table
from musnad.cli.reading_view import reading_lines, statement_lines
from musnad.errors import MusnadError
from musnad.model.records import Reading, Statement

EXAMPLES = """
  musnad show
  musnad show 5f0c2a
  musnad show 5f0c2a --format json
"""


def show(
    record_id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="An article or record; its start is enough."),
    ] = None,
    workspace: WorkspaceOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """List the articles, or show one article or record of it."""
    with opened(workspace) as store:
        if record_id is None:
            rows = store.articles()
        else:
            kind, article_id = store.find(record_id)
            reading = store.reading(article_id)
    if record_id is None:
        _show_list(rows, format_)
    elif kind == "article":
        _show_reading(reading, format_)
    else:
        _show_record(find_record(reading, kind, record_id), reading, format_)


def find_record(reading: Reading, kind: str, record_id: str) -> Any:
    """Gives the record of this kind whose id begins with `record_id`; raises M-004."""
    layers = {
        "entity": reading.entities,
        "mention": reading.mentions,
        "time": reading.times,
        "quantity": reading.quantities,
        "passage": reading.passages,
        "statement": reading.statements,
        "event": reading.events,
    }
    records: tuple[Any, ...] = layers.get(kind, ())
    found = next((each for each in records if each.id.startswith(record_id)), None)
    if found is None:
        raise MusnadError("M-004", f"«{record_id}» is no {kind} that is shown.")
    return found


def _show_list(rows: tuple[Any, ...], format_: Format) -> None:
    if format_ is not Format.table:
        print_json(rows, format_)
        return
    heads = ("id", "published", "outlet", "title", "statements", "issues", "source")
    print_table(
        heads,
        (
            (
                row.id,
                row.published,
                row.outlet,
                row.title,
                row.statements,
                row.issues,
                row.source_id,
            )
            for row in rows
        ),
    )


def _show_reading(reading: Reading, format_: Format) -> None:
    if format_ is not Format.table:
        print_json([reading], format_)
        return
    for line in reading_lines(reading):
        typer.echo(line)


def _show_record(record: Any, reading: Reading, format_: Format) -> None:
    if format_ is not Format.table:
        print_json([record], format_)
    elif isinstance(record, Statement):
        for line in statement_lines(record, reading.article):
            typer.echo(line)
    else:
        for name, value in msgspec.to_builtins(record).items():
            typer.echo(f"{name}: {'' if value is None else value}")
