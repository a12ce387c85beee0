"""Bytes become text: which encoding they are written in, whatever they declare."""

import codecs
import re
from functools import cache
from typing import Final, NamedTuple

from musnad.model.records import Issue

MARKS_OF_ORDER: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SINGLE_BYTE: Final = ("windows-1256", "iso-8859-6")
MAGIC: Final = re.compile(
    rb"%PDF-|PK\x03\x04|\x89PNG|\xff\xd8\xff|GIF8|\x1f\x8b|\x7fELF|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf"
    rb"|RIFF|ID3|OggS|BZh|\x28\xb5\x2f\xfd|SQLite format 3"
)
CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\r\f\v\x00\x1a\x1b")) + b"\x7f"
DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE
)
NOT_TEXT: Final = re.compile(f"[\x00{chr(0xD800)}-{chr(0xDFFF)}]")
NUL: Final = b"\x00"
SURROGATE: Final = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
SURROGATE_BYTE: Final = b"\xed"
ASCII: Final = bytes(range(128))
ARABIC: Final = re.compile("[\u0621-\u064a]")
FREQUENT: Final = re.compile(
    r"[اإمفعأه](?<!\w\w)"  # the first letter of a word, which a search looks for by itself
    r"(?:(?<=ا)ل[\u0621-\u064a]{2,}|(?<=م)ن|(?<=ف)ي|(?<=[عإ])لى|(?<=[أع])ن|(?<=ه)ذا)\b"
)
"""Words that begin with the article, and the commonest of the others."""
SAMPLE: Final = 65_536
HEAD: Final = 4096
"""Bytes among which a page names its encoding."""


