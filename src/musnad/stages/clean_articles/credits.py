"""Bylines, datelines and credits: who filed the article, from where, taken from whom."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Dateline
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.furniture import (
    SEPARATOR,
    first_word,
    furniture_phrases,
    line_words,
)

EDGES: Final = " \t\r\u00a0\u200e\u200f:-–—_/|.,،()[]\u0640\"'"
ABBREVIATION: Final = re.compile(
    r"^(?:[\u0621-\u064a](?:[ .]+[\u0621-\u064a]){2,3}\.?|[A-Z]{2,5})$"
)
PAIR: Final = r"[\u0621-\u064a]\s*[./]\s*[\u0621-\u064a]"
TWO_LETTERS: Final = re.compile(rf"^[(\[/ ]*{PAIR}(?:\s*[/-]\s*{PAIR})*[)\]/. ]*$")
DASH: Final = re.compile(r"\s*(?:[-–—_/|:]|\u0640(?=\s))+\s*")
BRACKET_OR_DASH: Final = re.compile(r"[()\[\]]|" + DASH.pattern)
COMMAS: Final = re.compile(r"\s*[،,/+]\s*|\s+و(?=وكالة|وكالات)|\s+-\s+")
NOT_A_NAME: Final = re.compile(r"[.!؟?:«»\"،\d]")
NAME: Final = r"[^\W\d_][^()\[\]\-–—_:«»\"،,./]{1,28}?"
DAY: Final = r"(?:\s+(?:في\s+)?\d{1,2}\s+[^\W\d_]+(?:\s[^\W\d_]+)?)?"
IN_BRACKETS: Final = r"\s*[(\[](?P<within>[^()\[\]]{2,45})[)\]]\s*(?P<sign>[-–—:]+(?=\s))?"
AFTER_DASH: Final = r"\s*[-–—_/]+\s*(?P<after>[^()\[\]:«»\"\-–—]{2,45}?)\s*(?::|[-–—/]{1,2})\s"
GLUED: Final = (
    re.compile(rf"^(?P<place>{NAME})(?:\s*[،,]\s*{NAME})?{DAY}(?:{IN_BRACKETS}|{AFTER_DASH})"),
    re.compile(rf"^(?P<place>{NAME})\s*\([^()]{{2,30}}\){DAY}{AFTER_DASH}"),
)
BARE: Final = re.compile(
    r"^(?P<place>[^\W\d_]{2,}(?:\s[^\W\d_]{2,})?)\s+[-–—]\s+(?P<next>[^\W\d_]{2,})\s"
    r"(?!.{0,150}\s[-–—]\s)"
)
"""A place and a dash before the first words; a second dash would close an insertion."""
SIGNED_LENGTH: Final = 60
"""Code points up to which a line with a dash may be a signature."""
GLUED_WITHIN: Final = 130
BRACKET_OR_SIGN: Final = re.compile(r"[(\[\-–—_/]")
"""One of these stands behind the place of every dateline."""


class Filed(NamedTuple):
    """What a line of credits says: place, agencies, and whether it has desk words («متابعة»)."""

    place: str | None = None
    agencies: tuple[str, ...] = ()
    desk: bool = False


@cache
def _words(name: str) -> frozenset[tuple[str, ...]]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(tuple(line_words(phrase)) for phrase in table[name])


def is_desk(name: str) -> bool:
    """Says whether the words name no one («متابعة», «وكالات»)."""
    return line_words(name) in _words("desk")


def medium_name(name: str, lexicon: Lexicon) -> str | None:
    """Gives the usual name of a news organisation that the lexicon knows by these words."""
    return next((entry.name for entry in lexicon.entries(name) if entry.type == "media"), None)


def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Says whether the words name a news organisation, by lexicon, head noun or shape."""
    words = line_words(name)
    if not words or len(words) > 6:
        return False
    if is_medium(name, lexicon) or ABBREVIATION.match(name.strip(EDGES)):
        return True
    return len(words) > 1 and words[:1] in _words("outlet")


def is_medium(name: str, lexicon: Lexicon) -> bool:
    """Says whether the lexicon knows a news organisation by these words."""
    entries = lexicon.entries(name)
    return bool(entries) and any(entry.type == "media" for entry in entries)


def is_place(name: str, lexicon: Lexicon) -> bool:
    """Says whether the words name a place that the lexicon knows."""
    entries = lexicon.entries(name)
    return bool(entries) and any(entry.type == "place" for entry in entries)


