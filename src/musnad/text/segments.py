"""A written word as particles, stem and pronoun: «وسيعلنها» → و، س، يعلن، ها."""

from functools import cache, lru_cache

import pycrfsuite
from msgspec import Struct

from musnad.fold import fold_key, fold_view
from musnad.fold.characters import FOLDS
from musnad.lexicons import load_lexicon
from musnad.lexicons.verbs import verb_table
from musnad.text.closed_words import closed_key, closed_words, prepositional
from musnad.text.cuts import cut_items, read_labels
from musnad.trained import trained_bytes
from musnad.trained.frequencies import word_bands

MODEL = "segmenter.crfsuite"
MEMO = 100_000
KEPT = frozenset("ةىؤئ")
"""Letters that tell more to cuts than to keys: «كتابة» is not «كتابه»."""
PREPOSITIONS = "بلك"
OWN, SEEN = "ي", 1
"""«ي» is the ending of an adjective where the word is seen with «ال» more than once («الدولي»)."""
FAR_COMMONER = 2
"""Doublings: a name is cut when what is left without its first letter is so much commoner."""


class Segments(Struct, frozen=True):
    """A word cut up: `printed[start:end]` is the stem, `prefixes` the letters before it.

    A particle keeps the marks on it. «به» is a stem «ب» with the pronoun «ه»; «ال» stays with the
    stem, and «للوزير» is «ل» and «لوزير».
    """

    printed: str
    prefixes: tuple[str, ...]
    start: int
    end: int

    @property
    def stem(self) -> str:
        """Gives the stem as printed."""
        return self.printed[self.start : self.end]

    @property
    def suffix(self) -> str:
        """Gives the pronoun as printed, empty when there is none."""
        return self.printed[self.end :]


class _Spelling(dict[int, str]):
    """Code point → its spelling for cuts: folded, but for the letters kept."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if chr(code) in KEPT else FOLDS[code]
        return self[code]


SPELLING = _Spelling()


@lru_cache(maxsize=MEMO)
def segment(printed: str) -> Segments:
    """Gives one word, as printed and without white space, cut into its parts."""
    spelling = printed.translate(SPELLING)
    lead, tail = shipped_cutter().cut(spelling)
    if not lead and not tail:
        return Segments(printed, (), 0, len(printed))
    ends = range(1, len(printed) + 1)
    stops = ends if len(spelling) == len(printed) else fold_view(printed).stops
    start = stops[lead - 1] if lead else 0
    end = stops[len(spelling) - tail - 1] if tail else len(printed)
    return Segments(printed, tuple(spelling[:lead]), start, end)


class Cutter:
    """Cuts words with one model, given as the content of its file."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # the tagger reads from it and does not hold it
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(model)

    def cut(self, spelling: str) -> tuple[int, int]:
        """Gives how many letters of the spelling are particles, and how many a pronoun."""
        known = closed_words().get(closed_key(spelling))
        if known is not None:
            return known
        items = cut_items(spelling, word_bands().band)
        if not items:
            return 0, 0
        return _checked(spelling, *read_labels(spelling, self._tagger.tag(items)))


def _checked(spelling: str, lead: int, tail: int) -> tuple[int, int]:
    """Gives the cut without what names, verbs, prepositions and adjectives forbid."""
    key, band = fold_key(spelling), word_bands().band
    if tail and spelling[-1] == OWN and band("ال" + key) > SEEN:
        tail = 0
    if lead and spelling[lead - 1] in PREPOSITIONS and spelling[lead:] in prepositional():
        lead -= 1
    if not lead and not tail:
        return 0, 0
    known = key in _names() or (lead and key in verb_table())
    rest = key[min(lead, 1) : len(key) - (0 if lead else tail)]
    return (0, 0) if known and band(rest) - band(key) <= FAR_COMMONER else (lead, tail)


@cache
def _names() -> frozenset[str]:
    return load_lexicon().single_names()


@cache
def shipped_cutter() -> Cutter:
    """Gives what cuts with the shipped model, opened once."""
    return Cutter(trained_bytes(MODEL))
