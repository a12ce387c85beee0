"""Whether an event happened, is claimed, planned, denied or only spoken of."""

from musnad.model.records import Attribution, EventStatus, Statement
from musnad.stages.code_events.triggers import Trigger, event_words
from musnad.text.analysis import Analysis

_REACH = 6
_STOPS = frozenset((".", "\n", "،", ":", "؛"))


def innermost_statement(attribution: Attribution, offset: int) -> Statement | None:
    """Gives the statement whose content holds the offset, the shortest when nested."""
    around = [
        (span.end - span.start, statement)
        for statement in attribution.statements
        for span in statement.content
        if span.start <= offset < span.end
    ]
    return min(around, key=lambda row: row[0])[1] if around else None


def find_status(analysis: Analysis, trigger: Trigger, statement: Statement | None) -> EventStatus:
    """Gives the status by the words before the trigger and the act of the statement."""
    keys = analysis.tokens.keys
    worded = _worded(keys[max(0, trigger.start - _REACH) : trigger.start])
    if worded:
        return worded
    if keys[trigger.start].removeprefix("و") == "س" + trigger.word.lemma:
        return "planned"
    return _told(statement) if statement else "happened"


def _worded(before: list[str]) -> EventStatus | None:
    words = event_words()
    for key in reversed(before):
        bare = key.removeprefix("و")
        if key in _STOPS:
            return None
        if key in words.denied or bare in words.denied:
            return "denied"
        if key in words.hypothetical or bare in words.hypothetical:
            return "hypothetical"
    return None


def _told(statement: Statement) -> EventStatus:
    if statement.act == "deny":
        return "denied"
    if statement.act in {"demand", "threaten", "warn"}:
        return "hypothetical"
    return "planned" if statement.modality == "future" else "claimed"
