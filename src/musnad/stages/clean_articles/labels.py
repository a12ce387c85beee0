"""What each line looks like on its own: furniture, a date line, a credit, or article text."""

import re
from collections.abc import Sequence
from typing import Final

from musnad.fold import line_key
from musnad.lexicons import Lexicon
from musnad.model.records import DroppedKind, LineRole, SiteLines
from musnad.stages.clean_articles.credits import TWO_LETTERS, Filed, read_filed
from musnad.stages.clean_articles.dates import Dated, is_modified, read_date_line
from musnad.stages.clean_articles.furniture import DIGIT, SHORT, furniture_phrases, line_words
from musnad.stages.clean_articles.lines import QUOTE_OR_BRACKET, PageLine
from musnad.stages.clean_articles.signatures import read_signature

DATE_LINE_EXTRA: Final = 4
MENU_SIGN: Final = re.compile(r"[|.*·•/»>←›\t]|[ \u00a0]{2}")
PARTED: Final = re.compile(r"[-–—|/:()\[\]،,]")
"""A sign without which a line has no second part: place and name, or agency and desk."""
MENU_ROW: Final = re.compile(r"\s+[|.*·•/»>←›]\s+")
HASHTAGS: Final = re.compile(r"(?:#[^\s#،,]+[\s،,|]*)+$")
MENU_GAPS: Final = re.compile(r"[ \u00a0]{2,}|\t+")
CLOCK_LINE: Final = re.compile(
    r"\W*(?:الساعة\s*)?([0-9٠-٩]{1,2}[:.][0-9٠-٩]{2})(?:[:.][0-9٠-٩]{2})?\s*"
    r"(?:[صم]|صباحا?ً?|مساءً?|ظهرا?ً?|am|pm|AM|PM)?(?:\s*[-(]?\s*(?:GMT|UTC|ت\.?غ|بتوقيت\s+\S+)[\s)+\d:]*)?\W*$"
)
BESIDE_DATE: Final = re.compile(r"[|/–—-]")
RECORD_KEEPS: Final = frozenset(
    {"clean.section", "clean.menu", "clean.counter", "clean.breadcrumb"}
)


class Label:
    """Why a line is no article text: its kind, the rule, and what the line says."""

    def __init__(
        self,
        kind: DroppedKind,
        rule: str,
        *,
        opens: bool = False,
        closes: bool = False,
        dated: Dated | None = None,
        filed: Filed | None = None,
    ) -> None:
        self.kind = kind
        self.rule = rule
        self.opens = opens
        self.closes = closes
        self.dated = dated
        self.filed = filed

    @property
    def is_sign(self) -> bool:
        """Says whether the line is one name of a news organisation and nothing else."""
        filed = self.filed
        return filed is not None and not filed.place and len(filed.agencies) == 1 and not filed.desk


OUTSIDE: Final = Label("nav", "clean.html-outside")
BY_ROLE: Final[dict[LineRole, Label]] = {
    "outside": OUTSIDE,
    "links": Label("related", "clean.html-links"),
    "hidden": Label("other", "clean.html-hidden"),
    "notice": Label("promo", "clean.html-notice"),
    "comments": Label("comments", "clean.html-comments"),
    "share": Label("share", "clean.html-share"),
    "related": Label("related", "clean.html-related"),
    "promo": Label("promo", "clean.html-promo"),
    "embed": Label("credit", "clean.html-embed"),
}
UNLABELLED: Final[dict[LineRole, Label]] = {
    "frame": OUTSIDE,
    "tags": Label("tags", "clean.html-tags"),
    "author": Label("byline", "clean.html-author"),
}
"""Lines of these places that say nothing of themselves."""
EMPTY: Final = Label("other", "clean.no-words")
MENU: Final = Label("nav", "clean.menu-row")
TAGS: Final = Label("tags", "clean.hashtags")
REPEATED: Final = Label("nav", "clean.site-repeat")
CLOCK: Final = Label("date", "clean.clock-line")
INITIALS: Final = Label("byline", "clean.initials")
SIGNATURE: Final = Label("byline", "clean.signature")


