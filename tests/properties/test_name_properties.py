"""Names of any letters: keys do not hang on folding, comparison not on the order."""

from hypothesis import given
from hypothesis import strategies as st

from musnad.fold import fold_key
from musnad.text.name_keys import name_key, same_name

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئءپڤ"
WORDS = st.text(LETTERS, min_size=1, max_size=9)
PARTS = st.sampled_from(["محمد", "عبد", "أبو", "بن", "الدين", "ال", "د."])
NAMES = st.lists(st.one_of(WORDS, PARTS), min_size=1, max_size=4).map(" ".join)


@given(NAMES)
def test_a_folded_name_has_the_same_key(name: str) -> None:
    assert name_key(fold_key(name)) == name_key(name)


@given(NAMES, NAMES)
def test_the_order_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(NAMES)
def test_a_name_is_one_with_itself_and_whatever_has_its_key(name: str) -> None:
    assert same_name(name, name)
    softer = name.replace("غ", "ج")
    assert name_key(name) != name_key(softer) or same_name(name, softer)
