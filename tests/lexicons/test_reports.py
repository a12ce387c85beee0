"""Nouns that report are found with article, preposition and owner."""

import pytest

from musnad.fold import fold_key
from musnad.lexicons.reports import report_nouns


@pytest.mark.parametrize(
    ("form", "lemma", "use", "person"),
    [
        ("دعوة", "دعا", "noun", ""),
        ("تحذيرا", "حذر", "noun", ""),
        ("دعوتها", "دعا", "own", "3fs"),
        ("شكواهم", "شكا", "own", "3mp"),
        ("بإعلانه", "أعلن", "own", "3ms"),
        ("للتنديد", "ندد", "purpose", ""),
        ("اتهامات", "اتهم", "heard", ""),
    ],
)
def test_report_noun(form: str, lemma: str, use: str, person: str) -> None:
    found = report_nouns()[fold_key(form)]
    assert (found.verb.lemma, found.use, found.verb.person) == (lemma, use, person)


def test_a_noun_of_no_gathering_says_no_purpose() -> None:
    assert fold_key("للكشف") not in report_nouns()


def test_an_object_is_no_participle_and_no_verb() -> None:
    assert not {fold_key("مطالبا"), fold_key("بحثا")} & report_nouns().keys()
