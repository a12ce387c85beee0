"""The trained tagger of names: a chain of labels over the words that rules leave open."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from typing import TypeVar

from musnad.stages.read_language import names_features as features
from musnad.stages.read_language.names_chain import (
    HOPE,
    LEAST_GAIN,
    OUTSIDE,
    Chain,
    make_chain,
    names_in,
    path_of,
    share_of,
)
from musnad.stages.read_language.names_classes import EDGE, may_name
from musnad.stages.read_language.proposals import Proposal
from musnad.stages.read_language.vocabulary import Seen
from musnad.trained.weights import Cells, Weights, load_weights, taking_apart

FILE = "names.crf.gz"
LEAST = 250
"""So much better than «no name» must a word be by itself, that it is read with its neighbours."""
LEAST_BESIDE = -200
"""So much worse than «no name» may a word be by itself, to be read beside one that is better."""
FIELDS = {-2: "two_before", -1: "before", 0: "own", 1: "after", 2: "two_after"}
"""Where a word keeps what it says of the word so many places before it."""

Made = TypeVar("Made")
Tables = tuple[dict[str, int], ...]
"""For each of some kinds of features the rows of weights by value."""


@dataclass(slots=True, eq=False)
class Tagged:
    """The names proposed in a text, and the weights of the words that were read."""

    chain: Chain
    proposals: list[Proposal]
    rows: dict[int, Cells]

    def share(self, first: int, last: int, kind: str) -> float:
        """Gives how likely words are a name of this kind (PERS, LOC, ORG) against no name."""
        none = (0,) * len(self.chain.labels)
        rows = [self.rows.get(at, none) for at in range(first, last)]
        return share_of(self.chain, rows, path_of(self.chain, kind, last - first))


@dataclass(slots=True, eq=False)
class _Text:
    """The words of a text, two more on either side; what rules said, one more on either.

    `rows` and `gains` hold what was worked out of words so far, by their place in the text.
    """

    seen: Sequence[Seen]
    rules: Sequence[str]
    rows: dict[int, Cells]
    gains: dict[int, int]


class _Remembered(dict[tuple[str, ...], Made]):
    """What a function makes of each row of classes or rules, made when it is first asked for."""

    def __init__(self, make: Callable[..., Made]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: tuple[str, ...]) -> Made:
        made = self[key] = self.make(*key)
        return made


class NamesTagger:
    """Proposes names; it remembers classes seen, which changes no answer.

    What it makes of a word it keeps with the word: each tagger needs a vocabulary of its own.
    """

    def __init__(self, weights: Weights) -> None:
        self._of_words = {step: _tables(weights, kinds) for step, kinds in features.KINDS.items()}
        self._of_pairs = _tables(weights, features.PAIR_KINDS)
        self._of_rules = _tables(weights, features.RULE_KINDS)
        self._cells = taking_apart(weights.labels)
        self.chain = make_chain(weights.labels, weights.moves)
        self._pairs = _Remembered(self._pair)
        self._rules = _Remembered(self._rule)
        self._edges = [Seen("\n", None, EDGE)] * 2

    def tag(
        self, seen: Sequence[Seen], rules: Sequence[str], decided: Iterable[int] = ()
    ) -> Tagged:
        """Gives what it makes of words, given what rules made of each.

        The words `decided` are not read, only seen by their neighbours.
        """
        text = _Text([*self._edges, *seen, *self._edges], ["", *rules, ""], {}, {})
        closed, proposals, done = frozenset(decided), list[Proposal](), 0
        for at in self._starts(seen, rules):
            if at < done or at in closed or self._gain(text, at) <= HOPE:
                continue
            first, done = self._run(text, at, closed)
            places = range(first, done)
            if max(map(text.gains.__getitem__, places)) > LEAST_GAIN:
                rows = list(map(text.rows.__getitem__, places))
                proposals += names_in(self.chain, rows, first)
        return Tagged(self.chain, proposals, text.rows)

    def weigh(self, seen: Sequence[Seen], rules: Sequence[str]) -> list[Cells]:
        """Gives the weights of every word, none left out, for another tagger to hear."""
        text = _Text([*self._edges, *seen, *self._edges], ["", *rules, ""], {}, {})
        return [self._cells(self._weigh(text, at)) for at in range(len(seen))]

    def _starts(self, seen: Sequence[Seen], rules: Sequence[str]) -> list[int]:
        """Gives the words that rules said something of, or that may be names by themselves."""
        return [
            at
            for at, (each, said) in enumerate(zip(seen, rules, strict=True))
            if said or (self._hopes(each) if each.hopeful is None else each.hopeful)
        ]

    def _hopes(self, each: Seen) -> bool:
        each.hopeful = may_name(each.code) and self._gain_alone(each) > LEAST
        return each.hopeful

    def _run(self, text: _Text, at: int, closed: frozenset[int]) -> tuple[int, int]:
        """Gives the first of the words around one that may be in a name, and what follows them."""
        first, last, end = at, at + 1, len(text.rules) - 2
        while last < end and last not in closed and self._goes_on(text, last):
            last += 1
        while first > 0 and first - 1 not in closed and self._goes_on(text, first - 1):
            first -= 1
        return first, last

    def _goes_on(self, text: _Text, at: int) -> bool:
        """Tells whether a word beside others of a name may be in it too; no end of a line is."""
        each = text.seen[at + 2]
        if each.code == EDGE:
            return False
        if not text.rules[at + 1]:
            alone = self._gain_alone(each) if each.gain is None else each.gain
            if alone < LEAST_BESIDE:
                return False
        return self._gain(text, at) > HOPE

    def _gain(self, text: _Text, at: int) -> int:
        """Gives how much better a word with its neighbours is in a name than outside of one."""
        gain = text.gains.get(at)
        if gain is None:
            row = text.rows[at] = self._cells(self._weigh(text, at))
            gain = text.gains[at] = max(row[1:]) - row[OUTSIDE]
        return gain

    def _gain_alone(self, each: Seen) -> int:
        """Gives how much better a word by itself is in a name than outside of one."""
        if each.gain is None:
            row = self._cells(self._word(each, 0) if each.own is None else each.own)
            each.gain = max(row[1:]) - row[OUTSIDE]
        return each.gain

    def _weigh(self, text: _Text, at: int) -> int:
        """Gives the sum of all weights of a word, which has two more on either side."""
        first, second, here, fourth, fifth = text.seen[at : at + 5]
        total = self._word(here, 0) if here.own is None else here.own
        total += self._word(first, -2) if first.two_before is None else first.two_before
        total += self._word(second, -1) if second.before is None else second.before
        total += self._word(fourth, 1) if fourth.after is None else fourth.after
        total += self._word(fifth, 2) if fifth.two_after is None else fifth.two_after
        pairs, rules = self._pairs, text.rules
        total += pairs[first.code, second.code][0] + pairs[second.code, here.code][1]
        total += pairs[here.code, fourth.code][2] + pairs[fourth.code, fifth.code][3]
        return total + self._rules[rules[at], rules[at + 1], rules[at + 2]]

    def _word(self, each: Seen, step: int) -> int:
        values = features.word_values(each.key, each.code, step, each.word)
        row = _total(self._of_words[step], values)
        setattr(each, FIELDS[step], row)
        return row

    def _pair(self, before: str, code: str) -> tuple[int, ...]:
        value = features.pair_value(before, code)
        return tuple(table.get(value, 0) for table in self._of_pairs)

    def _rule(self, before: str, rule: str, after: str) -> int:
        return _total(self._of_rules, features.rule_values(before, rule, after))


def _tables(weights: Weights, kinds: Sequence[str]) -> Tables:
    return tuple(weights.states.get(kind, {}) for kind in kinds)


def _total(tables: Tables, values: Sequence[str]) -> int:
    """Gives the sum of the rows of these values, each from its table; missing ones add nothing."""
    return sum(map(dict.get, tables, values, repeat(0)))


@cache
def names_tagger() -> NamesTagger:
    """Gives the shipped tagger; it is read at the first article."""
    return NamesTagger(load_weights(FILE))
