import pytest

from musnad.stages.read_language.mentions_begin import is_verb


@pytest.mark.parametrize("key", ["يرتطم", "ويرتطم", "غادروا", "فانتقلت", "قال"])
def test_any_finite_verb_is_known(key):
    assert is_verb(key)


@pytest.mark.parametrize(
    "key",
    [
        "سامر",  # a given name, though nothing but a verb be known of it
        "عمل",  # a noun as well
        "ميناء",
    ],
)
def test_what_may_be_a_name_or_a_noun_is_none(key):
    assert not is_verb(key)
