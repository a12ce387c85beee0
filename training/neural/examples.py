"""Sentences in pieces, as the encoder takes them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor

from musnad.text.pieces import BEGIN, END, FILL, UNKNOWN, Pieces

if TYPE_CHECKING:
    from neural.tokens import Sentence

LONGEST_WORD = 12
JOINED_WORDS = 80
HIDDEN_SIGNS = 0.15
"""The share of words whose signs are hidden while learning, so that the words count too."""
SIGNS = 2


class Example(NamedTuple):
    """A row of pieces with their signs; for each word its first and last piece and its target."""

    ids: list[int]
    signs: list[tuple[int, int]]
    first: list[int]
    last: list[int]
    shares: np.ndarray
    weights: np.ndarray


class Batch(NamedTuple):
    """Examples of about the same length, filled up to the longest."""

    ids: Tensor
    signs: Tensor
    rows: Tensor
    first: Tensor
    last: Tensor
    shares: Tensor
    weights: Tensor


class Reading(NamedTuple):
    """How words become numbers: the pieces and the numbers of the signs."""

    pieces: Pieces
    signs: Mapping[str, int]

    def example(self, sentence: "Sentence", chance: random.Random | None = None) -> Example:
        """Gives a sentence as pieces; with `chance` the signs of some words are hidden."""
        ids, signs, first, last = [BEGIN], [(0, 0)], [], []
        for word, (code, mark) in zip(sentence.words, sentence.signs, strict=True):
            pieces = self.pieces.of(word)[:LONGEST_WORD] or (UNKNOWN,)
            hidden = chance is not None and chance.random() < HIDDEN_SIGNS
            pair = (0, 0) if hidden else (self.signs.get(code, 0), self.signs.get(mark, 0))
            first.append(len(ids))
            ids += pieces
            signs += [pair] * len(pieces)
            last.append(len(ids) - 1)
        rows = (sentence.shares, sentence.weights)
        return Example([*ids, END], [*signs, (0, 0)], first, last, *rows)


def batch(examples: Sequence[Example]) -> Batch:
    """Gives examples as tensors; words of all rows follow one another."""
    longest = max(len(each.ids) for each in examples)
    ids = torch.full((len(examples), longest), FILL)
    signs = torch.zeros((len(examples), longest, SIGNS), dtype=torch.long)
    for row, each in enumerate(examples):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        signs[row, : len(each.ids)] = torch.tensor(each.signs)
    rows = torch.tensor([row for row, each in enumerate(examples) for _ in each.first])
    first = torch.tensor([at for each in examples for at in each.first])
    last = torch.tensor([at for each in examples for at in each.last])
    shares = torch.from_numpy(np.concatenate([each.shares for each in examples])).float()
    weights = torch.from_numpy(np.concatenate([each.weights for each in examples])).float()
    return Batch(ids, signs, rows, first, last, shares, weights)


def batches(
    examples: Sequence[Example], most_pieces: int, chance: random.Random | None = None
) -> Iterator[list[int]]:
    """Gives the numbers of the examples of each batch; by chance, or from short to long."""
    jitter = chance.random if chance else lambda: 0.0
    lengths = [len(each.ids) + 8 * jitter() for each in examples]
    made: list[list[int]] = []
    held: list[int] = []
    for number in sorted(range(len(examples)), key=lengths.__getitem__):
        if held and (len(held) + 1) * len(examples[number].ids) > most_pieces:
            made.append(held)
            held = []
        held.append(number)
    made.append(held)
    if chance:
        chance.shuffle(made)
    yield from made


def joined(sentences: Sequence["Sentence"], chance: random.Random) -> Iterator["Sentence"]:
    """Gives sentences that follow one another, joined by chance, so that context is learnt."""
    held: Sentence | None = None
    for sentence in sentences:
        if held is None:
            held = sentence
        elif chance.random() < 0.5 or len(held.words) + len(sentence.words) > JOINED_WORDS:
            yield held
            held = sentence
        else:
            held = after(held, sentence)
    if held is not None:
        yield held


def after(one: "Sentence", other: "Sentence") -> "Sentence":
    """Gives two sentences as one."""
    return one._replace(
        words=one.words + other.words,
        signs=one.signs + other.signs,
        shares=np.concatenate([one.shares, other.shares]),
        weights=np.concatenate([one.weights, other.weights]),
    )
