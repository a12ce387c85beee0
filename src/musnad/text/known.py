"""What is remembered of a word wherever it stands: one object that the stages share."""

from typing import Any

from musnad.lexicons import Word


class Known:
    """A folded word that was met: what the lexicon says of it (`word`), what attribution makes
    of it once it has read it (`kind`).
    """

    __slots__ = ("key", "kind", "word")

    def __init__(self, key: str, word: Word | None) -> None:
        self.key = key
        self.word = word
        self.kind: Any = None
