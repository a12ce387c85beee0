"""Whether an event happened, is claimed, planned, denied or only spoken of."""

from musnad.model.records import Attribution, EventStatus, Statement
from musnad.stages.code_events.triggers import Trigger, event_words
from musnad.text.analysis import Analysis

_REACH = 6
_FUTURE = ("سي", "ست", "سوف")


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
    words = event_words()
    keys = analysis.tokens.keys
    before = keys[max(0, trigger.start - _REACH) : trigger.start]
    for key in reversed(before):
        if key in {".", "\n", "،", ":", "؛"}:
            break
        if key in words.denied or key.removeprefix("و") in words.denied:
            return "denied"
        if key in words.hypothetical or key.removeprefix("و") in words.hypothetical:
            return "hypothetical"
    if keys[trigger.start].removeprefix("و").startswith("س") and trigger.word.kind == "verb":
        return "planned"
    if statement is None:
        return "happened"
    if statement.act == "deny":
        return "denied"
    if statement.act in {"demand", "threaten", "warn"}:
        return "hypothetical"
    return "planned" if statement.modality == "future" else "claimed"
