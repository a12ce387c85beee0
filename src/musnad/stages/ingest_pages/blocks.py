"""Which element of a page holds the article, and what the others are."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from musnad.stages.ingest_pages.elements import Element, Line, Source
from musnad.stages.ingest_pages.names import Look, look_at
from musnad.stages.ingest_pages.stated import NOTHING, Stated

STOP: Final = re.compile(r"[.!؟?…:][\s\"'»”)\]\u200e\u200f]*$")
FURNITURE: Final = frozenset([
    "hidden", "notice", "comments", "share", "tags", "related", "promo", "author", "nav", "form",
    "caption",
])  # fmt: skip
MOST: Final = 0.6
"""Share of the page's prose that the element of the article holds."""
NO_HOLDER: Final = frozenset([
    "p", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5",
    "h6", "tr",
])  # fmt: skip
LISTS: Final = frozenset(("ul", "ol", "dl"))
CARDS: Final = 3
CARD_LINES: Final = 8
BOX_LINES: Final = 4
CARD_TEXT: Final = 260
"""Letters outside of links that a card may hold."""
HEADLINE_WORDS: Final = 3


class Blocks:
    """What the elements are, which of them holds the article, and the prose up to each line.

    `own` has each element's kind, `kinds` that of the outermost furniture around it too.
    """

    def __init__(
        self,
        looks: list[Look],
        kinds: tuple[list[str], list[str]],
        holder: int,
        prose: tuple[list[float], list[float]],
    ) -> None:
        self.looks = looks
        self.own, self.kinds = kinds
        self.holder = holder
        self.sums, self.counts = prose

    def kind_within(self, elements: list[Element], number: int, outer: int) -> str:
        """Gives the furniture that an element belongs to, looking no further out than `outer`."""
        while number > outer:
            if self.own[number] in FURNITURE:
                return self.own[number]
            number = elements[number].parent
        return ""


def judge_blocks(source: Source, titled: int | None, stated: Stated = NOTHING) -> Blocks:
    """Gives the kind of each element (its own or of one around it) and the article's element.

    `titled` is the line that the page's own title names; `stated` is what its data give as the
    text of the article.
    """
    elements, lines = source.elements, source.lines
    looks = [look_at(element.tag, element.attributes) for element in elements]
    prose = [weigh(line) for line in lines]
    sums = _sums(prose)
    own = _own_kinds(elements, looks, sums, titled)
    linked = [10 * line.linked > 8 * len(line.text) for line in lines]
    for number in (*find_cards(source, looks, linked), *find_link_lists(elements, _sums(linked))):
        own[number] = own[number] or "related"
    for number in find_invitations(elements, lines):
        if titled is None or not elements[number].first <= titled < elements[number].last:
            own[number] = own[number] or "promo"
    kinds = _inherited(elements, own)
    told = _as_stated(source, _believed(source, kinds, prose, titled), stated)
    holder = _find_holder(elements, told)
    counts = _sums([weight > 0 for weight in prose])
    return Blocks(looks, (own, kinds), holder, (sums, counts))


def _believed(
    source: Source, kinds: list[str], prose: list[float], titled: int | None
) -> list[float]:
    """The prose of each line without that of furniture, and little above the headline."""
    told = [
        0.0 if kinds[line.element] in FURNITURE else weight
        for line, weight in zip(source.lines, prose, strict=True)
    ]
    if titled is not None:
        told[:titled] = [weight / 4 for weight in told[:titled]]
    return told


def _as_stated(source: Source, told: list[float], stated: Stated) -> list[float]:
    """Little is left of prose that the page's data do not state, where half of theirs is shown."""
    if not stated.is_told:
        return told
    known = [
        weight and stated.holds(line.text) for line, weight in zip(source.lines, told, strict=True)
    ]
    shown = sum(weight for weight, own in zip(told, known, strict=True) if own)
    if 2 * shown < stated.size:
        return told
    return [weight if own else weight / 8 for weight, own in zip(told, known, strict=True)]


def weigh(line: Line) -> float:
    """Gives how much of a line is prose: its letters outside links, nothing of short lines."""
    text = line.text
    blanks = text.count(" ")
    if blanks < 4 or 2 * line.linked > len(text):
        return 0.0
    if blanks < 11 and not STOP.search(text):
        return 0.0
    return float(len(text) - line.linked)


def _sums(weights: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(weights)]


