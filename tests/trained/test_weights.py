import pytest

from musnad.trained.weights import pack_weights, row_of, taking_apart, unpack_weights

LABELS = ("O", "B-PERS", "I-PERS")


def differences(row: int) -> tuple[int, ...]:
    first, *others = taking_apart(LABELS)(row)
    return tuple(other - first for other in others)


def test_what_is_packed_is_unpacked():
    states = {("w0=سامر", "B-PERS"): 1.25, ("w0=سامر", "O"): -0.5, ("c0=u=x", "I-PERS"): 0.07}
    weights = unpack_weights(pack_weights(LABELS, states, {("O", "B-PERS"): -2.0}))
    assert weights.labels == LABELS
    assert weights.moves == ((0, -200, 0), (0, 0, 0), (0, 0, 0))
    assert differences(weights.states["w0"]["سامر"]) == (175, 50)
    assert differences(weights.states["c0"]["u=x"]) == (0, 7)


def test_a_feature_without_weight_is_left_out():
    weights = unpack_weights(pack_weights(LABELS, {("w0=بحر", "O"): 0.001}, {}))
    assert weights.states == {}


def test_the_same_weights_give_the_same_bytes_in_any_order():
    one = {("a=1", "O"): 1.0, ("b=2", "B-PERS"): 2.0}
    other = dict(reversed(one.items()))
    assert pack_weights(LABELS, one, {}) == pack_weights(LABELS, other, {})


@pytest.mark.parametrize("count", [1, 2, 100])
def test_rows_are_added_at_once(count):
    rows = [row_of((-30, 5, 7))] * count
    assert differences(sum(rows)) == (35 * count, 37 * count)
