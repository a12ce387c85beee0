import pytest

from musnad.text.number_bounds import After, Before, bound_after, bound_before, limits


@pytest.mark.parametrize(
    ("keys", "bound"),
    [
        (["حضر", "اكثر", "من"], Before(">", 1, 0)),
        (["واكثر", "من"], Before(">", 0, 1)),
        (["ما", "لا", "يقل", "عن"], Before(">=", 0, 0)),
        (["اكبر", "من", "او", "يساوي"], Before(">=", 0, 0)),
        (["زهاء"], Before("~", 0, 0)),
        (["حضر", "من"], None),
        ([], None),
    ],
)
def test_the_longest_bound_before_a_number(keys: list[str], bound: Before | None) -> None:
    assert bound_before(keys, len(keys)) == bound


def test_the_bound_after_a_number() -> None:
    assert bound_after(["شخصا", "علي", "الاقل", "في"], 1) == After(">=", 3)
    assert bound_after(["شخصا"], 1) is None


def test_limits_of_whole_numbers_are_counted_in_ones_and_of_others_are_not() -> None:
    assert (limits(">", 5), limits("<", 5)) == ((6, None), (None, 4))
    assert (limits(">", 5.5), limits("<=", 5)) == ((5.5, None), (None, 5))
    assert (limits("=", 5), limits("~", 5)) == ((5, 5), (None, None))
