"""Where rules find reported speech: cue, source, relay and the start of the content."""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from musnad.lexicons.verbs import Verb
from musnad.rules.cards import load_rules
from musnad.rules.compiled import Compiled, Ready
from musnad.rules.schema import Rule
from musnad.stages.attribute_statements.listed import function_classes, read_noun, word_list
from musnad.stages.attribute_statements.nested import without_overlaps
from musnad.stages.attribute_statements.objects import (
    has_own_subject,
    is_held,
    is_manner,
    is_nobody,
    is_norm,
    is_object,
    may_follow_subject,
)
from musnad.stages.attribute_statements.parts import Frame, Range
from musnad.stages.attribute_statements.quoted import names_in_quotes, opens_quote, outside_names
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import (
    ADDRESSING,
    PACKAGE,
    Words,
    read_carry,
    read_verb,
    read_verb_with_object,
)


class FrameRules(NamedTuple):
    """The rules that find reports, and those that find a source standing before its verb."""

    reports: Compiled
    subjects: Compiled


@lru_cache(maxsize=16)
def compiled_rules(words: Words, without: frozenset[str] = frozenset()) -> FrameRules:
    """Gives the rules of attribution for these words, less the rules named by `without`."""
    rules = load_rules(PACKAGE, "attribute")
    subjects = frozenset(r.id for r in rules.rule if r.options.get("gives") == "subject")
    reports = frozenset(r.id for r in rules.rule) - subjects
    return FrameRules(
        reports=Compiled(rules, words.alphabet, without | subjects),
        subjects=Compiled(rules, words.alphabet, without | reports),
    )


def find_frames(sequence: Sequence, rules: FrameRules) -> tuple[Frame, ...]:
    """Gives the frames of an article in the order of their cues, at most one for each cue."""
    found: dict[int, Frame] = {}
    for at, tried in rules.reports.triggers(sequence.codes):
        frame = _first_frame(tried, sequence, at)
        if frame is not None:
            found.setdefault(frame.cue[0], frame)
    subjects = _subjects(sequence, rules.subjects, found)
    joined = (_with_subject(found[cue], subjects.get(cue), sequence) for cue in sorted(found))
    frames = [f for f in joined if f is not None and _has_speaker(sequence, f)]
    return tuple(without_overlaps(frames))


def _subjects(
    sequence: Sequence, subject_rules: Compiled, found: dict[int, Frame]
) -> dict[int, Frame]:
    """Gives by cue who stands before it, tried only where a cue of the same line needs it."""
    codes = sequence.codes
    subjects: dict[int, Frame] = {}
    needing = sorted(cue + 1 for cue, frame in found.items() if _takes_subject(frame, sequence))
    for at, tried in subject_rules.triggers(codes, needing[-1]) if needing else ():
        following = needing[bisect_right(needing, at)]
        if codes.find(sequence.line_code, at + 1, following) >= 0:
            continue
        frame = _first_frame(tried, sequence, at)
        if frame is not None and not _is_adverb(sequence, frame.source):
            subjects.setdefault(frame.cue[0], frame)
    return subjects


def _is_adverb(sequence: Sequence, source: Range | None) -> bool:
    """«وأخيرا، أمر القاضي بـC»: one word in ا before a verb is no subject."""
    if source is None or source[1] - source[0] > 1:
        return False
    unknown = sequence.code_of[source[0]] not in sequence.speaking_codes
    if is_manner(sequence, source):
        return True
    return unknown and sequence.tokens.keys[source[0]].endswith("ا")


def _first_frame(tried: tuple[Ready, ...], sequence: Sequence, at: int) -> Frame | None:
    codes = sequence.codes
    for ready in tried:
        match = ready.match(codes, at)
        frame = _frame(ready, match, sequence) if match else None
        if frame is not None:
            return frame
    return None


