"""When the page was published: the best evidence, how it was found, and what contradicts it."""

from collections.abc import Sequence
from typing import NamedTuple

from musnad.model.records import DateMethod, Issue, Page, Precision, Published
from musnad.stages.clean_articles.dates import Dated, read_address, read_date_line, read_iso
from musnad.stages.clean_articles.sort import Draft


class Dating(NamedTuple):
    """The publication date and the issues met while looking for it."""

    published: Published | None
    issues: tuple[Issue, ...] = ()


class _Evidence(NamedTuple):
    value: str
    precision: Precision
    method: DateMethod
    reasons: tuple[str, ...]
    reliable: bool


def find_published(page: Page, draft: Draft, *, first: bool) -> Dating:
    """Gives the publication date: given, else of the metadata, else of a line, else of the address.

    An article split off the page (`first` false) has only the date of its own lines.
    """
    issues: list[Issue] = []
    found: list[_Evidence] = []
    if first:
        found += _given(page.given.published, issues)
        found += _declared(page.declared.published)
    found += _date_lines(draft)
    if first:
        found += _address(page.given.url or page.declared.url)
    if not found:
        return Dating(None, tuple(issues))
    best = found[0]
    other = next((e for e in found if best.method != "given" and _differ(best, e)), None)
    reasons = best.reasons
    if other:
        reasons = (*reasons, f"the {other.method} date is {other.value}")
        issues.append(Issue(code="M-114", detail=f"{best.value} and {other.value}"))
    published = Published(
        value=best.value,
        precision=best.precision,
        method=best.method,
        reliable=best.reliable and other is None,
        reasons=reasons,
    )
    return Dating(published, tuple(issues))


def _differ(one: _Evidence, other: _Evidence) -> bool:
    """Says whether two dates lie on other days; days apart by one may be one in two zones."""
    shorter = min(len(one.value), len(other.value), 10)
    if one.value[:shorter] == other.value[:shorter]:
        return False
    same_month = one.value[:7] == other.value[:7] and shorter == 10
    return not (same_month and abs(int(one.value[8:10]) - int(other.value[8:10])) == 1)


def _given(value: str | None, issues: list[Issue]) -> list[_Evidence]:
    if not value:
        return []
    iso = read_iso(value)
    if iso is None:
        issues.append(Issue(code="M-113", detail=value[:80]))
        return []
    return [_Evidence(*iso, "given", (), True)]


def _declared(value: str | None) -> list[_Evidence]:
    if not value:
        return []
    iso = read_iso(value)
    if iso is not None:
        return [_Evidence(*iso, "meta", (f"the page's metadata: {value[:60]}",), True)]
    dated = read_date_line(value)
    return [_of_line(dated, "meta", value)] if dated else []


def _of_line(dated: Dated, method: DateMethod, line: str) -> _Evidence:
    doubtful = bool(dated.reasons)
    return _Evidence(
        dated.value, dated.precision, method, (f"«{line}»", *dated.reasons), not doubtful
    )


def _date_lines(draft: Draft) -> list[_Evidence]:
    """Date lines of the head, and labelled ones anywhere; labelled first, then exact, then late."""
    lines: Sequence[tuple[Dated, str, int]] = [
        (left.label.dated, left.line.text, left.line.start)
        for left in draft.left
        if left.label.dated and (left.label.dated.labelled or left.line.start < _head_end(draft))
    ]
    ordered = sorted(
        lines, key=lambda row: (not row[0].labelled, row[0].precision != "minute", -row[2])
    )
    return [_of_line(dated, "text", line) for dated, line, _ in ordered]


def _head_end(draft: Draft) -> int:
    """The head reaches two lines into the body: a date may stand below the first paragraph."""
    body = [kept.line for kept in draft.kept if kept.kind == "body"]
    return body[1].start if len(body) > 1 else draft.head_end + 1


def _address(url: str | None) -> list[_Evidence]:
    day = read_address(url) if url else None
    return [_Evidence(day, "day", "url", (f"the address: {url}",), True)] if day else []
