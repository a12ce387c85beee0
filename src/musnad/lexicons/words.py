"""What a lexicon tells about a word; nobody changes it."""

from musnad.lexicons.entries import Demonym, Entry, Noun, Start


class Word:
    """What the lexicon knows about one folded word, its clitics taken off.

    `cut` counts the letters of the attached و ف ب ل ك; `definite` is true with ال,
    `owned` with a possessive pronoun («سفارتها»).
    """

    __slots__ = (
        "cut", "definite", "demonym", "given", "key", "link", "noun", "owned", "starts", "stem",
    )  # fmt: skip

    def __init__(self, key: str, stem: str, cut: int, definite: bool, noun: Noun | None) -> None:
        self.key = key
        self.stem = stem
        self.cut = cut
        self.definite = definite
        self.noun = noun
        self.demonym: Demonym | None = None
        self.given = self.link = self.owned = False
        self.starts: Start | None = None


class Match:
    """A known name in a run of tokens, ending before token `end`.

    The first `cut` letters of its first token are clitics. `entries` are all that bear the name,
    the most prominent first.
    """

    __slots__ = ("cut", "end", "entries")

    def __init__(self, end: int, cut: int, entries: tuple[Entry, ...]) -> None:
        self.end = end
        self.cut = cut
        self.entries = entries
