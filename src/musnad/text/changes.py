"""What changed between two texts: paragraph by paragraph, word by word."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from musnad.model.changes import ParagraphChange, RunKind, WordRun

WORD = re.compile(
    r"\s*(?:[\w\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f]+|[^\w\s])|\s+$"
)
"""A word with its marks, or a sign, and the white space before it."""
ALIKE = 0.4
"""Share of common words from which two paragraphs are one that was changed."""
MOST_PAIRS = 10_000
LONG = 400
"""Words from which frequent ones no longer anchor a comparison."""
TINY = 2
"""Letters of a run that is shown with the changes on both its sides."""


def compare_texts(before: str, after: str) -> tuple[ParagraphChange, ...]:
    """Gives the paragraphs that went, came or changed, in the order of the texts.

    Paragraphs are lines. White space alone is no change.
    """
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[ParagraphChange] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            found += _block(old[a:b], new[c:d])
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _block(old: Sequence[str], new: Sequence[str]) -> Iterator[ParagraphChange]:
    """Pairs the paragraphs of a changed stretch in their order; the rest went or came."""
    at = 0
    for paragraph in old:
        partner = _partner(paragraph, new, at) if len(old) * len(new) <= MOST_PAIRS else None
        if partner is None:
            yield _whole("removed", paragraph)
            continue
        yield from (_whole("added", one) for one in new[at:partner])
        yield ParagraphChange(kind="changed", runs=compare_words(paragraph, new[partner]))
        at = partner + 1
    yield from (_whole("added", one) for one in new[at:])


def _whole(kind: RunKind, paragraph: str) -> ParagraphChange:
    assert kind != "same"
    return ParagraphChange(kind=kind, runs=(WordRun(kind=kind, text=paragraph),))


def _partner(paragraph: str, new: Sequence[str], start: int) -> int | None:
    likes = [(likeness(paragraph, new[place]), -place) for place in range(start, len(new))]
    best = max(likes, default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE else None


def likeness(one: str, other: str) -> float:
    """Gives the share of words that two texts have in common, from 0 to 1."""
    words, others = Counter(one.split()), Counter(other.split())
    total = words.total() + others.total()
    return 2 * (words & others).total() / total if total else 1.0


def compare_words(before: str, after: str) -> tuple[WordRun, ...]:
    """Gives the words of both in one row: those that stayed with those that went and came.

    Without the added runs it is the text before, without the removed ones the text after, but for
    white space.
    """
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(
        None, [w.strip() for w in old], [w.strip() for w in new], autojunk=len(new) > LONG
    )
    pieces: list[tuple[RunKind, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(new[c:d])))
        else:
            pieces += [("removed", "".join(old[a:b])), ("added", "".join(new[c:d]))]
    return _joined([piece for piece in pieces if piece[1]])


def _joined(pieces: list[tuple[RunKind, str]]) -> tuple[WordRun, ...]:
    """A sign or particle alone between two changes is shown as gone and come again."""
    wide: list[tuple[RunKind, str]] = []
    for at, (kind, text) in enumerate(pieces):
        inside = 0 < at < len(pieces) - 1
        if kind == "same" and inside and len(text.strip()) <= TINY:
            wide += [("removed", text), ("added", text)]
        else:
            wide.append((kind, text))
    runs: list[WordRun] = []
    for same, group in groupby(wide, key=lambda one: one[0] == "same"):
        stretch = list(group)
        kinds: tuple[RunKind, ...] = ("same",) if same else ("removed", "added")
        for kind in kinds:
            text = "".join(piece for its, piece in stretch if its == kind)
            runs += [WordRun(kind=kind, text=text)] if text else []
    return tuple(runs)
