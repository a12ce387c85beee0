import pytest

from musnad.trained.weights import LIFT, cells_of, pack_weights, row_of, unpack_weights

LABELS = ("O", "B-PERS", "I-PERS", "B-LOC", "I-LOC", "B-ORG", "I-ORG")


def test_what_is_packed_is_unpacked():
    states = {("w0=سامر", "B-PERS"): 1.25, ("w0=سامر", "O"): -0.5, ("c0=u=x", "I-ORG"): 0.07}
    weights = unpack_weights(pack_weights(LABELS, states, {("O", "B-PERS"): -2.0}))
    assert weights.labels == LABELS
    assert weights.moves == ((0, -200, *[0] * 5), *[(0,) * 7] * 6)
    assert {(kind, value): row for kind, value, row in weights.rows()} == {
        ("w0", "سامر"): row_of([-50, 125, 0, 0, 0, 0, 0]),
        ("c0", "u=x"): row_of([0, 0, 0, 0, 0, 0, 7]),
    }


def test_a_feature_without_weight_is_left_out():
    weights = unpack_weights(pack_weights(LABELS, {("w0=بحر", "O"): 0.001}, {}))
    assert list(weights.rows()) == []


def test_the_same_weights_give_the_same_bytes_in_any_order():
    one = {("a=1", "O"): 1.0, ("b=2", "B-PERS"): 2.0}
    other = dict(reversed(one.items()))
    assert pack_weights(LABELS, one, {}) == pack_weights(LABELS, other, {})


def test_other_labels_than_seven_are_refused():
    with pytest.raises(ValueError, match="3 labels"):
        unpack_weights(pack_weights(LABELS[:3], {}, {}))


@pytest.mark.parametrize("count", [1, 2, 100])
def test_rows_are_added_at_once(count):
    low, high = row_of([-30, 5, 7, -200, 400, 0, -31])
    cells = cells_of(low * count, high * count)
    assert [cell - LIFT for cell in cells] == [
        each * count for each in (0, 35, 37, -170, 430, 30, -1)
    ]