def _own_kinds(
    elements: list[Element], looks: list[Look], sums: list[float], titled: int | None
) -> list[str]:
    """Names are believed unless the element holds most of the page's prose or its headline."""
    total = sums[-1]
    kinds = [look.kind for look in looks]
    for number in [number for number, kind in enumerate(kinds) if kind in FURNITURE]:
        element, kind = elements[number], kinds[number]
        share = (sums[element.last] - sums[element.first]) / total if total else 0.0
        heads = titled is not None and element.first <= titled < element.last
        if (heads and share > 0.2) or (share > MOST and kind != "comments"):
            kinds[number] = ""
        elif kind == "form":
            kinds[number] = "nav"
    return kinds


def _inherited(elements: list[Element], own: list[str]) -> list[str]:
    kinds = [own[0]]
    for number in range(1, len(own)):
        above = kinds[elements[number].parent]
        kinds.append(above if above in FURNITURE else own[number] or above)
    return kinds


def _find_holder(elements: list[Element], told: list[float]) -> int:
    """The deepest element that holds most of the prose in several lines."""
    sums = _sums(told)
    counts = _sums([weight > 0 for weight in told])
    holder = deepest = 0
    total = sums[-1]
    for number, element in enumerate(elements if total else ()):
        if element.parent != deepest:
            continue
        above = elements[deepest]
        count = counts[element.last] - counts[element.first]
        whole = count == counts[above.last] - counts[above.first]
        if sums[element.last] - sums[element.first] >= MOST * total and (count > 1 or whole):
            deepest = number
            holder = holder if element.tag in NO_HOLDER else number
    return holder


def find_cards(source: Source, looks: list[Look], linked: list[bool]) -> list[int]:
    """Gives the elements that repeat one form: a link as headline, and little text beside it.

    `linked` says of each line whether it is a link.
    """
    elements, lines = source.elements, source.lines
    headlines = _sums([
        link and line.text.count(" ") >= HEADLINE_WORDS - 1
        for line, link in zip(lines, linked, strict=True)
    ])  # fmt: skip
    if headlines[-1] < CARDS:
        return []
    letters = _sums([len(line.text) - line.linked for line in lines])
    found: list[int] = []
    for members in _alike(elements, looks, headlines):
        spans = [(elements[n].first, elements[n].last) for n in members]
        cards = sum(
            last - first <= CARD_LINES
            and headlines[last] > headlines[first]
            and letters[last] - letters[first] <= CARD_TEXT
            for first, last in spans
        )
        if cards >= CARDS and 4 * cards >= 3 * len(members):
            found += members
    return found


def _alike(elements: list[Element], looks: list[Look], headlines: list[float]) -> list[list[int]]:
    """As many siblings of one tag and class as make cards, where there are headlines enough."""
    found: list[list[int]] = []
    children: defaultdict[int, list[int]] = defaultdict(list)
    for number, element in enumerate(elements):
        children[element.parent].append(number)
    for siblings in children.values():
        if len(siblings) < CARDS:
            continue
        first, last = elements[siblings[0]].first, elements[siblings[-1]].last
        if headlines[last] - headlines[first] < CARDS:
            continue
        groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number in siblings:
            tag = elements[number].tag
            if tag not in NO_HOLDER or tag == "li":
                groups[tag, looks[number].classes].append(number)
        found += [group for group in groups.values() if len(group) >= CARDS]
    return found


def find_link_lists(elements: list[Element], links: list[float]) -> list[int]:
    """Gives the lists most of whose lines are links: menus, contents, other articles.

    `links` has how many of the lines before each line are links.
    """
    found: list[int] = []
    for number in [number for number, element in enumerate(elements) if element.tag in LISTS]:
        element = elements[number]
        linked = links[element.last] - links[element.first]
        if linked > 1 and 5 * linked >= 3 * (element.last - element.first):
            found.append(number)
    return found


def find_invitations(elements: list[Element], lines: list[Line]) -> list[int]:
    """Gives the boxes of a few lines around a form: newsletters, votes, searches."""
    forms = [number for number, element in enumerate(elements) if element.tag == "form"]
    boxes = (_box_around(number, elements, lines) for number in forms)
    return [box for box in boxes if _is_small(elements[box], lines)]


def _box_around(number: int, elements: list[Element], lines: list[Line]) -> int:
    """The largest small element around an element, itself where there is none."""
    above = elements[number].parent
    while above > 0 and _is_small(elements[above], lines):
        number, above = above, elements[above].parent
    return number


def _is_small(element: Element, lines: list[Line]) -> bool:
    held = lines[element.first : element.last]
    return len(held) <= BOX_LINES and sum(len(line.text) for line in held) <= CARD_TEXT
