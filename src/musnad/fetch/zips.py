"""ZIP archives of pages; WACZ is a ZIP of WARC files."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from musnad.fetch.opened import Found, Opened, Reader
from musnad.fetch.saved_pages import is_part

DAMAGED = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
    RuntimeError, struct.error, OverflowError,
)  # fmt: skip
"""What zipfile raises for archives that are damaged or made to harm."""
ENCRYPTED = 0x1
END = b"PK\x05\x06"
TAIL = 65_557
"""Bytes at the end of a ZIP among which its last record stands."""
MOST_DIRECTORY = 64_000_000
"""Bytes of the list of members, which is held in memory."""
MOST_RATIO, SMALL = 200, 1_000_000
"""How many times a member over SMALL bytes may expand."""

ReaderOf = Callable[[str], Reader | None]
"""Gives the reader for the name of a member, None when it is no page."""


def read_zip(opened: Opened, reader_of: ReaderOf) -> Found:
    """Gives the pages of the members in the order of the archive, one at a time.

    Nothing is written to disk, so the path of a member is no more than its name.
    """
    try:
        if _directory_bytes(opened.stream) > MOST_DIRECTORY:
            yield opened.issue("M-118", "its list of members is too long")
            return
        with zipfile.ZipFile(opened.stream) as archive:
            for member in _pages(archive):
                yield from _read_member(opened, archive, member, reader_of)
    except DAMAGED as error:
        yield opened.issue("M-118", str(error) or type(error).__name__)


def _directory_bytes(stream: BinaryIO) -> int:
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    tail = stream.read(TAIL)
    at = tail.rfind(END)
    return int(struct.unpack_from("<I", tail, at + 12)[0]) if 0 <= at <= len(tail) - 16 else 0


def _pages(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    names = archive.NameToInfo
    for member in archive.infolist():
        name = member.filename
        hidden = any(part.startswith(".") for part in name.split("/") if part != "..")
        if name and not member.is_dir() and not hidden and not is_part(name, names):
            yield member


def _read_member(
    opened: Opened, archive: zipfile.ZipFile, member: zipfile.ZipInfo, reader_of: ReaderOf
) -> Found:
    read = reader_of(member.filename)
    if read is None:
        return
    inner = opened._replace(name=f"{opened.name}/{_shown(member.filename)}")
    problem = _problem(member)
    if problem:
        yield inner.issue("M-119", problem)
        return
    try:
        with archive.open(member) as stream:
            yield from read(inner._replace(stream=cast(BinaryIO, stream)))
    except DAMAGED as error:
        yield inner.issue("M-119", str(error) or type(error).__name__)


def _problem(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & ENCRYPTED:
        return "it is encrypted"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link"
    ratio = member.file_size / max(1, member.compress_size)
    if member.file_size > SMALL and ratio > MOST_RATIO:
        return f"it expands {ratio:.0f} times, as no page does"
    return ""


def _shown(name: str) -> str:
    """Gives the name with what is no letter of it escaped; «../» leads nowhere here."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
