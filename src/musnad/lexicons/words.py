"""What a lexicon tells about a word; nobody changes it."""

from dataclasses import dataclass

from musnad.lexicons.entries import Demonym, Entry, Noun, Start


@dataclass(slots=True, eq=False)
class Word:
    """What the lexicon knows about one folded word, its clitics taken off.

    `cut` counts the letters of the attached و ف ب ل ك; `definite` is true with ال,
    `owned` with a possessive pronoun («سفارتها»).
    """

    key: str
    stem: str
    cut: int
    definite: bool
    noun: Noun | None = None
    demonym: Demonym | None = None
    given: bool = False
    link: bool = False
    owned: bool = False
    starts: Start | None = None


@dataclass(slots=True, eq=False)
class Match:
    """A known name in a run of tokens, ending before token `end`.

    The first `cut` letters of its first token are clitics. `entries` are all that bear the name,
    the most prominent first.
    """

    end: int
    cut: int
    entries: tuple[Entry, ...]
