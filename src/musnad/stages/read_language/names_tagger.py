"""The trained tagger of names: a chain of labels over the words that rules leave open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from musnad.lexicons import Lexicon
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
from musnad.stages.read_language.proposals import Proposal
from musnad.trained.weights import Cells, Weights, layout_of, load_weights, row_of

FILE = "names.crf.gz"
LEAST = 250
"""So much better than «no name» must a word be by itself, that it is read with its neighbours."""
LEAST_BESIDE = -200
"""So much worse than «no name» may a word be by itself, to be read beside one that is better."""
OWN = features.STEPS.index(0)
MEMO_LIMIT = 100_000

Seen = tuple[str, bool]
"""Of a word: its class, and whether a name may be at it."""


class Tagged(Struct, frozen=True):
    """The names proposed in a text, and the weights of the words that were read."""

    chain: Chain
    proposals: list[Proposal]
    rows: dict[int, Cells]

    def share(self, first: int, last: int, kind: str) -> float:
        """Gives how likely words are a name of this kind (PERS, LOC, ORG) against no name."""
        none = (0,) * len(self.chain.labels)
        rows = [self.rows.get(at, none) for at in range(first, last)]
        return share_of(self.chain, rows, path_of(self.chain, kind, last - first))


class _Text(NamedTuple):
    """Words and their classes, two more on either side; what rules said, one more on either.

    `rows` and `gains` hold what was worked out of words so far, by their place in the text.
    """

    words: Sequence[str]
    codes: Sequence[str]
    rules: Sequence[str]
    rows: dict[int, Cells]
    gains: dict[int, int]

    def between(self, first: int, last: int) -> list[Cells]:
        """Gives the rows of the words from `first` to before `last`."""
        return [self.rows[at] for at in range(first, last)]


class NamesTagger:
    """Proposes names; it remembers words seen, which changes no answer."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._states = defaultdict[str, dict[str, int]](dict, weights.states)
        self._lexicon = lexicon
        self._none = row_of([0] * len(weights.labels))
        self._layout = layout_of(weights.labels)
        self._chain = make_chain(weights.labels, weights.moves)
        self._seen: dict[str, Seen] = {}
        self._alone: dict[str, int] = {}
        self._words: tuple[dict[str, int], ...] = tuple({} for _ in features.STEPS)
        self._pairs: dict[tuple[str, str], tuple[int, ...]] = {}
        self._rules: dict[tuple[str, str, str], int] = {}

    def tag(self, keys: Sequence[str], rules: Sequence[str], decided: Iterable[int] = ()) -> Tagged:
        """Gives what it makes of folded words, given what rules made of each.

        The words `decided` are not read, only seen by their neighbours.
        """
        if len(self._seen) > MEMO_LIMIT:
            self._forget()
        words = ["\n", "\n", *keys, "\n", "\n"]
        seen = [self._seen[word] if word in self._seen else self._see(word) for word in words]
        text = _Text(words, [code for code, _ in seen], ["", *rules, ""], {}, {})
        closed, proposals, done = frozenset(decided), list[Proposal](), 0
        marked = zip(rules, seen[2:], strict=False)
        for at in [at for at, (said, (_, hopeful)) in enumerate(marked) if said or hopeful]:
            if at in closed:
                continue
            gain = self._gain(text, at)
            if at >= done and gain > HOPE:
                first, done = self._run(text, at, closed)
                if max(map(text.gains.__getitem__, range(first, done))) > LEAST_GAIN:
                    proposals += names_in(self._chain, text.between(first, done), first)
        return Tagged(self._chain, proposals, text.rows)

    def _run(self, text: "_Text", at: int, closed: frozenset[int]) -> tuple[int, int]:
        """Gives the first of the words around one that may be in a name, and what follows them."""
        first, last, end = at, at + 1, len(text.rules) - 2
        while last < end and last not in closed and self._goes_on(text, last):
            last += 1
        while first > 0 and first - 1 not in closed and self._goes_on(text, first - 1):
            first -= 1
        return first, last

    def _goes_on(self, text: "_Text", at: int) -> bool:
        """Tells whether a word beside others of a name may be in it too."""
        if not text.rules[at + 1]:
            key = text.words[at + 2]
            gain = self._alone.get(key)
            if gain is None:
                gain = self._alone[key] = self._lone_gain(key, text.codes[at + 2])
            if gain < LEAST_BESIDE:
                return False
        return self._gain(text, at) > HOPE

    def _gain(self, text: "_Text", at: int) -> int:
        """Gives how much better a word with its neighbours is in a name than outside of one."""
        gain = text.gains.get(at)
        if gain is None:
            row = text.rows[at] = self._weigh(text, at)
            gain = text.gains[at] = max(row[1:]) - row[OUTSIDE]
        return gain

    def _forget(self) -> None:
        self._seen.clear()
        self._alone.clear()
        for rows in self._words:
            rows.clear()

    def _see(self, key: str) -> Seen:
        code = features.class_code(key, self._lexicon)
        hopeful = features.may_name(code) and self._lone_gain(key, code) > LEAST
        seen = self._seen[key] = (code, hopeful)
        return seen

    def _lone_gain(self, key: str, code: str) -> int:
        known = self._words[OWN]
        outside, *others = self._cells(known[key] if key in known else self._word(key, code, OWN))
        return max(others) - outside

    def _cells(self, row: int) -> Cells:
        return self._layout.unpack(row.to_bytes(self._layout.size, "little"))

    def _weigh(self, text: "_Text", at: int) -> Cells:
        """Gives the sums of all weights of a word, which has two more on either side."""
        words, codes = text.words, text.codes
        marks = text.rules[at], text.rules[at + 1], text.rules[at + 2]
        total = self._rules[marks] if marks in self._rules else self._rule(marks)
        for place, known in enumerate(self._words, at):
            key = words[place]
            total += known[key] if key in known else self._word(key, codes[place], place - at)
        for place in range(4):
            pair = codes[at + place], codes[at + place + 1]
            rows = self._pairs[pair] if pair in self._pairs else self._pair(pair)
            total += rows[place]
        return self._cells(total)

    def _word(self, key: str, code: str, place: int) -> int:
        step = features.STEPS[place]
        named = features.word_features(key, code, step, self._lexicon)
        row = self._words[place][key] = self._sum(named)
        return row

    def _pair(self, pair: tuple[str, str]) -> tuple[int, ...]:
        named = features.pair_features(*pair)
        rows = self._pairs[pair] = tuple(self._sum([feature]) for feature in named)
        return rows

    def _rule(self, said: tuple[str, str, str]) -> int:
        row = self._rules[said] = self._sum(features.rule_features(*said))
        return row

    def _sum(self, named: Sequence[features.Feature]) -> int:
        states, total, found = self._states, 0, -1
        for kind, value in named:
            row = states[kind].get(value)
            if row is not None:
                total += row
                found += 1
        return total - found * self._none


@lru_cache(maxsize=4)
def names_tagger(lexicon: Lexicon) -> NamesTagger:
    """Gives the shipped tagger for a lexicon; it is read at the first article."""
    return NamesTagger(load_weights(FILE), lexicon)
