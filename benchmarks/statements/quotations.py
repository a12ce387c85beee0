"""Direct quotations apart, beside a plain baseline: the name nearest to the quotation marks."""

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from language import Row, Table

from musnad.evaluate import GoldDocument, Scores, evaluate
from musnad.model.records import Cue, Mention, Reading, Speaker, Statement
from musnad.model.spans import make_span
from musnad.text.analysis import Analysis, analyse
from musnad.text.quotes import Quote
from statements.sets import Known, gold_sets

MODE = "direct"
SHORTEST = 4
"""The baseline takes so many words in quotation marks for a quotation, fewer for a name."""
SPEAKING = frozenset(("person", "organisation", "media", "group", "place"))


def measure(shared: Path) -> Table:
    """Gives precision, recall, F1 and speakers of direct quotations in each annotated set."""
    rows = [row for name, known in gold_sets(shared).items() for row in rows_of(name, known)]
    about = (
        "statements whose content is one quotation, @0.5; the baseline takes every quotation of"
        f" {SHORTEST} words or more, said by the name that stands nearest to its marks"
    )
    return Table("Direct quotations", about, rows)


def rows_of(name: str, known: Iterable[Known]) -> Iterator[Row]:
    """Gives the lines of one set."""
    known = tuple(known)
    documents = [direct_gold(one.document) for one in known]
    ours = figures(evaluate(documents, [direct_found(one.reading) for one in known]))
    others = figures(evaluate(documents, [nearest(one.reading) for one in known]))
    for figure, value in ours.items():
        floor = f"quotations, {name}: {figure}" if figure.startswith("F1") else ""
        yield Row(f"{name}: {figure}", value, (("nearest name", others[figure]),), floor)


def figures(scores: Scores) -> dict[str, float]:
    """Gives what is told of direct quotations; the last counts those with the right speaker."""
    half, speaker = scores.statements_half, scores.speaker or 0.0
    both = {"precision": half.precision, "recall": half.recall, "F1": half.f1}
    return both | {"speaker of matched": speaker, "F1 with speaker": half.f1 * speaker}


def direct_gold(document: GoldDocument) -> GoldDocument:
    """Gives the document with its direct statements alone."""
    one = copy.copy(document)
    one.statements = tuple(each for each in document.statements if each.mode == MODE)
    return one


def direct_found(reading: Reading) -> Reading:
    """Gives the reading with its direct statements alone."""
    found = tuple(each for each in reading.statements if each.mode == MODE)
    return msgspec.structs.replace(reading, statements=found)


def nearest(reading: Reading) -> Reading:
    """Gives the reading with the statements of the baseline."""
    analysis = analyse(reading.article.text)
    quotes = (one for one in analysis.quotes if one.closed and not one.depth)
    found = (quoted(reading, analysis, one) for one in quotes)
    return msgspec.structs.replace(reading, statements=tuple(one for one in found if one))


def quoted(reading: Reading, analysis: Analysis, quote: Quote) -> Statement | None:
    """Gives a quotation as a statement of the nearest name, None where it is too short."""
    text = analysis.text
    if len(text[quote.inner_start : quote.inner_end].split()) < SHORTEST:
        return None
    outside = (
        one
        for one in reading.mentions
        if one.type in SPEAKING and (one.end <= quote.start or one.start >= quote.end)
    )
    mention = min(outside, key=lambda one: distance(one, quote), default=None)
    names = {entity.id: entity.name for entity in reading.entities}
    return Statement(
        id=str(quote.start),
        cue=Cue(start=quote.start, end=quote.start + 1, text=text[quote.start], lemma=""),
        source=None,
        speaker=Speaker(
            name=names[mention.entity] if mention else "", kind="person", entity=None, how="named"
        ),
        relays=(),
        chain=(),
        content=(make_span(text, quote.inner_start, quote.inner_end),),
        mode="direct",
        act="assert",
        medium=None,
        addressee=None,
        said=None,
        polarity="affirmative",
        modality="fact",
        continues=None,
        inside=None,
        confidence=0.0,
        made_by="nearest name",
        why=(),
    )


def distance(mention: Mention, quote: Quote) -> int:
    """Gives how many characters stand between a name and the quotation."""
    return max(quote.start - mention.end, mention.start - quote.end)
