"""The trained tagger of names: a chain of labels over the words that rules leave open."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from musnad.stages.read_language.names_chain import (
    HOPE,
    LEAST_GAIN,
    Chain,
    gain_of,
    make_chain,
    names_in,
    path_of,
    share_of,
)
from musnad.stages.read_language.names_classes import EDGE
from musnad.stages.read_language.names_given import Given
from musnad.stages.read_language.names_weights import Tables
from musnad.stages.read_language.proposals import Proposal
from musnad.stages.read_language.vocabulary import Seen
from musnad.trained.weights import LABELS, Cells, Weights, cells_of, load_weights

FILE: Final = "names.crf.gz"
LEAST: Final = 250
"""So much better than «no name» must a word be by itself, that it is read with its neighbours."""
LEAST_BESIDE: Final = -200
"""So much worse than «no name» may a word be by itself, to be read beside one that is better."""
NO_CELLS: Final[Cells] = (0,) * LABELS


class Tagged:
    """The names proposed in a text, and the weights of the words that were read."""

    def __init__(self, chain: Chain, proposals: list[Proposal], rows: dict[int, Cells]) -> None:
        self.chain = chain
        self.proposals = proposals
        self.rows = rows

    def share(self, first: int, last: int, kind: str) -> float:
        """Gives how likely words are a name of this kind (PERS, LOC, ORG) against no name."""
        rows = [self.rows.get(at, NO_CELLS) for at in range(first, last)]
        return share_of(self.chain, rows, path_of(self.chain, kind, last - first))


class _Text:
    """The words of a text, two more on either side; what rules said, one more on either.

    `rows` and `gains` hold what was worked out of words so far, by their place in the text.
    """

    def __init__(self, seen: list[Seen], rules: list[str]) -> None:
        self.seen = seen
        self.rules = rules
        self.rows: dict[int, Cells] = {}
        self.gains: dict[int, int] = {}


class NamesTagger:
    """Proposes names.

    What it makes of a word it keeps with the word: each tagger needs a vocabulary of its own.
    """

    def __init__(self, weights: Weights) -> None:
        self._tables = Tables(weights)
        self.chain = make_chain(weights.labels, weights.moves)
        self._edges = [Seen("\n", None, EDGE)] * 2

    def tag(
        self, seen: Sequence[Seen], rules: Sequence[str], decided: Iterable[int] = ()
    ) -> Tagged:
        """Gives what it makes of words, given what rules made of each.

        The words `decided` are not read, only seen by their neighbours.
        """
        text = _Text([*self._edges, *seen, *self._edges], ["", *rules, ""])
        closed, proposals, done = frozenset(decided), list[Proposal](), 0
        for at in self._starts(text):
            if at < done or at in closed or self._gain(text, at) <= HOPE:
                continue
            first, done = self._run(text, at, closed)
            if any(text.gains[place] > LEAST_GAIN for place in range(first, done)):
                rows = [text.rows[place] for place in range(first, done)]
                proposals += names_in(self.chain, rows, first)
        return Tagged(self.chain, proposals, text.rows)

    def weigh(self, seen: Sequence[Seen], rules: Sequence[str]) -> list[Cells]:
        """Gives the weights of every word, none left out, for another tagger to hear."""
        text = _Text([*self._edges, *seen, *self._edges], ["", *rules, ""])
        return [self._weigh(text, at) for at in range(len(seen))]

    def _starts(self, text: _Text) -> list[int]:
        """Gives the words that rules said something of, or that may be names by themselves."""
        starts, rules = [], text.rules
        for at, each in enumerate(text.seen[2:-2]):
            hopeful = each.hopeful
            if hopeful or rules[at + 1] or (hopeful is None and self._hopes(each)):
                starts.append(at)
        return starts

    def _hopes(self, each: Seen) -> bool:
        """Tells, and remembers, whether a word may be a name by itself."""
        may_name = self._tables.of_class(each.code).may_name
        each.hopeful = may_name and self._gain_alone(each) > LEAST
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
        if not text.rules[at + 1] and self._gain_alone(each) < LEAST_BESIDE:
            return False
        return self._gain(text, at) > HOPE

    def _gain(self, text: _Text, at: int) -> int:
        """Gives how much better a word with its neighbours is in a name than outside of one."""
        gain = text.gains.get(at)
        if gain is None:
            row = text.rows[at] = self._weigh(text, at)
            gain = text.gains[at] = gain_of(row)
        return gain

    def _gain_alone(self, each: Seen) -> int:
        """Gives how much better a word by itself is in a name than outside of one."""
        gain = each.gain
        if gain is None:
            low, high = self._tables.own(each.key, each.code, each.word)
            gain = each.gain = gain_of(cells_of(low, high))
        return gain

    def _given(self, each: Seen) -> Given:
        """Gives, and remembers, what a word gives to itself and to those around it."""
        given = each.given
        if given is None:
            given = each.given = self._tables.given(each.key, each.code, each.word)
        return given

    def _weigh(self, text: _Text, at: int) -> Cells:
        """Gives the sums of all weights of a word, which has two more on either side."""
        seen, rules = text.seen, text.rules
        here, after, last = seen[at + 2], seen[at + 3], seen[at + 4]
        one, two, own = self._given(seen[at]), self._given(seen[at + 1]), self._given(here)
        four, five = self._given(after), self._given(last)
        left, beside = one.pairs[seen[at + 1].code], two.pairs[here.code]
        right, beyond = own.pairs[after.code], four.pairs[last.code]
        low, high = 0, 0
        if rules[at] or rules[at + 1] or rules[at + 2]:
            low, high = self._tables.marked((rules[at], rules[at + 1], rules[at + 2]))
        low += one.two_before + two.before + own.own + four.after + five.two_after
        low += left.third + beside.second + right.first + beyond.before
        high += one.high_two_before + two.high_before + own.high_own + four.high_after
        high += five.high_two_after + left.high_third + beside.high_second
        return cells_of(low, high + right.high_first + beyond.high_before)


@cache
def names_tagger() -> NamesTagger:
    """Gives the shipped tagger; it is read at the first article."""
    return NamesTagger(load_weights(FILE))
