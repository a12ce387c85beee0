"""Sentences of a text, line by line."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from musnad.fold import fold_key
from musnad.fold.characters import BLANKS, FORMATS
from musnad.text.quotes import Quote

_LINE_ENDS = "\n\u2028\u2029"
_HIDDEN = f"[{FORMATS}]*"
_END = re.compile(
    rf"[{_LINE_ENDS}.!?؟…。۔](?:(?<=[{_LINE_ENDS}])"
    r"|(?<![.!?؟…][.!?؟…。۔])"  # the signs that end
    rf"(?>(?:[ \t\xa0{FORMATS}]*[.!?؟…。۔]){{0,99}})"
    rf"[»”\"’'›)\]{FORMATS}]*"  # what closes behind them
    rf"(?=\s|$|[^\W\d_]|[«“\"(]))"
)
_BRACKETED = re.compile(r"[(\[](?:(?<=\()[^()\n]{0,300}\)|(?<=\[)[^\[\]\n]{0,300}\])")
_WORD_BEFORE = re.compile(rf"(?:[^\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670])+{_HIDDEN} ?\Z")
_WORD_AFTER = re.compile(rf"{_HIDDEN}((?:[^\W_]|[\u0640\u064b-\u065f\u0670])+)")
_LATIN_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "vs", "gen", "col", "lt", "capt", "sgt", "sen",
    "rep", "gov", "jr", "sr", "inc", "ltd", "co", "corp", "dept", "fig", "vol", "al",
})  # fmt: skip
_LETTER_NAMES = frozenset({
    "اي", "بي", "سي", "دي", "اف", "جي", "جيه", "اتش", "اش", "كي", "ال", "ام", "ان", "او", "كيو",
    "ار", "اس", "تي", "يو", "في", "دبليو", "اكس", "واي", "زد", "زي",
})  # fmt: skip  # Latin letters as Arabic spells them: «بي.بي.سي»
_WINDOW = 40  # characters that are looked at on either side of a full stop


def split_sentences(text: str, quotes: tuple[Quote, ...]) -> tuple[tuple[int, int], ...]:
    """Return the printed offsets of the sentences, without white space around them.

    A line end always ends a sentence, with or without a full stop (headlines). Nothing ends
    inside closed quotation marks or brackets, at «،» and «؛», in numbers and abbreviations;
    «...» ends only a line.
    """
    starts, ends = _closed_pieces(text, quotes)
    found = []
    start = 0
    for match in _END.finditer(text):
        stop, end = match.span()
        if text[stop] in _LINE_ENDS:
            found.append(_trimmed(text, start, stop))
            start = end
        elif _ends_sentence(text, match):
            place = bisect_right(starts, end - 1) - 1
            if place >= 0 and ends[place] > stop and (ends[place] > end or text[stop] != "."):
                continue
            found.append(_trimmed(text, start, end))
            start = end
    found.append(_trimmed(text, start, len(text)))
    return tuple([span for span in found if span[0] < span[1]])


def _closed_pieces(text: str, quotes: Sequence[Quote]) -> tuple[list[int], list[int]]:
    """Return starts and ends of the disjoint pieces in which no sentence ends."""
    pieces = [(quote.start, quote.end) for quote in quotes if quote.closed]
    if "(" in text or "[" in text:
        pieces += [match.span() for match in _BRACKETED.finditer(text)]
        pieces.sort()
    starts: list[int] = []
    ends: list[int] = []
    for start, end in pieces:
        if ends and start < ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether the signs end a sentence within a line."""
    signs, after = match[0], match.end()
    if after == len(text) or text[after] in _LINE_ENDS:
        return False
    if "؟" in signs or "!" in signs or "?" in signs:
        return True
    if "…" in signs or signs.count(".") > 1:
        return False
    return not _is_abbreviated(text, match.start(), after)


def _is_abbreviated(text: str, stop: int, after: int) -> bool:
    """Tell whether the full stop at `stop` belongs to a word, a number or a list sign."""
    before = _WORD_BEFORE.search(text, max(0, stop - _WINDOW), stop)
    word = fold_key(before[0].strip()) if before else ""
    glued = _WORD_AFTER.match(text, after)
    if glued and (not _is_arabic(glued[1]) or len(glued[1]) == 1):
        return True
    if before and len(word) == 1 and word.isalpha():
        return not _follows_number(text, before)
    if before and {word, word.removeprefix("و")} & _LETTER_NAMES:
        chained = text[before.start() - 1 : before.start()] == "."
        return chained or (glued is not None and fold_key(glued[1]) in _LETTER_NAMES)
    return word in _LATIN_ABBREVIATIONS or _is_list_number(text, word, stop)


def _is_arabic(word: str) -> bool:
    return "\u0600" <= word[0] <= "\u06ff" and word[0].isalpha()


def _follows_number(text: str, word: re.Match[str]) -> bool:
    """Tell whether a one-letter word stands for an era or a unit («2031 م.»)."""
    return text[max(0, word.start() - 3) : word.start()].rstrip()[-1:].isdigit()


def _is_list_number(text: str, word: str, stop: int) -> bool:
    start = text.rfind("\n", 0, stop) + 1
    return word.isdigit() and fold_key(text[start:stop]).strip() == word


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(BLANKS))
    return start, start + len(piece.strip(BLANKS))
