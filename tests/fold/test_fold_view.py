"""Which spellings are one, and where a folded offset lies in print."""

import unicodedata

import pytest

from musnad.fold import fold_key, fold_view

ONE_KEY = [
    ("ا", ["أ", "إ", "آ", "\u0671", "\u0627\u0654", "\ufe8d", "\ufe84"]),
    ("مدينه", ["مدينة", "مَدِينَةٌ", "مـديـنـة", "مدين\u200cة", "\u202bمدينة\u202c", "\ufeffمدينة"]),
    ("مستشفي", ["مستشفى", "مستشفي", "مستشف\u06cc", "مستشف\ufef0"]),
    ("وكاله", ["وكالة", "و\u06a9الة", "وكال\ufe94", "وكال\u06c1", "وكال\u06d5"]),
    ("مسيول", ["مسئول"]),
    ("مسوول", ["مسؤول", "مسو\u0654ول"]),
    ("لا", ["لا", "\ufefb", "\ufefc", "لآ", "\ufef5", "\ufef7", "\ufef9", "لَا"]),
    ("الله", ["\ufdf2", "اللّه"]),
    ("2031", ["٢٠٣١", "۲۰۳۱", "\uff12\uff10\uff13\uff11"]),
    ("الرحمن", ["الرحمٰن", "الرحمـٰن"]),
    ("بي", ["\u067e\u06cc", "پي"]),
    ("kabinett", ["Kabinett", "KABINETT", "\uff2babinett"]),
    ("elysee", ["Élysée", "E\u0301lyse\u0301e"]),
    ("fi", ["\ufb01", "FI"]),
    ("", ["\u200f\u200e", "\u064b", "ـ", "\ufe70", "\ufe7e"]),
    (" ", ["\xa0", "\u2003", "\u3000"]),
]


@pytest.mark.parametrize(
    ("key", "spelling"), [(key, spelling) for key, all_of_it in ONE_KEY for spelling in all_of_it]
)
def test_spellings_with_one_key(key: str, spelling: str) -> None:
    assert fold_key(spelling) == key
    assert fold_view(spelling).text == key


@pytest.mark.parametrize(
    ("one", "other"),
    [("سماء", "سما"), ("على", "علا"), ("حرب", "حزب"), ("،", ","), ("ث", "ت"), ("٪", "%")],
)
def test_words_that_stay_two(one: str, other: str) -> None:
    assert fold_key(one) != fold_key(other)


def test_every_presentation_form_becomes_letters_with_one_spelling() -> None:
    forms = [chr(code) for code in (*range(0xFB50, 0xFDFB), *range(0xFE70, 0xFEFD))]
    letters = [form for form in forms if unicodedata.decomposition(form)]
    several_words = {"\ufdfa"}
    assert len(letters) > 600
    assert {form for form in letters if fold_key(form) == form} == several_words


def test_a_text_that_loses_no_character_keeps_its_offsets() -> None:
    folded = fold_view("أعلنت مدينة الصفا")
    assert folded.text == "اعلنت مدينه الصفا"
    assert (folded.to_print(6), folded.to_folded(6), folded.span(6, 11)) == (6, 6, (6, 11))


def test_a_span_takes_the_marks_after_its_last_letter() -> None:
    text = "مدينةٌ كبيرةً"
    folded = fold_view(text)
    assert text[slice(*folded.span(0, 5))] == "مدينةٌ"
    assert text[slice(*folded.span(6, 11))] == "كبيرةً"
    assert fold_view("كبيرـة").span(0, 5) == (0, 6)
    assert fold_view("كبيرـة").span(0, 4) == (0, 5)


def test_a_span_leaves_out_the_direction_mark_after_it() -> None:
    text = "الصفا\u200f.\u200f ثم"
    assert text[slice(*fold_view(text).span(0, 5))] == "الصفا"
    assert fold_view("الصف\u200f\u064c\u200f").span(0, 4) == (0, 6)


def test_a_ligature_belongs_whole_to_a_span_that_takes_half_of_it() -> None:
    folded = fold_view("ا\ufefbن")
    assert folded.text == "الان"
    assert (folded.span(1, 2), folded.span(2, 3), folded.span(3, 4)) == ((1, 2), (1, 2), (2, 3))
    assert [folded.to_folded(offset) for offset in range(4)] == [0, 1, 3, 4]


def test_offsets_count_code_points_beyond_the_basic_plane() -> None:
    text = "🌊 مرسىً 🌊"
    folded = fold_view(text)
    assert text[slice(*folded.span(2, 6))] == "مرسىً"
    assert folded.to_print(len(folded.text)) == len(text)


def test_an_empty_span_is_empty_in_print() -> None:
    assert fold_view("مَن").span(1, 1) == (2, 2)


def test_a_text_of_many_scripts_folds_like_its_words() -> None:
    text = "".join(map(chr, range(0x41, 0x590))) + "مدينة"
    assert fold_view(text).text == fold_key(text)
    assert fold_view(text).text.endswith("مدينه")
