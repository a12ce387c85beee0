"""Every date of a page that may say when its article was published or changed."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from musnad.fold import exact_words, fold_key
from musnad.model.records import DateKind, DateMethod, DeclaredDate, Page, Precision
from musnad.stages.clean_articles.addresses import is_parted, original_address, read_address
from musnad.stages.clean_articles.dates import (
    Dated,
    date_words,
    is_today,
    read_date_line,
    read_modified_line,
)
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.furniture import line_words
from musnad.stages.clean_articles.stamps import read_iso, read_stamp

Witness = Literal["given", "declared", "printed", "feed", "address"]
DAY: Final = len("2031-05-04")
MOMENT: Final = timedelta(minutes=1)
FIRST_YEAR: Final = 1990
"""The year before which no site was published."""
MENUS: Final = frozenset(["nav", "share", "login", "related"])
MISNAMED: Final = frozenset(["clean.html-outside", "clean.html-share"])
UNTOLD: Final = MISNAMED | {"clean.head"}
CELL: Final = " | "
BESIDE: Final = 4
"""Words beside a date that is a line of its own all the same."""
RANKS: Final = {
    "given": 0, "declared": 1, "time": 2, "labelled": 3, "feed": 4, "head": 5, "element": 6,
    "app": 7, "page": 7, "address": 8, "created": 9, "above": 10,
}  # fmt: skip


class Evidence(NamedTuple):
    """A date with the place it stands at; `doubts` say why it may be another day.

    `rank` is lower for what tells more; `refused` says why it cannot date the article; `note` how
    its value was brought in line with another, `stated` what it was before.
    """

    value: str | None
    precision: Precision
    method: DateMethod
    kind: DateKind
    place: str
    written: str
    witness: Witness
    rank: int
    doubts: tuple[str, ...] = ()
    other: str | None = None
    refused: str | None = None
    note: str | None = None
    stated: str | None = None

    @property
    def day(self) -> str:
        """Gives the day, or the month or year where no more is known."""
        return (self.value or "")[:10]


def gather_dates(page: Page, draft: Draft, *, first: bool) -> list[Evidence]:
    """Gives the dates of an article, those that tell most first.

    An article split off the page (`first` false) has only the dates of its own lines.
    """
    found = list(_lines(page, draft))
    if first:
        found += [*_given(page), *_declared(page), *_feed(page), *_address(page)]
    checked = [_plausible(each, page) for each in found]
    return sorted(checked, key=lambda each: each.rank)


def _given(page: Page) -> Iterator[Evidence]:
    written = page.given.published
    if written:
        value, precision = read_iso(written) or (None, "day")
        refused = None if value else "no date can be read"
        rank = RANKS["given"]
        yield Evidence(
            value, precision, "given", "published", "given", written, "given", rank, refused=refused
        )


def _declared(page: Page) -> Iterator[Evidence]:
    seen: set[str] = set()
    for declared in page.declared.dates:
        manner = declared.place.partition(" ")[0]
        kind = _labelled_kind(declared)
        again = manner in {"time", "element"} and manner in seen
        if again and kind == "published" and not _is_labelled(declared):
            continue
        seen.add(manner)
        yield _declared_one(declared, kind, manner)


def _labelled_kind(declared: DeclaredDate) -> DateKind:
    """What the label before the date says: «آخر تحديث» makes it a change."""
    around = fold_key(f"{declared.beside or ''} {declared.written}")
    if declared.kind != "published" or not date_words("modified").search(around):
        return declared.kind
    return "published" if _is_labelled(declared) else "modified"


def _is_labelled(declared: DeclaredDate) -> bool:
    """Says whether the last label before the date is one of publication."""
    labels = [
        (match.start(), name)
        for name in ("modified", "published")
        for match in date_words(name).finditer(
            fold_key(f"{declared.beside or ''} {declared.written}")
        )
    ]
    return max(labels, default=(0, ""))[1] == "published"


def _declared_one(declared: DeclaredDate, kind: DateKind, manner: str) -> Evidence:
    printed = manner == "element"
    method: DateMethod = "text" if printed else "meta"
    manner = "page" if declared.place.startswith("json-ld page") else manner
    rank = RANKS.get(manner, RANKS["created"] if kind == "created" else RANKS["declared"])
    witness: Witness = "printed" if printed else "declared"
    stamp = read_stamp(declared.written)
    value, precision = stamp or (None, "day")
    made = Evidence(value, precision, method, kind, declared.place, declared.written, witness, rank)
    if stamp:
        return made
    dated = read_modified_line(declared.written) if kind == "modified" else None
    dated = dated or read_date_line(declared.written)
    return _with(made, dated) if dated else made._replace(refused="no date can be read")


def _with(made: Evidence, dated: Dated) -> Evidence:
    return made._replace(
        value=dated.value, precision=dated.precision, doubts=dated.reasons, other=dated.other
    )


def _feed(page: Page) -> Iterator[Evidence]:
    written = page.feed.published if page.feed else None
    if written:
        value, precision = read_stamp(written) or (None, "day")
        refused = None if value else "no date can be read"
        rank = RANKS["feed"]
        yield Evidence(
            value,
            precision,
            "feed",
            "published",
            "feed item",
            written,
            "feed",
            rank,
            refused=refused,
        )


def _address(page: Page) -> Iterator[Evidence]:
    """The day in the address of the page; of a copy in an archive, in the address behind it."""
    final = page.fetched.final_url if page.fetched else None
    for url in dict.fromkeys(filter(None, (page.given.url, final, page.declared.url))):
        value = read_address(original_address(url))
        if value:
            precision: Precision = "day" if len(value) == 10 else "month"
            doubts = () if is_parted(url, value) else ("digits of an address may be a number",)
            rank = RANKS["address"]
            made = Evidence(value, precision, "url", "published", "address", url, "address", rank)
            yield made._replace(doubts=doubts)
            return


def _lines(page: Page, draft: Draft) -> Iterator[Evidence]:
    """Date lines of the head, and labelled ones down to the first list of other articles."""
    body = [kept.line for kept in draft.kept if kept.kind == "body"]
    head_end = body[1].start if len(body) > 1 else draft.head_end + 1
    opening = [left.line.start for left in draft.left if left.label.opens]
    fence = min([start for start in opening if start > head_end], default=len(page.text) + 1)
    title = draft.title.start if draft.title else draft.head_end
    before: Left | None = None
    for left in draft.in_order():
        start, said = left.line.start, left.label
        if start >= fence:
            return
        above, before = before, left
        if said.rule == "clean.modified-line":
            yield from _modified(left)
        dated = said.dated
        if dated is None and start < draft.head_end:
            dated = _beneath_title(left) if title < start else None
            dated = dated or _in_row(left)
        if dated is None:
            continue
        label = _label_alone(above) if above else None
        if label == "modified":
            yield _line(left, dated, "modified", "labelled")
        elif dated.labelled or label or start < head_end:
            told = dated._replace(labelled=dated.labelled or label is not None)
            yield _printed(page, draft, left, told)
            yield from _modified(left)
        elif dated.precision == "minute" and _is_foot(draft, left):
            yield _line(left, dated, "published", "element")


def _is_foot(draft: Draft, left: Left) -> bool:
    """Says whether a line of the article's frame stands below its text, at most one between."""
    ends = [kept.line.end for kept in draft.kept if kept.kind == "body"]
    if left.line.role != "frame" or not ends or left.line.start < max(ends):
        return False
    return sum(max(ends) < other.line.start < left.line.start for other in draft.all_left()) < 2


