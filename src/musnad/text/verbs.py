"""What a word may be as a verb: lemma, person, gender, number, tense, mood and voice."""

import lzma
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec.structs import replace

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.text.verb_cuts import allows, likeness, rate_of, verb_cuts
from musnad.text.verb_records import Cut, VerbReading
from musnad.trained import trained_bytes

FILE = "verbs.xz"
TENSES = {"ind": "pres", "sub": "pres", "juss": "pres"}
UNWEIGHED, LEAST = 1000.0, 1.0
"""Billionths of all forms: what a participle or masdar counts for, and any slot at least."""
SURE_SHARE = 95
SURE_COUNT, SURE_COUNT_OF_SHORT = 3, 200
SHORT = 3
"""A form is surely a verb that is one in so many of 100 uses, and was met so often; a short one
(«دان») may be a foreign name, and must be met oftener."""


@dataclass(slots=True, eq=False)
class VerbTable:
    """The table of forms: lines sorted by form, decoded when a form is looked up.

    Nobody changes it.
    """

    origin: str
    verbs: list[tuple[str, str, float]]
    slots: dict[str, float]
    sets: list[tuple[str, ...]]
    lines: list[bytes]

    def fields(self, key: str) -> list[str]:
        """Gives the line of a folded form: form, share, count, readings; empty if it has none."""
        start = key.encode() + b"\t"
        at = bisect_left(self.lines, start)
        if at < len(self.lines) and self.lines[at].startswith(start):
            return self.lines[at].decode().split("\t")
        return []

    def share(self, slot: str) -> float:
        """Gives how many of a billion forms stand in a slot, never none."""
        return max(self.slots.get(slot, UNWEIGHED), LEAST)


@cache
def verb_forms() -> VerbTable:
    """Gives the table of all attested verb forms, read once."""
    unpacked = lzma.decompress(trained_bytes(FILE))
    origin, verbs, slots, sets, lines = unpacked.split(b"\n\n")
    rows = (line.split() for line in verbs.decode().splitlines())
    return VerbTable(
        origin.decode(),
        [(lemma, pattern, float(rate)) for lemma, pattern, rate in rows],
        {slot: float(rate) for slot, rate in map(str.split, slots.decode().splitlines())},
        [tuple(line.split()) for line in sets.decode().splitlines()],
        lines.strip().split(b"\n"),
    )


@lru_cache(maxsize=2_000)
def read_verb(key: str, printed: str) -> tuple[VerbReading, ...]:
    """Gives the readings of a folded word, printed so, as a form of a verb: the likeliest first."""
    table = verb_forms()
    found = [
        reading
        for cut in verb_cuts(key)
        for reading in _readings(table, cut, printed[len(cut.lead) : len(printed) - len(cut.end)])
    ]
    return _ranked(found)


def _readings(table: VerbTable, cut: Cut, printed: str) -> list[VerbReading]:
    fields = table.fields(cut.stem)
    found = []
    for each in fields[3].split("|") if fields else ():
        number, slot_set, *rest = each.split(" ")
        spelling = rest[0] if rest else cut.stem
        lemma, pattern, rate = table.verbs[int(number)]
        fit = (rate + 1) * rate_of(cut) * likeness(printed, spelling)
        found += [
            reading_of(
                lemma, pattern, slot, cut, fit * max(table.slots.get(slot, UNWEIGHED), LEAST)
            )
            for slot in table.sets[int(slot_set)]
            if allows(cut, slot, spelling)
        ]
    return found


def reading_of(lemma: str, pattern: str, slot: str, cut: Cut, weight: float) -> VerbReading:
    """Gives the reading that a slot («ind_pass_3fs», «part_mp») stands for."""
    kind, *rest = slot.split("_")
    voice = "pass" if "pass" in rest else "act"
    person = rest[-1] if rest and rest[-1] != "pass" else ""
    digit = person[0] if person[:1].isdigit() else ""
    gender, number = _gender_and_number(person.removeprefix(digit))
    mood = kind if kind in TENSES else ""
    return VerbReading(
        lemma, pattern, TENSES.get(kind, kind), mood, voice, digit, gender, number,
        cut.lead, cut.end, weight,
    )  # fmt: skip


def _gender_and_number(letters: str) -> tuple[str, str]:
    """«ms», «fp»; the first person and the dual of the second have no gender."""
    return (letters[0], letters[1]) if len(letters) == 2 else ("", letters)


def _ranked(readings: list[VerbReading]) -> tuple[VerbReading, ...]:
    whole = sum([reading.weight for reading in readings])
    ranked = sorted(readings, key=lambda reading: -reading.weight)
    return tuple(replace(reading, weight=reading.weight / whole) for reading in ranked)


def pick_verb(
    readings: tuple[VerbReading, ...], before: str = "", after: str = ""
) -> VerbReading | None:
    """Gives the likeliest reading beside the printed words before and after it, None without any.

    The lemma is chosen first, over all its readings, then the likeliest of them.
    """
    weights = [reading.weight * _evidence(reading, before, after) for reading in readings]
    lemmas: dict[str, float] = {}
    for reading, weight in zip(readings, weights, strict=True):
        lemmas[reading.lemma] = lemmas.get(reading.lemma, 0.0) + weight
    lemma = max(lemmas, key=lemmas.__getitem__, default="")
    chosen = [at for at, reading in enumerate(readings) if reading.lemma == lemma]
    return readings[max(chosen, key=weights.__getitem__)] if chosen else None


def _evidence(reading: VerbReading, before: str, after: str) -> float:
    words, endings = _context()
    features = {reading.mood or reading.tense, reading.gender, reading.number}
    if reading.person == "1":
        features.add("first")
    found = [words.get(fold_key(before), {})]
    nouns = [before] if before.startswith("ال") and not found[0] else []
    if not reading.end:
        nouns.append(after)
    for noun in nouns:
        found += [next(favours for ending, favours in endings if noun.endswith(ending))]
    factor = 1.0
    for favours in found:
        for feature, weight in favours.items():
            factor *= weight if feature in features else 1.0
    return factor


@cache
def _context() -> tuple[dict[str, Mapping[str, float]], list[tuple[str, Mapping[str, float]]]]:
    rows = builtin("verb_context")
    words = {fold_key(word): row["favours"] for row in rows["evidence"] for word in row["before"]}
    return words, [(row["ending"], row["favours"]) for row in rows["ending"]]


@cache
def sure_verbs() -> frozenset[str]:
    """Gives the folded forms that the corpora print as verbs and hardly ever as anything else."""
    found = set()
    for line in verb_forms().lines:
        key, share, count, _ = line.split(b"\t", 3)
        form = key.decode()
        least = SURE_COUNT if len(form) > SHORT else SURE_COUNT_OF_SHORT
        if int(share) >= SURE_SHARE and int(count) >= least:
            found.add(form)
    return frozenset(found)
