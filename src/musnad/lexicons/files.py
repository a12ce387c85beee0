"""The built-in lexicon files, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def builtin_text(file_name: str) -> str:
    """Gives the text of a file in `musnad/lexicons`; raises `FileNotFoundError`."""
    return files("musnad.lexicons").joinpath(file_name).read_text("utf-8")


@cache
def builtin(name: str) -> dict[str, Any]:
    """Gives the parsed `lexicons/<name>.toml`, read once; callers do not change it."""
    return tomllib.loads(builtin_text(f"{name}.toml"))
