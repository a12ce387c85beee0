"""The table of closed classes: each form has one cut, none that takes the whole word."""

from musnad.text.closed_words import closed_key, closed_words, prepositional


def test_particles_and_pronoun_leave_a_stem() -> None:
    assert all(lead + tail < len(form) for form, (lead, tail) in closed_words().items())


def test_the_pronoun_is_no_feminine_ending() -> None:
    assert closed_words()[closed_key("غيره")] == (0, 2 - 1)
    assert closed_key("غيرة") not in closed_words()


def test_a_whole_word_wins_over_its_cut() -> None:
    assert closed_words()[closed_key("وفق")] == (0, 0)
    assert closed_words()[closed_key("ووفق")] == (1, 0)


def test_prepositions_are_known_with_their_pronouns() -> None:
    assert {"لدينا", "عليهم"} <= prepositional()
    assert "دونهم" not in prepositional()
