"""What a speaker does by telling of himself: «سنفتح», «بلاده ستواصل», «إنه يأمل»."""

from dataclasses import dataclass
from functools import lru_cache

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Act
from musnad.stages.attribute_statements.manner import Clause
from musnad.stages.attribute_statements.words import read_verb

FIRST_PERSON = "نا"
FUTURE_PARTICLE = fold_key("سوف")


@dataclass(frozen=True, slots=True)
class _Words:
    binds: frozenset[str]
    harms: frozenset[str]
    by_itself: frozenset[str]
    own: frozenset[str]
    pronouns: frozenset[tuple[str, str]]
    told: frozenset[str]


@lru_cache(maxsize=1)
def _listed() -> _Words:
    acts = builtin("acts")["commitment"]
    pronouns = acts["pronouns"].items()
    return _Words(
        binds=frozenset(map(fold_key, acts["binds"])),
        harms=frozenset(map(fold_key, acts["harms"])),
        by_itself=frozenset(map(fold_key, acts["by_itself"])),
        own=frozenset(map(fold_key, acts["own"])),
        pronouns=frozenset((fold_key(word), letter) for letter, ws in pronouns for word in ws),
        told=frozenset(acts["told"]),
    )


def judge_own_act(clause: Clause, led_by: str, *, dated: bool) -> Act | None:
    """Gives what the speaker does by what he says of himself, None where he says nothing so.

    `led_by` is the word before the content; a plan that is dated is announced, another promised.
    """
    return _told_act(clause, led_by) or _future_act(clause, led_by, dated=dated)


def _told_act(clause: Clause, led_by: str) -> Act | None:
    """«إنه يأمل», «بلاده تدين»: a verb of the present acts for whom it is said of."""
    listed = _listed()
    own = clause.opening in listed.own
    verb = clause.following if own else clause.opening
    if not verb or not (own or (led_by, verb[0]) in listed.pronouns):
        return None
    readings = read_verb(verb)[0]
    act = readings[0].act if readings and readings[0].tense == "pres" else None
    return act if act in listed.told else None


def _future_act(clause: Clause, led_by: str, *, dated: bool) -> Act | None:
    """«سنفتح» promises, «سنلاحق» threatens, «أنه سيسافر غدا» announces."""
    verb, after = _future(clause)
    if not verb:
        return None
    base, binds = _base(verb), _listed().binds
    first = verb[0] in FIRST_PERSON
    if first and base in _listed().harms:
        return "threaten"
    if first or base in binds or f"{base} {after}" in binds:
        return "promise"
    if _is_own(clause, led_by, verb, base):
        return "announce" if dated else "promise"
    return None


def _future(clause: Clause) -> tuple[str, str]:
    """Gives «نفتح» of «سنفتح» or «سوف نفتح» and the word after it, empty without a future."""
    for at in clause.main:
        word = clause.words[at]
        if word == FUTURE_PARTICLE:
            return clause.after(at), ""
        if clause.kinds[at].future:
            return word[1:], clause.after(at)
    return "", ""


def _base(verb: str) -> str:
    """Gives «يواصل» for «تواصل», «نواصل», «يواصلون»."""
    stem = verb[1:]
    for ending in ("ون", "وا"):
        if len(stem) > len(ending) + 1:
            stem = stem.removesuffix(ending)
    return "ي" + stem


def _is_own(clause: Clause, led_by: str, verb: str, base: str) -> bool:
    """«أنه سيسافر», «حكومته ستبني»: the speaker or what is his does it himself."""
    if base in _listed().by_itself:
        return False
    opens = clause.opening in (FUTURE_PARTICLE, "س" + verb)
    own = opens and (led_by, verb[0]) in _listed().pronouns
    return own or clause.opening in _listed().own
