"""Human decisions: made on a reading, found again in the next one, applied to what is shown."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import msgspec

from musnad.errors import MusnadError
from musnad.fold import fold_key
from musnad.model.ids import identity
from musnad.model.records import Hop, Reading, Speaker, Statement
from musnad.store.shapes import Action, AnchorHow, Decision, DecisionAnchor, DecisionRow

CONTEXT = 32
"""Code points kept before and after the words a decision is about."""

PARTLY, MOSTLY = 0.4, 0.7
"""Share of a context that must be the same where the other side is, and of both together."""
NEXT, NEARLY = 2, 0.7
"""Words next to the cue, and the share of their letters that must be the same."""
MARGIN = 0.1
"""How much better than any other a statement must fit whose context changed on both sides."""

FIELDS = ("speaker.name",)
"""What can be corrected."""


class Applied(NamedTuple):
    """A reading with its decisions applied, and the ids of its rejected statements."""

    reading: Reading
    rejected: frozenset[str]


class Found(NamedTuple):
    """The statement that a decision is about in another reading, and how it was found."""

    target: str
    how: AnchorHow


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


def find_again(decision: Decision, reading: Reading) -> Found | None:
    """Gives the statement that the decision is about in this reading, and how it was found.

    `same`: the same words at the same place. `exact`: the same cue between the same words, however
    far it moved, the nearest of several. `context`: the words on one side changed, but not those
    next to the cue. `near`: those on both sides did, and no other statement comes close. None when
    nothing fits, or two fit equally well: a decision is not applied to what it may not be about.
    """
    if reading.article.text_sha256 == decision.anchor.text_sha256:
        return _in_same_text(decision, reading)
    fits = [_fit(decision.anchor, reading, one) for one in reading.statements]
    found = sorted((fit for fit in fits if fit is not None), key=lambda fit: fit.rank)
    if not found:
        return None
    best = found[0]
    return None if len(found) > 1 and best.is_rivalled(found[1]) else Found(best.id, best.how)


def _in_same_text(decision: Decision, reading: Reading) -> Found | None:
    """Newer rules read the same text: the same id, else the one statement of the same cue."""
    if any(one.id == decision.target for one in reading.statements):
        return Found(decision.target, "same")
    here = [
        one.id
        for one in reading.statements
        if one.cue.text == decision.anchor.quote and one.cue.start == decision.anchor.start
    ]
    return Found(here[0], "same") if len(here) == 1 else None


class _Fit(NamedTuple):
    """How well a statement fits an anchor; `rank` is lower for what fits better."""

    rank: tuple[int, float, int]
    id: str
    how: AnchorHow

    def is_rivalled(self, other: "_Fit") -> bool:
        """Says whether another statement fits as well."""
        tier, like, distance = self.rank
        if tier != other.rank[0]:
            return False
        if self.how == "near":
            return other.rank[1] - like < MARGIN
        return (like, distance) == other.rank[1:]


def _fit(anchor: DecisionAnchor, reading: Reading, statement: Statement) -> _Fit | None:
    cue = statement.cue
    if cue.text != anchor.quote:
        return None
    here = _anchor(reading, statement)
    distance = abs(cue.start - anchor.start)
    before, after = _like(here.prefix, anchor.prefix), _like(here.suffix, anchor.suffix)
    beside = _beside(here.prefix, anchor.prefix, -1), _beside(here.suffix, anchor.suffix, 1)
    if before == after == 1.0:
        return _Fit((0, 0.0, distance), statement.id, "exact")
    if after == 1.0 and (beside[0] or _source_follows(statement)):
        return _Fit((1, 0.0, distance), statement.id, "context")
    if before == 1.0 and after >= PARTLY and beside[1]:
        return _Fit((1, 0.0, distance), statement.id, "context")
    if all(beside) and min(before, after) >= PARTLY and before + after >= 2 * MOSTLY:
        return _Fit((2, -(before + after) / 2, distance), statement.id, "near")
    return None


def _source_follows(statement: Statement) -> bool:
    """Says whether who speaks stands in the words after the cue, so that those before say less."""
    source, cue = statement.source, statement.cue
    return source is not None and cue.end <= source.start and source.end <= cue.end + CONTEXT


def _beside(one: str, other: str, side: int) -> bool:
    """Says whether the two words next to the cue are the same or nearly: far ones prove little."""
    words, others = one.split(), other.split()
    near = slice(-NEXT, None) if side < 0 else slice(NEXT)
    return _like(" ".join(words[near]), " ".join(others[near])) >= NEARLY


def _like(one: str, other: str) -> float:
    """Gives the share of letters that two contexts have in common, white space being one."""
    one, other = " ".join(one.split()), " ".join(other.split())
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def settle(decisions: Iterable[Decision], reading: Reading | None) -> list[DecisionRow]:
    """Gives each decision with what it is about in this reading, or marked moved."""
    return [_settled(one, reading) for one in decisions]


def _settled(decision: Decision, reading: Reading | None) -> DecisionRow:
    found = find_again(decision, reading) if reading else None
    if found is None:
        return DecisionRow(decision=decision, state="moved", target=decision.target)
    return DecisionRow(decision=decision, state="held", target=found.target, how=found.how)


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
