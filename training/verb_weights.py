"""How often each verb is used, and how surely each form is one: learnt by expectation."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from verb_counts import Counts
from verb_forms import MORE, Forms, Verb

from musnad.fold import fold_key
from musnad.text.verb_cuts import allows, likeness, verb_cuts

FINITE = frozenset(("past", "ind", "sub", "juss", "imp"))
ROUNDS = 7
LEAST_COUNT = 3
BEFORE = {"verb": (0.003, 0.2, 0.797), "noun": (0.149, 0.003, 0.848)}
"""How often a verb and a noun stand after a word of nouns, a word of verbs, another word."""
NOUN_LEADS = ("", "و", "ف", "ال", "وال", "فال", "ب", "ل", "ك", "لل", "بال", "كال", "وب", "ول", "فب")
SURELY_NOUN = frozenset(("ال", "وال", "فال", "لل", "بال", "كال", "ب", "وب", "فب"))
NOUN_ENDS = ("", "ه", "ها", "هم", "هما", "نا", "ي", "ا")
FAMILIES = (0.2, 0.25, 0.4, 0.15)
"""How much each family of forms says of a verb: it should have all of them."""
RARE_SLOTS = 0.05
"""Commands and the second person are rare in news: what looks so is most often another form."""
PREFERENCE = 4
"""How much more than its rivals a verb that `usual` lists is used, at least."""


class Reading(NamedTuple):
    """One way to read a printed word as a verb: `fit` says how well its letters agree."""

    verb: Verb
    slot: str
    lead: str
    end: str
    fit: float


class Word(NamedTuple):
    """A printed word with its readings as a verb and as a noun (stem, lead, end)."""

    key: str
    counts: Counts
    verbs: list[Reading]
    nouns: list[tuple[str, str, str]]


class Weights(NamedTuple):
    """What was learnt: expected uses of each verb, share of each slot, share of verbs per key."""

    verbs: dict[Verb, float]
    slots: dict[str, float]
    shares: dict[str, tuple[float, float]]


def slot_class(slot: str) -> str:
    """Gives tense and voice of a slot («ind_pass»)."""
    return slot.rpartition("_")[0]


def family(slot: str) -> int:
    """Gives the family: bare past, past with an ending, imperfect in ي, other imperfect."""
    if slot.startswith("past"):
        return 0 if slot.endswith("3ms") else 1
    return 2 if slot[-3:] in {"3ms", "3mp", "3md", "3fp"} else 3


def read_words(counts: dict[str, Counts], forms: Forms) -> list[Word]:
    """Gives the words that may be verbs or nouns, each with its readings."""
    common = ((word, each) for word, each in counts.items() if sum(each) >= LEAST_COUNT)
    return [
        Word(fold_key(word), each, list(verb_readings(word, forms)), list(noun_readings(word)))
        for word, each in common
    ]


def verb_readings(word: str, forms: Forms) -> Iterator[Reading]:
    """Gives the finite readings of a printed word."""
    best: dict[tuple[Verb, str, str, str], float] = {}
    for cut in verb_cuts(fold_key(word)):
        printed = word[len(cut.lead) : len(word) - len(cut.end)]
        for (verb, slot), spelling in forms.get(cut.stem, {}).items():
            if slot.partition("_")[0] not in FINITE or not allows(cut, slot, spelling):
                continue
            key = (verb, slot, cut.lead, cut.end)
            best[key] = max(likeness(printed, spelling), best.get(key, 0.0))
    return (Reading(*key, fit) for key, fit in best.items())


def noun_readings(word: str) -> Iterator[tuple[str, str, str]]:
    """Gives the ways to read a word as a noun: stem, lead, end."""
    key = fold_key(word)
    for lead in (each for each in NOUN_LEADS if key.startswith(each)):
        rest = key[len(lead) :]
        for end in (each for each in NOUN_ENDS if rest.endswith(each)):
            stem = rest[: len(rest) - len(end)]
            if len(stem) > 1 and not (end and lead.endswith("ل") and lead not in {"ل", "ول"}):
                yield stem, lead, end


def noun_counts(words: list[Word]) -> dict[str, float]:
    """Gives how often each stem is a noun, by what nouns alone have: ال, بـ, prepositions."""
    seen: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for word in words:
        whole[word.key] += sum(word.counts)
        for stem, lead, end in word.nouns:
            if lead in SURELY_NOUN and not end and not (word.verbs and lead[-1] == "ب"):
                seen[stem] += sum(word.counts)
            elif not lead and not end:
                seen[stem] += word.counts[0]
    verbal = {word.key for word in words if word.verbs}
    pure = [stem for stem in seen if stem not in verbal]
    total = sum(whole[lead + stem] for stem in pure for lead in NOUN_LEADS)
    rate = sum(seen[stem] for stem in pure) / total
    return {stem: count / rate for stem, count in seen.items()}


class Model:
    """The rates that explain the counts; `improve` makes them fit better."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        nouns = noun_counts(words)
        self.whole = sum(sum(word.counts) for word in words)
        self.nouns = defaultdict(lambda: 0.2 / self.whole)
        self.nouns |= {stem: (count + 0.2) / self.whole for stem, count in nouns.items()}
        self.verbs: dict[Verb, float] = defaultdict(lambda: 1e-5)
        self.slots: dict[str, float] = defaultdict(lambda: 1.0)
        self.leads: dict[tuple[str, str], float] = defaultdict(lambda: 0.1)
        self.ends: dict[tuple[str, str], float] = defaultdict(lambda: 0.1)
        self.noun_leads: dict[str, float] = defaultdict(lambda: 0.1)
        self.noun_ends: dict[str, float] = defaultdict(lambda: 0.1)
        self.verb_share = 0.12

    def weigh(self, reading: Reading) -> float:
        """Gives how likely a verb word is this reading."""
        kind = slot_class(reading.slot)
        rate = self.verbs[reading.verb] * self.slots[reading.slot] * reading.fit
        return rate * self.leads[kind, reading.lead] * self.ends[kind, reading.end]

    def weigh_noun(self, reading: tuple[str, str, str]) -> float:
        """Gives how likely a noun word is this reading."""
        stem, lead, end = reading
        return self.nouns[stem] * self.noun_leads[lead] * self.noun_ends[end]

    def expect(self, word: Word, verbs: float, nouns: float) -> float:
        """Gives how many of the word's uses are verbs."""
        found = 0.0
        for at, count in enumerate(word.counts):
            verb = self.verb_share * verbs * BEFORE["verb"][at]
            noun = (1 - self.verb_share) * nouns * BEFORE["noun"][at]
            found += count * verb / (verb + noun) if verb else 0.0
        return found

    def improve(self) -> None:
        """Goes over all words once and sets the rates to what is expected of them."""
        verbs: Counter[tuple[Verb, int]] = Counter()
        tallies = [Counter(), Counter(), Counter(), Counter(), Counter()]
        for word in self.words:
            weights = [self.weigh(reading) for reading in word.verbs]
            noun_weights = [self.weigh_noun(reading) for reading in word.nouns]
            sums = sum(weights), sum(noun_weights)
            expected = self.expect(word, *sums)
            for reading, weight in zip(word.verbs, weights, strict=True):
                uses = expected * weight / sums[0] if sums[0] else 0.0
                kind = slot_class(reading.slot)
                verbs[reading.verb, family(reading.slot)] += uses
                tallies[0][reading.slot] += uses
                tallies[1][kind, reading.lead] += uses
                tallies[2][kind, reading.end] += uses
            left = sum(word.counts) - expected
            for (_, lead, end), weight in zip(word.nouns, noun_weights, strict=True):
                uses = left * weight / sums[1] if sums[1] else 0.0
                tallies[3][lead] += uses
                tallies[4][end] += uses
        self._settle(verbs, tallies)

    def _settle(self, verbs: Counter[tuple[Verb, int]], tallies: list[Counter]) -> None:
        uses = sum(verbs.values())
        self.verb_share = uses / (uses + sum(tallies[3].values()))
        self.verbs = defaultdict(lambda: 1e-9, settled(verbs, uses))
        for slot in tallies[0]:
            tallies[0][slot] *= RARE_SLOTS if slot.rpartition("_")[2][0] == "2" else 1.0
        self.slots = defaultdict(lambda: 1e-7, shares(tallies[0]))
        self.leads, self.ends = by_kind(tallies[1]), by_kind(tallies[2])
        self.noun_leads = defaultdict(lambda: 1e-7, shares(tallies[3]))
        self.noun_ends = defaultdict(lambda: 1e-7, shares(tallies[4]))


