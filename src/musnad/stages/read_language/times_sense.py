"""What the words of a time expression say, before it is put on the calendar."""

from typing import NamedTuple

from musnad.model.records import Qualifier
from musnad.stages.read_language.times_words import Season
from musnad.text.tokens import Tokens


class Sense(NamedTuple):
    """The parts that are said; what is not said is None.

    `offset` counts days from publication, `shift` is −1 (الماضي), 0 (الجاري) or 1 (المقبل),
    `amount` is a signed count of `unit` from publication, `spread` one that it lasts.
    """

    rule: str | None = None
    offset: int | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool | None = None
    unit: str | None = None
    shift: int | None = None
    amount: int | None = None
    spread: int | None = None
    clock: tuple[int, int] | None = None
    zone: str | None = None
    season: Season | None = None
    qualifier: Qualifier | None = None
    about: bool | None = None
    until: "Sense | None" = None
    vague: str | None = None

    @property
    def names_day(self) -> bool:
        """Whether a day is named."""
        return not (self.offset is None and self.weekday is None and self.day is None)

    def with_(self, other: "Sense") -> "Sense":
        """Gives this sense with what only the other one says."""
        return Sense._make(
            theirs if ours is None else ours for ours, theirs in zip(self, other, strict=True)
        )


class Parsed(NamedTuple):
    """A sense and the token before which its words end."""

    sense: Sense
    end: int


class Scan(NamedTuple):
    """The tokens that are read, with the printed text they stand in."""

    tokens: Tokens
    text: str

    @property
    def keys(self) -> list[str]:
        """Folded words."""
        return self.tokens.keys

    def key(self, at: int) -> str:
        """Gives the folded word at `at`, empty outside the text."""
        return self.tokens.keys[at] if 0 <= at < len(self.tokens.keys) else ""

    def printed_starts(self, at: int, letters: str) -> bool:
        """Says whether token `at` is printed with these letters in front."""
        return self.text.startswith(letters, self.tokens.starts[at])

    def touches(self, at: int) -> bool:
        """Says whether token `at` follows the one before it without a space."""
        return 0 < at < len(self.tokens.keys) and self.tokens.ends[at - 1] == self.tokens.starts[at]
