"""What the tagger of names sees of a word, the same when it learns and when it reads."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from musnad.lexicons import Lexicon, Word
from musnad.model.records import EntityType
from musnad.stages.read_language.mentions_scan import Found
from musnad.stages.read_language.names_classes import CLITICS, EDGE, class_code, pair_value

Feature = tuple[str, str]
"""Its kind and its value."""
STEPS = (-2, -1, 0, 1, 2)
LONGEST_AFFIX: Final = 4
KINDS: dict[int, tuple[str, ...]] = {
    -2: ("w-2", "c-2"),
    -1: ("w-1", "c-1", "p-1", "s-1"),
    0: ("w0", "c0", "b", "p1", "s1", "p2", "s2", "p3", "s3", "p4", "s4"),
    1: ("w1", "c1", "p1", "s1"),
    2: ("w2", "c2"),
}
"""The kinds of features of a word for the word so many places before it, in order."""
PAIR_KINDS = ("<<", "<", ">", ">>")
"""The kinds of features of two neighbours: for the word after them, the second, the first, and
the word before them."""
RULE_KINDS = ("r", "r<", "r>")


def word_values(key: str, code: str, step: int, word: Word | None) -> list[str]:
    """Gives what a folded word says of the word `step` places before it (of itself when 0).

    One value for each of the `KINDS`, fewer at the edge of a text and for short words.
    """
    if code == EDGE:
        return ["", EDGE]
    if step in {-2, 2}:
        return [key, code]
    if step:
        return [key, code, key[:2], key[-2:]]
    values = [key, code, bare_stem(key, word)]
    for length in range(1, min(len(key), LONGEST_AFFIX + 1)):
        values += key[:length], key[-length:]
    return values


def bare_stem(key: str, word: Word | None) -> str:
    """Gives a folded word without attached particles and article, as well as can be told."""
    cut = len(key) > 3 and key[0] in CLITICS
    stem = word.stem if word is not None else key[1:] if cut else key
    return stem[2:] if stem.startswith("ال") and len(stem) > 4 else stem


def rule_values(before: str, rule: str, after: str) -> list[str]:
    """Gives what rules said of a word and those beside it, nothing where all are silent."""
    if not (before or rule or after):
        return []
    return [rule, f"{before}|{rule}", f"{rule}|{after}"]


def rule_marks(found: Sequence[Found], length: int) -> list[str]:
    """Gives for each token what rule found a mention there, and where in it the token stands."""
    marks = [""] * length
    for each in found:
        begins, goes_on = _marks_of(each.made_by, each.type, each.last == each.first + 1)
        marks[each.first] = begins
        for at in range(each.first + 1, each.last):
            marks[at] = goes_on
    return marks


@cache
def _marks_of(made_by: str, entity_type: EntityType, alone: bool) -> tuple[str, str]:
    kind = f"{made_by.partition('.')[2]}.{entity_type}{'.1' * alone}"
    return f"B.{kind}", f"I.{kind}"


def sentence_features(
    keys: Sequence[str], rules: Sequence[str], lexicon: Lexicon
) -> Iterator[list[Feature]]:
    """Gives all features of each word of a sentence, for training."""
    words = ["", "", *keys, "", ""]
    codes = [class_code(key, lexicon) if key else EDGE for key in words]
    said = ["", *rules, ""]
    for at in range(len(keys)):
        found: list[Feature] = []
        for key, code, step in zip(words[at : at + 5], codes[at : at + 5], STEPS, strict=True):
            values = word_values(key, code, step, lexicon.word(key))
            found += (each for each in zip(KINDS[step], values, strict=False) if each[1])
        pairs = pairwise(codes[at : at + 5])
        found += ((kind, pair_value(*pair)) for kind, pair in zip(PAIR_KINDS, pairs, strict=True))
        yield found + list(zip(RULE_KINDS, rule_values(*said[at : at + 3]), strict=False))
