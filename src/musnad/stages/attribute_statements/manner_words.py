"""The words that tell how a content is meant."""

from dataclasses import dataclass
from functools import cache, lru_cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Modality

MAYBE = fold_key("قد")


@dataclass(frozen=True, slots=True)
class MannerWords:
    """The words that negate, that tell a modality, and between which a main clause stands."""

    negated: frozenset[str]
    opening: frozenset[str]
    affirmed: frozenset[str]
    modality: dict[str, Modality]
    modality_of_two: frozenset[str]
    modality_opening: dict[str, Modality]
    ends: frozenset[str]
    within: frozenset[str]


@lru_cache(maxsize=1)
def manner_words() -> MannerWords:
    """Gives the folded words of lexicons/acts.toml that tell how a content is meant."""
    acts = builtin("acts")
    polarity, clause, modality = acts["polarity"], acts["main_clause"], _by_word(acts["modality"])
    return MannerWords(
        negated=frozenset(map(fold_key, polarity["negated"])),
        opening=frozenset(map(fold_key, polarity["opening"])),
        affirmed=frozenset(map(fold_key, polarity["affirmed"])),
        modality=modality,
        modality_of_two=frozenset(words.split()[0] for words in modality if " " in words),
        modality_opening=_by_word(acts["modality_opening"]),
        ends=frozenset(map(fold_key, clause["ends"])),
        within=frozenset(map(fold_key, clause["within"])),
    )


def _by_word(modalities: dict[Modality, list[str]]) -> dict[str, Modality]:
    return {fold_key(word): name for name, words in modalities.items() for word in words}


@cache
def modal_words() -> frozenset[str]:
    """Gives the words of which one has to stand where a main clause is not plainly told."""
    listed = manner_words()
    return listed.negated.union((MAYBE,), listed.modality_of_two, listed.modality)


@cache
def bounding_words() -> frozenset[str]:
    """Gives the words that end a main clause or open another within it."""
    listed = manner_words()
    return listed.ends | listed.within