def _label_alone(left: Left) -> DateKind | None:
    """What a line says that is nothing but the label of the next («آخر تحديث:»)."""
    key = fold_key(left.line.text).strip(" :-|")
    kinds: tuple[DateKind, ...] = ("modified", "published")
    return next((kind for kind in kinds if date_words(kind).fullmatch(key)), None)


def _beneath_title(left: Left) -> Dated | None:
    """The date of a line between headline and text that its markup calls something else."""
    linked = left.label.rule == "clean.html-links"
    dated = read_date_line(left.line.text) if linked or left.label.rule in UNTOLD else None
    return dated if dated and len(line_words(dated.rest)) <= (0 if linked else BESIDE) else None


def _in_row(left: Left) -> Dated | None:
    """The date of a row of a table whose cell before it is its label («التاريخ: | 6/7/2031»)."""
    if CELL not in left.line.text:
        return None
    cells = left.line.text.split(CELL)
    pairs = (f"{cell} {following}" for cell, following in pairwise(cells))
    read = (dated for dated in map(read_date_line, pairs) if dated and dated.labelled)
    return next(read, None)


def _modified(left: Left) -> Iterator[Evidence]:
    dated = read_modified_line(left.line.text)
    if dated:
        yield _line(left, dated, "modified", "labelled")


