"""Who signed an article: the name in «كتب: …», «القاهرة - …», «… – القاهرة»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.credits import EDGES, NOT_A_NAME, is_agency, is_desk, is_place
from musnad.stages.clean_articles.furniture import (
    FIRST_WORD,
    first_word,
    furniture_classes,
    line_words,
    phrase_words,
)

BREAK: Final = re.compile(r"\s+[-–—|/]+\s*|[-–—|/]+\s+|\s*[:/|()\[\]،,]\s*")
LABELS: Final = frozenset({"clean.byline", "clean.byline-start"})
LONGEST: Final = 70
MOST_WORDS: Final = 4


class Signature(NamedTuple):
    """The name as printed, the place and the agencies beside it, and whether a label says so."""

    name: str
    place: str | None = None
    agencies: tuple[str, ...] = ()
    labelled: bool = False


def read_signature(text: str, lexicon: Lexicon) -> Signature | None:
    """Gives who signed, None where the words name nobody: a desk, an agency, a sentence."""
    if len(text) > LONGEST:
        return None
    labels, rest = _split(text)
    places = [part for part in rest if is_place(part, lexicon) and not is_given(part, lexicon)]
    others = [part for part in rest if part not in places and not is_desk(part)]
    agencies = tuple(part for part in others if is_agency(part, lexicon))
    names = [part for part in others if part not in agencies and not is_nobody(part)]
    if not names or not all(_is_name(n, lexicon, labels) for n in names):
        return None
    return Signature("، ".join(names), places[0] if places else None, agencies, labels)


def signed_parts(text: str) -> list[str]:
    """Gives the names, places and agencies of a signature, its label left out."""
    return _split(text)[1]


def _split(text: str) -> tuple[bool, list[str]]:
    """Whether a label such as «كتب» stands there, and the other parts."""
    parts = [part.strip(EDGES) for part in BREAK.split(text)]
    kept = [_without_label(part) for part in parts if part.strip(EDGES)]
    return any(label for label, _ in kept), [part for _, part in kept if part]


def _without_label(part: str) -> tuple[bool, str]:
    written = part.split()
    if (
        written
        and len(written[0]) <= FIRST_WORD
        and first_word(written[0]) not in _label_beginnings()
    ):
        return False, part
    for count in range(min(4, len(written)), 0, -1):
        if line_words(" ".join(written[:count])) in _labels():
            return True, " ".join(written[count:]).strip(EDGES)
    return False, part


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    rules = (rule for rule in furniture_classes() if rule.id in LABELS)
    return frozenset(tuple(phrase_words(phrase)) for rule in rules for phrase in rule.phrases)


@cache
def _label_beginnings() -> frozenset[str]:
    """The first words of the labels, and the empty word: what is too odd to be told may be one."""
    return frozenset(("", *(words[0] for words in _labels())))


def is_nobody(name: str) -> bool:
    """Says whether a name is that of a desk or of a system («admin»), not of a person."""
    return is_desk(name) or fold_key(name).strip(EDGES) in _nobodies()


@cache
def _nobodies() -> frozenset[str]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(fold_key(name) for name in table["nobody"])


def _is_name(part: str, lexicon: Lexicon, labelled: bool) -> bool:
    words = list(_bare_words(part))
    if not 1 <= len(words) <= MOST_WORDS or NOT_A_NAME.search(part.replace(".", "")):
        return False
    if labelled:
        return not any(word in _sentence_words() for word in words)
    return len(words) > 1 and is_given(part, lexicon) and not _is_plain(words[1:], lexicon)


def _bare_words(part: str) -> Iterator[str]:
    """The words of a name without titles of one letter («د.»)."""
    return (word for word in line_words(part) if len(word) > 1)


def is_given(part: str, lexicon: Lexicon) -> bool:
    """Says whether words begin with a given name."""
    first = next(_bare_words(part), "")
    known = lexicon.word(first) if first else None
    return known is not None and known.given and not known.cut


def _is_plain(words: list[str], lexicon: Lexicon) -> bool:
    """Says whether one of the words belongs to the language and not to names."""
    for word in words:
        known = lexicon.word(word)
        if lexicon.ordinary(word) or (known and known.noun and not known.given):
            return True
    return False


@cache
def _sentence_words() -> frozenset[str]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(fold_key(word) for word in table["not_in_names"])
