"""The trained tagger of names: a chain of labels over the words that rules leave open."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from musnad.lexicons import Lexicon
from musnad.stages.read_language import names_features as features
from musnad.stages.read_language.names_chain import Chain, make_chain, names_in, path_of, share_of
from musnad.stages.read_language.proposals import Proposal
from musnad.trained.weights import Cells, Weights, layout_of, load_weights, row_of

FILE = "names.crf.gz"
LEAST = 150
"""So much better than «no name» must a word be by itself, that it is read with its neighbours."""
HEAD_REACH = 6
"""A body's head noun and the words after it that may belong to its name are at most so many."""
MEMO_LIMIT = 100_000

Window = tuple[int, int]
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


class NamesTagger:
    """Proposes names; it remembers words seen, which changes no answer."""

    def __init__(self, weights: Weights, lexicon: Lexicon) -> None:
        self._weights = weights
        self._lexicon = lexicon
        self._none = row_of([0] * len(weights.labels))
        self._layout = layout_of(weights.labels)
        self._chain = make_chain(weights.labels, weights.moves)
        self._seen: dict[str, Seen] = {}
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
        said = ["", *rules, ""]
        tagged = Tagged(self._chain, [], {})
        for first, last in windows(seen, rules, decided):
            rows = self._rows(
                words[first : last + 4], seen[first : last + 4], said[first : last + 2]
            )
            tagged.proposals.extend(names_in(self._chain, rows, first))
            tagged.rows.update(zip(range(first, last), rows, strict=True))
        return tagged

    def _forget(self) -> None:
        self._seen.clear()
        for rows in self._words:
            rows.clear()

    def _see(self, key: str) -> Seen:
        code = features.class_code(key, self._lexicon)
        hopeful = features.may_name(code) and self._hopeful(self._word(key, code, 2))
        seen = self._seen[key] = (code, hopeful)
        return seen

    def _hopeful(self, row: int) -> bool:
        outside, *others = self._cells(row)
        return max(others) > outside + LEAST

    def _cells(self, row: int) -> Cells:
        return self._layout.unpack(row.to_bytes(self._layout.size, "little"))

    def _rows(self, words: Sequence[str], seen: Sequence[Seen], said: Sequence[str]) -> list[Cells]:
        """Gives the sums of all weights of words, which have two more on either side in `words`."""
        codes = [code for code, _ in seen]
        known_pairs, known_rules = self._pairs, self._rules
        pairs = [
            known_pairs[pair] if pair in known_pairs else self._pair(pair)
            for pair in pairwise(codes)
        ]
        sums = [
            known_rules[marks] if marks in known_rules else self._rule(marks)
            for marks in zip(said, said[1:], said[2:], strict=False)
        ]
        for place, known in enumerate(self._words):
            for at in range(len(sums)):
                key = words[at + place]
                sums[at] += (
                    known[key] if key in known else self._word(key, codes[at + place], place)
                )
        unpack, size = self._layout.unpack, self._layout.size
        return [
            unpack((total + a[0] + b[1] + c[2] + d[3]).to_bytes(size, "little"))
            for total, a, b, c, d in zip(sums, pairs, pairs[1:], pairs[2:], pairs[3:], strict=False)
        ]

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
        states = self._weights.states
        rows = [states[kind][value] for kind, value in named if value in states.get(kind, ())]
        return sum(rows) - (len(rows) - 1) * self._none


def windows(seen: Sequence[Seen], rules: Sequence[str], decided: Iterable[int]) -> Iterator[Window]:
    """Gives the runs of words that may hold names; `seen` has two words more on either side.

    They are the words that may be names by themselves or by the rules, their neighbours unless
    these are small words or verbs, and what follows the head noun of a body; never those decided.
    """
    wanted = bytearray(len(seen))
    for at, (said, (code, hopeful)) in enumerate(zip(rules, seen[2:], strict=False), 2):
        if said or hopeful:
            wanted[at - 1 : at + 2] = b"\1\1\1"
            if features.heads(code):
                end = at + 1
                while end < at + HEAD_REACH and seen[end][0][0] not in features.BREAKS:
                    end += 1
                wanted[at:end] = b"\1" * (end - at)
    wanted[:2] = wanted[-2:] = b"\0\0"
    for at in decided:
        wanted[at + 2] = 0
    at = wanted.find(1)
    while at >= 0:
        end = wanted.find(0, at)
        yield at - 2, end - 2
        at = wanted.find(1, end)


@lru_cache(maxsize=4)
def names_tagger(lexicon: Lexicon) -> NamesTagger:
    """Gives the shipped tagger for a lexicon; it is read at the first article."""
    return NamesTagger(load_weights(FILE), lexicon)
