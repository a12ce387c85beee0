"""What is known of a word wherever it stands: found once, then read by its place."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from musnad.lexicons.verbs import verb_table
from musnad.stages.attribute_statements.listed import (
    NO_CLASSES,
    function_classes,
    function_words,
    media_names,
    word_list,
)
from musnad.stages.attribute_statements.manner_words import bounding_words, modal_words

GOVERNOR = "والي"
"""«والي» printed so is a governor, though «وإلى» is folded alike."""


@dataclass(slots=True, eq=False)
class Kind:
    """What a word is for the rules and the judgements; words of which all is alike share one.

    `code` stands for it outside names, `within` inside of one, `first` where it opens one.
    `classes` are those of a function word, `finite` and `future` tell of a verb; where
    `ends_name`, it closes a name; where `notable`, it may be something else beside others; the
    article may go on where it `turns`, a main clause ends or is broken where it `bounds`, `modal`
    words tell how one is meant; `medium` is by what words are said.
    """

    code: str
    classes: frozenset[str]
    ends_name: bool
    notable: bool
    turns: bool
    bounds: bool
    modal: bool
    medium: bool
    finite: bool
    future: bool
    within: str
    first: str


Told = tuple[frozenset[str], bool, bool, bool, bool, bool, bool]
NOT_LISTED: Told = (NO_CLASSES, False, False, False, False, False, False)
"""What the lists tell of most words: the attributes of a kind from `classes` to `medium`."""
NO_NAME = frozenset({"that", "andthat", "rel", "need", "kan", "qad", "neg", "according"})
"""Classes of words that end or cannot open a name («أن», «التي», «وجود»)."""


@cache
def listed_kinds() -> dict[str, Told]:
    """Gives what the lists tell of a folded word, where they tell anything."""
    known = {lead + key for key in function_words() for lead in ("", "و", "ف")}
    lists = (notable(), turning(), bounding_words(), modal_words(), media_names().keys())
    return {key: _told(key, key in known, lists) for key in known.union(*lists)}


def _told(key: str, known: bool, lists: tuple[Collection[str], ...]) -> Told:
    classes = function_classes(key)
    noted, turns, bounds, modal, medium = (key in words for words in lists)
    ends_name = known and not classes.isdisjoint(NO_NAME)
    return classes, ends_name, noted, turns, bounds or "that" in classes, modal, medium


@cache
def turning() -> frozenset[str]:
    """Gives the words one of which stands wherever the article goes on, save behind commas."""
    names = ("own_voice", "comes", "recalls", "and_particles")
    return frozenset().union(*map(word_list, names))


@cache
def notable() -> frozenset[str]:
    """Gives the folded words and the marks that may be something else beside others."""
    lists = (word_list(name) for name in ("complementizers", "unnamed_words", "studied"))
    return maqsura_verbs().union((".", ":", GOVERNOR), *lists)


@cache
def maqsura_verbs() -> frozenset[str]:
    """Gives the folded reporting verbs that are printed with ى at their end, with و and ف too."""
    table = verb_table()
    printed = {key for key, verbs in table.items() if all(verb.maqsura for verb in verbs)}
    joined = {lead + key for key in printed for lead in "وف" if lead + key not in table}
    return frozenset(printed | joined)
