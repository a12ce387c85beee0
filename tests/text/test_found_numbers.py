import pytest

from musnad.text.found_numbers import FoundNumber, read_numbers

ONE = [
    ("بقي -5 في الخزان", "-5", "number", -5),
    ("بقي سالب خمسة", "سالب خمسة", "number", -5),
    ("زاد .75 منها", ".75", "number", 0.75),
    ("قرأ 3/4 الصفحة", "3/4", "fraction", 0.75),
    ("قرأ 1 4/5 صفحة", "1 4/5", "fraction", 1.8),
    ("غاب خمس السكان", "خمس", "fraction", 0.2),
    ("غاب خمس سكان", "خمس", "number", 5),
    ("حضر ثلاثة أرباع السكان", "ثلاثة أرباع", "fraction", 0.75),
    ("واحد على ثلاثة منهم", "واحد على ثلاثة", "fraction", 1 / 3),
    ("واحد من مئة قارب", "واحد من مئة", "fraction", 0.01),
    ("ثلاثة فاصلة خمسة أمتار", "ثلاثة فاصلة خمسة", "number", 3.5),
    ("ثلاث دزينات من البيض", "ثلاث دزينات", "number", 36),
    ("بألفين ومئتين درهم", "بألفين ومئتين", "number", 2200),
    ("نسبة عشرين فقط", "نسبة عشرين", "percent", 20),
    ("سالب خمسة بالمئة", "سالب خمسة بالمئة", "percent", -5),
    ("خمسة في المئة", "خمسة في المئة", "percent", 5),
    ("الباب الثاني عشر", "الثاني عشر", "ordinal", 12),
    ("الباب الواحد والعشرون", "الواحد والعشرون", "ordinal", 21),
    ("رابع باب", "رابع", "ordinal", 4),
    ("الباب العشرون", "العشرون", "definite", 20),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "value"), ONE)
def test_a_number_is_found_with_its_kind(text: str, words: str, kind: str, value: float) -> None:
    (found,) = read_numbers(text)
    assert text[found.start : found.end] == words
    assert (found.kind, found.value) == (kind, pytest.approx(value))


@pytest.mark.parametrize("text", ["أي واحد تريد", "لوحة 4K", "180ميلي", "المدينة", ""])
def test_a_pronoun_and_a_glued_figure_are_no_numbers(text: str) -> None:
    assert read_numbers(text) == ()


def test_the_parts_of_a_date_and_of_an_address_are_numbers_of_their_own() -> None:
    assert [one.value for one in read_numbers("5/17/2031 و10.20.30.40")] == [
        5, 17, 2031, 10, 20, 30, 40,
    ]  # fmt: skip


def test_a_relative_place_says_where_it_is_counted_from() -> None:
    (found,) = read_numbers("الباب قبل الأخير")
    assert found == FoundNumber(6, 16, "relative", -1, "end")