def _frame(ready: Ready, match: re.Match[str], sequence: Sequence) -> Frame | None:
    rule, cue = ready.rule, _group(match, ready.cue)
    assert cue is not None, f"{rule.id} has no cue"
    content = _group(match, ready.content, empty=True)
    verb, carry = _read_cue(sequence.tokens.keys[cue[0]], rule)
    start = content[0] if content else cue[1]
    source = _group(match, ready.source)
    nobody = source is not None and verb is not None and is_nobody(sequence, source)
    labels = rule.options.get("content") in ("phrase", "described")
    describes = not labels and _describes(sequence, cue[0], start)
    if describes or not _allowed(rule, sequence, cue, verb):
        return None
    whole = outside_names(rule, sequence, source, start)
    if whole is None:
        return None
    return Frame(
        rule=rule,
        cue=cue,
        source=None if nobody else whole[0],
        relay=_group(match, ready.relay),
        content=whole[1],
        end=match.end() - 1,
        before=rule.options.get("content") == "before",
        verb=verb,
        carry=carry,
    )


def _group(match: re.Match[str], group: int, *, empty: bool = False) -> Range | None:
    """Gives the tokens of a group; codes count from the line start before the first token.

    Group 0 stands for one that the rule does not have.
    """
    if group == 0:
        return None
    first, last = match.span(group)
    return (first - 1, last - 1) if last > first or (empty and first >= 0) else None


def _read_cue(key: str, rule: Rule) -> tuple[Verb | None, str | None]:
    if rule.options.get("noun"):
        noun = read_noun(key)
        return (noun.verb if noun is not None else None), None
    return _read_verb_cue(key, rule.trigger)


@lru_cache(maxsize=4_096)
def _read_verb_cue(key: str, trigger: str) -> tuple[Verb | None, str | None]:
    """Gives the reading of a cue that has the frame and the tense of the class it was found by."""
    verbs = read_verb(key)[0] or read_verb_with_object(key)
    frame = trigger.split("|", maxsplit=1)[0].partition(".")[2]
    fitting = [verb for verb in verbs if frame in verb.frames] or list(verbs)
    wanted = "part" if trigger.startswith("part") else ("past", "pres")
    fitting = [verb for verb in fitting if verb.tense in wanted] or fitting
    return (fitting[0] if fitting else None), read_carry(key)


def _allowed(rule: Rule, sequence: Sequence, cue: Range, verb: Verb | None) -> bool:
    """A negated verb reports nothing («لم يذكر»), save one that denies or thinks."""
    if rule.options.get("title") and not _is_headline(sequence, cue[0]):
        return False
    if rule.id == "attribute.quote-then-said" and names_in_quotes(sequence, cue[0]):
        return False
    before = sequence.tokens.keys[cue[0] - 1] if cue[0] else ""
    if before in word_list("not_before_cue") or _ends_as_noun(rule, sequence.words(*cue)):
        return False
    if rule.options.get("noun"):
        return True
    if rule.options.get("content") == "phrase":
        return before not in word_list("before_masdar")
    participle = verb is not None and verb.tense == "part"
    accusative = verb is not None and not participle and TANWIN in sequence.words(*cue)
    spoken = not accusative and _is_verb(sequence, cue, before, participle=participle)
    other = participle and _describes_noun(sequence, cue, rule)
    other = other or _is_idiom(sequence, cue[1]) or _is_impersonal(sequence, cue[0], verb)
    return spoken and not other


def _ends_as_noun(rule: Rule, cue: str) -> bool:
    """«حملة» is a noun, «حمله» may be a verb with whom it blames."""
    return "with-object" in rule.trigger and cue.endswith("ة")


def _describes_noun(sequence: Sequence, cue: Range, rule: Rule) -> bool:
    """«مواجهة متوقعة مع C»: after a woman's noun without its article it is an adjective."""
    keys, before = sequence.tokens.keys, sequence.tokens.keys[cue[0] - 1] if cue[0] else ""
    told = rule.trigger.endswith((".that", ".quote"))
    plain = before.endswith("ه") and not before.startswith("ال")
    return plain and not told and keys[cue[0]].endswith("ه") and cue[0] > 1


def _is_idiom(sequence: Sequence, content: int) -> bool:
    """«أخذ على محمل الجد», «أخذ على عاتقه»: nothing is said."""
    return any(key in word_list("in_idioms") for key in sequence.tokens.keys[content : content + 2])


