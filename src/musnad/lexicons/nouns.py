"""The nouns that head names and source phrases, in all their forms."""

from collections.abc import Iterator
from typing import get_args

from musnad.fold import fold_key
from musnad.lexicons.entries import Gender, Noun, NounClass, Number
from musnad.lexicons.files import builtin
from musnad.lexicons.inflect import Form, person_forms, thing_forms, woman_forms

CONSTRUCT_ENDINGS = frozenset(("ي", "و", "تا", "تي"))
PEOPLE = frozenset(("title", "office", "role", "reporter", "anonymous", "collective"))


def read_nouns() -> dict[str, Noun]:
    """Gives every noun of nouns.toml by each folded form; classes of one form are united."""
    nouns: dict[str, Noun] = {}
    tables = builtin("nouns")
    for name in get_args(NounClass):
        for kind, words in tables.get(name, {}).items():
            for form, noun in _forms(name, kind, words):
                _unite(nouns, fold_key(form), noun)
    return nouns


def _forms(name: NounClass, kind: str, words: str) -> Iterator[tuple[str, Noun]]:
    for line in words.split("\n"):
        if not (pieces := line.split()):
            continue
        for form, gender, number, plural in _inflected(kind, pieces[0], tuple(pieces[1:])):
            construct = form.removeprefix(pieces[0].removesuffix("ة")) in CONSTRUCT_ENDINGS
            noun = Noun(pieces[0], frozenset((name,)), gender, number, plural, construct)
            yield form, noun


def _inflected(kind: str, singular: str, plurals: tuple[str, ...]) -> Iterator[Form]:
    if kind == "people":
        return person_forms(singular, plurals)
    if kind == "women":
        return woman_forms(singular)
    if kind == "things":
        return thing_forms(singular, plurals)
    gender: Gender = "m" if kind.endswith("m") else "f"
    plural = kind.startswith("plural")
    number: Number = "pl" if kind == "plural_m" else "du" if kind == "dual_m" else "sg"
    return iter([(singular, gender, number, plural)])


def _unite(nouns: dict[str, Noun], key: str, noun: Noun) -> None:
    held = nouns.get(key)
    if held is None:
        nouns[key] = noun
    elif not noun.classes <= held.classes and held.number == noun.number:
        classes = held.classes | noun.classes
        nouns[key] = Noun(held.lemma, classes, held.gender, held.number, held.plural)