def read_filed(line: str, lexicon: Lexicon) -> Filed | None:
    """Gives who filed a line that holds nothing but place, agencies and desk words."""
    if len(line) > 70:
        return None
    parts = [part.strip(EDGES) for part in BRACKET_OR_DASH.split(line)]
    parts = [part for piece in parts for part in COMMAS.split(piece) if part.strip(EDGES)]
    if not 1 <= len(parts) <= 5:
        return None
    names = [part for part in parts if not is_desk(part)]
    desk = len(names) < len(parts)
    place = names[0] if len(parts) > 1 and names and is_place(names[0], lexicon) else None
    agencies = names[1:] if place else names
    unknown = [name for name in agencies if not is_agency(name, lexicon)]
    if not desk and len(unknown) == len(agencies):
        return None
    if not unknown:
        return Filed(place, tuple(agencies), desk)
    return None if place else _filed_by_unknown(agencies, unknown, desk=desk)


def _filed_by_unknown(agencies: list[str], unknown: list[str], *, desk: bool) -> Filed | None:
    """A first name that nobody knows is the place before an agency, alone it is the credit."""
    if unknown != agencies[:1] or len(line_words(unknown[0])) > 3:
        return None
    if len(agencies) == 1:
        return Filed(None, tuple(agencies), desk)
    return Filed(unknown[0], tuple(agencies[1:]), desk)


def read_glued_dateline(paragraph: str, lexicon: Lexicon) -> Dateline | None:
    """Gives the dateline that a first paragraph begins with («الصفا (رويترز) - قال…»)."""
    start = paragraph[:GLUED_WITHIN]
    for pattern in GLUED if BRACKET_OR_SIGN.search(start) else ():
        match = pattern.match(start)
        dateline = _dateline(match, lexicon) if match else None
        if dateline:
            return dateline
    told = len(paragraph) > SIGNED_LENGTH and BRACKET_OR_SIGN.search(start)
    bare = BARE.match(paragraph) if told else None
    if bare and _opens_text(bare["place"], bare["next"], lexicon):
        return Dateline(place=bare["place"])
    return None


def _opens_text(place: str, following: str, lexicon: Lexicon) -> bool:
    """Says whether a place alone stands before a word that may be a verb."""
    if is_place(place, lexicon):
        return True
    word = fold_key(following)
    known = lexicon.word(word)
    noun = word.startswith("ال") or (known is not None and not known.given)
    named = is_desk(place) or is_agency(place, lexicon) or goes_on(place)
    told = furniture_phrases().find(f"{place}:") or lexicon.entries(place)
    return _may_be_place(place) and not (noun or named or told)


def _dateline(match: re.Match[str], lexicon: Lexicon) -> Dateline | None:
    parts = match.groupdict()
    place = parts["place"].strip(EDGES)
    names = [part.strip(EDGES) for part in COMMAS.split(parts.get("within") or parts["after"])]
    agencies = tuple(name for name in names if name and is_credited(name, lexicon))
    known = is_place(place, lexicon)
    signed = bool(parts["after"] or parts.get("sign"))
    if not known and not (signed and _may_be_place(place)):
        return None
    if not agencies and not (known and signed and any(is_desk(name) for name in names)):
        return None
    return Dateline(place=place, agencies=agencies)


def is_credited(name: str, lexicon: Lexicon) -> bool:
    """Says whether a dateline's words name an agency, also where «وكالة» is left out."""
    return is_agency(name, lexicon) or is_medium(f"وكالة {name}", lexicon)


def _may_be_place(name: str) -> bool:
    words = line_words(name)
    return len(words) <= 2 and not any((word,) in _words("not_in_names") for word in words)


def is_name_line(line: str) -> bool:
    """Says whether a short line can be the name of a person or a caption: no verb, no sentence."""
    if len(line) > 40 or NOT_A_NAME.search(line):
        return False
    words = line_words(line)
    if not 1 <= len(words) <= 4:
        return False
    return not any((word,) in _words("not_in_names") for word in words)


def goes_on(paragraph: str) -> bool:
    """Says whether a paragraph begins with the و that joins it to the one before («وأضاف…»)."""
    word = first_word(paragraph.split(" ", 1)[0])
    if not word.startswith("و"):
        return False
    return not any(word.startswith(stem[0]) for stem in _words("begins_with_waw"))


def labelled_value(line: str) -> str:
    """Gives what stands after the label of a line such as «المصدر: وكالة الساحل»."""
    separator = SEPARATOR.search(line)
    return line[separator.end() :].strip(EDGES) if separator else ""


def name_list(value: str) -> tuple[str, ...]:
    """Gives the names in a credit, desk words left out."""
    names = (name.strip(EDGES) for name in re.split(r"\s*[+،,/|]\s*|\s+-\s+", value))
    return tuple(name for name in names if name and not is_desk(name))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Gives each name once, in order, whatever its spelling; a part of another name is left out."""
    kept: dict[frozenset[str], str] = {}
    for name in names:
        words = frozenset(line_words(name))
        if words and not any(words <= other or other <= words for other in kept):
            kept[words] = name
    return tuple(kept.values())
