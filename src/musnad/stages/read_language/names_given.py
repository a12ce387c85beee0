"""What a word, and what two neighbours, weigh for the words around them."""

from typing import Final

from musnad.stages.read_language.names_classes import pair_value


class Given:
    """What a word gives where it stands two words or one before another, to itself, or after.

    Fields with `high` hold the second number of a row; `pairs` is what its class gives with others.
    """

    __slots__ = (
        "after", "before", "high_after", "high_before", "high_own", "high_two_after",
        "high_two_before", "own", "pairs", "two_after", "two_before",
    )  # fmt: skip

    def __init__(self, pairs: "Pairs") -> None:
        self.pairs = pairs
        self.two_before = self.high_two_before = 0
        self.before = self.high_before = 0
        self.own = self.high_own = 0
        self.after = self.high_after = 0
        self.two_after = self.high_two_after = 0

    def add(self, other: "Given") -> None:
        """Adds what something else gives."""
        self.two_before += other.two_before
        self.high_two_before += other.high_two_before
        self.before += other.before
        self.high_before += other.high_before
        self.own += other.own
        self.high_own += other.high_own
        self.after += other.after
        self.high_after += other.high_after
        self.two_after += other.two_after
        self.high_two_after += other.high_two_after


class Pair:
    """What two neighbours give to the word after them, the second, the first, and the one before.

    Fields with `high` hold the second number of a row.
    """

    __slots__ = (
        "before", "first", "high_before", "high_first", "high_second", "high_third", "second",
        "third",
    )  # fmt: skip

    def __init__(self) -> None:
        self.third = self.high_third = 0
        self.second = self.high_second = 0
        self.first = self.high_first = 0
        self.before = self.high_before = 0


class Pairs(dict[str, Pair]):
    """What a class gives with each class after it, looked up when it is first asked for."""

    def __init__(self, code: str, known: dict[str, Pair]) -> None:
        super().__init__()
        self.code = code
        self.known = known

    def __missing__(self, code: str) -> Pair:
        pair = self[code] = self.known.get(pair_value(self.code, code), NO_PAIR)
        return pair


NO_PAIR: Final = Pair()
NO_PAIRS: Final = Pairs("", {})
