"""Words after a verb that are its object, for its subject stands before it or is its ending."""

import re

from musnad.lexicons.verbs import Verb
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.sequence import Sequence

Range = tuple[int, int]
SEVERAL = ("p", "d")
NOMINATIVE = ("ون", "ان")


def may_follow_subject(sequence: Sequence, cue: int) -> bool:
    """Tells whether the word before a verb may be the last of its subject."""
    if sequence.codes[cue] in sequence.phrase_codes:
        return True
    return "qad" in sequence.kinds[cue - 1].classes


def is_object(sequence: Sequence, cue: int, subject: Range, source: Range, nominal: bool) -> bool:
    """«رئيس مرسى يعلن الحداد في بلاده»: what follows is no subject where one stands before.

    Before a clause («S قال T إن») a name or a noun for people is the subject after all.
    """
    between = sequence.kinds[subject[1] : cue]
    heads = sequence.code_of[subject[0]] in sequence.speaking_codes
    if not heads or not all("qad" in kind.classes for kind in between):
        return False
    return nominal or sequence.code_of[source[0]] not in sequence.speaking_codes


def is_nobody(sequence: Sequence, source: Range) -> bool:
    """Tells whether words behind a verb name who is spoken to or how, not who speaks.

    «قال للنيابة إن C»: what begins with «لل» behind a verb is spoken to.
    """
    key = sequence.tokens.keys[source[0]]
    heard = key.startswith(TO_THE) and len(key) > len("للان")
    return heard or is_manner(sequence, source)


TO_THE = "لل"


def is_manner(sequence: Sequence, source: Range) -> bool:
    """«وتابع ممازحا: C», «وبالتأكيد، قال إن C»: one word that tells how or when, not who."""
    key = sequence.tokens.keys[source[0]]
    if source[1] - source[0] > 1:
        return False
    plain = sequence.code_of[source[0]] not in sequence.speaking_codes
    return key in word_list("leads_elided") or (plain and MANNER.fullmatch(key) is not None)


MANNER = re.compile("م.{2,}ا")


def has_own_subject(verb: Verb, head: str) -> bool:
    """«أعلنوا العمل»: the ending of the verb is its subject, save before «المتظاهرون»."""
    finite = verb.tense in ("past", "pres")
    return finite and verb.person.endswith(SEVERAL) and not head.endswith(NOMINATIVE)


def is_held(sequence: Sequence, verb: Verb | None, following: int, nominal: bool) -> bool:
    """Tells whether a verb says what something is held to be, and nobody who holds it.

    «يعتبر المرفأ أكبر ما في البلاد»; «تقدر الخسائر بمليون»: a thing estimates nothing.
    """
    if verb is None or verb.tense != "pres" or following >= len(sequence.tokens):
        return False
    if verb.lemma not in HOLDING:
        return False
    if sequence.tokens.keys[following] in word_list("held_to_be"):
        return verb.lemma == "اعتبر"
    return nominal and sequence.code_of[following] not in sequence.speaking_codes


OWNERS = ("ها", "هم", "ه")
NORM_CLITICS = re.compile("^(?:لل|ال|لال|ل)")
HOLDING = frozenset({"اعتبر", "قدر"})


def is_norm(sequence: Sequence, cue: int, source: int) -> bool:
    """«وفقا للقانون»: one acts by a law or a treaty, which says nothing."""
    keys = sequence.tokens.keys
    if "according" not in sequence.kinds[cue].classes:
        return False
    bare = NORM_CLITICS.sub("", keys[source])
    return not word_list("norms").isdisjoint({bare, *map(bare.removesuffix, OWNERS)})
