"""Who speaks in the words of another: «قال S إن الشركة لم تفتح المرفأ، وأكدت أن C»."""

from collections.abc import Callable

from musnad.stages.attribute_statements.clauses import Clauses
from musnad.stages.attribute_statements.discourse import (
    Discourse,
    agreement_of,
    agrees,
    compatible,
    speaker_agreement,
)
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.parts import Frame, Range, Subject, Turn
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import is_joined
from musnad.text.phrase_records import PhraseReading

BODIES = frozenset({"organisation", "government"})


def inner_subject(
    told: Turn,
    frame: Frame,
    sequence: Sequence,
    clauses: Clauses,
    read: Callable[[Range], PhraseReading],
) -> Subject | None:
    """Gives who may speak in what a turn tells: its subject, for «وأكدوا» else several people."""
    keys, cue, first = sequence.tokens.keys, frame.cue[0], sequence.tokens.at(told.offset)
    gender, number = agreement_of(frame)
    opening = next((at for at in range(first, cue) if keys[at] in word_list("opens_content")), cue)
    subject = clauses.subject(opening + 1, cue) if opening + 1 < cue else None
    if subject is not None and compatible(subject.gender, gender):
        is_body = number == "pl" and read(subject.words).kind in BODIES
        if is_body or subject.number == number:
            return Subject(clauses.trimmed(subject.words), subject.gender, subject.number)
    several = number == "pl" and not frame.is_participle
    return clauses.several_before(first + 1, cue) if several else None


def goes_on_within(
    told: Turn, inner: Turn, frame: Frame, sequence: Sequence, clauses: Clauses
) -> bool:
    """«قال S إن الوزير أكد B، مضيفا C»: the minister goes on, for all that S says is of him.

    «قال S إن الخطر قريب، بعدما أعلن T أن B، مضيفا C» and «قال S: "رفض T كذا"، مضيفا C» go on
    with S: T stands in a clause of its own, or in a quotation that is closed.
    """
    cue, agreement = frame.cue[0], speaker_agreement(frame, sequence.tokens.keys)
    if not agrees(inner, *agreement) or not agrees(told, *agreement):
        return agrees(inner, *agreement)
    quotes = (q for q in sequence.analysis.quotes if q.start < inner.offset < q.end)
    if inner.evidence is None or any(q.end <= sequence.start(cue) for q in quotes):
        return False
    first, last = sequence.tokens.at(told.offset), sequence.tokens.at(inner.offset)
    keys, kinds = sequence.tokens.keys, sequence.kinds
    opening = next(
        (at for at in range(first, last) if keys[at] in word_list("opens_content")), last
    )
    if any(not kind.classes.isdisjoint(APART) for kind in kinds[opening + 1 : last]):
        return False
    subject = clauses.subject(opening + 1, cue) if opening < last else None
    return subject is not None and sequence.start(subject.words[0]) == inner.evidence.start


APART = frozenset({"adjunct", "rel", "kama", "that", "andthat"})
"""Classes of words behind which a clause within what is said has its own subject."""


def body_before(frame: Frame, discourse: Discourse, sequence: Sequence) -> Turn | None:
    """«أفادت النقابة بكذا، مضيفين أن»: a body is several people, within its sentence."""
    turn = discourse.turns[-1] if discourse.turns else None
    if turn is None or agreement_of(frame)[1] != "pl" or not frame.is_participle:
        return None
    start = sequence.start(sequence.sentence_start(frame.cue[0]))
    return turn if turn.offset >= start and turn.speaker.kind in BODIES else None


def described_before(frame: Frame, gender: str | None, sequence: Sequence) -> int | None:
    """Gives the token where the words end that a clause beginning at a cue describes."""
    keys, cue = sequence.tokens.keys, frame.cue[0]
    before = keys[cue - 1] if cue > 1 else ""
    if before in word_list("of_antecedent"):
        end = cue - 2 if keys[cue - 2] in "،," else cue - 1
        return end if before.endswith(("تي", "هي")) == (gender == "f") and end > 0 else None
    bare = not frame.is_participle and not is_joined(keys[cue])
    return cue - 1 if before in ("،", ",") and bare else None


def describes_thing(frame: Frame, keys: list[str]) -> bool:
    """«مشروع، يدعو إلى C»: in the present such a clause tells of what stands before its comma."""
    cue = frame.cue[0]
    present = frame.verb is not None and frame.verb.tense == "pres"
    return present and cue > 0 and keys[cue - 1] in "،," and not is_joined(keys[cue])
