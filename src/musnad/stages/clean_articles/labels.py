"""What each line looks like on its own: furniture, a date line, a credit, or article text."""

from typing import NamedTuple

from musnad.lexicons import Lexicon
from musnad.model.records import DroppedKind
from musnad.stages.clean_articles.credits import Filed, read_filed
from musnad.stages.clean_articles.dates import MODIFIED, Dated, read_date_line
from musnad.stages.clean_articles.furniture import furniture_phrases, line_words
from musnad.stages.clean_articles.lines import QUOTE_OR_BRACKET, PageLine

SHORT = 140
DATE_LINE_EXTRA = 4
RECORD_KEEPS = frozenset({"clean.section", "clean.menu", "clean.counter", "clean.breadcrumb"})


class Label(NamedTuple):
    """Why a line is no article text: its kind, the rule, and what the line says."""

    kind: DroppedKind
    rule: str
    opens: bool = False
    closes: bool = False
    dated: Dated | None = None
    filed: Filed | None = None


OUTSIDE = Label("nav", "clean.html-outside")
LINKS = Label("related", "clean.html-links")
EMPTY = Label("other", "clean.no-words")


def label_line(line: PageLine, lexicon: Lexicon, *, record: bool) -> Label | None:
    """Gives the label of a line seen alone, None for what may be article text."""
    if line.role == "outside":
        return OUTSIDE
    if line.role == "links":
        return LINKS
    if len(line.text) < 10 and line.is_empty:
        return None if record and QUOTE_OR_BRACKET.search(line.text) else EMPTY
    furniture = furniture_phrases().find(line.text)
    if furniture and not (record and furniture.id in RECORD_KEEPS):
        return Label(furniture.kind, furniture.id, furniture.opens, furniture.closes)
    if len(line.text) > SHORT:
        return None
    return _date_label(line) or _filed_label(line, lexicon)


def _date_label(line: PageLine) -> Label | None:
    if not any(character.isdigit() for character in line.text):
        return None
    dated = read_date_line(line.text)
    if dated is not None and len(line_words(dated.rest)) <= DATE_LINE_EXTRA:
        return Label("date", "clean.date-line", dated=dated)
    if line.words <= 14 and MODIFIED.search(" ".join(line_words(line.text))):
        return Label("date", "clean.modified-line")
    return None


def _filed_label(line: PageLine, lexicon: Lexicon) -> Label | None:
    filed = read_filed(line.text, lexicon) if line.words <= 9 else None
    return Label("credit", "clean.filed-line", filed=filed) if filed else None
