"""All verbs that the conjugation library knows, in every form."""

import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from build_verb_forms import plain
from mazini import conjugate
from mazini.lexicon import attested_wazns, lexicon_roots

from musnad.fold import fold_key

MORE = tomllib.loads(Path(__file__).with_name("verbs.toml").read_text("utf-8"))
FINITE = re.compile("(past|ind|sub|juss|imp)_(pass_)?[123]")
PARTICIPLES = {"ap": "part", "pp": "part_pass"}


class Verb(NamedTuple):
    """A verb: its lemma without vowels, its root, its pattern («II»)."""

    lemma: str
    root: str
    pattern: str


Forms = dict[str, dict[tuple[Verb, str], str]]
"""For each folded form its readings (verb, slot), each with the usual spelling."""


def all_forms() -> Forms:
    """Gives every form of every verb; those of form I that differ by a vowel alone are one."""
    forms: Forms = defaultdict(dict)
    listed = [(root, wazn) for root in lexicon_roots() for wazn in attested_wazns(root)]
    for root, wazn in (*listed, *(tuple(line.split()) for line in MORE["missing"])):
        found = conjugate(root, wazn)
        verb = Verb(plain(lemma_of(found)), root, found.verb_form)
        for slot, spelling in spellings(found.slots):
            forms[fold_key(spelling)][verb, slot] = spelling
    for line in MORE["irregular"]:
        lemma, pattern, *rest = line.split()
        for slot, spelling in (pair.split("=") for pair in rest):
            forms[fold_key(spelling)][Verb(lemma, lemma, pattern), slot] = spelling
    return forms


def lemma_of(found) -> str:
    """Gives the third person of the past, in the passive where the verb has no active."""
    return found.lemma[0].form if found.lemma else found.slots["past_3ms"][0].form


def spellings(slots):
    """Gives (slot, form without vowels) of one verb: finite forms, participles, masdars."""
    for slot, forms in slots.items():
        for form in (each.form for each in forms if "?" not in each.form):
            if FINITE.match(slot):
                yield from ((slot, spelling) for spelling in usual_spellings(plain(form)))
            elif slot in PARTICIPLES:
                yield from participle(PARTICIPLES[slot], plain(form))
            elif slot == "vn":
                yield "masdar", plain(form)


def usual_spellings(form: str) -> tuple[str, ...]:
    """Gives the spellings that the press uses: «بدأوا» and «جاءوا» beside «بدؤوا» and «جاؤوا»."""
    if "ؤو" not in form:
        return (form,)
    return form, form.replace("اؤو", "اءو").replace("ؤو", "أو")


def participle(kind: str, stem: str):
    """Gives the participle in both genders and all numbers; «قاضي» loses its ي before ون."""
    weak = stem.endswith(("ي", "ى"))
    short = stem[:-1] if weak else stem
    base = short + "ي" if weak and stem.endswith("ي") else stem
    yield f"{kind}_ms", base
    yield f"{kind}_fs", (short + "اة" if stem.endswith("ى") else base + "ة")
    yield f"{kind}_mp", short + "ون"
    yield f"{kind}_mp", short + "ين"
    if not weak:
        yield f"{kind}_ms", stem + "ا"
        yield f"{kind}_fp", stem + "ات"
