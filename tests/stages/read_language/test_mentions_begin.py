import pytest

from musnad.fold import fold_key
from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions_begin import (
    begins_name,
    ends_post,
    is_foreign,
    is_verb,
)


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


@pytest.mark.parametrize(
    ("printed", "foreign"),
    [
        ("مورفاي", True),
        ("سامر", True),
        ("-", True),
        ("وسامر", False),  # «و» and a name
        ("ميناء", False),
        ("يرتطم", False),
        ("والزيلان", False),
        ("42", False),
    ],
)
def test_a_word_of_no_list_or_a_given_name_is_foreign(printed, foreign):
    lexicon, key = load_lexicon(), fold_key(printed)
    assert is_foreign(key, lexicon.word(key), lexicon) is foreign


@pytest.mark.parametrize(
    ("printed", "begins"),
    [
        ("مورفاي", True),
        ("سامر", True),
        ("باسم", True),
        ("وسامر", False),
        ("الزيلان", False),
        ("الوزير", False),
        ("-", False),
    ],
)
def test_a_name_begins_at_a_given_name_or_an_unlisted_word(printed, begins):
    lexicon, key = load_lexicon(), fold_key(printed)
    word = lexicon.word(key)
    assert begins_name(key, word, foreign=is_foreign(key, word, lexicon)) is begins


@pytest.mark.parametrize(
    ("printed", "ends"),
    [("،", True), ("وسامر", True), ("إلى", True), ("في", False), ("الموانئ", False)],
)
def test_a_post_ends_before_marks_particles_and_another_name(printed, ends):
    lexicon, key = load_lexicon(), fold_key(printed)
    small = key in lexicon.particles
    assert ends_post(key, lexicon.word(key), small=small) is ends
