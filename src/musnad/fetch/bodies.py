"""The body of an HTTP response, out of the encodings that its headers name, within a limit."""

import re
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import Protocol

CHUNK = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]*(?:;[^\r\n]*)?\r\n")
GZIP, ZLIB, DEFLATE = 31, 15, -15
"""What zlib calls the three forms."""


class BodyError(Exception):
    """A body that cannot be given: `code` is that of the issue."""

    def __init__(self, code: str, detail: str) -> None:
        self.code, self.detail = code, detail
        super().__init__(detail)


class Readable(Protocol):
    """What gives bytes, perhaps fewer than asked for."""

    def read(self, size: int, /) -> bytes:
        """Gives up to `size` bytes, none at the end."""


def read_all(stream: Readable, limit: int) -> bytes:
    """Gives up to `limit` bytes and one more when there are more, however few come at once."""
    pieces, left = [], limit + 1
    while left and (piece := stream.read(min(left, 1 << 20))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def header(headers: Iterable[tuple[str, str]], name: str) -> str:
    """Gives the first header of this name, "" when there is none."""
    return next((value.strip() for key, value in headers if key.lower() == name), "")


def dechunked(data: bytes, headers: Iterable[tuple[str, str]], limit: int) -> bytes:
    """Gives the body without the marks of chunks, if headers name them and they are there."""
    if header(headers, "transfer-encoding").lower() != "chunked" or not CHUNK.match(data):
        return data
    from fastwarc.stream_io import ChunkedReader  # noqa: PLC0415 - slow to import

    return _within(_read(ChunkedReader(BytesIO(data)), limit), limit)


def decoded(data: bytes, headers: Iterable[tuple[str, str]], limit: int) -> bytes:
    """Gives the body out of its content encodings, one that was taken out already left alone.

    Raises `BodyError`: M-102 when it is longer than `limit` bytes, M-146 when it is in another
    encoding than it says.
    """
    names = header(headers, "content-encoding").lower().split(",")
    for name in reversed([each.strip() for each in names]):
        data = _within(_out_of(name, data, limit), limit)
    return data


def _within(data: bytes, limit: int) -> bytes:
    if len(data) > limit:
        raise BodyError("M-102", f"more than {limit} bytes when unpacked")
    return data


def _out_of(name: str, data: bytes, limit: int) -> bytes:
    if name in ("gzip", "x-gzip"):
        return _inflated(data, GZIP, limit) if data.startswith(b"\x1f\x8b") else data
    if name == "deflate":
        form = ZLIB if data[:1] == b"\x78" else DEFLATE
        return _inflated(data, form, limit)
    if name in ("br", "zstd"):
        return _unpacked(name, data, limit)
    if name in ("", "identity"):
        return data
    raise BodyError("M-146", f"its content encoding is «{name}»")


def _inflated(data: bytes, form: int, limit: int) -> bytes:
    unpacking = zlib.decompressobj(form)
    try:
        unpacked = unpacking.decompress(data, limit + 1)
    except zlib.error as error:
        raise BodyError("M-146", f"it cannot be unpacked: {error}") from error
    if len(unpacked) <= limit and not unpacking.eof:
        raise BodyError("M-146", "it ends before what was packed in it does")
    return unpacked


def _unpacked(name: str, data: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader, ZstdReader  # noqa: PLC0415 - slow to import

    reader = BrotliReader if name == "br" else ZstdReader
    return _read(reader(BytesIO(data)), limit)


def _read(reader: Readable, limit: int) -> bytes:
    try:
        return read_all(reader, limit)
    except (OSError, ValueError, RuntimeError) as error:
        raise BodyError("M-146", f"it cannot be unpacked: {error}") from error