def _is_verb(sequence: Sequence, cue: Range, before: str, *, participle: bool) -> bool:
    """Tells whether a form that is also another word («رفض», «نص») is a verb here."""
    key = sequence.tokens.keys[cue[0]]
    alike = key in word_list("noun_alike") or key in word_list("elatives")
    if before in word_list("before_noun") and (participle or alike):
        return False
    if _is_small_word(sequence, cue[0], before):
        return False
    other = key in word_list("homographs") and before.isalnum()
    return not other or SHADDA in sequence.words(*cue)


def _is_small_word(sequence: Sequence, cue: int, before: str) -> bool:
    """«وهنا», «ما ورد من», «بين المرفأ وبين المدينة»: words that only look like verbs."""
    keys = sequence.tokens.keys
    if keys[cue] in word_list("with_hamza"):
        return "أ" not in sequence.words(cue, cue + 1)
    if keys[cue] == "وبين":
        return "بين" in keys[sequence.sentence_start(cue) : cue]
    return before == "ما" and "came" in sequence.kinds[cue].classes


def _is_impersonal(sequence: Sequence, cue: int, verb: Verb | None) -> bool:
    impersonal = sequence.tokens.keys[cue] in word_list("impersonal")
    return (
        impersonal and verb is not None and verb.person == "3ms" and _opens_sentence(sequence, cue)
    )


def _describes(sequence: Sequence, cue: int, content: int) -> bool:
    """«الوزير الذي أعلن الهدنة» only says which; «الوزير الذي قال إن C» reports C."""
    if cue == 0 or sequence.tokens.keys[cue - 1] not in word_list("relatives"):
        return False
    return "that" not in sequence.kinds[content - 1].classes


def _has_speaker(sequence: Sequence, frame: Frame) -> bool:
    at = frame.source[0] if frame.source is not None else frame.content
    nominal = frame.rule.options.get("mode") == "noun"
    if frame.source is not None and is_norm(sequence, frame.cue[0], frame.source[0]):
        return False
    if not frame.before and frame.subject is None and is_held(sequence, frame.verb, at, nominal):
        return False
    needs = frame.rule.options.get("needs")
    if needs is not None:
        return (frame.subject if needs == "subject" else frame.source) is not None
    return frame.source is not None or speaks_alone(sequence, frame)


def speaks_alone(sequence: Sequence, frame: Frame) -> bool:
    """Tells whether a cue without a source continues a speaker.

    «إنه يأمل» is the speaker's own words, «يتوقع أن» has no subject, and a verb within a clause
    has the subject of that clause.
    """
    verb, cue, keys = frame.verb, frame.cue[0], sequence.tokens.keys
    labels = frame.rule.options.get("content") == "phrase"
    if labels and keys[cue - 1] in word_list("complementizers"):
        return keys[cue - 2] not in word_list("no_complement_after")
    if labels or verb is None or verb.tense in ("part", "masdar"):
        return True
    before = keys[cue - 1] if cue else ""
    if _is_elative(frame, keys) or keys[cue] in word_list("of_itself"):
        return False
    if before in word_list("complementizers") or opens_quote(sequence, cue):
        return cue > 1 and keys[cue - 2] in word_list("already")
    if verb.tense == "pres" and verb.person == "3ms" and verb.act == "opinion":
        return False
    return _has_antecedent(sequence, cue, before) or before in word_list("before_elided")


def _is_elative(frame: Frame, keys: list[str]) -> bool:
    """«أبرز العناوين», «عقب زيارات»: before a noun such a form without a subject is no verb."""
    cue = frame.cue[0]
    if keys[cue] in word_list("elatives"):
        return frame.rule.options.get("mode") == "noun" and frame.content == cue + 1
    follows = keys[cue + 1 : cue + 2]
    content = frame.content in (cue + 1, cue + 2)
    return keys[cue] in word_list("before_things") and not content and follows != ["على"]


