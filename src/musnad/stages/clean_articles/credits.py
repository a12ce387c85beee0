"""Bylines, datelines and credits: who filed the article, from where, taken from whom."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Dateline
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.furniture import SEPARATOR, line_words

EDGES = " \t\r\u00a0\u200e\u200f:-–—_/|.,،()[]\u0640\"'"
ABBREVIATION = re.compile(r"^(?:[\u0621-\u064a](?:[ .]+[\u0621-\u064a]){1,3}\.?|[A-Z]{2,5})$")
DASH = re.compile(r"\s*(?:[-–—_/|:]|\u0640(?=\s))+\s*")
COMMAS = re.compile(r"\s*[،,/+]\s*|\s+و(?=وكالة|وكالات)|\s+-\s+")
GLUED = re.compile(
    r"^(?P<place>[^\W\d_][^()\[\]\-–—_:«»\"،,.]{1,28}?)(?P<more>\s*[،,]\s*[^()\[\]\-–—_:«»\"،,.]{2,28}?)?\s*"
    r"(?:[(\[](?P<in>[^()\[\]]{2,45})[)\]]\s*(?:[-–—:]+\s*)?|[-–—_/]+\s*(?P<after>[^()\[\]:«»\"\-–—]{2,45}?)\s*(?::|[-–—]{1,2})\s+)"
)
DATELINE_WORDS = 9


class Filed(NamedTuple):
    """What a byline, credit or dateline says: place, agencies, persons."""

    place: str | None = None
    agencies: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()


@cache
def _words(name: str) -> frozenset[tuple[str, ...]]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(tuple(line_words(phrase)) for phrase in table[name])


def is_desk(name: str) -> bool:
    """Says whether the words name no one («متابعة», «وكالات»)."""
    return tuple(line_words(name)) in _words("desk")


def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Says whether the words name a news organisation, by lexicon, head noun or shape."""
    words = line_words(name)
    if not words or len(words) > 6:
        return False
    if ABBREVIATION.match(name.strip(EDGES)) or any(
        e.type == "media" for e in lexicon.entries(name)
    ):
        return True
    return len(words) > 1 and (words[0],) in _words("outlet")


def is_place(name: str, lexicon: Lexicon) -> bool:
    """Says whether the words name a place that the lexicon knows."""
    return any(entry.type == "place" for entry in lexicon.entries(name))


def read_filed(line: str, lexicon: Lexicon) -> Filed | None:
    """Gives who filed a line that holds nothing but place, agencies and desk words."""
    if len(line) > 70:
        return None
    parts = [part.strip(EDGES) for part in re.split(r"[()\[\]]|" + DASH.pattern, line)]
    parts = [part for piece in parts for part in COMMAS.split(piece) if part.strip(EDGES)]
    if not 1 <= len(parts) <= 5:
        return None
    place: str | None = None
    agencies: list[str] = []
    desks = 0
    for number, part in enumerate(parts):
        if is_desk(part):
            desks += 1
        elif is_agency(part, lexicon):
            agencies.append(part)
        elif not number and len(parts) > 1 and is_place(part, lexicon):
            place = part
        elif not number and len(parts) > 1 and len(line_words(part)) <= 3:
            place = None
            unknown = part
            agencies.append(unknown)
        else:
            return None
    if not desks and not any(is_agency(agency, lexicon) for agency in agencies):
        return None
    return Filed(*_place_or_agency(place, agencies, lexicon))


def _place_or_agency(
    place: str | None, agencies: list[str], lexicon: Lexicon
) -> tuple[str | None, tuple[str, ...]]:
    """A first part that nobody knows is the place before an agency, else the credit itself."""
    if place is None and len(agencies) > 1 and not is_agency(agencies[0], lexicon):
        return agencies[0], tuple(agencies[1:])
    return place, tuple(agencies)


def read_glued_dateline(paragraph: str, lexicon: Lexicon) -> Dateline | None:
    """Gives the dateline that a first paragraph begins with («الصفا (رويترز) - قال…»)."""
    match = GLUED.match(paragraph[:130])
    if match is None:
        return None
    place = match["place"].strip(EDGES)
    names = [part.strip(EDGES) for part in COMMAS.split(match["in"] or match["after"])]
    agencies = tuple(name for name in names if name and is_agency(name, lexicon))
    known = is_place(place, lexicon)
    if not agencies and not (known and any(is_desk(name) for name in names)):
        return None
    if not known and (match["in"] or len(line_words(place)) > 2) and not _may_be_place(place):
        return None
    return Dateline(place=place, agencies=agencies)


def _may_be_place(name: str) -> bool:
    words = line_words(name)
    return len(words) <= 3 and not any((word,) in _words("not_in_names") for word in words)


def is_name_line(line: str) -> bool:
    """Says whether a short line can be the name of a person or a caption: no verb, no sentence."""
    words = line_words(line)
    if (
        not 1 <= len(words) <= 4
        or len(line) > 40
        or re.search(r"[.!؟?:«»\"،\d]", line.strip(EDGES))
    ):
        return False
    return not any((word,) in _words("not_in_names") for word in words)


def labelled_value(line: str) -> str:
    """Gives what stands after the label of a line such as «المصدر: وكالة الساحل»."""
    separator = SEPARATOR.search(line)
    return line[separator.end() :].strip(EDGES) if separator else ""


def name_list(value: str) -> tuple[str, ...]:
    """Gives the names in a credit, desk words left out."""
    names = (name.strip(EDGES) for name in re.split(r"\s*[+،,/|]\s*|\s+-\s+", value))
    return tuple(name for name in names if name and not is_desk(name))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Gives each name once, in order, whatever its spelling."""
    return tuple({fold_key(name): name for name in reversed(tuple(names))}.values())[::-1]
