"""How sure a statement is: what is seen of it, weighed as annotated articles taught."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from musnad.model.records import Mention, Statement
from musnad.trained import trained_bytes

FILE = "confidence.json"
LENGTHS = (2, 4, 8, 16, 32, 64)
"""Numbers of words that a content is told to have at most; one with more has «more»."""
LENGTH_SIGNS = tuple(f"words:{most}" for most in (*LENGTHS, "more"))
NAME_SIGNS = tuple(f"name:{words}" for words in range(4))
"""How many words a name has, the last of them for all above."""
MENTION_SIGNS = tuple(f"mentions:{times}" for times in range(4))
"""How often a speaker is named in the article, the last of them for all above."""
LINE_SIGNS = tuple(f"lines back:{lines}" for lines in (0, 1, 2, "none"))
OTHER_SIGNS = tuple(f"others since:{others}" for others in range(3))
NESTED, LEVEL = "nested:True", "nested:False"


class Weights(NamedTuple):
    """What a statement without any sign is worth, and what each sign adds, in log odds."""

    base: float
    signs: dict[str, float]


@cache
def weights() -> Weights:
    """Gives the weights as `training/fit_confidence.py` wrote them."""
    return Weights(**msgspec.json.decode(trained_bytes(FILE)))


def with_confidence(
    statements: Sequence[Statement], text: str, mentions: Sequence[Mention]
) -> tuple[Statement, ...]:
    """Gives the statements with the chance that content and speaker are right, 0 to 1.

    Right means found with its content (token overlap at least 0.5) and its speaker.
    """
    given = weights()
    return tuple(
        [
            msgspec.structs.replace(one, confidence=chance(given, seen))
            for one, seen in zip(statements, signs_of(statements, text, mentions), strict=True)
        ]
    )


def chance(given: Weights, signs: Iterable[str]) -> float:
    """Gives the chance that signs stand for, with two decimals."""
    worth, odds = given.signs, 0.0
    for sign in signs:
        odds += worth.get(sign, 0.0)
    return round(1 / (1 + math.exp(-given.base - odds)), 2)


def signs_of(
    statements: Sequence[Statement], text: str, mentions: Sequence[Mention]
) -> list[tuple[str, ...]]:
    """Gives for each statement what tells whether it may be right."""
    by_id = {one.id: one for one in statements}
    named = [mention.entity for mention in mentions]
    people = [(one.start, one.entity) for one in mentions if one.type == "person"]
    contents = [(one.content[0].start, one.content[0].end) for one in statements]
    return [
        (
            *_own_signs(one),
            *_antecedent_signs(one, by_id.get(one.continues or ""), text, people),
            MENTION_SIGNS[min(named.count(one.speaker.entity or ""), 3)],
            NESTED if _is_nested(one.cue.start, at, contents) else LEVEL,
        )
        for at, one in enumerate(statements)
    ]


def _own_signs(one: Statement) -> tuple[str, ...]:
    words, speaker = len(one.content[0].text.split(None, LENGTHS[-1])), one.speaker
    return (
        *_kind_signs(one.made_by, speaker.how, speaker.kind, one.act, one.inside is not None),
        LENGTH_SIGNS[bisect_left(LENGTHS, words)],
        NAME_SIGNS[min(speaker.name.count(" ") + 1, 3)],
    )


@lru_cache(maxsize=4_096)
def _kind_signs(rule: str, how: str, kind: str, act: str, inside: bool) -> tuple[str, ...]:
    return f"rule:{rule}", f"how:{how}", f"kind:{kind}", f"act:{act}", f"inside:{inside}"


def _antecedent_signs(
    one: Statement, before: Statement | None, text: str, people: Sequence[tuple[int, str]]
) -> tuple[str, ...]:
    """How far back a speaker was named who is not named here, and who else was named since."""
    if one.source is not None:
        return ()
    start, end = before.cue.start if before is not None else 0, one.cue.start
    lines = -1 if before is None else min(text.count("\n", start, end), 2)
    others = {entity for at, entity in people if start < at < end} - {one.speaker.entity}
    return LINE_SIGNS[lines], OTHER_SIGNS[min(len(others), 2)]


def _is_nested(cue: int, own: int, contents: Sequence[tuple[int, int]]) -> bool:
    """Tells whether a cue stands in the content of another statement than its own."""
    return any(start <= cue < end and at != own for at, (start, end) in enumerate(contents))
