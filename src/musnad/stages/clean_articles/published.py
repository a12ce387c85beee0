"""When the page was published and changed: the best evidence, and what contradicts it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from musnad.model.records import DateEvidence, DateFate, Issue, Page, Published
from musnad.stages.clean_articles.drafts import Draft
from musnad.stages.clean_articles.evidence import RANKS, Evidence, gather_dates

WEAK: Final = {
    RANKS["created"]: "it says when the page was made, which may be another day",
    RANKS["above"]: "above the headline, where sites show the day of the visit",
}
NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](?:[1١][9٩]|[2٢][0٠])\d\d(?!\d)")
UTC_MARK: Final = "+00:00"
EAST: Final = (timedelta(hours=1), timedelta(hours=5))
"""How far the clocks of Arab states are ahead of UTC."""
MINUTE: Final = len("2031-05-04T14:05")
LATE: Final = 20
"""The hour of UTC from which the next day has begun somewhere in the east."""


class Dating(NamedTuple):
    """The dates of an article, all evidence for them, and the issues met on the way."""

    published: Published | None
    modified: Published | None = None
    evidence: tuple[DateEvidence, ...] = ()
    issues: tuple[Issue, ...] = ()


def find_published(page: Page, draft: Draft, *, first: bool) -> Dating:
    """Gives when the article was published and changed, with every date of the page.

    Given wins, then metadata, labelled lines, the feed, lines of the head, and the address; where
    two kinds of evidence agree against one they win.
    """
    found = _with_order(gather_dates(page, draft, first=first), page)
    published = _choose(found)
    found = _without_earlier(found, published)
    modified = next((each for each in _usable(found) if _is_change(each, published)), None)
    of = {"modified": modified or published}
    evidence = tuple(_told(each, of.get(each.kind, published)) for each in found)
    differing = [each for each in _differing(found, published) if published]
    return Dating(
        _published(published, found) if published else None,
        _published(modified, found) if modified else None,
        evidence,
        tuple(_issues(found, published, differing)),
    )


def _is_change(made: Evidence, published: Evidence | None) -> bool:
    """Says whether a date tells of a change: the moment of publication itself is none."""
    if made.kind != "modified" or published is None:
        return made.kind == "modified"
    return made.value not in {published.value, published.stated}


def _issues(
    found: Sequence[Evidence], best: Evidence | None, differing: Sequence[Evidence]
) -> list[Issue]:
    broken = [each for each in found if each.method == "given" and not each.value]
    issues = [Issue(code="M-113", detail=each.written[:80]) for each in broken]
    if best and differing and best.method != "given":
        issues.append(Issue(code="M-114", detail=f"{best.value} and {differing[0].value}"))
    return issues


def _usable(found: Sequence[Evidence]) -> list[Evidence]:
    return [each for each in found if each.value and not each.refused]


def _dating(found: Sequence[Evidence]) -> list[Evidence]:
    return [each for each in _usable(found) if each.kind != "modified"]


# --- which of two orders of day and month -------------------------------------------------


def _with_order(found: list[Evidence], page: Page) -> list[Evidence]:
    """The dates whose order of day and month other evidence of the page decides are settled."""
    sure = {each.day for each in _usable(found) if not each.other}
    return [_settle(each, sure, page) if each.other else each for each in found]


def _settle(made: Evidence, sure: set[str], page: Page) -> Evidence:
    other = made.other or ""
    known = [day for day in sure if len(day) == 10]
    if made.day in known:
        return made._replace(doubts=(), other=None)
    if other in known:
        return _turned(made)
    pairs = [(int(m[1]), int(m[2])) for m in NUMERIC.finditer(page.text)]
    day_first = any(one > 12 for one, _ in pairs)
    month_first = any(two > 12 for _, two in pairs)
    if day_first != month_first:
        return made._replace(doubts=(), other=None) if day_first else _turned(made)
    return made


def _turned(made: Evidence) -> Evidence:
    value = f"{made.other}{(made.value or '')[10:]}"
    return made._replace(value=value, doubts=(), other=None)


# --- the best evidence ---------------------------------------------------------------------


def _choose(found: Sequence[Evidence]) -> Evidence | None:
    usable = _dating(found)
    if not usable:
        return None
    best = usable[0]
    if best.method != "given":
        best = _outvoted(best, usable) or _before_change(best, found) or best
        best = _local(_exact(best, usable), usable)
    return best


def _outvoted(best: Evidence, usable: Sequence[Evidence]) -> Evidence | None:
    """Two kinds of evidence that agree win over one."""
    if len(_witnesses(best, usable)) > 1:
        return None
    others = (each for each in usable if each.witness != best.witness and _differ(best, each))
    return next((each for each in others if len(_witnesses(each, usable)) > 1), None)


def _witnesses(best: Evidence, usable: Sequence[Evidence]) -> set[str]:
    return {each.witness for each in usable if each.kind == best.kind and not _differ(best, each)}


def _before_change(best: Evidence, found: Sequence[Evidence]) -> Evidence | None:
    """Systems that renew the date of publication with every change betray it by an earlier one."""
    if best.witness != "declared":
        return None
    changes = {each.value for each in _usable(found) if each.kind == "modified"}
    earlier = [
        each
        for each in _dating(found)
        if each.witness != "declared" and each.rank < RANKS["above"] and _before(each, best)
    ]
    renewed = best.value in changes
    return next((each for each in earlier if renewed or each.witness == "address"), None)


def _before(one: Evidence, other: Evidence) -> bool:
    return _differ(one, other) and one.day < other.day[: len(one.day)]


def _exact(best: Evidence, usable: Sequence[Evidence]) -> Evidence:
    """The evidence for the same day that also tells the minute, if the best does not."""
    if best.precision == "minute":
        return best
    same = [each for each in usable if each.precision == "minute" and each.day == best.day]
    same += [each for each in usable if each.precision == "day" and each.day[:7] == best.day]
    return same[0] if same and best.kind == same[0].kind else best


def _local(best: Evidence, usable: Sequence[Evidence]) -> Evidence:
    """A time of UTC becomes the local one where a printed line shows the same moment or its day."""
    if not (best.value or "").endswith(UTC_MARK) or best.witness not in {"declared", "feed"}:
        return best
    lines = (each for each in usable if each.witness == "printed" and not each.doubts)
    local = (_local_by(best, line) for line in lines if line.rank < RANKS["above"])
    return next((each for each in local if each), best)


def _local_by(best: Evidence, line: Evidence) -> Evidence | None:
    written = line.value or ""
    if line.precision == "day":
        return line if _is_next_day(best, line) else None
    if line.precision != "minute" or len(written) > MINUTE:
        return None
    ahead = _moment(line) - _moment(best)
    if not ahead:
        note = "the printed time is the same, so that the zone of the metadata is left out"
        return best._replace(value=written, note=note, stated=best.value)
    if ahead.total_seconds() % 1800 or not EAST[0] <= ahead <= EAST[1]:
        return None
    zone = f"+{ahead.seconds // 3600:02}:{ahead.seconds // 60 % 60:02}"
    note = f"the same moment as printed: «{line.written}»"
    return best._replace(value=written + zone, note=note, stated=best.value)


def _moment(made: Evidence) -> datetime:
    return datetime.fromisoformat((made.value or "")[:MINUTE])


def _is_next_day(best: Evidence, line: Evidence) -> bool:
    moment = _moment(best)
    following = (moment + timedelta(days=1)).date().isoformat()
    return moment.hour >= LATE and line.day == following


def _without_earlier(found: Sequence[Evidence], published: Evidence | None) -> list[Evidence]:
    """The changes from before the publication are refused."""
    return [
        each._replace(refused="before the publication")
        if published and each.kind == "modified" and each.value and _before(each, published)
        else each
        for each in found
    ]


# --- how sure --------------------------------------------------------------------------------


def _differing(found: Sequence[Evidence], best: Evidence | None) -> list[Evidence]:
    if best is None:
        return []
    return [each for each in _usable(found) if each.kind == best.kind and _differ(best, each)]


def _published(best: Evidence, found: Sequence[Evidence]) -> Published:
    usable = [
        each for each in _usable(found) if (each.kind == "modified") == (best.kind == "modified")
    ]
    doubts = () if _confirmed(best, usable) else (*best.doubts, *_weakness(best))
    differing = _differing(found, best)
    outvoted = len(_witnesses(best, usable)) > len({each.witness for each in differing})
    told = tuple(f"the {each.method} date is {each.value}" for each in differing)
    settled = not differing or best.method == "given" or (outvoted and len(differing) == 1)
    return Published(
        value=best.value or "",
        precision=best.precision,
        method=best.method,
        reliable=settled and not doubts,
        reasons=(*_reason(best), *doubts, *told) if best.method != "given" else (),
    )


def _confirmed(best: Evidence, usable: Sequence[Evidence]) -> bool:
    return any(
        each.witness != best.witness and each.day == best.day and not each.doubts
        for each in usable
        if each.rank != RANKS["above"]
    )


def _weakness(best: Evidence) -> tuple[str, ...]:
    told = WEAK.get(best.rank)
    return (told,) if told and best.kind != "modified" else ()


def _reason(best: Evidence) -> tuple[str, ...]:
    note = (best.note,) if best.note else ()
    if best.method == "url":
        return (f"the address: {best.written}", *note)
    if best.method == "text":
        return (f"«{best.written}»", *note)
    return (f"{best.place}: {best.written}", *note)


def _told(made: Evidence, best: Evidence | None) -> DateEvidence:
    return DateEvidence(
        method=made.method,
        kind=made.kind,
        place=made.place,
        written=made.written,
        value=made.value,
        fate=_fate(made, best),
        reason=made.refused or "; ".join(made.doubts) or None,
    )


def _fate(made: Evidence, best: Evidence | None) -> DateFate:
    if made.refused or made.value is None or best is None:
        return "refused"
    if (made.place, made.written) == (best.place, best.written):
        return "used"
    return "differs" if _differ(made, best) else "agrees"


def _differ(one: Evidence, other: Evidence) -> bool:
    """Says whether two dates lie on other days; days apart by one may be one in two zones."""
    day, another = one.day, other.day
    if day == another:
        return False
    shorter = min(len(day), len(another))
    if day[:shorter] == another[:shorter]:
        return False
    if shorter < len("2031-05-04"):
        return True
    return abs((date.fromisoformat(day) - date.fromisoformat(another)).days) > 1
