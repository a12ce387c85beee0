"""Tokens of a text: words, numbers, single punctuation marks and line ends."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from musnad.fold import Folded
from musnad.text.glued import may_be_glued, second_word

_TOKEN = re.compile(r"(?! )([ء-ي]++[^\W\d_]*+|[^ \w\s]|[^\W\d_]++|\d++|\n|_)")


class Tokens:
    """Tokens as parallel lists: printed `starts` and `ends` (marks included), folded `keys`."""

    __slots__ = ("ends", "keys", "starts")

    def __init__(self, starts: list[int], ends: list[int], keys: list[str]) -> None:
        self.starts = starts
        self.ends = ends
        self.keys = keys

    def __len__(self) -> int:
        return len(self.keys)

    def at(self, offset: int) -> int:
        """Return the index of the first token that ends after the printed `offset`."""
        return bisect_right(self.ends, offset)

    def ends_line(self, offset: int) -> bool:
        """Tells whether the first token that ends after the printed `offset` is a line end."""
        at = self.at(offset)
        return at < len(self.keys) and self.keys[at] == "\n"


def find_tokens(folded: Folded) -> Tokens:
    """Return the tokens of a folded text, with printed offsets; words without a space are two."""
    pieces = _TOKEN.split(folded.text)  # white space and tokens in turn
    if may_be_glued(folded.text) and any(map(second_word, pieces[1::2])):
        pieces = _parted(pieces)
    offsets = list(accumulate(map(len, pieces)))
    starts, ends = offsets[:-1:2], offsets[1::2]
    if not isinstance(folded.starts, range):
        starts = list(map(folded.starts.__getitem__, starts))
        stops = folded.stops
        ends = [stops[end - 1] for end in ends]
    return Tokens(starts, ends, pieces[1::2])


def part_tokens(tokens: Tokens, folded: Folded, seams: Iterable[int]) -> None:
    """Makes two of each token that holds one of these printed offsets, given in order."""
    for seam in seams:
        at = tokens.at(seam)
        if at == len(tokens) or tokens.starts[at] >= seam:
            continue
        cut = folded.to_folded(seam) - folded.to_folded(tokens.starts[at])
        if not 0 < cut < len(tokens.keys[at]):
            continue
        tokens.keys[at : at + 1] = tokens.keys[at][:cut], tokens.keys[at][cut:]
        tokens.starts.insert(at + 1, seam)
        tokens.ends.insert(at, seam)


def drop_line_ends(tokens: Tokens, offsets: Iterable[int]) -> None:
    """Takes away the tokens of the line ends at these printed offsets."""
    for offset in offsets:
        if tokens.ends_line(offset):
            at = tokens.at(offset)
            del tokens.keys[at], tokens.starts[at], tokens.ends[at]


def _parted(pieces: list[str]) -> list[str]:
    parted = pieces[:1]
    for key, space in zip(pieces[1::2], pieces[2::2], strict=True):
        second = second_word(key)
        parted += [key[:second], "", key[second:], space] if second else [key, space]
    return parted
