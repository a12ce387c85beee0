"""Which place of a name is meant, and how exactly it is known. The places are real ones."""

import msgspec
import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Dateline, PageRef, Place
from musnad.stages.read_language import read_language
from musnad.stages.read_language.mentions_scan import Found, make_scan
from musnad.stages.read_language.places import PlaceFinder
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


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("زار الوفد الكرك الأردنية.", "الكرك", "JO"),
        ("خرج السكان في العمارة والناصرية.", "العمارة", "IQ"),
        ("وصلت القافلة من دمشق إلى الميادين.", "الميادين", "SY"),
        ("هطل المطر على عدن في اليمن.", "عدن", "YE"),
        ("قالت الشرطة المصرية إنها أغلقت مخزنا في قنا.", "قنا", "EG"),
        ("أغلق الطريق بين الجزائر العاصمة وبجاية.", "بجاية", "DZ"),
    ],
)
def test_a_common_word_is_a_place_where_the_words_around_say_so(
    text: str, name: str, country: str
) -> None:
    assert place_of(text, name).country == country


@pytest.mark.parametrize("text", ["زار الوفد العمارة.", "عاد الموظف إلى العمارة."])
def test_a_common_word_is_no_place_without_them(text: str) -> None:
    language = read_language(msgspec.structs.replace(ARTICLE, text=text), analyse(text),
                             load_lexicon())  # fmt: skip
    assert not any(entity.type == "place" for entity in language.entities)


def test_the_only_one_in_the_lists_is_not_taken_when_the_text_is_of_another_country() -> None:
    place = place_of("زار الوفد البرتغالي مزرعة قرب سليانة، وعاد إلى لشبونة.", "سليانة")
    assert (place.country, place.candidates) == (None, ("سليانة, TN",))
    assert "PT" in place.reason
    assert place_of("زار الوفد البرتغالي مزرعة قرب سليانة في تونس.", "سليانة").country == "TN"


def test_towns_of_one_latin_name_share_their_arabic_name() -> None:
    assert place_of("خسر الفريق الأرجنتيني في قرطبة.", "قرطبة").country == "AR"
    assert place_of("خسر الفريق الإسباني في قرطبة.", "قرطبة").country == "ES"


def located(name: str) -> Place:
    scan = make_scan(analyse(f"عاد إلى {name}."), load_lexicon())
    found = Found("place", 2, 2 + len(name.split()), 0, name, "mentions.crf")
    return PlaceFinder(ARTICLE, [found], scan).find([found])[1]


def test_the_noun_before_and_the_nation_after_are_no_part_of_the_name() -> None:
    place = located("محافظة تعز اليمنية")
    assert (place.country, place.precision) == ("YE", "province")
    assert located("قلعة الكرك الأردنية").country == "JO"


def test_a_street_does_not_lie_in_the_town_of_its_name() -> None:
    assert located("شارع بغداد").country is None


def test_a_governor_is_of_the_country_of_the_place() -> None:
    text = "قال محافظ حلب إن المدرسة فتحت."
    language = read_language(msgspec.structs.replace(ARTICLE, text=text), analyse(text),
                             load_lexicon())  # fmt: skip
    assert [(entity.name, entity.country) for entity in language.entities] == [("محافظ حلب", "SY")]
