"""Statements of different articles are compared: do they say the same, or deny it?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Literal

from musnad.stages.link_documents.neighbours import near_pairs
from musnad.stages.link_documents.reprints import NEAR_DAYS, near
from musnad.stages.link_documents.sheets import Said, Sheet
from musnad.stages.link_documents.words import hashed, same_name

DISPUTE_DAYS = 10
BACKGROUND = 20_000
TELLING_WORDS = 7
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What two contents must share: words, weight of the shorter, weight of both together."""

    words: int
    shorter: float
    both: float
    rare: float

    def hold(self, like: "Likeness") -> bool:
        """Tells whether two contents share that much."""
        enough = len(like.shared) >= self.words and like.rare >= self.rare
        return enough and like.shorter >= self.shorter and like.both >= self.both


SAME_SPEAKER = Bounds(words=4, shorter=0.6, both=0.33, rare=1.5)
UNNAMED_SPEAKER = Bounds(words=5, shorter=0.7, both=0.45, rare=2.0)
QUOTED = Bounds(words=3, shorter=0.35, both=0.2, rare=1.0)
CARRIED = Bounds(words=2, shorter=0.4, both=0.0, rare=0.8)
DENIED = Bounds(words=4, shorter=0.6, both=0.3, rare=1.5)
SAME_SUBJECT = Bounds(words=4, shorter=0.2, both=0.1, rare=2.0)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words that two contents share: their weight as a share of the shorter and of both.

    `rare` is that weight counted in words that only one statement has.
    """

    shared: frozenset[str]
    shorter: float
    both: float
    rare: float


@dataclass(frozen=True, slots=True)
class Tie:
    """Two statements that say the same, or of which one denies the other."""

    one: Said
    other: Said
    kind: Literal["same", "disputes"]


class Weights:
    """How telling each word is: rare words weigh more.

    The readings may all tell one story; so each word is weighed as if many other statements
    without it were there too.
    """

    def __init__(self, said: Iterable[Said]) -> None:
        self._held: Counter[str] = Counter()
        self._all = BACKGROUND
        for one in said:
            self._held.update(one.words)
            self._all += 1

    def of(self, words: Iterable[str]) -> float:
        """Gives the weight of words together; the order of a set does not change it."""
        return round(sum(sorted(log(1 + self._all / (1 + self._held[word])) for word in words)), 6)

    def telling(self, one: Said) -> list[str]:
        """Gives the rarest words of a statement that any other has too."""
        held = [word for word in one.words if self._held[word] > 1]
        return sorted(held, key=lambda word: (self._held[word], word))[:TELLING_WORDS]

    def likeness(self, one: frozenset[str], other: frozenset[str]) -> Likeness:
        """Gives what two contents share."""
        shared = one & other
        weight, first, second = self.of(shared), self.of(one), self.of(other)
        together = first + second - weight
        return Likeness(
            shared,
            weight / (min(first, second) or 1.0),
            weight / (together or 1.0),
            weight / log(1 + self._all),
        )


def find_ties(sheets: Mapping[str, Sheet], weights: Weights) -> Iterator[Tie]:
    """Gives the ties between statements of different articles, in a fixed order."""
    ordered = sorted(sheets.values(), key=lambda sheet: sheet.order)
    said = {one.id: one for sheet in ordered for one in sheet.said}
    for first, second in _candidates(said, sheets, weights):
        tie = _tie(said[first], said[second], sheets, weights)
        if tie:
            yield tie


def _candidates(
    said: Mapping[str, Said], sheets: Mapping[str, Sheet], weights: Weights
) -> list[tuple[str, str]]:
    postings: dict[int, list[str]] = defaultdict(list)
    for id_, one in said.items():
        for key in _keys(one, sheets[one.article], weights):
            postings[hashed("\x1f".join(key))].append(id_)
    found: set[tuple[str, str]] = set()
    for holders in postings.values():
        found.update(
            (one, other) if one < other else (other, one)
            for one, other in near_pairs(holders)
            if said[one].article != said[other].article
            and near(said[one].day, said[other].day, DISPUTE_DAYS)
        )
    return sorted(found)


def _keys(one: Said, sheet: Sheet, weights: Weights) -> set[Key]:
    """Two statements are compared when they share one of these."""
    telling = weights.telling(one)
    keys: set[Key] = {("words", *pair) for pair in combinations(sorted(telling), 2)}
    keys |= {("quoted", *run) for run in one.runs}
    if one.named:
        keys |= {("said", *sorted(one.source), word) for word in telling}
    else:
        through = {w for n in (*_named_agencies(one, sheet), sheet.outlet_key) for w in n}
        keys |= {("through", name, word) for name in through for word in telling}
    return keys


def _tie(one: Said, other: Said, sheets: Mapping[str, Sheet], weights: Weights) -> Tie | None:
    like = weights.likeness(one.words, other.words)
    if one.denies != other.denies:
        denial, denied = (one, other) if one.denies else (other, one)
        return Tie(denial, denied, "disputes") if _denies(denial, denied, weights) else None
    if not near(one.day, other.day) or not _compatible(one, other) or _differ(one, other):
        return None
    same = _same_content(one, other, like) or _one_transmission(one, other, sheets, weights)
    return Tie(one, other, "same") if same else None


def _denies(denial: Said, denied: Said, weights: Weights) -> bool:
    """Another speaker denies this, and not long before it was said."""
    if same_name(denial.source, denied.source):
        return False
    if denial.day and denied.day and denial.day + NEAR_DAYS < denied.day:
        return False
    return DENIED.hold(weights.likeness(denial.denial, denied.words))


def _compatible(one: Said, other: Said) -> bool:
    """Two speakers known by different names do not make the same claim."""
    if not (one.named and other.named):
        return True
    return (one.entity is not None and one.entity == other.entity) or same_name(
        one.source, other.source
    )


def _differ(one: Said, other: Said) -> bool:
    """Two counts of the same people, or numbers without one in common, are two contents."""
    roles = dict(one.counts)
    if any(role in roles and roles[role] != value for role, value in other.counts):
        return True
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)


def _same_content(one: Said, other: Said, like: Likeness) -> bool:
    if one.runs & other.runs and QUOTED.hold(like):
        return True
    told = (one.named and other.named) or same_name(one.source, other.source)
    return (SAME_SPEAKER if told else UNNAMED_SPEAKER).hold(like)


def same_subject(one: Sheet, other: Sheet, weights: Weights) -> bool:
    """Tells whether two articles begin with the same matter."""
    return SAME_SUBJECT.hold(weights.likeness(one.head, other.head))


def _one_transmission(
    one: Said, other: Said, sheets: Mapping[str, Sheet], weights: Weights
) -> bool:
    """An unnamed source that two articles on one subject have through one agency is one source."""
    if not {one.kind, other.kind} <= {"anonymous", "media"} or one.kind == other.kind == "media":
        return False
    if one.source and other.source and not same_name(one.source, other.source):
        return False
    first, second = sheets[one.article], sheets[other.article]
    return (
        (_in_account(one, other, second, weights) or _in_account(other, one, first, weights))
        and same_subject(first, second, weights)
        and _one_agency((one, first), (other, second))
    )


def _in_account(one: Said, other: Said, sheet: Sheet, weights: Weights) -> bool:
    """The other article's source tells this too, in one statement or over several."""
    told: frozenset[str] = frozenset().union(*(each.words for each in sheet.account(other)))
    return len(told) >= len(one.words) and CARRIED.hold(weights.likeness(one.words, told))


def _one_agency(one: tuple[Said, Sheet], other: tuple[Said, Sheet]) -> bool:
    """One page names the agency that the other names, or that published the other."""
    first, second = _named_agencies(*one), _named_agencies(*other)
    return any(same_name(a, b) for a in first for b in (*second, other[1].outlet_key)) or any(
        same_name(one[1].outlet_key, b) for b in second
    )


def _named_agencies(one: Said, sheet: Sheet) -> list[frozenset[str]]:
    return [key for key, _ in (*one.carriers, *sheet.credits, *one.near)]


def most_tied(ties: Sequence[Tie]) -> Counter[str]:
    """Gives how many statements each statement is tied to."""
    return Counter(id_ for tie in ties for id_ in (tie.one.id, tie.other.id))
