"""Words are cut into particles, stem and pronoun; names and roots stay whole."""

import pytest

from musnad.text.segments import segment

CUT = {
    "وسيعلنها": ("و س يعلن ها"),
    "للوزير": "ل لوزير",
    "وبالمدينة": "و ب المدينة",
    "فقالت": "ف قالت",
    "بوزارة": "ب وزارة",
    "كتابهم": "كتاب هم",
    "مدينتنا": "مدينت نا",
    "وبه": "و ب ه",
    "لأنها": "ل أن ها",
    "عليكم": "علي كم",
    "بأنفسهم": "ب أنفس هم",
    "ولذلك": "و ل ذلك",
    "كهذه": "ك هذه",
}
WHOLE = (
    "سيرجي", "بشار", "بسطت", "وليد", "فرنسا", "كمال", "لبنان", "سوريا", "باريس", "فلسطين", "بوتين",
    "وزارة", "لجنة", "بيان", "وكالة", "كتابة", "دولي", "بحثت", "وصفت", "كما", "كذلك", "لكن", "فيما",
    "فحسب", "بينما", "وفق", "أيها", "ولاية",
)  # fmt: skip


@pytest.mark.parametrize(("word", "parts"), CUT.items())
def test_clitics_are_cut_off(word: str, parts: str) -> None:
    found = segment(word)
    pieces = [*found.prefixes, found.stem, *([found.suffix] if found.suffix else [])]
    assert pieces == parts.split()


@pytest.mark.parametrize("word", WHOLE)
def test_a_word_that_begins_or_ends_like_a_clitic_stays_whole(word: str) -> None:
    assert segment(word).stem == word
    assert segment(word).prefixes == ()


def test_a_pronoun_is_told_from_the_feminine_ending() -> None:
    assert segment("كتابه").suffix == "ه"
    assert segment("كتابة").suffix == ""


@pytest.mark.parametrize("word", ["بلدينا", "وبلدينا"])
def test_no_preposition_stands_before_another(word: str) -> None:
    assert segment(word).stem == "بلدي"


@pytest.mark.parametrize(
    ("word", "stem"),
    [("وَالوَزِيرُ", "الوَزِيرُ"), ("والـوزير", "الـوزير"), ("كِتابُهُمْ", "كِتابُ"), ("وقالــوا", "قالــوا")],
)
def test_offsets_hold_with_marks_and_tatweel(word: str, stem: str) -> None:
    found = segment(word)
    assert found.printed == word
    assert word[found.start : found.end] == found.stem == stem
    assert word[found.end :] == found.suffix


@pytest.mark.parametrize(
    ("plain", "other"), [("لأنه", "لانه"), ("إليها", "اليها"), ("وأكد", "واكد")]
)
def test_a_word_without_its_hamza_is_cut_alike(plain: str, other: str) -> None:
    ours, theirs = segment(plain), segment(other)
    assert (ours.start, ours.end) == (theirs.start, theirs.end) != (0, len(plain))
