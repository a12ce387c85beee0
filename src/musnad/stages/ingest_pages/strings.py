"""The values of tags and JSON as clean words."""

import re
from functools import lru_cache
from typing import Any, Final

from musnad.stages.ingest_pages.decode import remove_unreadable

WORD: Final = re.compile(r"[^\W_]+")


def folded(value: str | None) -> str | None:
    """Gives a value with its white space folded, None when nothing is left."""
    if not value:
        return None
    readable = value if value.isprintable() else remove_unreadable(value)[0]
    return " ".join(readable.split()) or None


def first_text(value: Any) -> str | None:
    """Gives a JSON text, of a list the first."""
    if isinstance(value, list) and value:
        value = value[0]
    return folded(value) if isinstance(value, str) else None


def all_texts(value: Any) -> list[str]:
    """Gives the JSON texts of a list, or the one that stands for it."""
    several = value if isinstance(value, list) else [value]
    return [text for each in several if (text := first_text(each))]


def first_name(value: Any) -> str | None:
    """Gives the `name` of a JSON object, of a list the first, or the text that stands for it."""
    if isinstance(value, list) and value:
        value = value[0]
    return first_text(value.get("name")) if isinstance(value, dict) else first_text(value)


@lru_cache(maxsize=256)
def words(text: str | None) -> frozenset[str]:
    """Gives the words of a title, to see whether two titles are one."""
    return frozenset(WORD.findall((text or "").lower()))


def shared_part(one: frozenset[str], other: frozenset[str]) -> float:
    """Gives how much of the smaller set of words stands in the other, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
