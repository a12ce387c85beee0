"""Bad pages give a coded issue or a right reading, never a traceback."""

import json
import random
from functools import cache
from typing import NamedTuple

import msgspec
import pytest

import musnad
from musnad.errors import ISSUES
from musnad.model.records import PageFormat, Reading, Received

TITLE = "بلدية رأس المنارة تنفي إغلاق السوق"
BODY = (
    "وقال رئيس البلدية كمال الصواري إن السوق مفتوح كل يوم أمام الصيادين.\n"
    "وأضاف أن البلدية لن تغلقه قبل نهاية الموسم مهما طال الشتاء."
)
PAGE = f"{TITLE}\n{BODY}\n"
PERSIAN = (
    "شهردار بندر می‌گوید بازار ماهی این هفته باز است و کشتی‌ها به اسکله نزدیک می‌شوند.\n"
    "او گفت که گزارش‌های دیگر درست نیست و کارگران به زودی بازمی‌گردند."
)
ENGLISH = "The mayor said on Wednesday that the fish market of the town stays open all season."
NOISE = random.Random(4711).randbytes(20_000)
FIGURES = "9" * 5000
LONG_LINE = (BODY.replace("\n", " ") + " ") * 5000


class Bad(NamedTuple):
    """A page, and what its reading must be like."""

    data: bytes
    codes: frozenset[str] = frozenset()
    statements: bool = False
    form: PageFormat | None = None


def issues(*codes: str) -> frozenset[str]:
    return frozenset(codes)


BAD = {
    "empty": Bad(b"", issues("M-101")),
    "white space": Bad(b" \r\n\t \n", issues("M-101")),
    "random bytes": Bad(NOISE, issues("M-103")),
    "a picture": Bad(b"\x89PNG\r\n\x1a\n" + NOISE, issues("M-103")),
    "too large": Bad(b"a" * 20_000_001, issues("M-102")),
    "one line of a megabyte": Bad(LONG_LINE.encode(), issues("M-108")),
    "a megabyte without a space": Bad(("س" * 500_000).encode(), issues("M-108")),
    "endless figures": Bad(f"{PAGE}{FIGURES}/{FIGURES}/2031 {FIGURES} قتيل".encode()),
    "endless scales": Bad((PAGE + "مليون " * 800 + "قتيل").encode()),
    "a zone with endless hours": Bad(f"{PAGE}الساعة 5 بتوقيت غرينتش +{FIGURES}".encode()),
    "truncated UTF-8": Bad(PAGE.rstrip().encode()[:-2], issues("M-104"), statements=True),
    "windows-1256": Bad(PAGE.encode("windows-1256"), statements=True),
    "iso-8859-6": Bad(PAGE.encode("iso-8859-6"), statements=True),
    "UTF-16 with a mark": Bad(PAGE.encode("utf-16"), statements=True),
    "UTF-16 without a mark": Bad(PAGE.encode("utf-16-le"), statements=True),
    "UTF-8 with a mark": Bad(b"\xef\xbb\xbf" + PAGE.encode(), statements=True),
    "Windows line ends": Bad(PAGE.replace("\n", "\r\n").encode(), statements=True),
    "Persian": Bad(PERSIAN.encode(), issues("M-105")),
    "English": Bad(ENGLISH.encode(), issues("M-105")),
    "NUL bytes": Bad(PAGE.replace("السوق", "السو\x00ق").encode(), issues("M-107"), statements=True),
    "lone surrogates in UTF-8": Bad(
        PAGE.replace(" ", " \ud800", 1).encode("utf-8", "surrogatepass"), issues("M-107"), True
    ),
    "surrogates escaped in JSON": Bad(
        json.dumps({"title": TITLE, "text": BODY + "\ud83d"}).encode(), issues("M-107"), True
    ),
    "a JSON line that is no page": Bad(b'[1, 2, 3]', issues("M-111"), form="record"),
    "broken JSON": Bad(b'{"title": "x", ', issues("M-111"), form="record"),
    "deep HTML": Bad(b"<html><body>" + b"<div>" * 20_000 + BODY.encode()),
    "HTML without an article": Bad(b"<html><body><nav><a href='/'>x</a></nav></body></html>"),
    "marks of direction only": Bad("\u200f\u202b\u2067".encode() * 50),
    "a thousand quotation marks": Bad(("«" * 1000 + BODY).encode()),
    "quotation marks without their end": Bad(
        PAGE.replace("السوق مفتوح", "«السوق مفتوح").encode(), issues("M-130"), True
    ),
    "a thousand verbs of saying": Bad(("وقال " * 1000).encode()),
    "emoji and joiners": Bad((PAGE + "👩‍👩‍👧‍👦\u200c\u200d⚓️").encode(), statements=True),
}  # fmt: skip


@cache
def readings_of(bad: Bad) -> tuple[Reading, ...]:
    return musnad.read_all(Received(data=bad.data, name="page", format=bad.form))


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_page_gives_a_reading(bad: Bad) -> None:
    readings = readings_of(bad)
    found = {issue.code for reading in readings for issue in reading.issues}
    assert readings
    assert found <= ISSUES.keys()
    assert bad.codes <= found
    assert not bad.statements or any(reading.statements for reading in readings)


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_its_reading_is_clean_json(bad: Bad) -> None:
    for reading in readings_of(bad):
        line = msgspec.json.encode(reading)
        assert b"\\u0000" not in line
        assert msgspec.json.decode(line, type=Reading) == reading
        assert not any("\ud800" <= letter <= "\udfff" for letter in reading.article.text)
        for statement in reading.statements:
            for span in statement.content:
                assert reading.article.text[span.start : span.end] == span.text


def test_what_is_no_article_has_no_statements() -> None:
    for name in ("empty", "random bytes", "Persian", "English"):
        assert not any(reading.statements for reading in readings_of(BAD[name]))
