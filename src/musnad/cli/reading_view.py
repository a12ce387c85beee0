"""A reading as a person reads it in a terminal."""

from collections.abc import Iterator
from functools import partial

import typer

from musnad.cli.printing import counted
from musnad.errors import ISSUES
from musnad.model.records import Article, Hop, Reading, Statement

bold = partial(typer.style, bold=True)
dim = partial(typer.style, dim=True)


def reading_lines(reading: Reading) -> Iterator[str]:
    """Gives the lines: title, outlet and date with its method, then every statement."""
    article = reading.article
    count = counted(len(reading.statements), "statement")
    yield bold(article.title or "(no title)")
    yield dim(" · ".join((*_facts(article), count)))
    yield dim(f"{article.id} · {article.source_id}")
    yield from (dim(f"! {line}") for line in issue_lines(reading))
    for statement in reading.statements:
        yield ""
        yield from statement_lines(statement, article)
    yield ""


def issue_lines(reading: Reading) -> Iterator[str]:
    """Gives for each issue its code, what the code means, and the detail."""
    for issue in reading.issues:
        yield f"{issue.code} {ISSUES.get(issue.code, 'Unknown code.')} {issue.detail}".rstrip()


def _facts(article: Article) -> Iterator[str]:
    outlet = article.outlet
    known = ", ".join(filter(None, (outlet.kind, outlet.country))) if outlet else ""
    yield (f"{outlet.name} ({known})" if known else outlet.name) if outlet else "outlet unknown"
    published = article.published
    if published is None:
        yield "date unknown"
        return
    doubt = "" if published.reliable else ", unreliable"
    yield f"{published.value} ({published.method}{doubt})"


def statement_lines(statement: Statement, article: Article) -> Iterator[str]:
    """Gives the lines of one statement: id, date, speaker and act, its chain, its content."""
    speaker = statement.speaker
    yield " · ".join((dim(statement.id), listed_date(statement, article), bold(speaker.name),
                      speaker.kind, statement.act, statement.mode))  # fmt: skip
    yield f"  {chain_line(statement.chain)}"
    for span in statement.content:
        yield f"  «{' '.join(span.text.split())}»"


def listed_date(statement: Statement, article: Article) -> str:
    """Gives the date a statement is listed under, with where it is from."""
    if statement.said:
        return f"{statement.said} (said)"
    if article.published:
        return f"{article.published.value} (published)"
    return "date unknown"


def chain_line(chain: tuple[Hop, ...]) -> str:
    """Gives the chain from the publisher to the speaker; a link left out shows its reason."""
    return " ← ".join(f"{hop.name}؟ ({hop.gap})" if hop.gap else hop.name for hop in chain)


def marked_sentence(text: str, sentence: tuple[int, int], spans: list[tuple[int, int]]) -> str:
    """Gives the sentence with ⟦ ⟧ around each span; offsets are code points of `text`."""
    start, end = sentence
    marks = sorted(
        [(at, 1, "⟦") for at, _ in spans] + [(at, 0, "⟧") for _, at in spans], reverse=True
    )
    for at, _, mark in marks:
        text = text[:at] + mark + text[at:]
        end += len(mark)
    return " ".join(text[start:end].split())
