"""What is known of a word wherever it stands: found once, then read by its place."""

from dataclasses import dataclass
from functools import cache

from musnad.lexicons.verbs import verb_table
from musnad.stages.attribute_statements.listed import word_list

GOVERNOR = "والي"
"""«والي» printed so is a governor, though «وإلى» is folded alike."""


@dataclass(slots=True, eq=False)
class Kind:
    """What a word is for the rules and the judgements; words of which all is alike share one.

    `code` stands for it outside names, `within` inside of one, `first` where it opens one.
    `classes` are those of a function word, `finite` and `future` tell of a verb; where
    `ends_name`, it closes a name; where `notable`, it may be something else beside others.
    """

    code: str
    classes: frozenset[str]
    ends_name: bool
    notable: bool
    finite: bool
    future: bool
    within: str
    first: str


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
