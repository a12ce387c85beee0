"""Which names are one: keys that hold in every article, and the wider comparison."""

import pytest

from musnad.fold import fold_key
from musnad.lexicons import load_lexicon
from musnad.text.name_keys import entity_id, name_key, same_name

ONE_KEY = [
    ("سيرغي نادروف", "سيرجي نادروف"),
    ("شويغانو", "شويجانو"),
    ("بلومبرغ", "بلومبيرغ"),
    ("عبد الرحمن العطار", "عبدالرحمان العطار"),
    ("أبو بكر", "ابي بكر"),
    ("آل نادر", "ال نادر"),
    ("إبراهيم صفوان", "ابرهيم صفوان"),
    ("نصر الله", "نصرالله"),
    ("ابن صفوان", "بن صفوان"),
    ("الدكتورة سلمى", "سلمى"),
    ("وزارة الخارجية الأميركية", "وزارة الخارجية الأمريكية"),
]
TWO_KEYS = [
    ("محمد", "محمود"),
    ("سليم", "سالم"),
    ("كريم العطار", "كرم العطار"),
    ("عمر", "عمرو"),
    ("جبهة المرفأ", "هيئة المرفأ"),
    ("الوزير السوري", "الرئيس السوري"),
    ("أحمد محمود", "محمود أحمد"),
    ("بوتان", "بوتين"),
]


@pytest.mark.parametrize(("one", "other"), ONE_KEY)
def test_spellings_of_one_name_have_one_key_and_one_id(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)
    assert entity_id("person", one) == entity_id("person", other)


@pytest.mark.parametrize(("one", "other"), TWO_KEYS)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
    assert not same_name(one, other)


def test_type_and_description_count_in_an_id() -> None:
    assert entity_id("person", "مرسى") != entity_id("place", "مرسى")
    assert entity_id("anonymous", "مصدر في شويغان") != entity_id("anonymous", "مصدر في شويجان")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ب. العطار", "بدر العطار"),
        ("بدر سامي العطار", "بدر العطار"),
        ("بدر بن سامي", "بدر سامي"),
        ("جان لو مارين", "جان لومارين"),
        ("كوفان ميلر", "ميلر كوفان"),
        ("غوتيريش", "جوتيريس"),
        ("رمضان لعمامرة", "رمضان العمامرة"),
        ("الأستاذ الدكتور بدر العطار", "بدر العطار"),
        ("أ.د. بدر العطار", "بدر العطار"),
        ("وزير الموانئ بدر العطار", "بدر العطار"),
        ("الرئيس السابق بدر العطار", "بدر العطار"),
        ("بدر العطار (أبو سامي)", "بدر العطار"),
        ("محمد بدر سامي العطار", "بدر العطار"),
        ("بدر المملوك", "بدر مملوك"),
        ("الحبيب العطار", "حبيب العطار"),
        ("نعمة الله ميلر", "نعمت الله ميلر"),
        ("ضياءالدين سروري", "ضيا الدين سروري"),
        ("شيماء العطار", "شيما العطار"),
        ("سلوى العطار", "سلوا العطار"),
        ("الحزب الديمقراطي", "الحزب الديموقراطي"),
        ("السي كي تي", "سي كي تي"),
        ("ذا ميلرز", "ذي ميلرز"),
        ("زمبابوي", "زيمبابوي"),
        ("جينيا", "غينيا"),
        ("الكونغرس", "كونغرس"),
        ("يوناس ميلر", "جوناس ميلر"),
        ("فيلي ميلر", "ويلي ميلر"),
        ("نورنبرغ", "نورمبرغ"),
        ("ماركو رادجيتش", "ماركو راجيتش"),
        ("رونين ميلر", "رونن ميلر"),
    ],
)
def test_one_name_written_otherwise(one: str, other: str) -> None:
    assert same_name(one, other, load_lexicon())
    assert same_name(other, one, load_lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("م. العطار", "بدر العطار"),
        ("العطار", "بدر العطار"),
        ("حزب المرفأ", "حزب المرفأ الوطني"),
        ("أندريه ميلر", "أندريا ميلر"),
        ("بدر سعيد", "بدر السعيد"),
        ("وزارة الموانئ الروسية", "الموانئ الروسية"),
        ("بدر علوش", "بدر علواش"),
        ("أبو علي", "أبو عالي"),
        ("ليبيا", "ليبا"),
    ],
)
def test_two_names_that_share_words(one: str, other: str) -> None:
    assert not same_name(one, other, load_lexicon())
    assert not same_name(other, one, load_lexicon())


def test_what_the_lexicon_knows_decides() -> None:
    lexicon = load_lexicon()
    assert same_name("سوريا", "سورية", lexicon)
    assert not same_name("النيجر", "نيجيريا", lexicon)


@pytest.mark.parametrize("name", ["", "123", "Reuters", "«»", "د.", "عبد", "ال", "أبو"])
def test_any_text_has_a_key(name: str) -> None:
    assert name_key(name) == name_key(fold_key(name))


def test_a_short_first_name_is_the_full_one_before_the_same_family_name() -> None:
    assert same_name("مايك نادروف", "مايكل نادروف")
    assert not same_name("مايك", "مايكل")
    assert not same_name("مايك نادروف", "توم نادروف")
    assert not same_name("مايك نادروف", "مايكل ماركوف")
