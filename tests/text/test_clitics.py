"""How a written word may be cut."""

import pytest

from musnad.fold import fold_key
from musnad.text.clitics import clitic_candidates


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("والوزير", ("وال", "وزير", "")),
        ("وللوزير", ("ولل", "وزير", "")),
        ("للغة", ("ل", "لغه", "")),
        ("للغة", ("لل", "غه", "")),
        ("بأن", ("ب", "ان", "")),
        ("فبالميناء", ("فبال", "ميناء", "")),
        ("سيعلن", ("س", "يعلن", "")),
        ("وسنواصل", ("وس", "نواصل", "")),
        ("كالساحل", ("كال", "ساحل", "")),
        ("قوله", ("", "قول", "ه")),
        ("بقولهما", ("ب", "قول", "هما")),
        ("مدينتنا", ("", "مدينه", "نا")),
        ("مستشفاها", ("", "مستشفي", "ها")),
        ("أبلغني", ("", "ابلغ", "ني")),
        ("إليهن", ("", "الي", "هن")),
        ("بلادكم", ("", "بلاد", "كم")),
        ("له", ("", "ل", "ه")),
        ("وبها", ("و", "ب", "ها")),
    ],
)
def test_a_reading_is_among_the_candidates(word: str, reading: tuple[str, str, str]) -> None:
    candidates = clitic_candidates(fold_key(word))
    assert reading in candidates
    assert candidates[0] == ("", fold_key(word), "")


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("الوزيره", ("ال", "وزير", "ه")),  # no pronoun after the article
        ("سلام", ("س", "لام", "")),  # «س» stands before verbs of the present only
        ("ول", ("و", "ل", "")),
        ("كه", ("", "ك", "ه")),
    ],
)
def test_a_reading_that_grammar_forbids(word: str, reading: tuple[str, str, str]) -> None:
    assert reading not in clitic_candidates(word)


@pytest.mark.parametrize("word", ["", "و", "2031", "،", "sahel"])
def test_what_cannot_be_cut_is_whole(word: str) -> None:
    assert clitic_candidates(word) == (("", word, ""),)


def test_the_least_cut_comes_first() -> None:
    cuts = [len(prefix) + len(suffix) for prefix, _, suffix in clitic_candidates("وبقولهما")]
    assert cuts == sorted(cuts)
    assert len(cuts) > 4
