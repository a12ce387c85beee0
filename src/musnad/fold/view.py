"""A folded view of a text with a table of offsets, both ways."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from musnad.fold.characters import FOLDS, FORMATS

_REPLACE_FROM = 32  # characters: below, one look at each beats a replace for each frequent one
_TRANSLATE_FROM = 48  # distinct characters: from here one pass beats a replace for each


class Folded:
    """A folded text; `starts` and `stops` give the printed offsets of each folded character.

    `starts` ends with the length of the printed text; a stop takes the diacritics that follow.
    """

    __slots__ = ("starts", "stops", "text")

    def __init__(self, text: str, starts: Sequence[int], stops: Sequence[int]) -> None:
        self.text = text
        self.starts = starts
        self.stops = stops

    def to_print(self, index: int) -> int:
        """Return the printed offset of the folded offset `index`."""
        return self.starts[index]

    def to_folded(self, offset: int) -> int:
        """Return how many folded characters the printed text before `offset` gives."""
        return bisect_left(self.starts, offset, 0, len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the printed offsets of a folded span, with the marks after its last letter."""
        if end <= start:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.stops[end - 1]


def fold_key(s: str) -> str:
    """Return the lookup key of a word: spellings that are one have one key.

    For look-up only, because folding loses meaning (رأى = رأي).
    """
    return s.translate(FOLDS) if len(s) < _REPLACE_FROM else _fold_long(s)


def fold_view(text: str) -> Folded:
    """Return the folded text with its table of offsets."""
    pieces = _UNUSUAL.split(_frequent_folded(text))
    unusual = frozenset("".join(pieces[1::2]))
    if unusual and unusual <= _USUAL_DROPPED:
        return Folded("".join(pieces[::2]), *_tables_without(pieces[::2], pieces[1::2]))
    folded = _replaced("".join(pieces), unusual)
    odd = frozenset(character for character in unusual if len(FOLDS[ord(character)]) != 1)
    if not odd:
        return Folded(folded, range(len(text) + 1), range(1, len(text) + 1))
    return Folded(folded, *_tables(text, _pattern(odd)))


def _fold_long(text: str) -> str:
    text = _frequent_folded(text)
    return _replaced(text, frozenset("".join(_UNUSUAL.findall(text))))


def _frequent_folded(text: str) -> str:
    for character, folded in _FREQUENT:
        text = text.replace(character, folded)
    return text


def _replaced(text: str, unusual: frozenset[str]) -> str:
    if len(unusual) >= _TRANSLATE_FROM:
        return text.translate(FOLDS)
    for character in unusual:
        text = text.replace(character, FOLDS[ord(character)])
    return text


def _tables_without(kept: list[str], dropped: list[str]) -> tuple[list[int], list[int]]:
    """Gives the tables of a text whose pieces are kept and dropped in turn."""
    starts: list[int] = []
    stops: list[int] = []
    offsets = _offsets(sum(map(len, kept)) + sum(map(len, dropped)) + 1)
    position = 0
    for piece, marks in zip(kept, [*dropped, ""], strict=True):
        end = position + len(piece)
        starts.extend(offsets[position:end])
        stops.extend(offsets[position + 1 : end + 1])
        if marks and stops:
            stops[-1] = end + len(marks.rstrip(FORMATS))
        position = end + len(marks)
    starts.append(position)
    return starts, stops


def _tables(text: str, odd: re.Pattern[str]) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    stops: list[int] = []
    offsets = _offsets(len(text) + 1)
    position = 0
    for match in odd.finditer(text):
        begin, end = match.span()
        starts.extend(offsets[position:begin])
        stops.extend(offsets[position + 1 : begin + 1])
        position = end
        if match.lastindex is None:
            width = len(FOLDS[ord(match[0])])
            starts.extend([begin] * width)
            stops.extend([end] * width)
        elif stops:
            stops[-1] = begin + len(match[1].rstrip(FORMATS))
    starts.extend(offsets[position : len(text) + 1])
    stops.extend(offsets[position + 1 : len(text) + 1])
    return starts, stops


def _offsets(count: int) -> list[int]:
    """Gives the numbers from 0, so many or more: made once, for all texts."""
    _NUMBERS.extend(range(len(_NUMBERS), count))
    return _NUMBERS


def _pattern(odd: frozenset[str]) -> re.Pattern[str]:
    return _USUAL_PATTERN if odd <= _USUAL_DROPPED else _own_pattern(odd)


@lru_cache(maxsize=256)
def _own_pattern(odd: frozenset[str]) -> re.Pattern[str]:
    """Match a run of dropped characters (group 1) or one character that becomes several."""
    dropped = {character for character in odd if not FOLDS[ord(character)]} | _USUAL_DROPPED
    widened = "".join(sorted(odd - dropped))
    runs = f"([{re.escape(''.join(sorted(dropped)))}]+)"
    return re.compile(f"{runs}|[{re.escape(widened)}]" if widened else runs)


_NUMBERS: list[int] = []
_FREQUENT = [(character, FOLDS[ord(character)]) for character in "أإآىئؤة٠١٢٣٤٥٦٧٨٩"]
_FIXED = "".join(
    chr(code)
    for code in chain(range(0x80), range(0x600, 0x700), range(0x2010, 0x2028), (0xAB, 0xBB))
    if FOLDS[code] == chr(code)
)
_UNUSUAL = re.compile(f"([^{re.escape(_FIXED)}]+)")
_USUAL_DROPPED = frozenset(
    chr(code)
    for code in chain(range(0x300, 0x370), range(0x600, 0x700), map(ord, FORMATS), (0xFE0F,))
    if not FOLDS[code]
)
_USUAL_PATTERN = _own_pattern(_USUAL_DROPPED)
