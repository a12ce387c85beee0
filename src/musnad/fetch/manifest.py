"""The manifest: a CSV table that says of each file what the page does not."""

import codecs
import csv
import difflib
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from musnad.errors import MusnadError
from musnad.model.records import Given

COLUMNS = ("file", "outlet", "published", "url", "title")
SEPARATORS = ",;\t"

Manifest = Mapping[str, Given]


def read_manifest(path: Path) -> Manifest:
    """Gives what the manifest says, by file as written there.

    Comma, semicolon or tab separated; UTF-8, UTF-16 or, as Excel writes it, windows-1256.
    Raises `MusnadError`: M-005 when absent, M-006 when it cannot be used.
    """
    text = _text(path)
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise MusnadError("M-006", f"{path}: {error}.") from error
    columns = _columns(path, rows[0] if rows else [])
    return dict(_given_rows(path, columns, rows[1:]))


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise MusnadError("M-005", f"«{path}».") from error
    except OSError as error:
        raise MusnadError("M-006", f"{path}: {error.strerror}.") from error
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "windows-1256"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MusnadError("M-006", f"{path}: it is no text.")


def _columns(path: Path, header: list[str]) -> list[str]:
    columns = [name.strip().lower() for name in header]
    for name in columns:
        if name not in COLUMNS:
            near = difflib.get_close_matches(name, COLUMNS, 1)
            meant = f", did you mean `{near[0]}`?" if near else f"; known: {', '.join(COLUMNS)}."
            raise MusnadError("M-006", f"{path}: unknown column `{name}`{meant}")
    if "file" not in columns or len(set(columns)) < len(columns):
        raise MusnadError("M-006", f"{path}: each column once, `file` among them.")
    return columns


def _given_rows(
    path: Path, columns: list[str], rows: list[list[str]]
) -> Iterator[tuple[str, Given]]:
    for number, row in enumerate(rows, 2):
        if len(row) > len(columns):
            raise MusnadError("M-006", f"{path}: row {number} has more cells than the header.")
        cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False)}
        file = cells.pop("file", "").replace("\\", "/").removeprefix("./")
        if file:
            yield file, Given(**{name: cell or None for name, cell in cells.items()})


def row_of(manifest: Manifest, file: str) -> str | None:
    """Gives the row for the file: the one that names the whole path or the longest end of it."""
    parts = file.split("/")
    ends = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((end for end in ends if end in manifest), None)


def given_of(manifest: Manifest, row: str | None, given: Given) -> Given:
    """Gives what is said about a file: its row of the manifest first, then `given`."""
    if row is None:
        return given
    said = manifest[row]
    fields = Given.__struct_fields__
    return Given(**{name: getattr(said, name) or getattr(given, name) for name in fields})
