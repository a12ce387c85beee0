"""Where a sentence ends."""

import pytest

from musnad.text.quotes import find_quotes
from musnad.text.sentences import split_sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, find_quotes(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["فتح الميناء أبوابه.", "وعاد العمال."],
        ["هل عاد العمال؟", "نعم!", "عادوا."],
        ["هل عادوا؟!", "نعم عادوا."],
        ["قال: «نعم».", "ثم سكت."],
        ["قال «نعمل. ونعود».", "ثم سكت."],
        ["قال: «نعمل.»", "وأضاف: «نعود.»"],
        ["بلغ العدد 25.", "وعاد العمال."],
        ["عام 2031 م.", "وعاد العمال."],
        ["انتهى الاجتماع .", "وعاد العمال ."],
        ["قال الوزيرُ.", "وعاد."],
        ["انتهى (بلا قرار).", "وعاد العمال."],
        ["انتهى\u200f.", "وعاد"],
        ["ماذا بعد...؟", "لا جواب."],
    ],
)
def test_what_ends_a_sentence(sentences: list[str]) -> None:
    assert _split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        "فتح الميناء، وعاد العمال؛ ثم سكتوا: نعم",
        "قال د. سامي إن أ. ليلى عادت",
        "نقلت أ.ف.ب عنه",
        "نقلت أ.ف.ب. عنه",
        "نقلت أ. ف. ب. عنه",
        "المدعو م . ى . عاد",
        "نقلت بي.بي.سي. وسي.إن.إن عنه",
        "بلغ 1.3 مليون و1,5 مليون و١٫٥ مليون",
        "كتب J. Adams و Dr. Adams و Sahel Inc. رسالة",
        "انظر www.sahel.example.com/a.html هنا",
        "لم يعد... ثم عاد",
        "لم يعد… ثم عاد",
        "لم يعد .. ثم عاد",
        "قال: «نعمل. نعود! متى؟ غدا» ثم سكت",
        'قال: "نعمل. نعود" ثم سكت',
        "عاد العمال (!) كلهم (هل عادوا؟ نعم. عادوا) أمس",
        "سأل: «متى نعود؟» ثم سكت",
        "1. فتح الميناء",
        "٣. فتح الميناء",
    ],
)
def test_what_ends_no_sentence(text: str) -> None:
    assert _split(text) == [text]


def test_a_line_end_always_ends_a_sentence() -> None:
    text = "مرسى تفتح ميناءها\n\nالصفا ــ قال: «نعمل\nونعود»\r\nثم سكت\u2028نعم"
    assert _split(text) == [
        "مرسى تفتح ميناءها",
        "الصفا ــ قال: «نعمل",
        "ونعود»",
        "ثم سكت",
        "نعم",
    ]


def test_an_ellipsis_ends_a_line() -> None:
    assert _split("لم يعد...\nثم عاد") == ["لم يعد...", "ثم عاد"]


def test_an_unclosed_quotation_holds_no_sentence_together() -> None:
    assert _split("قال: «نعمل. ثم سكت. وعاد") == ["قال: «نعمل.", "ثم سكت.", "وعاد"]


def test_a_full_stop_without_a_space_after_it() -> None:
    assert _split("فتح الميناء.وعاد العمال") == ["فتح الميناء.", "وعاد العمال"]


def test_nothing_gives_nothing() -> None:
    assert _split(" \n\u200f\n ") == []
