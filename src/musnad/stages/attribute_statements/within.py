"""Who speaks in the words of another: «قال S إن الشركة لم تفتح المرفأ، وأكدت أن C»."""

from collections.abc import Callable
from dataclasses import replace

from musnad.stages.attribute_statements.clauses import Clauses, Subject
from musnad.stages.attribute_statements.discourse import Turn, agreement_of, compatible
from musnad.stages.attribute_statements.frames import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import word_list
from musnad.text.phrases import PhraseReading

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
            return replace(subject, words=clauses.trimmed(subject.words))
    several = number == "pl" and not frame.is_participle
    return clauses.several_before(first + 1, cue) if several else None
