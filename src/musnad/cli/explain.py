"""`musnad explain`."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.reading_view import bold, dim, issue_lines, marked_sentence, statement_lines
from musnad.cli.show import find_record
from musnad.model.records import Article, Event, Reading, Statement

EXAMPLES = """
  musnad explain 5f0c2a
  musnad explain 5f0c2a --workspace archive
"""


def explain(
    record_id: Annotated[
        str, typer.Argument(metavar="ID", help="A record, or its start; see `musnad show`.")
    ],
    workspace: WorkspaceOption = None,
) -> None:
    """Tell how a value came about: its rule, reasons, sentence.

    In the sentence, ⟦…⟧ stands around the words that the record is about.
    """
    with opened(workspace) as store:
        kind, article_id = store.find(record_id)
        reading = store.reading(article_id)
    told = (
        _article_lines(reading)
        if kind == "article"
        else _record_lines(find_record(reading, kind, record_id), kind, reading.article)
    )
    for line in told:
        typer.echo(line)


def _article_lines(reading: Reading) -> Iterator[str]:
    article, published = reading.article, reading.article.published
    yield f"article {article.id}: {article.title or '(no title)'}"
    if published is None:
        yield "published: unknown"
    else:
        yield f"published: {published.value}, by {published.method}"
        yield from (f"  {reason}" for reason in published.reasons)
    yield from issue_lines(reading)
    for dropped in reading.dropped:
        yield f"left out ({dropped.kind}, {dropped.rule}): {' '.join(dropped.text.split())[:80]}"


def _record_lines(record: Any, kind: str, article: Article) -> Iterator[str]:
    yield f"{kind} {record.id}"
    if isinstance(record, Statement):
        yield from statement_lines(record, article)
        yield from _hop_lines(record)
    spans = _spans(record)
    if spans:
        yield ""
        yield bold("in the text")
        yield from _sentences(article.text, spans)
    reason = getattr(record, "reason", None)
    reasons = (*getattr(record, "why", ()), *((reason,) if reason else ()))
    if reasons:
        yield ""
        yield bold("why")
        yield from (f"  {line}" for line in reasons)
    yield from _rule_lines(getattr(record, "made_by", None))


def _hop_lines(statement: Statement) -> Iterator[str]:
    for hop in statement.chain:
        words = f"«{hop.evidence.text}»" if hop.evidence else hop.gap or "no words of its own"
        yield dim(f"    {hop.role}: {hop.name}, {words}")


def _spans(record: Any) -> list[tuple[int, int]]:
    if isinstance(record, Statement):
        named = (record.cue, *((record.source,) if record.source else ()), *record.content)
        return [(span.start, span.end) for span in named]
    if isinstance(record, Event):
        return [(record.trigger.start, record.trigger.end)]
    return [(record.start, record.end)] if hasattr(record, "start") else []


def _sentences(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    from musnad.text.analysis import analyse  # noqa: PLC0415 - slow to import

    for start, end in analyse(text).sentences:
        here = [span for span in spans if start <= span[0] < end]
        if here:
            last = max(end, *(stop for _, stop in here))
            yield f"  {marked_sentence(text, (start, last), here)}"


def _rule_lines(rule_id: str | None) -> Iterator[str]:
    from musnad.rules.cards import describe_rule  # noqa: PLC0415 - slow to import

    if rule_id is None:
        return
    yield ""
    yield bold(f"rule {rule_id}")
    rule = describe_rule(rule_id)
    if rule is None:
        return
    yield f"  {rule.why}"
    for example in rule.example:
        given = "، ".join(f"{key}: {words}" for key, words in example.gives.items())
        yield f"  + {example.text}"
        yield dim(f"      {given}")
    for counter in rule.counter:
        yield f"  - {counter.text}"
        yield dim(f"      {counter.why}")
