"""What an HTML page holds once its tags are read: its elements, its lines, their places."""

from typing import NamedTuple

import msgspec

Place = tuple[int, int, int]
"""Text start, source start, length: the two pieces are the same letters."""

NORMAL = 6
"""The height of letters of which nothing is said; a size of `<font>` is twice that number."""


class Element(msgspec.Struct, gc=False):
    """A block of the page; it holds the lines from `first` up to `last`."""

    parent: int
    tag: str
    attributes: str
    first: int
    last: int = -1


class Line(msgspec.Struct, frozen=True, gc=False):
    """A visible line: its text, how many of its letters are links, its innermost element.

    `height` is the size of its smallest letters where tags state one, odd where they are bold.
    """

    text: str
    linked: int
    element: int
    height: int = NORMAL


class Source(NamedTuple):
    """What an HTML page holds; element 0 is the page itself.

    `times` has for lines with a `<time>` what it states.
    """

    elements: list[Element]
    lines: list[Line]
    places: list[Place]
    times: dict[int, str]
