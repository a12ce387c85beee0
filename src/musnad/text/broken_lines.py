"""Line ends inside of a sentence: a page breaks its lines at links, and a clause goes on below."""

import re
from functools import cache

from musnad.lexicons import builtin

FEW_WORDS = 5
_CLOSING = frozenset(".!؟?…:")
_BELOW = re.compile('\n[ \t]*(?:[،,؛]|["»”)][ \t،.])')
"""A line goes on where the next begins with a comma, or with a mark that closes."""
_COMMAS, _OPENING = "،,", '«“"('
"""As it does after a comma or an opening mark at its end."""
_LETTER_BELOW = re.compile("[ \t]*[ء-ي]")
_ANYTHING_BELOW = re.compile("[ \t]*\\S")
_PARTS_WORDS = re.compile(rf"[\s{_OPENING}]")


def broken_lines(text: str) -> list[int]:
    """Gives the offsets of the line ends that part a sentence, in order; never the headline's."""
    first = text.find("\n") + 1
    if not first or text.find("\n", first) < 0:
        return []
    below = [m.start() for m in _BELOW.finditer(text, first) if _goes_on(text, m.start())]
    openings = [match.start() for match in _never_first().finditer(text, first)]
    above = [end for end in openings if _goes_on(text, end)]
    above += _left_open(text, first)
    pieces = [end for each in below for end in _piece(text, text.rfind("\n", first, each), each)]
    pieces += [end for each in above for end in _piece(text, text.find("\n", each + 1), each)]
    return sorted({*below, *above, *pieces})


def _left_open(text: str, first: int) -> list[int]:
    """Gives the ends of the lines from an offset on whose last word or mark ends no sentence."""
    found: list[int] = []
    end = text.find("\n", first)
    while end >= 0:
        line = text[first:end].rstrip(" \t")
        if line and _is_left_open(text, line, end):
            found.append(end)
        first, end = end + 1, text.find("\n", end + 1)
    return found


def _is_left_open(text: str, line: str, end: int) -> bool:
    """«… أعلن أن\nالمرفأ مغلق»: tells whether a line, trimmed, ends as no sentence does.

    So it does after a comma or an opening mark: «"» is odd there and closed below.
    """
    last = line[-1]
    if last in _COMMAS or (last in _OPENING and (len(line) == 1 or line[-2].isspace())):
        return bool(_LETTER_BELOW.match(text, end + 1)) and (last != '"' or _opens(text, line, end))
    word = line[line.rfind(" ") + 1 :]
    if word not in _never_last():
        word = _PARTS_WORDS.split(word)[-1]
    return word in _never_last() and bool(_ANYTHING_BELOW.match(text, end + 1))


def _piece(text: str, end: int, other: int) -> list[int]:
    """«… أن\\nسفينة مدير المرفأ\\nغرقت…»: gives the other end of a line of a few words."""
    start, stop = sorted((end, other))
    few = start >= 0 and 0 < len(text[start:stop].split()) <= FEW_WORDS
    return [end] if few and _goes_on(text, end) else []


def _goes_on(text: str, end: int) -> bool:
    """Tells whether a line has no mark at its end, or the next one begins with a comma."""
    return text[end + 1 : end + 2] in "،,؛" or text[:end].rstrip()[-1:] not in _CLOSING


def _opens(text: str, line: str, end: int) -> bool:
    """Tells whether «"» at the end of a line opens: it is odd there and closed below."""
    ending = text.find("\n", end + 1)
    below = text[end + 1 : ending + 2 if ending > 0 else len(text)]
    return line.count('"') % 2 == below.count('"') % 2 == 1


@cache
def _never_last() -> frozenset[str]:
    return frozenset(builtin("phrase_words")["never_last"].split())


@cache
def _never_first() -> re.Pattern[str]:
    words = "|".join(builtin("phrase_words")["never_first"].split())
    return re.compile(f"\n(?=[ \t]*(?:{words})\\s)")
