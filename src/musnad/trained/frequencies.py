"""How frequent a word is in news, as a band: one more for twice as often.

The file holds no words, only 32-bit checksums of them in order, with their bands: one megabyte
in memory. A word that was never seen has one chance in twenty thousand to look like one that was.
"""

import lzma
import sys
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from zlib import crc32

from musnad.trained.files import trained_bytes

FILE = "word_bands.xz"
PLANES = 4
"""The bytes of the checksums stand one plane after the other, highest first: they pack better."""

HEAD_BITS = 12
"""The first bits of a checksum tell where it is sought."""


class WordBands:
    """The bands of frequency of folded words."""

    def __init__(self, sums: "array[int]", bands: bytes) -> None:
        self._sums = sums
        self._bands = bands
        firsts = range(0, (1 << 32) + 1, 1 << (32 - HEAD_BITS))
        self._starts = array("I", (bisect_left(sums, first) for first in firsts))

    def __len__(self) -> int:
        return len(self._bands)

    def band(self, key: str) -> int:
        """Gives the band of a folded word: 0 when it is not known, else log2 of its count + 1."""
        wanted = crc32(key.encode())
        head = wanted >> (32 - HEAD_BITS)
        at = bisect_left(self._sums, wanted, self._starts[head], self._starts[head + 1])
        return self._bands[at] if at < len(self._bands) and self._sums[at] == wanted else 0


def pack_bands(counts: Mapping[str, int]) -> bytes:
    """Gives the content of the file for the counts of folded words."""
    bands: dict[int, int] = {}
    for key, count in counts.items():
        wanted = crc32(key.encode())
        bands[wanted] = max(count.bit_length(), bands.get(wanted, 0))
    ordered = sorted(bands)
    written = b"".join(each.to_bytes(PLANES, "big") for each in _differences(ordered))
    planes = b"".join(written[plane::PLANES] for plane in range(PLANES))
    return lzma.compress(planes + bytes(bands[each] for each in ordered), preset=9)


def unpack_bands(content: bytes) -> WordBands:
    """Gives the bands in the content of a file."""
    raw = lzma.decompress(content)
    size = len(raw) // (PLANES + 1)
    sums = bytearray(size * PLANES)
    for plane in range(PLANES):
        sums[plane::PLANES] = raw[plane * size : (plane + 1) * size]
    found = array("I", bytes(sums))
    if sys.byteorder == "little":
        found.byteswap()
    return WordBands(_sums(found), raw[PLANES * size :])


@cache
def bands_of(name: str) -> WordBands:
    """Gives the bands in the trained file `name`, read once."""
    return unpack_bands(trained_bytes(name))


def word_bands() -> WordBands:
    """Gives the shipped bands of the words of news."""
    return bands_of(FILE)


def _differences(ordered: list[int]) -> list[int]:
    return [each - before for before, each in zip([0, *ordered], ordered, strict=False)]


def _sums(differences: "array[int]") -> "array[int]":
    total, found = 0, array("I", differences)
    for at, difference in enumerate(differences):
        total += difference
        found[at] = total
    return found
