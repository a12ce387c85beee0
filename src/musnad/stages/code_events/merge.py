"""One entry for each distinct event: the fullest of its mentions."""

from collections.abc import Sequence

import msgspec

from musnad.model.records import Event
from musnad.stages.code_events.triggers import TriggerWord

Row = tuple[int, TriggerWord, Event]


def merge_events(rows: Sequence[Row]) -> tuple[Event, ...]:
    """Gives the distinct events; mentions in one sentence or by one word are one event."""
    kept: list[Row] = []
    for row in rows:
        at = next((i for i, other in enumerate(kept) if _same(row, other)), None)
        if at is None:
            kept.append(row)
        else:
            kept[at] = _joined(kept[at], row)
    return tuple(sorted((event for _, _, event in kept), key=lambda event: event.trigger.start))


def _same(row: Row, other: Row) -> bool:
    if row[1].type != other[1].type:
        return False
    agree = all(
        _compatible(getattr(row[2], name), getattr(other[2], name))
        for name in ("place", "date", "actor")
    )
    near = row[0] == other[0]
    alike = _root(row[1].lemma) == _root(other[1].lemma)
    return agree and (near or alike or "weak" in {row[1].kind, other[1].kind})


def _compatible(first: object, second: object) -> bool:
    return first is None or second is None or first == second


def _root(lemma: str) -> str:
    """What «اشتباك» and «اشتباكات» share."""
    return lemma.removesuffix("ات").removesuffix("ه")


def _joined(first: Row, second: Row) -> Row:
    fuller = max((first, second), key=_fullness)
    happened = "happened" in {first[2].status, second[2].status}
    if happened and fuller[2].status == "claimed":
        event = msgspec.structs.replace(fuller[2], status="happened", statement=None)
        return fuller[0], fuller[1], event
    return fuller


def _fullness(row: Row) -> tuple[bool, int]:
    event = row[2]
    said = sum(part is not None for part in (event.actor, event.recipient, event.place, event.date))
    in_headline = row[0] == 0
    return row[1].kind != "weak", said - (2 if in_headline else 0)
