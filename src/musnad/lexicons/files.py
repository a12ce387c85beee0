"""The built-in lexicon files, read once."""

import tomllib
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any


@cache
def builtin_text(file_name: str) -> str:
    """Gives the text of a file in `musnad/lexicons`; raises `FileNotFoundError`."""
    return files("musnad.lexicons").joinpath(file_name).read_text("utf-8")


@cache
def builtin_digest() -> bytes:
    """Gives the hash of all built-in lexicon files: it changes when any word of them does."""
    digest = sha256()
    for entry in sorted(files("musnad.lexicons").iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith((".toml", ".tsv", ".txt")):
            digest.update(entry.name.encode() + b"\x1f" + entry.read_bytes())
    return digest.digest()


@cache
def builtin(name: str) -> dict[str, Any]:
    """Gives the parsed `lexicons/<name>.toml`, read once; callers do not change it."""
    return tomllib.loads(builtin_text(f"{name}.toml"))
