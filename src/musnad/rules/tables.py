"""Rule tables that are no token patterns: read once from the stage that owns them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(package: str, name: str) -> dict[str, Any]:
    """Gives the parsed `<package>/rules/<name>.toml`, read once; callers do not change it."""
    return tomllib.loads(files(package).joinpath("rules", f"{name}.toml").read_text("utf-8"))
