"""The nouns that report, in every form: «دعوة», «للتنديد», «اتهاماتها»."""

from functools import cache

from msgspec import Struct

from musnad.fold import fold_key
from musnad.lexicons.files import builtin
from musnad.lexicons.verbs import Verb, verbs_by_lemma

OWNERS = {"ه": "3ms", "ها": "3fs", "هم": "3mp", "هما": "3md"}


class ReportNoun(Struct, frozen=True):
    """One form of a reporting noun.

    `use` is `noun`, `own` (with its owner), `purpose` («للتنديد») or `heard` (a plural that needs
    no source); `verb` is the verb that it shares act and frames with, of the owner's person.
    """

    use: str
    verb: Verb


@cache
def report_nouns() -> dict[str, ReportNoun]:
    """Gives for each folded form of a reporting noun how it is used."""
    lexicon = builtin("report_nouns")
    found: dict[str, ReportNoun] = {}
    for line in lexicon["nouns"]:
        lemma, _, nouns = line.partition(": ")
        act, stance, frames = verbs_by_lemma()[lemma]
        verb = Verb(lemma, act, stance, frames, "masdar", "")
        for number, noun in enumerate(nouns.split()):
            heard = number > 0 and lemma in lexicon["sourceless"]
            found |= {fold_key(form): one for form, one in _forms(noun, verb, number, heard=heard)}
            if lemma in lexicon["purpose"]:
                found[fold_key("لل" + noun)] = ReportNoun("purpose", verb)
    return found


def _forms(noun: str, verb: Verb, number: int, *, heard: bool) -> list[tuple[str, ReportNoun]]:
    """Gives the noun alone, as an object («طلبا») and with its owners, each also with بـ."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
    owned = [
        (stem.removesuffix("ى") + ("ا" if noun.endswith("ى") else "") + owner, person)
        for owner, person in OWNERS.items()
    ]
    plain = ReportNoun("heard" if heard else "noun", verb)
    objects = [] if number else [(form, plain) for form in _accusative(noun)]
    return objects + [
        (lead + form, plain if not person else ReportNoun("own", _of(verb, person)))
        for form, person in [(noun, ""), *owned]
        for lead in ("", "ب")
    ]


def _accusative(noun: str) -> list[str]:
    """Gives «طلبا»; a plural has none here («مطالبا» is a participle)."""
    return [] if noun.endswith(("ة", "ى", "اء")) else [noun + "ا"]


def _of(verb: Verb, person: str) -> Verb:
    return Verb(verb.lemma, verb.act, verb.stance, verb.frames, verb.tense, person)
