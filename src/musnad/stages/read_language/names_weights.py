"""What words, their classes, letters and neighbours weigh for the tagger of names.

The features are those of names_features, arranged so that few look-ups find all that a word gives
to itself and to the words around it.
"""

from typing import Final

from musnad.lexicons import Word
from musnad.stages.read_language.names_classes import EDGE, may_name
from musnad.stages.read_language.names_features import LONGEST_AFFIX, bare_stem, rule_values
from musnad.stages.read_language.names_given import NO_PAIRS, Given, Pair, Pairs
from musnad.trained.weights import Row, Weights

FIELDS: Final = {"-2": "two_before", "-1": "before", "0": "own", "1": "after", "2": "two_after"}
"""Where stands what a word gives to the one so many places after it."""
BESIDE: Final = frozenset(("-1", "1"))
PAIR_FIELDS: Final = {"<<": "third", "<": "second", ">": "first", ">>": "before"}
NOTHING: Final[Row] = (0, 0)
Marks = tuple[str, str, str]


class Class:
    """What a class of words gives, and whether a word of it may be a name by itself."""

    __slots__ = ("given", "may_name")

    def __init__(self, given: Given, *, may_name: bool) -> None:
        self.given = given
        self.may_name = may_name


class Tables:
    """All weights of a tagger; it remembers classes and marks seen, which changes no answer."""

    def __init__(self, weights: Weights) -> None:
        self._words: dict[str, Given] = {}
        self._bare: dict[str, Given] = {}
        self._prefixes: dict[str, Given] = {}
        self._suffixes: dict[str, Given] = {}
        self._of_classes: dict[str, Given] = {}
        self._pairs: dict[str, Pair] = {}
        self._rules: dict[str, dict[str, Row]] = {"r": {}, "r<": {}, "r>": {}}
        self._classes: dict[str, Class] = {}
        self._marks: dict[Marks, Row] = {}
        for kind, value, row in weights.rows():
            self._enter(kind, value, row)
        _add_shorter(self._prefixes)
        _add_shorter(self._suffixes, ends=True)

    def of_class(self, code: str) -> Class:
        """Gives what is known of a class of words."""
        known = self._classes.get(code)
        if known is None:
            given = Given(Pairs(code, self._pairs))
            given.add(self._of_classes.get(code, NONE))
            known = self._classes[code] = Class(given, may_name=may_name(code))
        return known

    def given(self, key: str, code: str, word: Word | None) -> Given:
        """Gives what a folded word gives to itself and to those around it."""
        of_class = self.of_class(code).given
        if code == EDGE:
            return of_class
        made = Given(of_class.pairs)
        made.add(of_class)
        for each in self._parts(key, word):
            made.add(each)
        return made

    def own(self, key: str, code: str, word: Word | None) -> Row:
        """Gives what a folded word gives to itself."""
        of_class = self.of_class(code).given
        low, high = of_class.own, of_class.high_own
        for each in self._parts(key, word):
            low += each.own
            high += each.high_own
        return low, high

    def marked(self, marks: Marks) -> Row:
        """Gives what the marks of rules at a word and those beside it give to it."""
        row = self._marks.get(marks)
        if row is None:
            row = self._marks[marks] = self._read_marks(marks)
        return row

    def _read_marks(self, marks: Marks) -> Row:
        values = zip(self._rules.values(), rule_values(*marks), strict=False)
        rows = [table.get(value, NOTHING) for table, value in values]
        return sum(low for low, _ in rows), sum(high for _, high in rows)

    def _parts(self, key: str, word: Word | None) -> list[Given]:
        parts = (
            self._words.get(key), self._bare.get(bare_stem(key, word)),
            _longest(self._prefixes, key), _longest(self._suffixes, key, ends=True),
        )  # fmt: skip
        return [each for each in parts if each is not None]

    def _enter(self, kind: str, value: str, row: Row) -> None:
        if kind in PAIR_FIELDS:
            pair = self._pairs.setdefault(value, Pair())
            _put(pair, PAIR_FIELDS[kind], row)
        elif kind in self._rules:
            self._rules[kind][value] = row
        else:
            self._enter_word(kind, value, row)

    def _enter_word(self, kind: str, value: str, row: Row) -> None:
        about, step = kind[0], kind[1:]
        if about == "b":
            _put(_of(self._bare, value), "own", row)
        elif about in "wc":
            _put(_of(self._words if about == "w" else self._of_classes, value), FIELDS[step], row)
        else:
            self._enter_affix(self._prefixes if about == "p" else self._suffixes, step, value, row)

    def _enter_affix(self, affixes: dict[str, Given], step: str, value: str, row: Row) -> None:
        """Letters give to the word itself, two of them to those beside it; or they are a word."""
        if step == str(len(value)):
            _put(_of(affixes, value), "own", row)
        if step in BESIDE:
            _put(_of(self._words, value), FIELDS[step], row)
            if len(value) == 2:
                _put(_of(affixes, value), FIELDS[step], row)


NONE: Final = Given(NO_PAIRS)


def _of(table: dict[str, Given], value: str) -> Given:
    known = table.get(value)
    if known is None:
        known = table[value] = Given(NO_PAIRS)
    return known


def _put(holder: Given | Pair, field: str, row: Row) -> None:
    for name, number in zip((field, f"high_{field}"), row, strict=True):
        setattr(holder, name, getattr(holder, name) + number)


def _add_shorter(affixes: dict[str, Given], *, ends: bool = False) -> None:
    """Adds to each what the shorter ones in it give, so that the longest one holds all."""
    for affix in sorted(affixes, key=len):
        shorter = _longest(affixes, affix, ends=ends)
        if shorter is not None:
            affixes[affix].add(shorter)


def _longest(affixes: dict[str, Given], key: str, *, ends: bool = False) -> Given | None:
    """Gives what is known of the longest beginning or ending that is not the whole word."""
    for length in range(min(len(key) - 1, LONGEST_AFFIX), 0, -1):
        found = affixes.get(key[-length:] if ends else key[:length])
        if found is not None:
            return found
    return None
