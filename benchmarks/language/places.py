"""Which of the places of one name is meant: short texts written for it, with the country expected.

«?» expects that nothing is chosen. Lines 1, 3, 5… of place_texts.toml were seen in tuning.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from language import Row, Table
from language.names import plain_article
from musnad.fold import fold_key
from musnad.lexicons import Lexicon, load_lexicon
from musnad.model.records import Entity
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

TEXTS = Path(__file__).with_name("place_texts.toml")
OPEN = "?"


class Case(NamedTuple):
    """A text with a place in it and the country that is meant."""

    country: str
    name: str
    text: str


def measure(shared: Path) -> Table:  # noqa: ARG001 - all measures are called alike
    """Gives the share of places put in the right country, and of those put in a wrong one."""
    cases = read_cases()
    lexicon = load_lexicon()
    halves = (("seen in tuning", cases[::2]), ("not seen", cases[1::2]))
    rows = [row for half, part in halves for row in _rows(half, part, lexicon)]
    return Table(
        title="Places of one name",
        about="country of an ambiguous place; beside it the most populous of the name",
        rows=rows,
        notes=[
            f"wrong, seen half: {case.name}, {case.country}: {case.text}"
            for case in cases[::2]
            if found_country(case, lexicon) != case.country
        ],
    )


def read_cases() -> list[Case]:
    """Gives the cases in their order."""
    lines = tomllib.loads(TEXTS.read_text("utf-8"))["texts"].strip().split("\n")
    return [
        Case(*named.split(" ", 1), text)
        for named, _, text in (line.partition(" | ") for line in lines)
    ]


def _rows(half: str, cases: Sequence[Case], lexicon: Lexicon) -> list[Row]:
    found = [found_country(case, lexicon) for case in cases]
    right = sum(one == case.country for one, case in zip(found, cases, strict=True))
    wrong = sum(one not in (OPEN, case.country) for one, case in zip(found, cases, strict=True))
    big = sum(biggest(case, lexicon) == case.country for case in cases)
    what = f"places {half} ({len(cases)})"
    return [
        Row(f"{what}: right", right / len(cases), (("most populous", big / len(cases)),),
            f"places {half}: right"),
        Row(f"{what}: not wrong", 1 - wrong / len(cases), (), f"places {half}: not wrong"),
    ]  # fmt: skip


def found_country(case: Case, lexicon: Lexicon) -> str:
    """Gives the country that Musnad puts the place of a case in, «?» when it leaves it open."""
    language = read_language(plain_article(case.text), analyse(case.text), lexicon)
    named = (entity for entity in language.entities if _is_meant(entity, case.name))
    entity = next(named, None)
    place = entity.place if entity is not None else None
    return (place.country if place is not None else None) or OPEN


def _is_meant(entity: Entity, name: str) -> bool:
    """«ريف إدلب» is as good as «إدلب»."""
    names = (fold_key(each) for each in (entity.name, *entity.aliases))
    return entity.type == "place" and any(fold_key(name) in each for each in names)


def biggest(case: Case, lexicon: Lexicon) -> str:
    """Gives the country of the most populous place of the name."""
    entries = [entry for entry in lexicon.entries(case.name) if entry.type == "place"]
    return max(entries, key=lambda entry: entry.population).country or OPEN if entries else OPEN
