"""Several who speak together: «مرسى والسهل», «سامر الحداد والسفير نادر الجبلي»."""

from msgspec import structs

from musnad.lexicons import Lexicon, Word
from musnad.text.analysis import Analysis
from musnad.text.phrase_records import PhraseReading

COMMAS = frozenset("،,")
BODIES = frozenset({"organisation", "government", "media"})
"""Kinds of speakers that stand side by side without a name for a person."""


SHORTEST = 2
"""The letters of a word that is hardly more than its «و»."""


def second_part(
    analysis: Analysis, reading: PhraseReading, phrase: tuple[int, int], lexicon: Lexicon
) -> int | None:
    """Gives the token where whoever speaks with the first begins, None where one alone speaks."""
    keys, span, last = analysis.tokens.keys, reading.person_name_span, phrase[1]
    if span is not None:
        at = span[1] + (span[1] < last and keys[span[1]] in COMMAS)
        return at if reading.kind == "person" and at < last and _joined(keys[at], lexicon) else None
    if reading.kind not in BODIES:
        return None
    comma = next((at for at in range(phrase[0], last) if keys[at] in COMMAS), last)
    within = range(phrase[0] + 1, min(comma + 2, last))
    found = (at for at in within if keys[at][0] == "و" and len(keys[at]) > SHORTEST)
    return next((at for at in found if _opens_body(keys, phrase[0], at, lexicon)), None)


def _joined(key: str, lexicon: Lexicon) -> Word | None:
    """Gives what is known of a word after its «و»."""
    word = lexicon.word(key)
    return word if word is not None and word.cut == 1 and key[0] == "و" else None


def _opens_body(keys: list[str], first: int, at: int, lexicon: Lexicon) -> bool:
    """«الحكومة والمعارضة», «مرسى والسهل», «نقابة البحارة وجمعية الصيادين» are two of a kind.

    «لجنة الزراعة والأحزاب», «وزارة التربية والبلدية»: what has an article goes on with the name,
    unless the first has one as well and nothing else.
    """
    word = _joined(keys[at], lexicon)
    if word is None:
        return False
    match = lexicon.match_word(word, keys, at) if word.starts is not None else None
    if match is not None and any(entry.type in ENTRIES for entry in match.entries):
        alone = lexicon.match(keys, first)
        return alone is not None and alone.end == at
    if word.noun is None or word.noun.plural or not word.noun.classes & BODIES:
        return False
    return not word.definite or (keys[first].startswith("ال") and at == first + 1)


ENTRIES = frozenset({"place", "organisation", "media"})


def may_be_joint(one: PhraseReading, other: PhraseReading) -> bool:
    """Tells whether two speak together: two persons by their names, or two bodies."""
    if one.person_name_span is not None:
        return other.kind == "person" and other.person_name_span is not None
    return one.kind in BODIES and other.kind in BODIES


def joint(one: PhraseReading, other: PhraseReading) -> PhraseReading:
    """Gives two who speak together as one, under both names."""
    members = (one, *(other.members or (other,)))
    name = " و".join(each.name for each in members)
    number = "pl" if one.person_name_span is not None else None
    return structs.replace(one, name=name, number=number, members=members, entry=None)
