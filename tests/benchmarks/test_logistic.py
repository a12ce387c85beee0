"""A model learns what signs are worth; calibration is told in tenths."""

import pytest
from reliability import drawing
from statements.logistic import binned, calibration_error, fitted, told_apart, tried

from musnad.stages.attribute_statements.confidence import chance

SEEN = [("good",)] * 40 + [("bad",)] * 40
RIGHT = [True] * 36 + [False] * 4 + [True] * 8 + [False] * 32
GROUPS = [str(at % 20) for at in range(80)]


def test_a_sign_is_worth_how_often_it_is_right():
    model = fitted(SEEN, RIGHT)
    assert chance(model, ("good",)) == pytest.approx(0.8, abs=0.1)
    assert chance(model, ("bad",)) == pytest.approx(0.3, abs=0.1)
    assert chance(model, ()) == pytest.approx(0.5, abs=0.15)


def test_what_is_tried_was_not_learnt():
    told = tried([("only",)] * 20, [True] * 10 + [False] * 10, ["a"] * 10 + ["b"] * 10)
    assert max(told[:10]) < 0.5 < min(told[10:])


def test_calibration_is_the_distance_of_chance_and_share():
    chances, right = [0.2] * 10 + [0.9] * 10, [False] * 10 + [True] * 10
    assert calibration_error(chances, right) == pytest.approx((0.2 + 0.1) / 2)
    assert [size for _, _, size in binned(chances, right)] == [2] * 10
    assert told_apart(chances, right) == 1
    assert told_apart([0.5] * 20, right) == 0.5
    assert tried(SEEN, RIGHT, GROUPS)[0] > tried(SEEN, RIGHT, GROUPS)[-1]


def test_the_drawing_tells_its_points():
    drawn = drawing([(0.25, 0.5), (1.0, 1.0)])
    assert "said 0.25, right 0.50; said 1.00, right 1.00" in drawn
    assert 'points="135.0,170.0 360.0,20.0"' in drawn
