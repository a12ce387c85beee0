"""What a statement does: its act."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Act
from musnad.stages.attribute_statements.manner import is_future
from musnad.stages.attribute_statements.parts import Frame
from musnad.stages.attribute_statements.words import word_list


@dataclass(frozen=True, slots=True)
class _Openings:
    acts: dict[str, tuple[Act, frozenset[str]]]
    first_person: dict[str, Act]
    within: dict[str, Act]
    within_first: frozenset[str]
    tells: frozenset[str]


@lru_cache(maxsize=1)
def _openings() -> _Openings:
    acts = builtin("acts")
    within = {fold_key(word): group["act"] for group in acts["within"] for word in group["words"]}
    return _Openings(
        acts={
            fold_key(word): (group["act"], frozenset(group["of"]))
            for group in acts["opening"]
            for word in group["words"]
        },
        first_person={
            fold_key(word): group["act"]
            for group in acts["first_person"]
            for word in group["words"]
        },
        within=within,
        within_first=frozenset(words.partition(" ")[0] for words in within),
        tells=frozenset(acts["clause"]["tells"]),
    )


def judge_act(frame: Frame, words: list[str]) -> Act:
    """Gives the act of the verb, changed by the first words of the content where they decide."""
    opening, following = [*words, "", ""][:2]
    act = _act_of_cue(frame)
    if act == "assert" and opening in ("لا", "لابد") and (following == "بد" or opening == "لابد"):
        return "demand"
    if _rules_out(frame, opening, following):
        return "deny"
    if frame.rule.options.get("mode") == "noun":
        changed = _openings().acts.get(opening)
        return changed[0] if changed and act in changed[1] else act
    if act == "express" and frame.rule.id == "attribute.said-that":
        return "opinion"
    own = following if opening in word_list("not_yet") else opening
    if act != "assert":
        return act
    return _own_act(own, _act_within(words))


def _act_of_cue(frame: Frame) -> Act:
    """Gives the act of the verb, else of the rule; «كشف أن» only tells, «كشف عن» makes public."""
    verb = frame.verb
    if verb is None:
        act: Act = frame.rule.options.get("act", "assert")
        return act
    clause = frame.rule.options.get("mode") != "noun"
    return "assert" if clause and verb.lemma in _openings().tells else verb.act


def _act_within(words: list[str]) -> Act:
    """«الحل يجب أن…» demands, «القرار غير مقبول» judges: a word of the first clause decides."""
    acts = _openings().within
    if _openings().within_first.isdisjoint(words):
        return "assert"
    before = ""
    for word, following in pairwise((*words[:CLAUSE], "")):
        if not word.isalnum():
            break
        found = acts.get(f"{word} {following}") or acts.get(word)
        if found is not None and before.removeprefix("و") not in word_list("not_yet"):
            return found
        before = word
    return "assert"


CLAUSE = 12
"""The first clause of a content has at most so many words."""


def _rules_out(frame: Frame, opening: str, following: str) -> bool:
    """«أكد أن لا أحد مفقود», «شدد على عدم وجود»: who vouches that a thing is not so denies it."""
    verb = frame.verb
    vouches = verb is not None and verb.stance == "commits" and verb.act == "assert"
    absent = opening == "لا" and following in word_list("absent")
    return vouches and (absent or opening in word_list("rules_out"))


def _own_act(opening: str, act: Act) -> Act:
    """«سنفتح…» promises, «نطالب…» demands: the first person acts by its own verb."""
    if is_future(opening) and opening[1] in "نا":
        return "promise"
    return _openings().first_person.get(opening, act)
