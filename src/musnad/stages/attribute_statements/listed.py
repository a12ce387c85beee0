"""What the lists of attribution say of a folded word."""

from functools import cache, lru_cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.lexicons.reports import ReportNoun, report_nouns

PREPOSITIONS = frozenset({"ila", "ala", "an", "min", "fi", "adjunct", "pronoun", "according"})
DECLINED = frozenset({"occasion"})
"""Classes of nouns that also come with the article or a pronoun («في بيانه»)."""


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Gives for each folded function word its classes, as rules name them."""
    classes: dict[str, set[str]] = {}
    for name, words in builtin("speech")["words"].items():
        for word in words:
            for form in _forms_of(word) if name in DECLINED else (word,):
                classes.setdefault(fold_key(form), set()).add(name)
    return {key: frozenset(names) for key, names in classes.items()}


def _forms_of(noun: str) -> tuple[str, ...]:
    """Gives a noun with the article and with the pronouns of the third person."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
    return (noun, f"ال{noun}", *(stem + ending for ending in ("ه", "ها", "هم", "هما")))


def function_classes(key: str) -> frozenset[str]:
    """Gives the classes of a function word; an attached و or ف leaves a preposition what it is."""
    return _with_particles().get(key, NO_CLASSES)


NO_CLASSES = frozenset[str]()


@cache
def _with_particles() -> dict[str, frozenset[str]]:
    known = function_words()
    joined = {
        lead + key: classes & PREPOSITIONS
        for key, classes in known.items()
        for lead in "وف"
        if lead + key not in known and not classes.isdisjoint(PREPOSITIONS)
    }
    return {**known, **joined}


@cache
def word_list(name: str) -> frozenset[str]:
    """Gives the folded words of a list in lexicons/speech.toml."""
    return frozenset(map(fold_key, builtin("speech")["lists"][name]))


@cache
def media_names() -> dict[str, str]:
    """Gives the usual name of each medium of words («بيان», «تويتر») by its folded words."""
    media = builtin("speech")["medium"].items()
    return {fold_key(word): name for name, words in media for word in words}


def read_noun(key: str) -> ReportNoun | None:
    """Gives how a folded word is used as a noun that reports, «و» and «ف» aside."""
    nouns = report_nouns()
    return nouns.get(key) or (nouns.get(key[1:]) if key[0] in "وف" else None)
