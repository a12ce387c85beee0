"""What is known of a folded word whatever the article: worked out once, then remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

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
from musnad.text.analysis import Analysis
from musnad.text.names import ON, is_word

MEMO_LIMIT = 100_000
NOTHING: tuple[Beginning, ...] = ()


@dataclass(slots=True, eq=False)
class Seen:
    """A folded word: what the lexicon says of it, and what may begin at it.

    `begins` are the kinds of mentions to look for at it; `nation` is the code
    of the state that it tells; `times` and `counts`: a time expression
    or a quantity may begin at it; `small`: it may be a small word that no name holds; `stops`: no
    noun phrase goes on with it; `verb`: it is only ever a finite verb; `foreign`: it is neither a
    listed word but a given name nor one of the language; `opens`: a name may begin at it within a
    post; `closes`: a post may end before it; `article`: it begins with «ال» or «لل»; `code` is its
    class for the taggers of names.

    The rest the tagger works out when it first needs it: whether a name may be at the word
    (`hopeful`), how much better it is in a name than outside of one by itself (`gain`), and the
    weights that it gives where it stands two words or one before another, to itself (`own`), and
    one or two words after another.
    """

    key: str
    word: Word | None
    code: str
    begins: tuple[Beginning, ...] = ()
    nation: str | None = None
    times: bool = False
    counts: bool = False
    small: bool = False
    stops: bool = False
    verb: bool = False
    foreign: bool = False
    opens: bool = False
    closes: bool = False
    article: bool = False
    hopeful: bool | None = None
    gain: int | None = None
    two_before: int | None = None
    before: int | None = None
    own: int | None = None
    after: int | None = None
    two_after: int | None = None


class Vocabulary(dict[str, Seen]):
    """Folded word → what is known of it; it remembers words seen, which changes no answer."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, key: str) -> Seen:
        if len(self) > MEMO_LIMIT:
            self.clear()
        seen = self[key] = _see(key, self.lexicon)
        return seen

    def look_up(self, keys: Iterable[str]) -> list[Seen]:
        """Gives what is known of each word."""
        return list(map(self.__getitem__, keys))


def _see(key: str, lexicon: Lexicon) -> Seen:
    word, begins, nation = lexicon.word(key), NOTHING, None
    verb = is_verb(key)
    stops = not is_word(key) or key in lexicon.relatives or key == "علي"
    if word is not None:
        begins = beginnings(word)
        nation = word.demonym.code if word.demonym is not None else None
    elif verb:
        begins, stops = ("unlisted",), True
    if word is None and key in lexicon.latter:
        begins = ("latter",)
    times = key in times_words.triggers()
    counts = key in quantities_words.triggers() or "/" < key < ":"
    small = key in lexicon.particles or key in ON
    code = intern(code_of(key, word, lexicon))
    foreign = is_foreign(key, word, lexicon)
    return Seen(
        key, word, code, begins, nation, times, counts, small, stops, verb, foreign,
        begins_name(key, word, foreign=foreign), verb or ends_post(key, word, small=small),
        key.startswith(("ال", "لل")),
    )  # fmt: skip


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Gives the words seen with a lexicon."""
    return Vocabulary(lexicon)


def see(analysis: Analysis, lexicon: Lexicon) -> list[Seen]:
    """Gives what is known of each token of a text."""
    return vocabulary(lexicon).look_up(analysis.tokens.keys)
