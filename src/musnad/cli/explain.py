"""`musnad explain`."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from musnad.cli.options import WorkspaceOption, opened
from musnad.cli.reading_view import bold, dim, issue_lines, marked_sentence, statement_lines
from musnad.cli.show import find_record
from musnad.model.records import (
    Article,
    Entity,
    Event,
    EventPlace,
    Party,
    Place,
    Reading,
    Statement,
)

if TYPE_CHECKING:
    from musnad.rules.schema import Rule

EXAMPLES = """
  musnad explain 5f0c2a
  musnad explain 5f0c2a --workspace archive
"""

FIELDS = {
    "entity": ("name", "name_en", "romanised", "type", "aliases", "country", "sector", "place",
               "wikidata"),
    "mention": ("text", "type", "entity"),
    "time": ("text", "value", "precision", "qualifier", "anchor", "status", "edtf", "zone",
             "offset"),
    "quantity": ("text", "value", "low", "high", "comparator", "unit", "role", "group",
                 "part_of", "statement"),
    "passage": ("language", "dialect"),
    "event": ("type", "mode", "actor", "recipient", "place", "date", "status", "statement",
              "background", "quantities"),
}  # fmt: skip
"""The fields that are told of each kind of record, besides its words and its rule."""
UNKNOWN = frozenset({"value", "date", "actor"})
"""The fields of which it is told that they are unknown."""


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
        else _record_lines(find_record(reading, kind, record_id), kind, reading)
    )
    for line in told:
        typer.echo(line)


def _article_lines(reading: Reading) -> Iterator[str]:
    article, published = reading.article, reading.article.published
    yield f"article {article.id}: {article.title or '(no title)'}"
    yield _outlet_line(article)
    if published is None:
        yield "published: unknown"
    else:
        yield f"published: {published.value}, by {published.method}"
        yield from (f"  {reason}" for reason in published.reasons)
    if article.modified is not None:
        yield f"modified: {article.modified.value}, by {article.modified.method}"
    for date in article.dates:
        why = f" ({date.reason})" if date.reason else ""
        yield f"date {date.fate}: {date.kind}, {date.place}, {date.value or date.written}{why}"
    yield from issue_lines(reading)
    for dropped in reading.dropped:
        yield f"left out ({dropped.kind}, {dropped.rule}): {' '.join(dropped.text.split())[:80]}"


def _outlet_line(article: Article) -> str:
    """The outlet, how it was found and what is known of it; the host is who served the page."""
    outlet, host = article.outlet, f"; host {article.host}" if article.host else ""
    if outlet is None:
        return f"outlet: unknown{host}"
    known = (outlet.kind, outlet.country, outlet.owner and f"owner {outlet.owner}")
    told = "".join(f", {fact}" for fact in known if fact)
    return f"outlet: {outlet.name}, by {outlet.method}{told}{host}"


def _record_lines(record: Any, kind: str, reading: Reading) -> Iterator[str]:
    article = reading.article
    yield f"{kind} {record.id}"
    yield from _field_lines(record, kind, reading)
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
    if isinstance(record, Entity):
        reasons = (*_named_by(record, reading), *_entity_reasons(record))
    if reasons:
        yield ""
        yield bold("why")
        yield from (f"  {line}" for line in reasons)
    yield from _rule_lines(getattr(record, "made_by", None))


def _field_lines(record: Any, kind: str, reading: Reading) -> Iterator[str]:
    """Gives a line for each field that says something; an unknown value is told as unknown."""
    names = {entity.id: entity.name for entity in reading.entities}
    for field in FIELDS.get(kind, ()):
        value = getattr(record, field)
        if field == "entity":
            yield f"  entity: {names.get(value, '(not listed)')} ({value})"
        elif value or (value == 0 and value is not False):
            yield f"  {field}: {_plain(value)}"
        elif field in UNKNOWN:
            yield f"  {field}: unknown"


def _named_by(entity: Entity, reading: Reading) -> Iterator[str]:
    """Gives how often each rule found the entity named, and what that rule is."""
    from musnad.rules.cards import describe_coded_rule  # noqa: PLC0415 - slow to import

    rules = Counter(each.made_by for each in reading.mentions if each.entity == entity.id)
    for rule_id, number in rules.most_common():
        card = describe_coded_rule(rule_id)
        yield f"named {number} × by {rule_id}" + (f": {card.why}" if card else "")
    if not rules:
        yield "no mention of its own: a statement names it"


def _entity_reasons(entity: Entity) -> Iterator[str]:
    """Gives why other spellings are this entity, and why its place is this one."""
    from musnad.text.name_keys import name_key, same_name  # noqa: PLC0415 - slow to import

    key = name_key(entity.name)
    for alias in entity.aliases:
        if name_key(alias) == key:
            yield f"«{alias}» has the key of the name: {key}"
        elif same_name(alias, entity.name):
            yield f"«{alias}» is a near spelling of the name or a shorter form of it"
        else:
            yield f"«{alias}» was joined by the article or is an alias of the lexicon"
    if entity.place is not None:
        yield f"place: {entity.place.reason}"
        yield from (f"  not {other}" for other in entity.place.candidates)


def _plain(value: Any) -> str:
    if isinstance(value, Place):
        parts = (value.precision, value.admin, value.country, _point(value))
        return ", ".join(part for part in parts if part) or "unknown"
    if isinstance(value, tuple):
        return "، ".join(map(str, value))
    return f"{value.name}" if isinstance(value, Party | EventPlace) else f"{value}"


def _point(place: Place) -> str | None:
    return None if place.lat is None else f"{place.lat} {place.lon}"


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
    from musnad.rules.cards import (  # noqa: PLC0415 - slow to import
        describe_coded_rule,
        describe_rule,
    )

    if rule_id is None:
        return
    yield ""
    yield bold(f"rule {rule_id}")
    rule, coded = describe_rule(rule_id), describe_coded_rule(rule_id)
    if coded is not None:
        yield f"  {coded.why}"
        if coded.example:
            yield f"  + {coded.example}"
    if rule is not None:
        yield from _card_lines(rule)


def _card_lines(rule: "Rule") -> Iterator[str]:
    yield f"  {rule.why}"
    for example in rule.example:
        given = "، ".join(f"{key}: {words}" for key, words in example.gives.items())
        yield f"  + {example.text}"
        yield dim(f"      {given}")
    for counter in rule.counter:
        yield f"  - {counter.text}"
        yield dim(f"      {counter.why}")
