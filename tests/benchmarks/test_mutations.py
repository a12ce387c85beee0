"""Mutations touch what they name and nothing else; what is kept is counted in letters."""

import msgspec
import pytest
from mutations import (
    changes,
    differing_lines,
    kept,
    quoted_with,
    sprinkled,
    stretched,
    vowelled,
    without_last_mark,
)

from hand_made import ARTICLE, DENIAL, READING, TEXT


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "''"])
def test_marks_of_quotations_are_changed_but_not_where_one_is_open(marks):
    opening, closing = marks
    text = 'قال "نعم" لهم.\nثم سأل "متى'
    assert quoted_with(opening, closing)(text) == f'قال {opening}نعم{closing} لهم.\nثم سأل "متى'


def test_the_last_closing_mark_is_taken():
    assert without_last_mark("قال «نعم» ثم «لا» ومضى") == "قال «نعم» ثم «لا ومضى"


def test_vowels_are_those_of_the_article_and_of_particles():
    assert vowelled("والقمر في الشمس") == "و\u064eال\u0652قمر ف\u0650ي الش\u0651مس"


def test_every_third_word_is_stretched_or_marked():
    assert stretched("البحار يكتب رسالة طويلة") == "الـبحار يكتب رسالة طويـلة"
    assert sprinkled("\u200f")("البحار") == "\u200fالبحار\u200f"


def test_lines_that_a_change_touched_are_told_by_their_letters():
    assert differing_lines("أ ب\nج", "أ ب\nج،") == {"ج"}


def test_characters_that_are_no_letters_keep_a_statement():
    text = "\u200f".join(TEXT)
    spread = {
        name: msgspec.structs.replace(part, start=2 * part.start, end=2 * part.end - 1)
        for name, part in {"cue": DENIAL.cue, "part": DENIAL.content[0]}.items()
    }
    moved = msgspec.structs.replace(DENIAL, cue=spread["cue"], content=(spread["part"],))
    after = msgspec.structs.replace(
        READING, article=msgspec.structs.replace(ARTICLE, text=text), statements=(moved,)
    )
    before = msgspec.structs.replace(READING, statements=(DENIAL,))
    assert kept(before, after, frozenset()) == (1, 1)
    other = msgspec.structs.replace(moved, act="assert")
    after = msgspec.structs.replace(after, statements=(other,))
    assert kept(before, after, frozenset()) == (0, 1)
    assert len(list(changes(before, after, frozenset()))) == 2
