from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from number_speller import Style, spell

from musnad.fold import fold_view
from musnad.text.numbers import Number, read_number
from musnad.text.tokens import Tokens, find_tokens

UP_TO = 10_000
STYLES = [
    Style(feminine, oblique, construct, hundred, glued, apart, marked, short)
    for feminine, oblique, construct, hundred, glued, apart, marked, short in product(
        (False, True), (False, True), (False, True), ("مئة", "مائة"), (False, True),
        (False, True), (False, True), (False, True),
    )
]  # fmt: skip
SPREAD = [STYLES[at] for at in range(0, len(STYLES), len(STYLES) // 7)] + [STYLES[-1]]


def tokens_of(text: str) -> Tokens:
    return find_tokens(fold_view(text))


def read_whole(text: str) -> Number | None:
    tokens = tokens_of(text)
    number = read_number(tokens, 0)
    assert number is None or number.end <= len(tokens)
    return number and number._replace(end=number.end - len(tokens))


@pytest.mark.parametrize("style", SPREAD, ids=str)
def test_each_number_to_ten_thousand_is_read_back_from_its_words(style: Style) -> None:
    wrong = [
        (value, words)
        for value in range(UP_TO + 1)
        if read_whole(words := spell(value, style)) != Number(value, 0, words=True)
    ]
    assert wrong == []


@given(st.integers(0, 10**9), st.sampled_from(STYLES))
def test_any_number_to_a_billion_is_read_back_from_its_words(value: int, style: Style) -> None:
    assert read_whole(spell(value, style)) == Number(value, 0, words=True)


@given(st.integers(0, 10**9), st.sampled_from(STYLES), st.sampled_from(("شخص", "جريحا", "في")))
def test_a_number_ends_before_the_next_word(value: int, style: Style, after: str) -> None:
    tokens = tokens_of(f"{spell(value, style)} {after}")
    number = read_number(tokens, 0)
    assert number == Number(value, len(tokens) - len(tokens_of(after)), words=True)


DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"), str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@given(
    st.integers(0, 10**9),
    st.sampled_from([",", "٬", "،", "’", " ", ""]),
    st.sampled_from([{}, *DIGITS]),
)
def test_any_number_is_read_back_from_its_figures(
    value: int, mark: str, digits: dict[int, int]
) -> None:
    figures = f"{value:,}".replace(",", mark).translate(digits)
    assert read_whole(figures) == Number(value, 0, words=False)


@given(st.integers(0, 10**6), st.integers(1, 99), st.sampled_from([".", "٫", ","]))
def test_a_decimal_is_read_back_from_its_figures(value: int, cents: int, mark: str) -> None:
    number = read_whole(f"{value}{mark}{cents:02}")
    assert number == Number(float(f"{value}.{cents:02}"), 0, words=False)
