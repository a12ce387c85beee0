"""When a further article of the page was written: what its markup states, or its time of day."""

import re
from typing import Final

from musnad.fold import fold_key
from musnad.model.records import Published
from musnad.stages.clean_articles.drafts import Draft
from musnad.stages.clean_articles.stamps import read_iso

CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*(ص|م|pm|am)?")
DAY: Final = len("2031-05-04")


def date_entry(
    draft: Draft, own: Published | None, page_date: Published | None
) -> Published | None:
    """Gives the date of a further article; `own` is that of its lines, `page_date` the page's.

    A time of day without a day gets the day of the page, and is not reliable.
    """
    stated = read_iso(draft.stated) if draft.stated else None
    if stated:
        reasons = (f"the markup of the entry: {draft.stated}",)
        return Published(
            value=stated[0], precision=stated[1], method="meta", reliable=True, reasons=reasons
        )
    return own or _by_clock(draft, page_date)


def _by_clock(draft: Draft, page_date: Published | None) -> Published | None:
    clocks = (left.line.text for left in draft.left if left.label.rule == "clean.clock-line")
    line = next(clocks, None)
    clock = CLOCK.search(fold_key(line)) if line else None
    if not clock or page_date is None or len(page_date.value) < DAY:
        return None
    hour, late = int(clock[1]), clock[3] in {"م", "pm"}
    hour = hour % 12 + 12 * late if clock[3] else hour
    if hour > 23 or int(clock[2]) > 59:
        return None
    return Published(
        value=f"{page_date.value[:DAY]}T{hour:02}:{clock[2]}",
        precision="minute",
        method="text",
        reliable=False,
        reasons=(f"«{line}»", "an entry with a time of day; the day is that of the page"),
    )
