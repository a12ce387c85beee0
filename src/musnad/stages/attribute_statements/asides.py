"""Whose words a report is that is only mentioned: «وقفة للتنديد بـC», «بزعم أن C»."""

from collections.abc import Container

from musnad.model.records import Mention
from musnad.model.spans import outermost
from musnad.stages.attribute_statements.clauses import Clauses
from musnad.stages.attribute_statements.parts import Frame, Subject
from musnad.stages.attribute_statements.sequence import Sequence


def whose_aside(
    frame: Frame,
    sequence: Sequence,
    mentions: tuple[Mention, ...],
    clauses: Clauses,
    speaking: Container[str],
) -> Subject | None:
    """Gives the subject of the sentence, or who is named last before the cue; None for nobody."""
    cue, whose = frame.cue[0], frame.rule.options["whose"]
    first = sequence.sentence_start(cue)
    if whose == "sentence":
        return clauses.subject(first, cue)
    if whose == "nobody":
        return None
    start, end, at = sequence.start(first), sequence.start(cue), sequence.tokens.at
    before = (m for m in outermost(mentions) if start <= m.start and m.end <= end)
    named = [m for m in before if m.type in speaking]
    if not named:
        return None
    return Subject((at(named[-1].start), at(named[-1].end - 1) + 1), None, "")
