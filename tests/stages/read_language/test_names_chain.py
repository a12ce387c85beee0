import pytest

from musnad.stages.read_language.names_chain import (
    best_path,
    make_chain,
    names_in,
    path_of,
    share_of,
)

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC")
FREE = make_chain(LABELS, [[0] * 5] * 5)
OTHER = (300, 0, 0, 0, 0)


def named(label: str, weight: int = 400) -> tuple[int, ...]:
    return tuple(weight if each == label else 0 for each in LABELS)


def test_names_are_given_with_their_place_and_kind():
    rows = [OTHER, named("B-PERS"), named("I-PERS"), OTHER, named("B-LOC")]
    assert [(each.first, each.last, each.type) for each in names_in(FREE, rows, 10)] == [
        (11, 13, "person"),
        (14, 15, "place"),
    ]


def test_a_name_goes_on_only_as_the_kind_that_it_began_as():
    assert best_path(FREE, [named("B-PERS"), named("I-LOC", 500)]) == path_of(FREE, "LOC", 2)


def test_no_name_begins_inside():
    assert [
        (each.first, each.last, each.type) for each in names_in(FREE, [named("I-PERS")], 0)
    ] == []


def test_a_move_that_is_never_made_keeps_a_name_away():
    moves = [[0, -900, 0, 0, 0], *[[0] * 5] * 4]
    assert not names_in(make_chain(LABELS, moves), [named("B-PERS", 800)], 0)
    assert names_in(make_chain(LABELS, moves), [named("B-PERS", 1000)], 0)


@pytest.mark.parametrize(("weight", "likely"), [(400, True), (-400, False)])
def test_the_share_says_how_likely_a_name_is_against_none(weight, likely):
    share = share_of(FREE, [named("B-LOC", weight)], path_of(FREE, "LOC", 1))
    assert (share > 0.95) is likely
    assert (share < 0.05) is not likely
