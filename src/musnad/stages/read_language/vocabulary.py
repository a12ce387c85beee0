"""What is known of a folded word whatever the article: worked out once, then remembered."""

from collections.abc import Iterable
from functools import lru_cache
from sys import intern

from msgspec import Struct

from musnad.lexicons import Lexicon, Word
from musnad.stages.read_language.names_classes import class_code

MEMO_LIMIT = 100_000


class Seen(Struct, eq=False):
    """A folded word: what the lexicon says of it, and its class for the tagger of names.

    The rest the tagger works out when it first needs it: whether a name may be at the word
    (`hopeful`), how much better it is in a name than outside of one by itself (`gain`), and the
    weights that it gives where it stands two words or one before another, to itself (`own`), and
    one or two words after another.
    """

    key: str
    word: Word | None
    code: str
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
        code = intern(class_code(key, self.lexicon))
        seen = self[key] = Seen(key, self.lexicon.word(key), code)
        return seen

    def look_up(self, keys: Iterable[str]) -> list[Seen]:
        """Gives what is known of each word."""
        return list(map(self.__getitem__, keys))


@lru_cache(maxsize=4)
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Gives the words seen with a lexicon."""
    return Vocabulary(lexicon)
