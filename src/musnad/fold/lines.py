"""Keys of whole lines: when do two lines say the same word for word?"""

import re

from musnad.fold.view import fold_key

WORD = re.compile(r"\d+|[^\W\d_]+|©")


def exact_words(line: str) -> tuple[str, ...]:
    """Gives the folded words of a line with its numbers, marks and signs left out."""
    return tuple(WORD.findall(fold_key(line)))


def line_key(line: str) -> str:
    """Gives the folded words of a line as one string, empty when it has none."""
    return " ".join(exact_words(line))
