"""How a content is meant: whether its main clause is negated, and its modality."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Modality, Polarity
from musnad.stages.attribute_statements.listed import function_classes
from musnad.stages.attribute_statements.words import is_finite, is_future
from musnad.text.verbs import pick_verb, read_verb

IMPERFECT_LETTERS = "يتنا"
MAYBE = fold_key("قد")
QUOTES = frozenset("\"«»“”‹›'")


@dataclass(frozen=True, slots=True)
class _Words:
    negated: frozenset[str]
    opening: frozenset[str]
    affirmed: frozenset[str]
    modality: dict[str, Modality]
    modality_opening: dict[str, Modality]
    ends: frozenset[str]
    within: frozenset[str]


@lru_cache(maxsize=1)
def _listed() -> _Words:
    acts = builtin("acts")
    polarity, clause = acts["polarity"], acts["main_clause"]
    return _Words(
        negated=frozenset(map(fold_key, polarity["negated"])),
        opening=frozenset(map(fold_key, polarity["opening"])),
        affirmed=frozenset(map(fold_key, polarity["affirmed"])),
        modality=_by_word(acts["modality"]),
        modality_opening=_by_word(acts["modality_opening"]),
        ends=frozenset(map(fold_key, clause["ends"])),
        within=frozenset(map(fold_key, clause["within"])),
    )


def _by_word(modalities: dict[Modality, list[str]]) -> dict[str, Modality]:
    return {fold_key(word): name for name, words in modalities.items() for word in words}


@dataclass(frozen=True, slots=True)
class Clause:
    """The first words of a content without quotation marks, and its main clause.

    `main` are the words up to the verb, that included, each with the word after it.
    """

    words: list[str]
    main: list[tuple[str, str]]

    @property
    def opening(self) -> str:
        """Gives the first word, empty where there is none."""
        return self.words[0] if self.words else ""

    @property
    def following(self) -> str:
        """Gives the second word, empty where there is none."""
        return self.words[1] if len(self.words) > 1 else ""


def read_clause(content: list[str]) -> Clause:
    """Gives the clause that a content opens with, «إن» or «لكن» before it left out."""
    words = [word for word in content if word not in QUOTES]
    listed = _listed().modality_opening
    leads = words and _ends_clause(words[0]) and words[0] not in listed
    words = words if not leads or " ".join(words[:2]) in listed else words[1:]
    return Clause(words, list(_up_to_verb(words)))


def judge_manner(clause: Clause) -> tuple[Polarity, Modality]:
    """Gives polarity and modality of a content: what stands before the verb of its main clause."""
    listed, opening, following = _listed(), clause.opening, clause.following
    negated = opening in listed.opening and following not in listed.affirmed
    modality = listed.modality_opening.get(f"{opening} {following}")
    modality = modality or listed.modality_opening.get(opening)
    for word, after in clause.main:
        negated |= word in listed.negated and after not in listed.affirmed
        modality = modality or _modality(word, after)
    return "negated" if negated else "affirmative", modality or "fact"


def _ends_clause(word: str) -> bool:
    return word in _listed().ends or "that" in function_classes(word)


def _up_to_verb(words: list[str]) -> Iterator[tuple[str, str]]:
    """Gives the words of the main clause up to its verb, each with the one after it."""
    listed, within = _listed(), False
    for word, after in pairwise((*words, "")):
        verb = is_finite(word) or is_future(word)
        if within:
            within = not verb
            continue
        if not word.isalnum() or _ends_clause(word):
            return
        within = word in listed.within
        if not within:
            yield word, after
        if verb:
            return


def _modality(word: str, after: str) -> Modality | None:
    if is_future(word):
        return "future"
    if word == MAYBE:
        return "possible" if _is_to_come(after) else None
    modality = _listed().modality
    return modality.get(f"{word} {after}") or modality.get(word)


def _is_to_come(word: str) -> bool:
    """«قد يفتح», «قد لا يفتح»: after «قد» a verb of the present tells what may be."""
    if word in _listed().negated:
        return True
    verb = pick_verb(read_verb(word, word), MAYBE) if word[:1] in IMPERFECT_LETTERS else None
    return verb is not None and verb.tense == "pres"
