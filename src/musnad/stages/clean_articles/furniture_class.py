"""One class of furniture as rules/furniture.toml writes it."""

from typing import Literal

from msgspec import Struct

from musnad.model.records import DroppedKind


class Furniture(Struct, frozen=True, forbid_unknown_fields=True):
    """A class of lines that are no article text; see rules/furniture.toml for the fields."""

    id: str
    kind: DroppedKind
    why: str
    form: Literal["whole", "start", "colon"]
    phrases: tuple[str, ...]
    example: tuple[str, ...]
    counter: tuple[str, ...]
    max_words: int = 12
    opens: bool = False
    closes: bool = False
    unpunctuated: bool = False
    bracketed: bool = False
    names: bool = False