class Decoded(NamedTuple):
    """The text of a page, the encoding that gave it, and what went wrong."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode(data: bytes, header: str | None = None) -> Decoded:
    """Gives the text of `data`; binary data give an empty text with issue M-103.

    `header` is the encoding that came with the page, noted by M-109 when it is not the one found.
    """
    if MAGIC.match(data):
        return _binary("its first bytes are those of a binary file")
    found = _decode_marked(data) or _decode_wide(data) or _decode_utf8(data)
    found = found or _decode_single_byte(data)
    if found is None:
        return _binary("no encoding gives readable text")
    # No codec gives lone surrogates: here only NUL is to be looked for, sooner among bytes.
    whole = not (NUL in data or SURROGATE_BYTE in data) or "\x00" not in found.text
    text, removed = (found.text, ()) if whole else remove_unreadable(found.text)
    if not text:
        return _binary("it holds nothing but NUL bytes")
    return Decoded(
        text, found.encoding, (*found.issues, *removed, *_misdeclared(data, header, found))
    )


def remove_unreadable(text: str) -> tuple[str, tuple[Issue, ...]]:
    """Gives the text without NUL and lone surrogates, and issue M-107 when there were any."""
    if _is_readable(text):
        return text, ()
    cleaned, count = NOT_TEXT.subn("", text)
    if not count:
        return text, ()
    return cleaned, (Issue(code="M-107", detail=f"{count} characters"),)


def _is_readable(text: str) -> bool:
    """Says whether the text has no NUL and no lone surrogate; its bytes are searched sooner."""
    try:
        return NUL not in text.encode()
    except UnicodeEncodeError:
        return False


def _binary(why: str) -> Decoded:
    return Decoded("", "binary", (Issue(code="M-103", detail=why),))


def _decode_marked(data: bytes) -> Decoded | None:
    for mark, encoding in MARKS_OF_ORDER:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    return None


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a byte order mark: one byte of each pair is 0 (Latin) or 6 (Arabic)."""
    sample = data[: SAMPLE // 8 * 2]
    if len(sample) < 4 or not (b"\x00" in sample or b"\x06" in sample):
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if (high.count(0) + high.count(6)) / len(high) > 0.7:
            decoded = _decode_as(data, encoding)
            if _control_share(decoded.text[:1000].encode("utf-8", "replace")) < 0.02:
                return decoded
    return None


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        issue = Issue(code="M-104", detail=f"{encoding}, first at byte {error.start}")
        return Decoded(data.decode(encoding, "replace"), encoding, (issue,))


def _control_share(data: bytes) -> float:
    sample = data[:SAMPLE]
    return 1 - len(sample.translate(None, CONTROL)) / len(sample) if sample else 0.0


def _decode_utf8(data: bytes) -> Decoded | None:
    """UTF-8 that is whole, cut at its end, or has few faulty bytes; surrogates become NUL."""
    if _control_share(data) > 0.02:
        return None
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError:
        return _decode_faulty(SURROGATE.sub(b"\x00", data))


def _decode_faulty(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data":
            issue = Issue(code="M-104", detail=f"the page is cut inside a letter at {error.start}")
            return Decoded(data[: error.start].decode(), "utf-8", (issue,))
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    if faults > 0.05 * (len(text) - len(text.encode("ascii", "ignore"))):
        return None
    issue = Issue(code="M-104", detail=f"utf-8, {faults} faults")
    return Decoded(text, "utf-8", (issue,))


def _decode_single_byte(data: bytes) -> Decoded | None:
    if _control_share(data) > 0.02:
        return None
    likely = {encoding: _plausibility(data[:SAMPLE], encoding) for encoding in SINGLE_BYTE}
    best = max(SINGLE_BYTE, key=lambda encoding: likely[encoding])
    if likely[best] > 0:
        return _decode_as(data, best)
    if _control_share(data) == 0 and _western(data[:SAMPLE]):
        return _decode_as(data, "windows-1252")
    return None


def _plausibility(sample: bytes, encoding: str) -> float:
    """Frequent Arabic words per letter outside ASCII; 0 where most are no Arabic letters."""
    outside = len(sample.translate(None, ASCII))
    letters = len(sample) - len(sample.translate(None, _arabic_bytes(encoding)))
    if letters < 0.75 * outside:
        return 0.0
    frequent = len(FREQUENT.findall(sample.decode(encoding, "replace")))
    if not (frequent or outside > 0.3 * len(sample)):
        return 0.0
    return (frequent + 0.001) / outside


@cache
def _arabic_bytes(encoding: str) -> bytes:
    """The bytes that are Arabic letters in an encoding of one byte a letter."""
    letters = ((byte, bytes((byte,)).decode(encoding, "replace")) for byte in range(256))
    return bytes(byte for byte, letter in letters if ARABIC.match(letter))


def _western(sample: bytes) -> bool:
    plain = sum(byte < 0x80 for byte in sample)
    return plain > 0.7 * len(sample)


def _misdeclared(data: bytes, header: str | None, found: Decoded) -> tuple[Issue, ...]:
    if data.isascii():
        return ()
    meta = _named_in_meta(data[:HEAD])
    declared = {"": meta[1].decode() if meta else None, " (HTTP)": header}
    wrong = [f"{name}{where}" for where, name in declared.items() if name and _other(name, found)]
    if not wrong:
        return ()
    detail = f"declared {' / '.join(wrong)}, written in {found.encoding}"
    return (Issue(code="M-109", detail=detail),)


def _named_in_meta(head: bytes) -> re.Match[bytes] | None:
    """The first `<meta>` that names an encoding, looked for where the word for it stands."""
    small = head.lower()
    named = small.find(b"charset")
    begun = small.rfind(b"<meta", 0, named) if named >= 0 else -1
    return DECLARED.search(head, max(begun, 0)) if named >= 0 else None


def _other(name: str, found: Decoded) -> bool:
    """Says whether the encoding of this name is another than the one found."""
    try:
        same = codecs.lookup(name).name == codecs.lookup(found.encoding).name
    except LookupError:
        same = False
    return not same and name.lower().replace("-", "") not in found.encoding.replace("-", "")
