"""Human decisions: made on a reading, found again in the next one, applied to what is shown."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from musnad.errors import MusnadError
from musnad.fold import fold_key
from musnad.model.ids import identity
from musnad.model.records import Hop, Reading, Speaker, Statement
from musnad.store.shapes import Action, Decision, DecisionAnchor, DecisionRow

CONTEXT = 32
"""Code points kept before and after the words a decision is about."""

FIELDS = ("speaker.name",)
"""What can be corrected."""


class Applied(NamedTuple):
    """A reading with its decisions applied, and the ids of its rejected statements."""

    reading: Reading
    rejected: frozenset[str]


class Verdict(NamedTuple):
    """What somebody says about a record; `field` and `value` only for `correct`."""

    action: Action
    by: str
    at: str
    field: str | None = None
    value: str | None = None


def make_decision(reading: Reading, statement_id: str, verdict: Verdict) -> Decision:
    """Gives the decision about a statement of the reading, anchored at its cue.

    Raises `MusnadError` M-004 when the reading has no such statement, `ValueError` when the
    verdict corrects something that cannot be corrected.
    """
    if verdict.action == "correct" and (verdict.field not in FIELDS or not verdict.value):
        raise ValueError(f"a correction needs a value and one of the fields {FIELDS}")
    statement = next((one for one in reading.statements if one.id == statement_id), None)
    if statement is None:
        raise MusnadError("M-004", f"No statement «{statement_id}» in {reading.article.id}.")
    return Decision(
        id=identity("decision", reading.article.id, statement_id, *verdict),
        article_id=reading.article.id,
        kind="statement",
        target=statement_id,
        action=verdict.action,
        field=verdict.field,
        value=verdict.value,
        anchor=_anchor(reading, statement),
        by=verdict.by,
        at=verdict.at,
    )


def _anchor(reading: Reading, statement: Statement) -> DecisionAnchor:
    text, cue = reading.article.text, statement.cue
    return DecisionAnchor(
        quote=cue.text,
        prefix=text[max(0, cue.start - CONTEXT) : cue.start],
        suffix=text[cue.end : cue.end + CONTEXT],
        start=cue.start,
        end=cue.end,
        text_sha256=reading.article.text_sha256,
    )


def find_again(decision: Decision, reading: Reading) -> str | None:
    """Gives the id of the statement that the decision is about in this reading.

    The same id is the same statement; else the one cue with the same words before and after,
    the nearest of several. None when nothing fits or two statements fit equally well.
    """
    if any(one.id == decision.target for one in reading.statements):
        return decision.target
    distances = [
        (abs(one.cue.start - decision.anchor.start), one.id)
        for one in reading.statements
        if _fits(decision.anchor, reading, one)
    ]
    distances.sort()
    if not distances or (len(distances) > 1 and distances[0][0] == distances[1][0]):
        return None
    return distances[0][1]


def _fits(anchor: DecisionAnchor, reading: Reading, statement: Statement) -> bool:
    cue = statement.cue
    if cue.text != anchor.quote:
        return False
    if reading.article.text_sha256 == anchor.text_sha256:
        return cue.start == anchor.start
    here = _anchor(reading, statement)
    return here.prefix == anchor.prefix or here.suffix == anchor.suffix


def settle(decisions: Iterable[Decision], reading: Reading | None) -> list[DecisionRow]:
    """Gives each decision with what it is about in this reading, or marked moved."""
    return [_settled(one, reading) for one in decisions]


def _settled(decision: Decision, reading: Reading | None) -> DecisionRow:
    target = find_again(decision, reading) if reading else None
    if target is None:
        return DecisionRow(decision=decision, state="moved", target=decision.target)
    return DecisionRow(decision=decision, state="held", target=target)


def apply_decisions(reading: Reading, rows: Sequence[DecisionRow]) -> Applied:
    """Gives the reading as humans want it shown; the latest decision on a statement wins."""
    held = [row for row in rows if row.state == "held"]
    if not held:
        return Applied(reading, frozenset())
    standing = {row.target: row.decision for row in held if row.decision.action != "correct"}
    rejected = frozenset(id_ for id_, one in standing.items() if one.action == "reject")
    statements = tuple(_decided(reading, one, held) for one in reading.statements)
    return Applied(msgspec.structs.replace(reading, statements=statements), rejected)


def _decided(reading: Reading, statement: Statement, rows: Sequence[DecisionRow]) -> Statement:
    for row in rows:
        if row.target != statement.id:
            continue
        decision = row.decision
        if decision.action == "correct" and decision.value:
            statement = _with_speaker(reading, statement, decision.value)
        why = f"decision {decision.id}: {decision.action} by {decision.by} at {decision.at}"
        statement = msgspec.structs.replace(statement, why=(*statement.why, why))
    return statement


def _with_speaker(reading: Reading, statement: Statement, name: str) -> Statement:
    entity = next((one for one in reading.entities if fold_key(one.name) == fold_key(name)), None)
    entity_id = entity.id if entity else None
    speaker = Speaker(name=name, kind=statement.speaker.kind, entity=entity_id)
    speaker = msgspec.structs.replace(speaker, how=statement.speaker.how)
    chain = tuple(_with_name(hop, name, entity_id) for hop in statement.chain)
    return msgspec.structs.replace(statement, speaker=speaker, chain=chain)


def _with_name(hop: Hop, name: str, entity: str | None) -> Hop:
    if hop.role != "speaker":
        return hop
    return msgspec.structs.replace(hop, name=name, entity=entity)
