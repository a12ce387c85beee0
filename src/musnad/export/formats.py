"""Which writer makes which file, and how a half-written file is never left behind."""

import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from musnad.errors import MusnadError
from musnad.export.columns import Line
from musnad.export.csv_file import write_csv
from musnad.export.jsonl_file import write_jsonl
from musnad.export.xlsx_file import write_xlsx

Writer = Callable[[Path, Iterable[Line]], int]

FORMATS: dict[str, Writer] = {".csv": write_csv, ".xlsx": write_xlsx, ".jsonl": write_jsonl}
"""The ending of a file name, and what writes such a file."""


def export_lines(path: Path, found: Iterable[Line]) -> int:
    """Writes the statements to `path` and gives their number; the ending names the format.

    The file appears whole or not at all. Raises M-009 when it cannot be written.
    """
    writer = FORMATS.get(path.suffix.lower())
    if writer is None:
        raise MusnadError("M-009", f"{path}: the name must end in {', '.join(FORMATS)}.")
    try:
        return _replaced(path, writer, found)
    except OSError as error:
        raise MusnadError("M-009", f"{path}: {error.strerror or error}.") from error


def _replaced(path: Path, writer: Writer, found: Iterable[Line]) -> int:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        written = writer(temporary, found)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return written


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
