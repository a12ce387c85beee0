"""Writes src/musnad/trained/verbs.xz: every attested form of every verb, with what it may be."""

import lzma
import re
from collections import defaultdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from shared import shared_folder
from verb_counts import word_counts
from verb_forms import Forms, Verb, all_forms
from verb_weights import NOUN_ENDS, NOUN_LEADS, Weights, learn, read_words

from musnad.fold import fold_key
from musnad.text.verb_cuts import verb_cuts

FILE = Path(__file__).parents[1] / "src" / "musnad" / "trained" / "verbs.xz"
RARE = 2e-8
"""Verbs used less (shares of all verbs) stay only where no other verb has the form."""
COMMON = 1.5e-5
"""Verbs used as much keep their forms in the third and first person, attested or not."""
COMMON_SLOTS = re.compile("(past|ind|sub)_(3|1p|1s)")
PACKING = [{"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 20}]
"""The dictionary is kept small: unpacking takes as much memory."""
SCALE = 1e9


def attested(counts, forms: Forms) -> set[str]:
    """Gives the folded forms that the corpora print, with or without particles and pronouns."""
    found = set()
    for key in set(map(fold_key, counts)):
        found |= {cut.stem for cut in verb_cuts(key) if cut.stem in forms}
        for lead in (each for each in NOUN_LEADS if key.startswith(each)):
            rest = key[len(lead) :]
            stems = (rest[: len(rest) - len(end)] for end in NOUN_ENDS if rest.endswith(end))
            found |= {stem for stem in stems if stem in forms}
    return found


def common(forms: Forms, weights: Weights) -> set[str]:
    """Gives the forms that common verbs may be met in, though the corpora do not print them."""
    return {
        key
        for key, readings in forms.items()
        if any(
            weights.verbs.get(verb, 0.0) >= COMMON and COMMON_SLOTS.match(slot)
            for verb, slot in readings
        )
    }


def kept(readings: dict[tuple[Verb, str], str], weights: Weights):
    """Gives the readings of one form without those of verbs that are hardly used."""
    rates = {verb: weights.verbs.get(verb, 0.0) for verb, _ in readings}
    least = min(RARE, max(rates.values()))
    return {key: spelling for key, spelling in readings.items() if rates[key[0]] >= least}


def origin() -> str:
    """Gives what the forms were made from: the library's version and the hash of verbs.toml."""
    more = Path(__file__).with_name("verbs.toml").read_bytes()
    return f"mazini {version('mazini')} {sha256(more).hexdigest()}"


def table(forms: Forms, weights: Weights) -> str:
    """Gives the file as text: its origin, the verbs, slots, sets of slots, then the forms."""
    verbs: dict[Verb, int] = {}
    sets: dict[str, int] = {}
    lines = []
    for key in sorted(forms):
        groups: dict[tuple[Verb, str], list[str]] = defaultdict(list)
        for (verb, slot), spelling in kept(forms[key], weights).items():
            groups[verb, spelling].append(slot)
        readings = []
        for (verb, spelling), slots in sorted(groups.items()):
            number = verbs.setdefault(verb, len(verbs))
            slot_set = sets.setdefault(" ".join(sorted(slots)), len(sets))
            readings.append(f"{number} {slot_set}" + (f" {spelling}" if spelling != key else ""))
        share, count = weights.shares.get(key, (0.0, 0))
        lines.append(f"{key}\t{round(share * 100)}\t{count}\t" + "|".join(readings))
    rates = (f"{verb.lemma} {verb.pattern} {rate(weights.verbs.get(verb, 0.0))}" for verb in verbs)
    slots = (f"{slot} {rate(share)}" for slot, share in sorted(weights.slots.items()))
    parts = ([origin()], rates, slots, sets, lines)
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def rate(share: float) -> int:
    """Gives a share in billionths."""
    return round(share * SCALE)


def main() -> None:
    """Writes the table; without the corpora it says so and leaves the file as it is."""
    shared = shared_folder()
    if shared is None:
        raise SystemExit("The corpora are absent: verbs.xz stays as it is.")
    forms, counts = all_forms(), word_counts(shared)
    weights = learn(read_words(counts, forms), forms)
    seen = attested(counts, forms) | common(forms, weights)
    text = table({key: forms[key] for key in seen}, weights)
    FILE.write_bytes(lzma.compress(text.encode(), filters=PACKING))
    print(f"{FILE.name}: {len(seen)} forms, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
