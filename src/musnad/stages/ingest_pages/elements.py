"""What an HTML page holds once its tags are read: its elements, its lines, their places."""

from typing import Final

Place = tuple[int, int, int]
"""Text start, source start, length: the two pieces are the same letters."""

NORMAL: Final = 6
"""The height of letters of which nothing is said; a size of `<font>` is twice that number."""


class Element:
    """A block of the page; it holds the lines from `first` up to `last`."""

    __slots__ = ("attributes", "first", "last", "parent", "tag")

    def __init__(self, parent: int, tag: str, attributes: str, first: int, last: int = -1) -> None:
        self.parent = parent
        self.tag = tag
        self.attributes = attributes
        self.first = first
        self.last = last


class Line:
    """A visible line: its text, how many of its letters are links, its innermost element.

    `height` is the size of its smallest letters where tags state one, odd where they are bold.
    """

    __slots__ = ("element", "height", "linked", "text")

    def __init__(self, text: str, linked: int, element: int, height: int = NORMAL) -> None:
        self.text = text
        self.linked = linked
        self.element = element
        self.height = height


class Source:
    """What an HTML page holds; element 0 is the page itself.

    `times` has for lines with a `<time>` what it states.
    """

    def __init__(
        self,
        elements: list[Element],
        lines: list[Line],
        places: list[Place],
        times: dict[int, str],
    ) -> None:
        self.elements = elements
        self.lines = lines
        self.places = places
        self.times = times
