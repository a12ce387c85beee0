import pytest

from musnad.text.found_ranges import read_ranges

RANGES = [
    ("حضر بين 20 و30", "بين 20 و30", 20, 30),
    ("حضر ما بين عشرة وعشرين", "ما بين عشرة وعشرين", 10, 20),
    ("من 200 إلى 300", "من 200 إلى 300", 200, 300),
    ("من 200-300", "200-300", 200, 300),
    ("أكثر من 10 وأقل من 20", "أكثر من 10 وأقل من 20", 10, 20),
    ("أكثر من 10", "أكثر من 10", 10, None),
    ("لا يقل عن ثلاثين", "لا يقل عن ثلاثين", 30, None),
    ("200 أو أكثر", "200 أو أكثر", 200, None),
    ("أقل من أو يساوي 5", "أقل من أو يساوي 5", None, 5),
    ("يصل إلى 700", "يصل إلى 700", None, 700),
    ("يساوي 20", "يساوي 20", 20, 20),
    (">= 30", ">= 30", 30, None),
    ("< -30", "< -30", None, -30),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), RANGES)
def test_a_bounded_number_has_its_bounds(
    text: str, words: str, low: float | None, high: float | None
) -> None:
    (found,) = read_ranges(text)
    assert text[found.start : found.end] == words
    assert (found.low, found.high) == (low, high)


def test_a_strict_bound_is_left_out() -> None:
    strict, loose = read_ranges("أكثر من 10 أو أقل من 5 أو 7 على الأكثر")[::2]
    assert (strict.above, loose.below) == (True, False)


@pytest.mark.parametrize("text", ["20", "بين المدينة و20", "30-20", "=>30", "=<30"])
def test_a_number_without_a_bound_is_no_range(text: str) -> None:
    assert read_ranges(text) == ()


def test_bounds_that_exclude_each_other_stay_apart() -> None:
    assert [(one.low, one.high) for one in read_ranges("أكثر من 40 وأقل من 10")] == [
        (40, None),
        (None, 10),
    ]
