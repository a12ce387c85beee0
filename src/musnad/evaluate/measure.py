"""The figures: statements found, and of those found, how much is right."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from musnad.evaluate.gold import GoldDocument, GoldStatement
from musnad.evaluate.words import Words, aligned, overlap, same_name, same_names
from musnad.model.records import Reading, Statement

_Found = tuple[Statement, frozenset[int]]
_Wanted = tuple[GoldStatement, frozenset[int]]


class Precision(Struct, frozen=True):
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float
    f1: float


class Scores(Struct, frozen=True):
    """How good readings are; rates are None when there was nothing to judge.

    `statements_half` and `statements_most` count statements whose content shares ≥ 0.5 and ≥ 0.8
    of its words with gold; `complete` those with ≥ 0.8 whose speaker and relays are right too.
    The rates are of the statements matched at 0.5.
    """

    documents: int
    without_reading: int
    broken_spans: int
    statements_half: Precision
    statements_most: Precision
    complete: Precision
    speaker: float | None
    kind: float | None
    mode: float | None
    act: float | None
    relays: float | None


def evaluate(documents: Sequence[GoldDocument], readings: Iterable[Reading]) -> Scores:
    """Gives the scores of readings, found by their article's `source_id`, against gold."""
    by_source: dict[str, Reading] = {}
    for reading in readings:
        by_source.setdefault(reading.article.source_id, reading)
    count: Counter[str] = Counter()
    for document in documents:
        count.update(_counts(document, by_source.get(document.id)))
    return _scores(len(documents), count)


def right_statements(document: GoldDocument, reading: Reading) -> frozenset[str]:
    """Gives the ids of the statements whose content (overlap ≥ 0.5) and speaker are right."""
    wanted = [(each, document.content(each)) for each in document.statements]
    _, found = _contents(document, reading)
    pairs = _matched(wanted, found, 0.5)
    return frozenset(mine.id for gold, mine, _ in pairs if _judged(gold, mine)["speaker"])


def _counts(document: GoldDocument, reading: Reading | None) -> Counter[str]:
    wanted = [(each, document.content(each)) for each in document.statements]
    if reading is None:
        return Counter(gold=len(wanted), absent=1)
    broken, found = _contents(document, reading)
    count = Counter(gold=len(wanted), found=len(found), broken=broken)
    count["most"] = len(list(_matched(wanted, found, 0.8)))
    for gold, mine, shared in _matched(wanted, found, 0.5):
        right = _judged(gold, mine)
        count.update(half=1, **{key: int(good) for key, good in right.items()})
        count.update(f"judged.{key}" for key in right)
        count["complete"] += shared >= 0.8 and right["speaker"] and right["relays"]
    return count


def _contents(document: GoldDocument, reading: Reading) -> tuple[int, list[_Found]]:
    text = reading.article.text
    words = Words(text)
    to_gold = aligned(words, document.words)
    broken, found = 0, []
    for statement in reading.statements:
        right = [span for span in statement.content if text[span.start : span.end] == span.text]
        broken += len(statement.content) - len(right)
        here = [number for span in right for number in words.between(span.start, span.end)]
        found.append((statement, document.once([to_gold.get(n, -1 - n) for n in here])))
    return broken, found


def _matched(
    wanted: list[_Wanted], found: list[_Found], least: float
) -> Iterator[tuple[GoldStatement, Statement, float]]:
    """Gives the pairs one to one, those that share most first."""
    pairs = sorted(
        (-overlap(gold[1], mine[1]), i, j)
        for i, gold in enumerate(wanted)
        for j, mine in enumerate(found)
    )
    used: set[tuple[str, int]] = set()
    for negative, i, j in pairs:
        if -negative < least:
            return
        if used.isdisjoint({("gold", i), ("found", j)}):
            used |= {("gold", i), ("found", j)}
            yield wanted[i][0], found[j][0], -negative


def _judged(gold: GoldStatement, mine: Statement) -> dict[str, bool]:
    names = (mine.speaker.name, *mine.speaker.aliases[:3])
    right = {
        "speaker": any(same_name(gold.who, name) for name in names),
        "relays": same_names(gold.relays, (relay.name for relay in mine.relays)),
    }
    stated = {"kind": mine.speaker.kind, "mode": mine.mode, "act": mine.act}
    return right | {
        key: getattr(gold, key) == got for key, got in stated.items() if getattr(gold, key)
    }


def _scores(documents: int, count: Counter[str]) -> Scores:
    def rate(key: str) -> float | None:
        judged = count[f"judged.{key}"]
        return count[key] / judged if judged else None

    return Scores(
        documents=documents,
        without_reading=count["absent"],
        broken_spans=count["broken"],
        statements_half=_precision(count["half"], count),
        statements_most=_precision(count["most"], count),
        complete=_precision(count["complete"], count),
        speaker=rate("speaker"),
        kind=rate("kind"),
        mode=rate("mode"),
        act=rate("act"),
        relays=rate("relays"),
    )


def _precision(right: int, count: Counter[str]) -> Precision:
    precision = right / count["found"] if count["found"] else 0.0
    recall = right / count["gold"] if count["gold"] else 0.0
    both = precision + recall
    return Precision(precision, recall, 2 * precision * recall / both if both else 0.0)
