"""What the words of a time expression say, before it is put on the calendar."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from musnad.model.records import Anchor, Qualifier, TimePrecision, TimeStatus
from musnad.stages.read_language.times_words import Season
from musnad.text.tokens import Tokens

Read = TypeVar("Read")
_PREFIXES = frozenset("وفبلك")


class Zone(NamedTuple):
    """A time zone as printed and by its name; the offset holds from the day `since` on."""

    text: str
    name: str | None
    offset: str | None
    since: str | None


class Sense(NamedTuple):
    """The parts that are said; what is not said is None.

    `offset` counts days from publication, `shift` is −1 (الماضي), 0 (الجاري) or 1 (المقبل),
    `amount` is a signed count of `unit` from publication, `spread` one that it lasts, `nth` a
    place among the days, weekdays or weeks (`of`) of a month or year, −1 the last one;
    `half_day` says that an hour may be one of the morning or of the evening.
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
    second: int | None = None
    half_day: bool | None = None
    zone: Zone | None = None
    nth: int | None = None
    of: str | None = None
    part: str | None = None
    holiday: int | None = None
    length: tuple[tuple[str, float | int], ...] | None = None
    season: Season | None = None
    qualifier: Qualifier | None = None
    about: bool | None = None
    until: "Sense | None" = None
    vague: str | None = None

    @property
    def names_day(self) -> bool:
        """Whether a day is named."""
        return not (self.offset is None and self.weekday is None and self.day is None)

    @property
    def is_bare_weekday(self) -> bool:
        """Whether a weekday is all that is said."""
        return self.weekday is not None and self == Sense(rule=self.rule, weekday=self.weekday)

    @property
    def counts_from_now(self) -> bool:
        """Whether it is counted from a day that is not said in it: «غدا», «الأسبوع المقبل»."""
        counted = (self.offset, self.shift, self.amount, self.spread)
        return self.year is None and any(one is not None for one in counted)

    @property
    def placeable(self) -> bool:
        """Whether more is said than that something has a start, an end or a shift."""
        said = (self.month, self.year, self.unit, self.clock, self.part, self.nth, self.holiday)
        more = (self.length, self.season, self.of, self.until)
        return self.names_day or any(one is not None for one in (*said, *more))

    def with_(self, other: "Sense") -> "Sense":
        """Gives this sense with what only the other one says."""
        return Sense._make(
            theirs if ours is None else ours for ours, theirs in zip(self, other, strict=True)
        )


class Placed(NamedTuple):
    """A value with how far it can be trusted."""

    value: str | None
    precision: TimePrecision | None
    anchor: Anchor | None
    status: TimeStatus = "resolved"
    reason: str | None = None


def without_prefix(key: str) -> str:
    """Gives a folded word without one letter of و ف ب ل ك in front."""
    return key[1:] if key[:1] in _PREFIXES else key


class Parsed(NamedTuple):
    """A sense and the token before which its words end."""

    sense: Sense
    end: int


class Scan:
    """The tokens that are read and their `keys`, with the printed text they stand in."""

    __slots__ = ("keys", "text", "tokens")

    def __init__(self, tokens: Tokens, text: str) -> None:
        self.tokens = tokens
        self.text = text
        self.keys = tokens.keys

    def key(self, at: int) -> str:
        """Gives the folded word at `at`, empty outside the text."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""

    def read_as(self, at: int, word: str, reader: Callable[["Scan", int], Read]) -> Read:
        """Gives what a reader makes of token `at` when it is taken for another word."""
        written = self.keys[at]
        self.keys[at] = word
        read = reader(self, at)
        self.keys[at] = written
        return read

    def printed_starts(self, at: int, letters: str) -> bool:
        """Says whether token `at` is printed with these letters in front."""
        return self.text.startswith(letters, self.tokens.starts[at])

    def touches(self, at: int) -> bool:
        """Says whether token `at` follows the one before it without a space."""
        return 0 < at < len(self.keys) and self.tokens.ends[at - 1] == self.tokens.starts[at]


def scan_of(tokens: Tokens, text: str) -> Scan:
    """Gives the scan of a text; readers may change its keys, not those of the tokens given."""
    own = Tokens(tokens.starts, tokens.ends, tokens.keys.copy())
    return Scan(own, text)
