import pytest

from musnad.fold import fold_view
from musnad.text.numbers import read_number, read_ordinal
from musnad.text.tokens import find_tokens

NUMBERS = [
    ("7", 7),
    ("٢٥", 25),
    ("34,454", 34454),
    ("1,234,567", 1234567),
    ("1.2 مليار", 1_200_000_000),
    ("1,5 مليون", 1_500_000),
    ("200 ألف", 200_000),
    ("20 ألفا و674", 20_674),
    ("ثلاثة", 3),
    ("ثماني", 8),
    ("أحد عشر", 11),
    ("اثنتا عشرة", 12),
    ("خمسة عشر", 15),
    ("خمسة وعشرين", 25),
    ("مائة", 100),
    ("مئتي", 200),
    ("ثلاثمئة", 300),
    ("خمس مئة", 500),
    ("ألف", 1000),
    ("ألفين", 2000),
    ("ثلاثة آلاف وخمسمئة", 3500),
    ("مليون و200 ألف", 1_200_000),
    ("مليون ونصف", 1_500_000),
    ("نصف مليون", 500_000),
    ("مليوني", 2_000_000),
    ("مئة وخمسة وعشرون ألفا", 125_000),
]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_number_has_its_value(text: str, value: float) -> None:
    tokens = find_tokens(fold_view(text + " شخص"))
    number = read_number(tokens, 0)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("text", ["شخص", "وعشرة", "نصف المدينة", "،"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert read_number(find_tokens(fold_view(text)), 0) is None


def test_number_stops_at_the_first_other_word() -> None:
    tokens = find_tokens(fold_view("سبعة جرحى وخمسة"))
    number = read_number(tokens, 0)
    assert number is not None
    assert (number.value, number.end) == (7, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [("السابع", 7), ("الحادي عشر", 11), ("الخامس والعشرين", 25), ("الثلاثين", 30), ("شهر", None)],
)
def test_ordinal(text: str, value: int | None) -> None:
    ordinal = read_ordinal(find_tokens(fold_view(text)).keys, 0)
    assert (ordinal and ordinal[0]) == value
