"""The pieces of the base model that Arabic news use; the others are left out."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from corpora.news import CORPORA, articles

from musnad.text.pieces import SPECIAL, Pieces
from neural.weights import base_weights

BASE_SPECIAL = (1, 3, 0, 2)
"""The ids of the special pieces in the base model, in our order: fill, unknown, begin, end."""
LEAST_WORD, LEAST_PIECE = 2, 10
"""How often a word must stand in the news to be counted, and a piece to be kept."""


def kept_pieces(shared: Path) -> tuple[list[int], list[tuple[str, float]]]:
    """Gives the numbers of the kept pieces in the base model, and the pieces with their scores."""
    weights = base_weights()
    scores = [float(score) for score in weights.scores]
    whole = [
        *zip(SPECIAL, (0.0,) * 4, strict=True),
        *zip(weights.pieces[4:], scores[4:], strict=True),
    ]
    used = counted(Pieces(whole), words_of_news(shared))
    plain = [number for number in range(4, len(whole)) if is_letter(weights.pieces[number])]
    kept = sorted({number for number, count in used.items() if count >= LEAST_PIECE} | set(plain))
    pieces = [(whole[number][0], round(whole[number][1], 4)) for number in kept if number > 3]
    numbers = [*BASE_SPECIAL, *(number for number in kept if number > 3)]
    return numbers, [*((special, 0.0) for special in SPECIAL), *pieces]


def words_of_news(shared: Path) -> Counter[str]:
    """Gives how often each word stands in the articles, titles included."""
    found: Counter[str] = Counter()
    for corpus in CORPORA:
        for article in articles(shared, corpus):
            found.update(f"{article.get('title') or ''} {article.get('text') or ''}".split())
    return found


def counted(pieces: Pieces, words: Counter[str]) -> Counter[int]:
    """Gives how often each piece is used."""
    found: Counter[int] = Counter()
    for word, count in words.items():
        if count >= LEAST_WORD:
            for number in pieces.of(word):
                found[number] += count
    return found


def is_letter(piece: str) -> bool:
    """Tells whether a piece is one Arabic letter, Latin letter, digit or mark."""
    bare = piece.removeprefix("▁")
    return len(bare) == 1 and (bare.isascii() or "\u0600" <= bare <= "\u06ff")


def written(pieces: Iterable[tuple[str, float]]) -> str:
    """Gives the vocabulary as text, a piece and its score a line."""
    return "\n".join(f"{piece}\t{score}" for piece, score in pieces)