def settled(verbs: Counter[tuple[Verb, int]], uses: float) -> dict[Verb, float]:
    """Gives the rate of each verb: low where it is met in one family of its forms alone."""
    norms: Counter[int] = Counter()
    for (_, at), each in verbs.items():
        norms[at] += each / uses
    rates = {
        verb: math.exp(
            sum(
                weight * math.log((verbs[verb, at] + 0.3) / norms[at])
                for at, weight in enumerate(FAMILIES)
            )
        )
        for verb in dict.fromkeys(verb for verb, _ in verbs)
    }
    whole = sum(rates.values())
    return {verb: rate / whole for verb, rate in rates.items()}


def shares(tally: Counter) -> dict:
    """Gives each count as a share of all."""
    whole = sum(tally.values())
    return {key: count / whole for key, count in tally.items()}


def by_kind(tally: Counter) -> dict:
    """Gives each count as a share of those with the same first part."""
    wholes: Counter[str] = Counter()
    for (kind, _), count in tally.items():
        wholes[kind] += count
    found = {key: (count + 0.5) / (wholes[key[0]] + 5) for key, count in tally.items()}
    return defaultdict(lambda: 1e-6, found)


def learn(words: list[Word], forms: Forms) -> Weights:
    """Gives the weights that explain the words best."""
    model = Model(words)
    for _ in range(ROUNDS):
        model.improve()
    uses: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for word in words:
        weights = [model.weigh(reading) for reading in word.verbs]
        expected = model.expect(word, sum(weights), sum(map(model.weigh_noun, word.nouns)))
        uses[word.key] += sum(word.counts)
        alone[word.key] += expected
    shares_of = {key: (alone[key] / count, count) for key, count in uses.items() if alone[key]}
    return Weights(preferred(dict(model.verbs), forms), dict(model.slots), shares_of)


def preferred(verbs: dict[Verb, float], forms: Forms) -> dict[Verb, float]:
    """Gives the rates, those of the usual verbs above the verbs that share their imperfect."""
    usual = {tuple(line.split()) for line in MORE["usual"]}
    for readings in forms.values():
        sharing = list(dict.fromkeys(verb for verb, slot in readings if slot == "ind_3ms"))
        for verb in (each for each in sharing if (each.root, each.pattern) in usual):
            rivals = (verbs.get(each, 1e-9) for each in sharing if each != verb)
            verbs[verb] = max(verbs.get(verb, 1e-9), PREFERENCE * max(rivals, default=0.0))
    return verbs
