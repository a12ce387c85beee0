"""The lexicon files of a workspace: none replaces another, each appears whole or not at all."""

from hashlib import sha256
from pathlib import Path, PurePath

from musnad.errors import MusnadError

SUFFIX = ".toml"
SHOWN = 8
"""Digits of the hash in the name of a second file of one name."""


def lexicon_texts(folder: Path) -> tuple[str, ...]:
    """Gives the texts of the lexicons in `folder`, sorted by name; raises `MusnadError` M-007."""
    return tuple(map(_text, sorted(folder.glob(f"*{SUFFIX}"))))


def write_lexicon(folder: Path, name: str, text: str) -> bool:
    """Writes a lexicon beside the others; gives False when the same one is there already."""
    data, stem = text.encode(), PurePath(name).stem
    own = f"{stem}-{sha256(data).hexdigest()[:SHOWN]}"
    for path in (folder / f"{stem}{SUFFIX}", folder / f"{own}{SUFFIX}"):
        if not path.exists():
            folder.mkdir(exist_ok=True)
            part = path.with_name(f"{path.name}.part")
            part.write_bytes(data)
            part.replace(path)
            return True
        if path.read_bytes() == data:
            return False
    return False


def _text(file: Path) -> str:
    from musnad.lexicons.form import parse_lexicon  # noqa: PLC0415 - slow to import

    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise MusnadError("M-007", f"{file}: {error}.") from error
    parse_lexicon(text, str(file))
    return text
