"""What a statement does: its act."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Act
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.manner import Clause
from musnad.stages.attribute_statements.own_acts import judge_own_act
from musnad.stages.attribute_statements.parts import Frame
from musnad.stages.attribute_statements.words import is_finite


@dataclass(frozen=True, slots=True)
class _Openings:
    acts: dict[str, tuple[Act, frozenset[str]]]
    first_person: dict[str, Act]
    within: dict[str, Act]
    within_first: frozenset[str]
    phrases: dict[str, Act]
    phrase_first: frozenset[str]
    ought: frozenset[str]
    insists: frozenset[str]
    no_one: frozenset[str]
    undecided: frozenset[str]
    fronted: frozenset[str]
    tells: frozenset[str]


@lru_cache(maxsize=1)
def _openings() -> _Openings:
    acts = builtin("acts")
    within = {fold_key(word): group["act"] for group in acts["within"] for word in group["words"]}
    phrases = {fold_key(word): group["act"] for group in acts["phrase"] for word in group["words"]}
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
        phrases=phrases,
        phrase_first=frozenset(words.partition(" ")[0] for words in phrases),
        ought=frozenset(map(fold_key, acts["duty"]["ought"])),
        insists=frozenset(acts["duty"]["insists"]),
        no_one=frozenset(map(fold_key, acts["duty"]["no_one"])),
        undecided=word_list("not_yet") | frozenset(map(fold_key, acts["duty"]["manner"])),
        fronted=frozenset(map(fold_key, acts["clause"]["fronted"])),
        tells=frozenset(acts["clause"]["tells"]),
    )


def judge_act(frame: Frame, clause: Clause, led_by: str, *, dated: bool) -> Act:
    """Gives the act of the verb, changed by the first words of the content where they decide.

    `led_by` is the word before the content, `dated` tells that a time stands within these words.
    """
    act = _act_of_cue(frame)
    if _rules_out(frame, clause):
        return "deny"
    changed = _openings().acts.get(clause.opening)
    if frame.rule.options.get("mode") == "noun":
        return changed[0] if changed and act in changed[1] else act
    if act == "express" and frame.rule.id == "attribute.said-that":
        return "express" if changed and changed[0] == act else "opinion"
    if act != "assert":
        return act
    return _act_told(frame, clause, led_by) or (
        judge_own_act(clause, led_by, dated=dated) or _act_within(clause.words)
    )


def _act_told(frame: Frame, clause: Clause, led_by: str) -> Act | None:
    """«نطالب…», «لا أعتقد…»: the first person acts by its own verb; a duty is demanded."""
    negated = clause.opening in word_list("not_yet")
    first = _openings().first_person.get(clause.following if negated else clause.opening)
    return first or ("demand" if _ought(frame, clause.words, led_by) else None)


def _act_of_cue(frame: Frame) -> Act:
    """Gives the act of the verb, else of the rule; «كشف أن» only tells, «كشف عن» makes public."""
    verb = frame.verb
    if verb is None:
        act: Act = frame.rule.options.get("act", "assert")
        return act
    clause = frame.rule.options.get("mode") != "noun"
    return "assert" if clause and verb.lemma in _openings().tells else verb.act


def _ought(frame: Frame, words: list[str], led_by: str) -> bool:
    """«أصر على أن يحضر الجميع», «على الحكومة أن تحضر»: what somebody ought to do is demanded."""
    listed = _openings()
    if not words:
        return False
    insists = frame.verb is not None and frame.verb.lemma in listed.insists
    if insists and led_by in listed.ought and words[0][0] in PRESENT and is_finite(words[0]):
        return True
    if words[0] != UPON or words[1:2] == [] or words[1] in listed.no_one:
        return False
    return any(
        word in listed.ought and not is_finite(before) and is_finite(after)
        for before, word, after in zip(words[1:], words[2:], words[3:], strict=False)
    )


PRESENT = "يت"
UPON = fold_key("على")


def _act_within(words: list[str]) -> Act:
    """«الحل يجب أن…» demands, «القرار غير مقبول» judges: a word of the first clause decides."""
    listed, before = _openings(), ""
    if listed.within_first.isdisjoint(words):
        return _act_of_phrase(words)
    for at, (word, following) in enumerate(pairwise((*words, ""))):
        if word.isalnum():
            found = None
            if word in listed.within_first:
                found = listed.within.get(f"{word} {following}") or listed.within.get(word)
            if found is not None and before.removeprefix("و") not in listed.undecided:
                return found
            before = word
        elif at > FRONTED or words[0] not in listed.fronted:
            break
    return _act_of_phrase(words)


def _act_of_phrase(words: list[str]) -> Act:
    """«لا وجود لخلاف», «لا توجد أي خلافات»: two or three words that a content opens with."""
    listed = _openings()
    if not words or words[0] not in listed.phrase_first:
        return "assert"
    phrases = listed.phrases
    return phrases.get(" ".join(words[:3])) or phrases.get(" ".join(words[:2])) or "assert"


FRONTED = 3
"""A comma after so few words closes no clause where an adverb opens it («لذلك، أعتقد»)."""
CLAUSE = 12
"""The first clause of a content has at most so many words."""


def _rules_out(frame: Frame, clause: Clause) -> bool:
    """«أكد أن لا أحد مفقود», «شدد على عدم وجود»: who vouches that a thing is not so denies it."""
    verb = frame.verb
    if verb is None or verb.act != "assert" or verb.stance != "commits":
        return False
    absent = clause.opening == "لا" and clause.following in word_list("absent")
    return absent or clause.opening in word_list("rules_out")
