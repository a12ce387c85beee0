"""Line ends inside of a sentence: a page breaks its lines at links, and a clause goes on below."""

import re
from collections.abc import Iterator
from functools import cache

from musnad.lexicons import builtin

FEW_WORDS = 5
_CLOSING = frozenset(".!؟?…:")
_BELOW = re.compile('\n[ \t]*(?:[،,؛]|["»”)][ \t،.])')
"""A line goes on where the next begins with a comma, or with a mark that closes."""
_ABOVE = re.compile('(?:[،,]|(?<=\\s)[«“"(])[ \t]*\n(?=[ \t]*[ء-ي])')
"""As it does after a comma or an opening mark at its end."""


def broken_lines(text: str) -> list[int]:
    """Gives the offsets of the line ends that part a sentence, in order; never the headline's."""
    first = text.find("\n") + 1
    if not first or "\n" not in text[first:]:
        return []
    below = [m.start() for m in _BELOW.finditer(text, first) if _goes_on(text, m.start())]
    above = [m.end() - 1 for m in _ABOVE.finditer(text, first) if _is_left_open(text, m)]
    above += _by_words(text, first)
    pieces = [start for end in below for start in _piece(text, text.rfind("\n", first, end), end)]
    pieces += [end for start in above for end in _piece(text, text.find("\n", start + 1), start)]
    return sorted({*below, *above, *pieces})


def _by_words(text: str, first: int) -> Iterator[int]:
    """«… أعلن أن\\nالمرفأ مغلق»: words that end no sentence, and those that open none."""
    for last in _never_last().finditer(text, first):
        yield last.end() - 1
    for opening in _never_first().finditer(text, first):
        if _goes_on(text, opening.start()):
            yield opening.start()


def _piece(text: str, end: int, other: int) -> Iterator[int]:
    """«… أن\\nسفينة مدير المرفأ\\nغرقت…»: gives the other end of a line of a few words."""
    start, stop = sorted((end, other))
    if start >= 0 and 0 < len(text[start:stop].split()) <= FEW_WORDS and _goes_on(text, end):
        yield end


def _goes_on(text: str, end: int) -> bool:
    """Tells whether a line has no mark at its end, or the next one begins with a comma."""
    return text[end + 1 : end + 2] in "،,؛" or text[:end].rstrip()[-1:] not in _CLOSING


def _is_left_open(text: str, match: re.Match[str]) -> bool:
    """Tells whether what ends a line is a comma or opens: «"» is odd there and closed below."""
    if match.group()[0] != '"':
        return True
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
    ending = text.find("\n", match.end())
    below = text[match.end() : ending + 2 if ending > 0 else len(text)]
    return line.count('"') % 2 == below.count('"') % 2 == 1


@cache
def _never_last() -> re.Pattern[str]:
    return re.compile(f'(?:(?<=\\s)|(?<=[«"“(]))(?:{_words("never_last")})[ \t]*\n(?=[ \t]*\\S)')


@cache
def _never_first() -> re.Pattern[str]:
    return re.compile(f"\n(?=[ \t]*(?:{_words('never_first')})\\s)")


def _words(name: str) -> str:
    return "|".join(builtin("phrase_words")[name].split())