def _has_antecedent(sequence: Sequence, cue: int, before: str) -> bool:
    """Tells whether a verb without a source stands where its subject is known already."""
    keys = sequence.tokens.keys
    if _opened_by_phrase(sequence, cue) or before in word_list("relatives"):
        return True
    following = keys[cue + 1] if cue + 1 < len(keys) else ""
    if following == ":" or "in-it" in function_classes(following or " "):
        return True
    within = before.isalnum() and keys[cue][0] not in "وف"
    return not within or _after_time(sequence, cue)


def _opened_by_phrase(sequence: Sequence, cue: int) -> bool:
    """«وفي سياق متصل أكد أنه…»: a short phrase before the verb holds no subject."""
    keys = sequence.tokens.keys[sequence.sentence_start(cue) : cue]
    if not 1 < len(keys) <= OPENING_PHRASE or keys[0] not in word_list("opens_phrase"):
        return False
    closing = word_list("not_before_cue") | word_list("relatives")
    return all(key.isalnum() and key not in closing for key in keys)


OPENING_PHRASE = 5


def _after_time(sequence: Sequence, token: int) -> bool:
    return sequence.codes[token] == sequence.time_code


SHADDA, TANWIN = "\u0651", "\u064b"


def _opens_sentence(sequence: Sequence, token: int) -> bool:
    return token == 0 or not sequence.tokens.keys[token - 1].isalnum()


def _is_headline(sequence: Sequence, colon: int) -> bool:
    """«S: C» is a headline in the first line of the article."""
    return sequence.tokens.starts[colon] <= _first_line_end(sequence)


def _first_line_end(sequence: Sequence) -> int:
    found = sequence.text.find("\n")
    return len(sequence.text) if found < 0 else found


HEARING = ADDRESSING | {"tells"}
"""Frames of verbs behind whose subject those may stand who are spoken to."""


OBJECTS = frozenset({"obj", "acc2", "accuses"})
"""Frames of verbs whose object belongs to what they report."""


def _takes_subject(frame: Frame, sequence: Sequence) -> bool:
    """A subject before its verb is the source; what then follows is addressed or its object."""
    if frame.source is None:
        return True
    if frame.before or frame.verb is None:
        return False
    return not HEARING.isdisjoint(frame.verb.frames) or _may_take_object(frame, sequence)


def _may_take_object(frame: Frame, sequence: Sequence) -> bool:
    finite = frame.verb is not None and frame.verb.tense in ("past", "pres")
    plain = finite and frame.relay is None and not frame.is_described
    return plain and may_follow_subject(sequence, frame.cue[0])


def _with_subject(frame: Frame, subject: Frame | None, sequence: Sequence) -> Frame | None:
    """Gives a frame with the source before its verb, or with none where its ending is one.

    «البرلمان يقر القرض بأغلبية»: an object that the verb takes in no report reports nothing.
    """
    source = subject.source if subject is not None else None
    if source is None or subject is None or not _takes_subject(frame, sequence):
        return _without_object(frame, sequence)
    content, nominal = frame.content, frame.rule.options.get("mode") == "noun"
    if frame.source is not None and frame.verb is not None:
        hears = not HEARING.isdisjoint(frame.verb.frames)
        if not hears and not is_object(sequence, frame.cue[0], source, frame.source, nominal):
            return frame
        if nominal and not hears and frame.verb.frames.isdisjoint(OBJECTS):
            return None
        whole = frame.verb.act == "accuse" or (nominal and not hears)
        content = frame.source[0] if whole else content
    return frame.of(source, subject.rule.id, content)


def _without_object(frame: Frame, sequence: Sequence) -> Frame | None:
    """«وأعلنوا العمل…»: no subject follows a verb in the plural.

    «توعدوا بمحاسبة "كل من أخطأ"»: what is quoted in its object is nobody's words.
    """
    if frame.source is None or frame.verb is None or frame.relay is not None or frame.before:
        return frame
    if not has_own_subject(frame.verb, sequence.tokens.keys[frame.source[0]]):
        return frame
    keys = sequence.tokens.keys
    if frame.rule.trigger == "fin.quote" and keys[frame.content - 1] != ":":
        return None
    nominal = frame.rule.options.get("mode") == "noun" and frame.verb.act != "demand"
    content = frame.source[0] if nominal else frame.content
    return frame.of(None, frame.subject, content)