def _line(left: Left, dated: Dated, kind: DateKind, rank: str) -> Evidence:
    made = Evidence(
        None, "day", "text", kind, f"{rank} line", left.line.text, "printed", RANKS[rank]
    )
    return _with(made, dated)


def _printed(page: Page, draft: Draft, left: Left, dated: Dated) -> Evidence:
    """A line of the head; above the headline it may be the day of the visit."""
    above = draft.title is not None and left.line.start < draft.title.start
    if dated.labelled:
        return _line(left, dated, "published", "labelled")
    if is_today(left.line.text):
        return _line(left, dated, "published", "above")._replace(refused="the day of the visit")
    signed = bool(line_words(dated.rest))
    made = _line(left, dated, "published", "head" if signed or not above else "above")
    if above and _is_header_day(page, draft, left, signed=signed):
        return made._replace(refused="in the head of the site, the day of the visit")
    return made


def _is_header_day(page: Page, draft: Draft, left: Left, *, signed: bool) -> bool:
    """Says whether the line is one of the site's own head, or its menu stands below a bare date."""
    own = set(left.line.key())
    if any(own <= set(exact_words(text)) for text in page.declared.header_days):
        return True
    title = draft.title.start if draft.title else 0
    menus = (
        other.label.kind in MENUS and other.label.rule != "clean.outlet-line"
        for other in draft.all_left()
        if left.line.start < other.line.start < title
    )
    return not signed and sum(menus) > 1


def _plausible(made: Evidence, page: Page) -> Evidence:
    if made.value is None or made.refused or made.witness == "given":
        return made
    if int(made.value[:4]) < FIRST_YEAR:
        return made._replace(refused=f"before {FIRST_YEAR}")
    fetched = page.fetched.at if page.fetched else None
    return _held_against(made, fetched) if fetched and _may_be_time(fetched) else made


def _may_be_time(fetched: str) -> bool:
    """Says whether the headers of a crawl give a time, which may be cut or faulty."""
    try:
        return len(fetched) < DAY or bool(date.fromisoformat(fetched[:DAY]))
    except ValueError:
        return False


def _held_against(made: Evidence, fetched: str) -> Evidence:
    """The date refused where it is that of the visit or after it; days may differ by the zone."""
    apart = _days_apart(made.day, fetched[:DAY])
    if made.day > fetched[: len(made.day)] and apart > 1:
        return made._replace(refused=f"after the page was fetched ({fetched[:DAY]})")
    if made.rank == RANKS["above"] and apart <= 1:
        return made._replace(refused="the day of the visit")
    if made.precision == "minute" and made.witness != "feed" and _same_moment(made, fetched):
        return made._replace(refused="the moment at which the page was fetched")
    return made


def _same_moment(made: Evidence, fetched: str) -> bool:
    try:
        one = datetime.fromisoformat(made.value or "")
        other = datetime.fromisoformat(fetched.replace("Z", "+00:00"))
    except ValueError:
        return False
    return one.tzinfo is not None and other.tzinfo is not None and abs(one - other) <= MOMENT


def _days_apart(one: str, other: str) -> int:
    if len(one) < DAY or len(other) < DAY:
        return 2
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
