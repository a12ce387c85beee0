"""What is known of a folded word whatever the article: worked out once, then remembered."""

from functools import lru_cache
from sys import intern
from typing import Final

from musnad.lexicons import Lexicon, Word
from musnad.stages.read_language import quantities_words, times_words
from musnad.stages.read_language.mentions_begin import (
    Beginning,
    beginnings,
    begins_name,
    ends_post,
    is_foreign,
    is_verb,
)
from musnad.stages.read_language.names_classes import code_of
from musnad.stages.read_language.names_given import Given
from musnad.text.analysis import Analysis
from musnad.text.known import Known
from musnad.text.names import ON, is_word

MEMO_LIMIT: Final = 100_000
NOTHING: Final[tuple[Beginning, ...]] = ()
UNLISTED: Final[tuple[Beginning, ...]] = ("unlisted",)
LATTER: Final[tuple[Beginning, ...]] = ("latter",)
ARTICLES: Final = ("ال", "لل")
SMALL: Final = 1
STOPS: Final = 2
TIMES: Final = 4
COUNTS: Final = 8
LISTED_LATTER: Final = 16
"""What lists say of a word, in one number; see `Seen`."""


class Seen(Known):
    """A folded word: what the lexicon says of it, and what may begin at it.

    `begins` are the kinds of mentions to look for at it; `nation` is the code
    of the state that it tells; `times` and `counts`: a time expression
    or a quantity may begin at it; `small`: it may be a small word that no name holds; `stops`: no
    noun phrase goes on with it; `verb`: it is only ever a finite verb; `foreign`: it is neither a
    listed word but a given name nor one of the language; `opens`: a name may begin at it within a
    post; `closes`: a post may end before it; `article`: it begins with «ال» or «لل»; `code` is its
    class for the taggers of names.

    The rest the tagger works out when it first needs it: whether a name may be at the word
    (`hopeful`), how much better it is in a name than outside of one by itself (`gain`), and what
    it gives to itself and to those around it (`given`).
    """

    __slots__ = (
        "article", "begins", "closes", "code", "counts", "foreign", "gain", "given", "hopeful",
        "nation", "opens", "small", "stops", "times", "verb",
    )  # fmt: skip

    def __init__(self, key: str, word: Word | None, code: str) -> None:
        super().__init__(key, word)
        self.code = code
        self.begins = NOTHING
        self.nation: str | None = None
        self.times = self.counts = False
        self.small = self.stops = self.verb = self.foreign = False
        self.opens = self.closes = self.article = False
        self.hopeful: bool | None = None
        self.gain: int | None = None
        self.given: Given | None = None


class Vocabulary(dict[str, Seen]):
    """Folded word → what is known of it; it remembers words seen, which changes no answer."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.signs = _signs(lexicon)

    def __missing__(self, key: str) -> Seen:
        if len(self) > MEMO_LIMIT:
            self.clear()
        seen = self[key] = _see(key, self.lexicon, self.signs.get(key, 0))
        return seen

    def look_up(self, keys: list[str]) -> list[Seen]:
        """Gives what is known of each word."""
        return list(map(self.__getitem__, keys))


def _see(key: str, lexicon: Lexicon, signs: int) -> Seen:
    word, verb = lexicon.word(key), is_verb(key)
    seen = Seen(key, word, intern(code_of(key, word, lexicon, verb=verb)))
    verb = verb and key not in lexicon.never_verbs
    seen.verb, seen.small = verb, bool(signs & SMALL)
    seen.times = bool(signs & TIMES)
    seen.counts = bool(signs & COUNTS) or "/" < key < ":"
    seen.stops = bool(signs & STOPS) or not is_word(key) or (verb and word is None)
    seen.foreign = is_foreign(key, word, lexicon)
    seen.opens = begins_name(key, word, foreign=seen.foreign)
    seen.closes = verb or ends_post(key, word, small=seen.small)
    seen.article = key.startswith(ARTICLES)
    if word is not None:
        seen.begins = beginnings(word)
        seen.nation = word.demonym.code if word.demonym is not None else None
    elif signs & LISTED_LATTER:
        seen.begins = LATTER
    elif verb:
        seen.begins = UNLISTED
    return seen


def _signs(lexicon: Lexicon) -> dict[str, int]:
    """Gives what lists say of the words in them."""
    signs: dict[str, int] = {}
    for sign, words in (
        (SMALL, lexicon.particles | ON), (STOPS, lexicon.relatives | {"علي"}),
        (TIMES, times_words.triggers()), (COUNTS, frozenset(quantities_words.triggers())),
        (LISTED_LATTER, lexicon.latter),
    ):  # fmt: skip
        for word in words:
            signs[word] = signs.get(word, 0) | sign
    return signs


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Gives the words seen with a lexicon."""
    return Vocabulary(lexicon)


def see(analysis: Analysis, lexicon: Lexicon) -> list[Seen]:
    """Gives what is known of each token of a text, and leaves it with the text."""
    seen = vocabulary(lexicon).look_up(analysis.tokens.keys)
    analysis.known[:] = seen
    return seen
