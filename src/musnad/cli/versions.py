"""`musnad versions`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from musnad.cli.export_page import wanted_page
from musnad.cli.options import Format, FormatOption, WorkspaceOption, opened
from musnad.cli.printing import print_json, print_table, say
from musnad.cli.reading_view import bold, dim

if TYPE_CHECKING:
    from musnad.model.changes import (
        ArticleVersion,
        ArticleVersions,
        ParagraphChange,
        SaidThen,
        StatementChange,
        VersionChange,
    )
    from musnad.store import DecisionRow

EXAMPLES = """
  musnad versions
  musnad versions --silent --changed-since 2031-05
  musnad versions 5f0c2a
  musnad versions https://sada.example/port --format json
"""

SIGNS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
COLOURS = {"removed": typer.colors.RED, "added": typer.colors.GREEN}
UNREAD = "the two were read by different rules; `musnad reread` makes them comparable"


def versions(
    page: Annotated[
        str | None,
        typer.Argument(metavar="[ID|URL]", help="A page, its article or its address."),
    ] = None,
    changed_since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what changed on that day or after it."),
    ] = None,
    silent: Annotated[
        bool, typer.Option("--silent", help="Only changes that the page does not tell of.")
    ] = False,
    workspace: WorkspaceOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """List articles that were changed, and what changed.

    A version is another title, text or date; other furniture is none, but its bytes are kept. A
    change is silent when neither a date of modification nor a note of the editors tells of it.
    Removed words stand in [-…-], added ones in {+…+}.
    """
    from musnad.pipeline.versions import all_versions, page_versions  # noqa: PLC0415 - slow

    with opened(workspace) as store:
        if page is None:
            shown = tuple(all_versions(store))
        else:
            shown = page_versions(store, wanted_page(store, page))
        found = tuple(one for one in shown if _is_wanted(one, changed_since, silent, page))
        ids = {one.article_id for one in found}
        moved = [
            row
            for row in store.decisions()
            if row.state == "moved" and (page is None or row.decision.article_id in ids)
        ]
    if format_ is not Format.table:
        print_json(found, format_)
    elif page is None:
        _show_list(found)
    else:
        for one in found:
            for line in _article_lines(one):
                typer.echo(line)
    for row in moved:
        say(_moved_line(row))


def _is_wanted(
    article: "ArticleVersions", since: str | None, silent: bool, page: str | None
) -> bool:
    changes = [one for one in article.versions if one.change and one.seen >= (since or "")]
    if silent:
        return any(one.change and one.change.silent for one in changes)
    return bool(changes) or (page is not None and since is None)


def _moved_line(row: "DecisionRow") -> str:
    decision = row.decision
    where = f"{decision.action} by {decision.by} at {decision.at}"
    return (
        f"decision {decision.id} ({where}) on article {decision.article_id} no longer finds"
        f" its words «{decision.anchor.quote}»: it is kept and not applied."
    )


# --- the list ------------------------------------------------------------------------------


def _show_list(found: tuple["ArticleVersions", ...]) -> None:
    if not found:
        say("No article has changed.")
        return
    heads = ("article", "version", "seen", "changed", "told", "statements", "title")
    print_table(heads, (cells for one in found for cells in _cells(one)))


def _cells(article: "ArticleVersions") -> Iterator[tuple[object, ...]]:
    for one in article.versions:
        if one.change is not None:
            yield (
                article.article_id,
                f"{one.number} of {len(article.versions)}",
                one.seen,
                "gone" if one.gone else ", ".join(one.change.fields),
                _told(one),
                _counted(one.change.statements),
                article.title,
            )


def _told(version: "ArticleVersion") -> str:
    change = version.change
    if change is None or not change.comparable:
        return "not comparable"
    return "silent" if change.silent else "; ".join(notice.kind for notice in change.notices)


def _counted(statements: tuple["StatementChange", ...]) -> str | None:
    gone = sum(one.after is None for one in statements)
    come = sum(one.before is None for one in statements)
    numbers = (("−", gone), ("+", come), ("~", len(statements) - gone - come))
    return " ".join(f"{sign}{number}" for sign, number in numbers if number) or None


# --- one article ---------------------------------------------------------------------------


def _article_lines(article: "ArticleVersions") -> Iterator[str]:
    yield bold(article.title or "(no title)")
    yield dim(" · ".join(filter(None, (article.article_id, article.page_id, article.url))))
    for one in article.versions:
        yield ""
        now = " · shown" if one.number == article.current else ""
        date = one.published.value if one.published else "date unknown"
        yield bold(f"version {one.number}") + f" · seen {one.seen} · published {date}{now}"
        for capture in one.captures:
            yield dim(f"  capture {capture.seen} sha256 {capture.sha256}")
        if one.change is not None:
            yield from _gone_lines(one.change) if one.gone else _change_lines(one.change)
        for notice in one.told_later:
            yield f"  the page told of it later ({notice.kind}): {notice.text}"


def _change_lines(change: "VersionChange") -> Iterator[str]:
    if not change.comparable:
        yield f"  {UNREAD}"
    elif change.silent:
        yield "  silent edit: the page does not tell of it"
    for notice in change.notices:
        yield f"  the page tells of it ({notice.kind}): {notice.text}"
    yield f"  changed: {', '.join(change.fields)}"
    yield from (f"  {line}" for paragraph in change.paragraphs for line in _words(paragraph))
    yield from (f"  {line}" for one in change.statements for line in _statement_lines(one))


def _gone_lines(change: "VersionChange") -> Iterator[str]:
    yield "  the page no longer holds the article; the version before stays shown"
    yield from (f"  {line}" for one in change.statements for line in _statement_lines(one))


def _words(paragraph: "ParagraphChange") -> Iterator[str]:
    sign = {"removed": "−", "added": "+", "changed": "~"}[paragraph.kind]
    pieces = []
    for run in paragraph.runs:
        text = run.text
        if run.kind != "same":
            before, after = SIGNS[run.kind]
            space = text[: len(text) - len(text.lstrip())]
            marked = f"{before}{text.strip()}{after}"
            text = space + typer.style(marked, fg=COLOURS[run.kind])
        pieces.append(text)
    yield f"{sign} {''.join(pieces)}"


def _statement_lines(change: "StatementChange") -> Iterator[str]:
    if change.after is None and change.before is not None:
        yield f"statement gone: {_said(change.before)}"
    elif change.before is None and change.after is not None:
        yield f"statement new: {_said(change.after)}"
    elif change.before is not None and change.after is not None:
        yield f"statement changed ({', '.join(change.what)}): {_said(change.before)}"
        yield f"  → {_said(change.after)}"


def _said(said: "SaidThen") -> str:
    return f"{said.speaker} · {said.act} · «{said.content}» {dim(said.id)}"
