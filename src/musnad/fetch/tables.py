"""CSV tables of pages: one row, one page."""

import codecs
import csv
import difflib
import re
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import count

from musnad.fetch.opened import FetchIssue, Found, Opened, record_bytes, record_name
from musnad.model.records import Received

TEXTS = ("text", "html")
COLUMNS = (*TEXTS, "id", "title", "url", "published", "outlet", "byline", "section", "tags")
SEPARATORS = ",;\t"
SAMPLE = 65_536
LONE = re.compile("[\udc80-\udcff]")


def is_table(start: bytes) -> bool:
    """Says whether a file that begins like this is a table of pages."""
    heads = start.decode(_encoding(start), "replace").partition("\n")[0]
    names = [name.strip(' "\r\ufeff').lower() for name in re.split(f"[{SEPARATORS}]", heads)]
    return len(names) > 1 and bool(set(TEXTS) & set(names)) and set(names) <= set(COLUMNS)


def read_table(opened: Opened) -> Found:
    """Gives each row of the table as one page record, and an issue for each row that is none.

    Comma, semicolon or tab separated; UTF-8, UTF-16 or windows-1256. Columns that say nothing
    about a page are passed over.
    """
    csv.field_size_limit(opened.limit)
    rows = _rows(opened)
    number, header = next(rows, (1, []))
    columns = header if isinstance(header, str) else [name.strip().lower() for name in header]
    if isinstance(columns, str) or not set(TEXTS) & set(columns):
        yield opened.issue("M-116", _no_columns(columns))
        return
    for number, row in rows:
        found = row if isinstance(row, str) else _record(columns, row)
        if isinstance(found, str):
            yield opened.issue("M-117", found, number)
        elif found:
            yield _received(opened, number, found)


def _rows(opened: Opened) -> Iterator[tuple[int, list[str] | str]]:
    """Gives each row with its number from 1; a row that cannot be parsed is the reason why."""
    encoding, separator = _form(opened)
    faults = "replace" if encoding == "utf-16" else "surrogateescape"
    text = TextIOWrapper(opened.stream, encoding, errors=faults, newline="")
    reader = csv.reader(text, delimiter=separator, strict=True)
    try:
        for number in count(1):
            try:
                yield number, next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield number, str(error)
    finally:
        text.detach()


def _form(opened: Opened) -> tuple[str, str]:
    """Gives the encoding and the separator that the beginning of the table has."""
    start = opened.stream.read(SAMPLE)
    opened.stream.seek(0)
    encoding = _encoding(start)
    heads = start.decode(encoding, "replace").partition("\n")[0]
    return encoding, max(SEPARATORS, key=heads.count)


def _encoding(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return "windows-1256"
    return "utf-8-sig"


def _record(columns: list[str], row: list[str]) -> dict[str, str | None] | str:
    """Gives the fields of a row, nothing for an empty one, or why it is no page."""
    if not any(cell.strip() for cell in row):
        return {}
    if len(row) > len(columns):
        return f"{len(row)} cells under {len(columns)} columns"
    cells = dict(zip(columns, row, strict=False))
    fields = {name: cells[name].strip() for name in COLUMNS if cells.get(name)}
    if not any(fields.get(name) for name in TEXTS):
        return "neither `text` nor `html` holds anything"
    return {name: LONE.sub("\ufffd", value) for name, value in fields.items()}


def _received(opened: Opened, number: int, fields: dict[str, str | None]) -> Received | FetchIssue:
    data = record_bytes(fields)
    if len(data) > opened.limit:
        return opened.too_large(number)
    name = record_name(data, opened.part(number))
    return Received(data=data, name=name, format="record", given=opened.given)


def _no_columns(columns: list[str] | str) -> str:
    if isinstance(columns, str):
        return columns
    near = [name for text in TEXTS for name in difflib.get_close_matches(text, columns, 1)]
    meant = f"; is it `{near[0]}`?" if near else ""
    return f"found {', '.join(f'`{name}`' for name in columns[:12]) or 'nothing'}{meant}"
