"""What stands behind a label near an article («القسم: موانئ»), on its line or on the next."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from musnad.stages.clean_articles.credits import EDGES
from musnad.stages.clean_articles.drafts import Draft
from musnad.stages.clean_articles.furniture import line_words

CELL: Final = " | "
LABEL: Final = re.compile(r"([^\W\d][^:：|]{1,24}?)\s*[:：]\s*\|?\s*")
LONGEST: Final = 60
NEXT: Final = 2
"""Code points that the markup may leave between a label and the line of its value."""

Labels = frozenset[tuple[str, ...]]


def labelled_values(draft: Draft, labels: Labels) -> Iterator[str]:
    """Gives the short values behind one of the labels, in the order of the page."""
    order = draft.in_order()
    for number, left in enumerate(order, 1):
        line = left.line
        if ":" not in line.text:
            continue
        following = order[number].line if number < len(order) else None
        follows = following is not None and following.start <= line.end + NEXT
        for label, behind in _pairs(line.text):
            if line_words(label) in labels:
                value = behind or (following.text if following is not None and follows else "")
                if value and len(value) <= LONGEST and ":" not in value:
                    yield value.strip(EDGES)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with what stands behind each; a row of a table may have several."""
    cells = text.split(CELL)
    for cell, after in pairwise([*cells, ""]):
        row = f"{cell} {after}" if cell.endswith(":") else cell
        match = LABEL.match(row)
        if match:
            yield match[1], row[match.end() :].strip(EDGES)
