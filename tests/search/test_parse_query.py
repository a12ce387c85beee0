"""Queries: words, fields, and plain words for a mistake."""

import pytest

from musnad.errors import MusnadError
from musnad.search import FIELDS, parse_query
from musnad.store import Wanted

ROWS = [
    ("", Wanted()),
    ("إغلاق الميناء", Wanted(text="إغلاق الميناء")),
    ("speaker:لجين", Wanted(speaker="لجين")),
    ('speaker:"وزارة الموانئ" act:deny', Wanted(speaker="وزارة الموانئ", act="deny")),
    ("speaker:«وزارة الموانئ» الميناء", Wanted(speaker="وزارة الموانئ", text="الميناء")),
    ("speaker:“وزارة الموانئ”", Wanted(speaker="وزارة الموانئ")),
    ("confidence:0.8", Wanted(confidence=0.8)),
    ("since:2031-05-01 until:2031", Wanted(since="2031-05-01", until="2031")),
    ('"إغلاق الميناء"', Wanted(text="إغلاق الميناء")),
    ("article:a1b2", Wanted(article_id="a1b2")),
    ("قال: نعم", Wanted(text="قال: نعم")),  # a field is written in Latin letters
    ("https://sada.example/1", Wanted(text="https://sada.example/1")),
    ("10:30", Wanted(text="10:30")),
    ("act:deny act:warn", Wanted(act="warn")),
]


@pytest.mark.parametrize(("query", "wanted"), ROWS)
def test_a_query_means(query, wanted):
    assert parse_query(query) == wanted


def test_a_query_adds_to_what_is_given():
    given = Wanted(text="الميناء", act="deny", speaker="أ")
    assert parse_query("إغلاق act:warn", given) == Wanted(
        text="الميناء إغلاق", act="warn", speaker="أ"
    )


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("speeker:x", "did you mean «speaker»"),
        ("act:denny", "did you mean «deny»"),
        ("since:أمس", "2031-05-01"),
        ("since:2031-13", "2031-05"),
        ("until:2031-05-32", "2031-05"),
        ("confidence:often", "from 0 to 1"),
        ("confidence:1.2", "from 0 to 1"),
        ("speaker:", "without its value"),
        ("speaker: وزارة", "without its value"),
        ('speaker:""', "without its value"),
    ],
)
def test_a_mistake_is_told(query, words):
    with pytest.raises(MusnadError, match="M-015") as caught:
        parse_query(query)
    assert words in str(caught.value)


def test_every_field_is_known_to_the_store():
    assert {"article_id" if name == "article" else name for name in FIELDS} <= set(
        Wanted.__struct_fields__
    )
