"""The section of an article: as its page declares it, behind a label, or beside its headline."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from musnad.fold import exact_words
from musnad.model.records import Page
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.credits import EDGES, labelled_value
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.furniture import (
    DIGIT,
    SEPARATOR,
    furniture_phrases,
    line_words,
)
from musnad.stages.clean_articles.labelled import labelled_values

STEP: Final = re.compile(r"\s*[>»›←/\\]+\s*|\s+[-–—]\s+")
ARROW: Final = re.compile(r"[>»›←/]")
HOME: Final = ("الرئيسية", "الصفحة الرئيسية", "رئيسية", "home")
OWN_ROLES: Final = frozenset({"main", "frame", "heading", "item"})
NUMBER: Final = re.compile(r"^\W*\d+\W*\s*")
WORDS: Final = 5
FEW: Final = 2
"""Words of a section's name at most."""
NEAR: Final = 3
"""Lines above the headline among which the name of its section stands."""


def find_section(page: Page, draft: Draft, *, first: bool) -> str | None:
    """Gives the section that the page says it stands in: metadata, a label or a breadcrumb.

    A name on a line of its own says it right above the headline, or beside it where the menu has
    the same entry. A further article has its own before that of the page.
    """
    declared = page.declared.section or ""
    declared = "" if "#" in declared else declared.strip(EDGES)
    printed = _printed(page, draft)
    if first and declared:
        return declared
    return next(filter(None, printed), None) or declared or None


def _printed(page: Page, draft: Draft) -> Iterator[str | None]:
    labelled = labelled_values(draft, _labels())
    yield next((value for value in labelled if _may_name(value)), None)
    title = draft.title.key() if draft.title else ()
    for left in draft.left:
        if left.label.rule == "clean.breadcrumb":
            yield _last_step(left.line.text, title)
    if page.roles:
        yield _above_title(draft, several=bool(page.openings))
        yield _entry_of_menu(page, draft)


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(tuple(line_words(label)) for label in table["section"])


def _may_name(value: str) -> bool:
    return 0 < len(value.split()) <= WORDS and not DIGIT.search(value)


def _above_title(draft: Draft, *, several: bool) -> str | None:
    """The name of a section right above the headline, alone or before the date; no menu's entry.

    Where one of several articles begins no list has to know it.
    """
    title = draft.title.start if draft.title else 0
    above = [left for left in draft.all_left() if left.line.start < title]
    last = max(above, key=lambda left: left.line.start, default=None)
    if last is None or last.line.role not in OWN_ROLES:
        return None
    printed = _before_date(last)
    known = furniture_phrases().find(printed)
    if known is None and several:
        name = NUMBER.sub("", printed).strip(EDGES)
        if furniture_phrases().find(f"{name}:"):
            return None
        return name if 0 < len(name.split()) <= FEW and _may_name(name) else None
    return printed.strip(EDGES) if known and known.id == "clean.section" else None


def _before_date(left: Left) -> str:
    return SEPARATOR.split(left.line.text)[0] if left.label.dated else left.line.text


def _entry_of_menu(page: Page, draft: Draft) -> str | None:
    """The line near the headline that stands in the menu of the site, too."""
    if draft.title is None:
        return None
    lines = draft.in_order()
    above = [left for left in lines if left.line.start < draft.title.start]
    below = [left for left in lines if draft.title.start < left.line.start < draft.head_end]
    menu = {left.line.key() for left in above[:-NEAR] if left.line.role == "outside"}
    for left in (*reversed(above[-NEAR:]), *below):
        name = _before_date(left).strip(EDGES)
        words = exact_words(name)
        if words in menu and _may_name(name) and _is_no_tool(name, page):
            return name
    return None


def _is_no_tool(name: str, page: Page) -> bool:
    """Says whether words name neither the home page, nor the site, nor a tool of it."""
    if line_words(name) in home_words() or name == page.declared.outlet:
        return False
    known = furniture_phrases().find(name)
    return known is None or known.id == "clean.section"


def _last_step(line: str, title: tuple[str, ...]) -> str | None:
    """The last step of «الرئيسية > …» before the headline; a row of bars is a menu."""
    first, *steps = (step.strip(EDGES) for step in STEP.split(labelled_value(line) or line))
    labelled = line_words(SEPARATOR.split(line)[0]) not in home_words()
    if "|" in line or line.endswith(":") or not (labelled or ARROW.search(line)):
        return None
    known = [step for step in (first, *steps) if step and line_words(step) not in home_words()]
    kept = [step for step in known if exact_words(step) != title]
    return kept[-1] if kept else None


@cache
def home_words() -> frozenset[tuple[str, ...]]:
    """Gives the words for the home page, where a breadcrumb begins."""
    return frozenset(tuple(line_words(name)) for name in HOME)
