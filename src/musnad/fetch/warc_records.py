"""The records of a WARC archive one after the other, over damage to the next that is whole."""

import re
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

DAMAGED = (OSError, ValueError, RuntimeError, zlib.error)
BEGIN = re.compile(rb"WARC/1\.[01]\r?\n|\x1f\x8b\x08")
"""How a record begins, plain or packed with gzip."""
BLOCK, AHEAD = 1 << 16, 1024
MOST_DAMAGES = 100
"""Damaged places of one archive behind which reading goes on."""


class Damage(NamedTuple):
    """A stretch of an archive that could not be read, with the record that was read last."""

    error: str
    after: int
    until: int | None = None

    def told(self) -> str:
        """Gives where it is and whether reading goes on behind it, in words."""
        on = f"goes on at byte {self.until}" if self.until is not None else "ends here"
        return f"{self.error}, in or behind the record at byte {self.after}; reading {on}"


def read_records(stream: BinaryIO) -> Iterator["WarcRecord | Damage"]:
    """Gives each record of any type, and before the next each damage.

    After damage the next record begins where its first bytes are found.
    """
    from fastwarc.warc import ArchiveIterator  # noqa: PLC0415 - slow to import

    start: int | None = 0
    damage: Damage | None = None
    for _ in range(MOST_DAMAGES):
        if start is None:
            break
        stream.seek(start)
        at = start
        try:
            for record in ArchiveIterator(stream):
                at = record.stream_pos
                if damage:
                    yield damage._replace(until=at)
                    damage = None
                yield record
            start = None
        except DAMAGED as error:
            damage = damage or Damage(str(error), at)
            start = _next_record(stream, at + 1)
    if damage:
        yield damage


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Gives the place of the first record that begins at `start` or behind it."""
    stream.seek(start)
    held = stream.read(BLOCK)
    while held:
        following = stream.read(BLOCK)
        window = held + following[:AHEAD]
        for found in BEGIN.finditer(window):
            at = found.start()
            if at < len(held) and _begins(window[at : at + AHEAD]):
                return start + at
        start, held = start + len(held), following
    return None


def _begins(data: bytes) -> bool:
    """Says whether a record begins here; packed bytes may look like one by chance."""
    if data.startswith(b"WARC/"):
        return True
    try:
        return zlib.decompressobj(31).decompress(data, 5) == b"WARC/"
    except zlib.error:
        return False