def label_line(line: PageLine, lexicon: Lexicon, *, record: bool) -> Label | None:
    """Gives the label of a line seen alone, None for what may be article text.

    Lines whose place says what they are (`BY_ROLE`) are not asked.
    """
    if line.role == "title":
        return None
    label = _line_label(line, lexicon, record=record)
    if label is None and line.role in UNLABELLED:
        return UNLABELLED[line.role]
    return label


def _line_label(line: PageLine, lexicon: Lexicon, *, record: bool) -> Label | None:
    if len(line.text) < 10 and line.is_empty:
        return None if record and QUOTE_OR_BRACKET.search(line.text) else EMPTY
    if line.text[0] == "#" and HASHTAGS.match(line.text):
        return TAGS
    label = _date_label(line) if len(line.text) <= SHORT else None
    return (
        label or _furniture_label(line, record=record) or _loose_label(line, lexicon, record=record)
    )


def label_repeated(
    lines: Sequence[PageLine], labels: Sequence[Label | None], site: SiteLines
) -> list[Label | None]:
    """Gives the labels with one more for each line that the site prints on many pages.

    Where most of the prose would go the page itself is a copy, and the labels stay as they are.
    """
    known = [
        label is None and line.role != "title" and line_key(line.text) in site.keys
        for line, label in zip(lines, labels, strict=True)
    ]
    free = [n for n, label in enumerate(labels) if label is None and lines[n].is_prose]
    if 2 * sum(known[n] for n in free) > len(free):
        return list(labels)
    return [REPEATED if known[n] else label for n, label in enumerate(labels)]


def _furniture_label(line: PageLine, *, record: bool) -> Label | None:
    furniture = furniture_phrases().find(line.text)
    if furniture is None or (record and furniture.id in RECORD_KEEPS):
        return None
    return Label(furniture.kind, furniture.id, opens=furniture.opens, closes=furniture.closes)


def _loose_label(line: PageLine, lexicon: Lexicon, *, record: bool) -> Label | None:
    if len(line.text) > SHORT:
        return None
    if not record and line.role != "row" and _is_menu_row(line):
        return MENU
    return _filed_label(line, lexicon)


def _is_menu_row(line: PageLine) -> bool:
    if line.ends_sentence or not MENU_SIGN.search(line.text):
        return False
    parts = MENU_ROW.split(line.text)
    gaps = MENU_GAPS.split(line.text)
    if len(gaps) > 3:
        parts = gaps
    return len(parts) > 2 and all(part.count(" ") < 3 for part in parts)


def _date_label(line: PageLine) -> Label | None:
    if not DIGIT.search(line.text):
        return None
    dated = read_date_line(line.text)
    if dated is not None and _is_date_alone(dated):
        return Label("date", "clean.date-line", dated=dated)
    if CLOCK_LINE.match(line.text):
        return CLOCK
    if line.words <= 14 and is_modified(line.text):
        return Label("date", "clean.modified-line")
    return None


def _is_date_alone(dated: Dated) -> bool:
    """A date with a label or a time may stand beside a name; a bare one only across a bar."""
    words = len(line_words(dated.rest))
    if dated.labelled or dated.precision == "minute" or BESIDE_DATE.search(dated.rest):
        return words <= DATE_LINE_EXTRA
    return words == 0 or furniture_phrases().find(dated.rest) is not None


def _filed_label(line: PageLine, lexicon: Lexicon) -> Label | None:
    if line.words > 9:
        return None
    if TWO_LETTERS.match(line.text):
        return INITIALS
    filed = read_filed(line.text, lexicon)
    if filed:
        return Label("credit", "clean.filed-line", filed=filed)
    if line.role == "title" or line.ends_sentence or not PARTED.search(line.text):
        return None
    signature = read_signature(line.text, lexicon)
    return SIGNATURE if signature and signature.place else None
