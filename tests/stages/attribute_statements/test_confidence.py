"""A statement is as sure as its signs are worth."""

from collections.abc import Callable

import pytest

from musnad.model.records import Mention, Statement
from musnad.stages.attribute_statements.confidence import (
    Weights,
    chance,
    signs_of,
    weights,
    with_confidence,
)

Read = Callable[..., tuple[Statement, ...]]
TEXT = "قال نادر الكتبي إن الميناء مفتوح اليوم.\nوصل سامي الصفدي. وأضاف أن السفن ترسو فيه."


def mention(entity: str, start: int) -> Mention:
    return Mention(
        id=str(start),
        entity=entity,
        type="person",
        start=start,
        end=start + 4,
        text="نادر",
        made_by="test",
    )


def test_signs_add_up_to_a_chance() -> None:
    given = Weights(base=0.0, signs={"how:named": 2.0, "how:elided": -2.0})
    assert chance(given, ()) == 0.5
    assert chance(given, ("how:named", "never seen")) == 0.88
    assert chance(given, ("how:elided",)) == 0.12


def test_who_is_not_named_is_told_by_lines_and_others_since(read: Read) -> None:
    first, second = read(TEXT)
    text = f"أخبار المرفأ اليوم\n{TEXT}"
    other = mention("other", text.index("سامي"))
    named, elided = map(set, signs_of((first, second), text, (other,)))
    assert {"how:named", "rule:attribute.said-that", "inside:False", "mentions:0"} <= named
    assert not {sign for sign in named if sign.startswith(("lines back", "others since"))}
    assert {"lines back:1", "others since:1"} <= elided
    _, alone = map(set, signs_of((first, second), text, ()))
    assert "others since:0" in alone


def test_a_cue_in_the_words_of_another_is_told(read: Read) -> None:
    outer, inner = read("قال نادر الكتبي إن وزارة الموانئ أكدت أن المرفأ مفتوح.")
    signs = signs_of((outer, inner), "", ())
    assert ["nested:True" in each for each in signs] == [False, True]


def test_confidence_is_the_chance_of_the_shipped_weights(read: Read) -> None:
    statements = read(TEXT)
    signs = signs_of(statements, TEXT, ())
    found = with_confidence(statements, TEXT, ())
    assert [one.confidence for one in found] == [chance(weights(), each) for each in signs]


@pytest.mark.parametrize("sign", ["how:elided", "kind:document", "nested:True"])
def test_the_shipped_weights_know_what_goes_wrong_more(sign: str) -> None:
    assert weights().signs[sign] < 0
