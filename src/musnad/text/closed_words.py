"""Words of closed classes with their clitics: how each is cut, without any guess."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from musnad.fold import fold_key
from musnad.lexicons import builtin

Cut = tuple[int, int]
"""How many letters at the front are particles, and how many at the end a pronoun."""

CONJUNCTIONS = ("", "و", "ف")
PREPOSITIONS = {"ب": "with_b", "ل": "with_l", "ك": "all"}
ENDING = "ة"


@cache
def closed_words() -> dict[str, Cut]:
    """Gives the cut of each form of a closed class, by its `closed_key`."""
    lists = builtin("clitics")
    found: dict[str, Cut] = dict.fromkeys(_keys(lists["whole"]["words"]), (0, 0))
    for form, cut in _forms(lists):
        found.setdefault(form, cut)
    return found


@cache
def prepositional() -> frozenset[str]:
    """Gives the prepositions with a pronoun: no other preposition stands before them."""
    lists = builtin("clitics")
    pronouns = _keys(f"{lists['pronouns']['all']} {lists['pronouns']['first_person']}")
    words = _keys(lists["takes_pronoun"][0]["words"])
    return frozenset(form for form, _ in _with_pronoun(words, ("",), pronouns))


def closed_key(spelling: str) -> str:
    """Gives the key of a word in the table: folded, but «ة» is no pronoun «ه»."""
    if spelling.endswith(ENDING):
        return fold_key(spelling[:-1]) + ENDING
    return fold_key(spelling)


def _keys(words: str) -> list[str]:
    return list(map(closed_key, words.split()))


def _forms(lists: dict[str, Any]) -> Iterator[tuple[str, Cut]]:
    yield from _after_conjunctions(lists["takes_conjunction"])
    yield from _with_preposition(lists["takes_preposition"])
    for each in lists["takes_pronoun"]:
        leads = _leads(each["letters"])
        pronouns = lists["pronouns"]["all"]
        if each.get("first_person"):
            pronouns += " " + lists["pronouns"]["first_person"]
        yield from _with_pronoun(_keys(each["words"]), leads, _keys(pronouns))
    for letter, listed in (("ب", "after_b"), ("ل", "after_l")):
        yield from _with_pronoun([letter], CONJUNCTIONS, _keys(lists["pronouns"][listed]))


def _after_conjunctions(classes: dict[str, str]) -> Iterator[tuple[str, Cut]]:
    for word in _keys(classes["words"]):
        yield "و" + word, (1, 0)
        yield "ف" + word, (1, 0)
    for word in _keys(classes["after_waw"]):
        yield "و" + word, (1, 0)


def _with_preposition(classes: dict[str, str]) -> Iterator[tuple[str, Cut]]:
    for letter, own in PREPOSITIONS.items():
        for word in _keys(f"{classes['all']} {classes[own]}"):
            for lead in CONJUNCTIONS:
                yield lead + letter + word, (len(lead) + 1, 0)


def _leads(letters: str) -> tuple[str, ...]:
    return CONJUNCTIONS + tuple(lead + letter for lead in CONJUNCTIONS for letter in letters)


def _with_pronoun(
    words: list[str], leads: tuple[str, ...], pronouns: list[str]
) -> Iterator[tuple[str, Cut]]:
    for word in words:
        for lead in leads:
            for pronoun in pronouns:
                yield lead + word + pronoun, (len(lead), len(pronoun))
