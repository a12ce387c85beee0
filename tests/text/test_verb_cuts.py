"""Particles and pronouns are cut off where a verb can have them, and prints are compared."""

import pytest

from musnad.text.verb_cuts import allows, likeness, verb_cuts
from musnad.text.verb_records import Cut


def cuts(key: str) -> set[tuple[str, str, str]]:
    return {(cut.lead, cut.stem, cut.end) for cut in verb_cuts(key)}


def test_the_whole_word_comes_first() -> None:
    assert next(iter(verb_cuts("وصلها"))) == Cut("", "وصلها", "")


@pytest.mark.parametrize(
    ("key", "cut"),
    [
        ("وسيزورها", ("وس", "يزور", "ها")),
        ("القاه", ("", "القي", "ه")),  # ألقى
        ("قالوها", ("", "قالوا", "ها")),
        ("يقروه", ("", "يقرا", "ه")),  # يقرؤه
    ],
)
def test_cut(key: str, cut: tuple[str, str, str]) -> None:
    assert cut in cuts(key)


@pytest.mark.parametrize(
    ("cut", "slot", "spelling", "allowed"),
    [
        (Cut("س", "يزور", ""), "ind_3ms", "يزور", True),
        (Cut("س", "يزور", ""), "juss_3ms", "يزور", False),
        (Cut("", "زار", "ه"), "past_3ms", "زار", True),
        (Cut("", "زير", "ه"), "past_pass_3ms", "زير", False),
        (Cut("", "القي", "ه"), "past_3ms", "ألقى", False),
        (Cut("", "القي", "ه", "ى"), "past_3ms", "ألقى", True),
    ],
)
def test_a_cut_takes_only_what_may_stand_in_it(
    cut: Cut, slot: str, spelling: str, allowed: bool
) -> None:
    assert allows(cut, slot, spelling) is allowed


def test_an_omitted_hamza_is_likelier_than_a_wrong_letter() -> None:
    assert likeness("أعلن", "أعلن") == 1
    assert likeness("أعلن", "أعلن") > likeness("اعلن", "أعلن") > likeness("أعلن", "اعلن")
