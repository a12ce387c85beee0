"""Which place of a name is meant, and how exactly it is known. The places are real ones."""

import msgspec
import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Dateline, PageRef, Place
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

ARTICLE = Article(
    id="a1", text_sha256="0", source_id="s", url=None, outlet=None, title=None, subtitle=None,
    byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
    language="ar", part_of=None, text="", page=PageRef(sha256="0", encoding="utf-8"),
)  # fmt: skip


def place_of(text: str, name: str, dateline: str | None = None) -> Place:
    filed = Dateline(place=dateline) if dateline is not None else None
    article = msgspec.structs.replace(ARTICLE, text=text, dateline=filed)
    language = read_language(article, analyse(text), load_lexicon())
    place = next(entity.place for entity in language.entities if entity.name == name)
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "country", "admin"),
    [
        ("قال الجيش اللبناني إن السفن عادت إلى طرابلس.", "LB", "الشمال"),
        ("قالت الحكومة الليبية إن السفن عادت إلى طرابلس.", "LY", "طرابلس"),
        ("عادت السفن من بنغازي إلى طرابلس.", "LY", "طرابلس"),
    ],
)
def test_the_country_that_the_text_speaks_of_decides(text: str, country: str, admin: str) -> None:
    place = place_of(text, "طرابلس")
    assert (place.country, place.admin, place.precision) == (country, admin, "town")
    assert place.lat is not None
    assert country in place.reason
    assert len(place.candidates) == 1


def test_the_dateline_decides_when_nothing_else_does() -> None:
    assert place_of("عادت السفن إلى طرابلس.", "طرابلس", "بيروت").country == "LB"


def test_an_open_place_has_no_pin_and_says_why() -> None:
    place = place_of("عادت السفن إلى طرابلس.", "طرابلس")
    assert (place.lat, place.lon, place.precision, place.country) == (None, None, None, None)
    assert sorted(place.candidates) == ["طرابلس, LB", "طرابلس, LY"]
    assert "LB" in place.reason
    assert "LY" in place.reason


def test_two_countries_alike_leave_it_open() -> None:
    text = "قالت الحكومة الليبية والحكومة اللبنانية إن السفن عادت إلى طرابلس."
    assert place_of(text, "طرابلس").country is None


def test_a_country_is_never_a_pin() -> None:
    place = place_of("عادت السفن إلى تونس ثم إلى مصر.", "مصر")
    assert (place.lat, place.precision, place.country) == (None, "country", "EG")


def test_after_the_noun_of_a_division_it_is_the_division() -> None:
    assert place_of("عادت القوافل إلى ولاية سوسة.", "سوسة").precision == "province"
    assert place_of("عادت القوافل إلى سوسة.", "سوسة").precision == "town"
