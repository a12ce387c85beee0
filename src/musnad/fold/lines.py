"""Keys of whole lines: when do two lines say the same word for word?"""

import re
from functools import lru_cache
from typing import Final

from musnad.fold.view import fold_key

CONTENT_WORD: Final = 4
HEADLINE: Final = 160
"""Code points up to which a line is asked for its words again and again, like a headline."""
WORD: Final = re.compile(r"\d+|[^\W\d_]+|©")


def exact_words(line: str) -> tuple[str, ...]:
    """Gives the folded words of a line with its numbers, marks and signs left out."""
    return _known_words(line) if len(line) <= HEADLINE else tuple(WORD.findall(fold_key(line)))


@lru_cache(maxsize=128)
def _known_words(line: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold_key(line)))


def line_key(line: str) -> str:
    """Gives the folded words of a line as one string, empty when it has none."""
    return " ".join(exact_words(line))


def content_words(line: str) -> set[str]:
    """Gives the longer words of a line without و and ال, to see whether two lines tell the same."""
    words = (word.removeprefix("و").removeprefix("ال") for word in exact_words(line))
    return {word for word in words if len(word) >= CONTENT_WORD}
