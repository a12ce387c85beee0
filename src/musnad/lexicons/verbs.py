"""The verbs that report, in every form: what a word may be as a cue."""

from functools import cache

from msgspec import Struct

from musnad.fold import fold_key
from musnad.lexicons.files import builtin, builtin_text
from musnad.model.records import Act


class Verb(Struct, frozen=True):
    """One reading of a word as a form of a reporting verb.

    `tense` is past, pres, part or masdar, with `pass.` before it for the passive; `person` is
    3ms … 3fp, for participles ms fs md mp fp; `maqsura` asks that the print ends in ى.
    """

    lemma: str
    act: Act
    stance: str
    frames: frozenset[str]
    tense: str
    person: str
    maqsura: bool = False


@cache
def verbs_by_lemma() -> dict[str, tuple[Act, str, frozenset[str]]]:
    """Gives act, stance and frames of each reporting verb."""
    return {
        line.split()[0]: (group["act"], group["stance"], frozenset(line.split()[3:]))
        for group in builtin("verbs")["class"]
        for line in group["verbs"]
    }


@cache
def verb_table() -> dict[str, tuple[Verb, ...]]:
    """Gives for each folded form its readings; a passive one only where no active one exists."""
    by_lemma = verbs_by_lemma()
    found: dict[str, list[Verb]] = {}
    for line in builtin_text("verb_forms.tsv").splitlines():
        form, lemma, features = line.split("\t")
        act, stance, frames = by_lemma[lemma]
        verb = Verb(lemma, act, stance, frames, *_tense_and_person(features), form.endswith("ى"))
        found.setdefault(fold_key(form), []).append(verb)
    return {key: _likeliest_first(verbs) for key, verbs in found.items()}


def _tense_and_person(features: str) -> tuple[str, str]:
    voice = "pass." if features.startswith("pass.") else ""
    tense, _, person = features.removeprefix("pass.").partition(".")
    return voice + tense, person


def _likeliest_first(verbs: list[Verb]) -> tuple[Verb, ...]:
    """Gives the active readings, one person («أعلن») before several («أعلنّ»)."""
    active = [verb for verb in verbs if not verb.tense.startswith("pass.")]
    return tuple(sorted(active or verbs, key=_number))


def _number(verb: Verb) -> int:
    return "sdp".find(verb.person.partition(".")[0][-1:])
