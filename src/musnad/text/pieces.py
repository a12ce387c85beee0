"""Pieces of words, as a neural model reads them: the likeliest way to cut a word (unigrams)."""

import unicodedata
from collections.abc import Iterable

START_OF_WORD = "▁"
FILL, UNKNOWN, BEGIN, END = range(4)
"""The ids that every vocabulary begins with."""
SPECIAL = ("<pad>", "<unk>", "<s>", "</s>")
UNKNOWN_COST = 10.0
"""How much less likely than the least likely piece a letter is that no piece holds."""
HELD_WORDS = 50_000
MARKS = dict.fromkeys((*range(0x064B, 0x0653), 0x0670, 0x0640, 0x200C, 0x200D, 0x200E, 0x200F))
"""Vowel marks, the stretching line and marks of direction: left out."""


class Pieces:
    """A vocabulary of pieces with their log probabilities; cuts words."""

    def __init__(self, pieces: Iterable[tuple[str, float]]) -> None:
        """Takes the pieces in the order of their ids, the special ones first."""
        listed = list(pieces)
        self.known = {piece: (number, score) for number, (piece, score) in enumerate(listed)}
        for special in SPECIAL:
            self.known.pop(special, None)
        scores = [score for _, score in self.known.values()]
        self.unknown = min(scores, default=0.0) - UNKNOWN_COST
        self.longest = max(map(len, self.known), default=1)
        self.held: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, written: str) -> "Pieces":
        """Gives the vocabulary written as a piece and its score a line."""
        rows = (line.split("\t") for line in written.split("\n"))
        return cls((piece, float(score)) for piece, score in rows)

    def of(self, word: str) -> tuple[int, ...]:
        """Gives the ids of the pieces of a word; at least one."""
        found = self.held.get(word)
        if found is None:
            if len(self.held) >= HELD_WORDS:
                self.held.clear()
            found = self.held[word] = self.cut(START_OF_WORD + plain(word))
        return found

    def cut(self, text: str) -> tuple[int, ...]:
        """Gives the ids of the likeliest cut of a text without spaces (Viterbi)."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(text) + 1):
            chosen = (best[end - 1][0] + self.unknown, UNKNOWN, end - 1)
            for start in range(max(0, end - self.longest), end):
                piece = self.known.get(text[start:end])
                if piece is not None and best[start][0] + piece[1] > chosen[0]:
                    chosen = (best[start][0] + piece[1], piece[0], start)
            best.append(chosen)
        return tuple(reversed(list(way_back(best))))


def way_back(best: list[tuple[float, int, int]]) -> Iterable[int]:
    """Gives the ids on the best way, the last one first."""
    at = len(best) - 1
    while at > 0:
        yield best[at][1]
        at = best[at][2]


def plain(word: str) -> str:
    """Gives a word as the base model was taught it: compatible letters joined, no marks."""
    return unicodedata.normalize("NFKC", word).translate(MARKS).replace(" ", START_OF_WORD)
