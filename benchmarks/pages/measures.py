"""What is measured of one page. All figures are shares of 1, then averaged over pages.

- A **line** is a line of what a tool gives as the body, white space folded; a tool that joins
  paragraphs is cut at its line breaks first. Lines that repeat title, subtitle, byline, dateline,
  a credit or a caption of the article count neither for nor against: whether they belong to the
  body is taste.
- A **paragraph is found** when a line equals it or shares tokens with it at F1 ≥ 0.9; a line finds
  one paragraph at most. The entries of a live blog belong to the one body of its page, in whatever
  parts a tool gives them. Paragraph F1 is that of found paragraphs and of the lines given.
- **Tokens** are runs of letters, marks and digits, counted with their number of occurrences:
  precision over what the tool gives, recall over the paragraphs of the main article.
- A token is **leaked** when it stands in four tokens in a row that another article of the page or
  a line of its furniture has and the main article has not; of shorter lines, when the whole line
  equals one of theirs. The figure is the share of the tokens given.
- The **day** is right when it is the day that the page gives, or none where the page gives none
  (or only a month). A **silent error** is a wrong day given, or one where the page gives none.
- The **title** is right when its tokens are those of the label, nothing before or after.
- **Pages/s** are of one core: the best of five turns over all pages of the set, by time of the
  processor. All have been read once before, so that what a tool keeps in mind of pages (names of
  classes, say) is there, as it is while the pages of one site are read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import structs

from pages import Found, LabelledArticle, LabelledPage, Labels

TOKEN = re.compile(r"[\w\u064b-\u065f\u0670]+")
SAME = 0.9
RUN = 4
DAY = re.compile(r"\d{4}-\d\d-\d\d")

Tokens = tuple[str, ...]


class Figures(NamedTuple):
    """What is measured of one page, or the mean over pages; None where labels say nothing."""

    paragraph_f1: float | None = None
    precision: float | None = None
    recall: float | None = None
    leakage: float | None = None
    day: float | None = None
    silent_error: float | None = None
    title: float | None = None


def measure(page: LabelledPage, found: Found) -> Figures:
    """Gives the figures of what a tool found on the page."""
    article = main_article(page.labels)
    day, silent = judge_day(article.published, found.published)
    figures = Figures(day=day, silent_error=silent)
    if "title" in page.measured:
        figures = figures._replace(title=float(tokens(found.title) == tokens(article.title)))
    if "body" not in page.measured:
        return figures
    lines, gold = judged_lines(found.lines, article), [tokens(one) for one in article.paragraphs]
    precision, recall = shares(joined(lines), joined(gold))
    return figures._replace(
        paragraph_f1=paragraph_f1(lines, gold),
        precision=precision,
        recall=recall,
        leakage=leakage(lines, page),
    )


def main_article(labels: Labels) -> LabelledArticle:
    """Gives the main article of the page, of a live blog with all its entries."""
    if not labels.articles:
        return LabelledArticle(title="")
    main, *others = labels.articles
    entries = [one for one in others if one.time]
    heads = (text for one in entries for text in (one.title, one.time[11:] or one.time, one.time))
    return structs.replace(
        main,
        paragraphs=tuple(text for one in (main, *entries) for text in one.paragraphs),
        captions=(*main.captions, *(text for text in heads if text)),
    )


def tokens(text: str | None) -> Tokens:
    """Gives the tokens of a text."""
    return tuple(TOKEN.findall(text or ""))


def joined(lines: Iterable[Tokens]) -> Counter[str]:
    """Gives the tokens of all lines with their number."""
    return Counter(token for line in lines for token in line)


def judged_lines(lines: Iterable[str], article: LabelledArticle) -> list[Tokens]:
    """Gives the tokens of the lines that count: not of title, byline, captions and their like."""
    head = (article.title, article.subtitle, article.byline, article.dateline)
    told = (*head, *article.credits, " ".join(article.credits), *article.captions)
    taste = [tokens(one) for one in told if one]
    given = [tokens(line) for text in lines for line in text.splitlines()]
    return [line for line in given if line and not any(same(line, other) for other in taste)]


def same(one: Tokens, other: Tokens) -> bool:
    """Tells whether two lines are equal or share nearly all tokens."""
    return one == other or f1(*shares(Counter(one), Counter(other))) >= SAME


def shares(given: Counter[str], gold: Counter[str]) -> tuple[float, float]:
    """Gives precision and recall; of nothing given where nothing is to be found both are 1."""
    both = (given & gold).total()
    if not given or not gold:
        return float(not given), float(not gold)
    return both / given.total(), both / gold.total()


def f1(precision: float, recall: float) -> float:
    """Gives the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def paragraph_f1(lines: Sequence[Tokens], gold: Sequence[Tokens]) -> float:
    """Gives the F1 of paragraphs found; a line finds one paragraph at most."""
    if not lines or not gold:
        return float(len(lines) == len(gold))
    hits = len(gold) - len(missed(lines, gold))
    return 2 * hits / (len(lines) + len(gold))


def missed(lines: Sequence[Tokens], gold: Sequence[Tokens]) -> list[Tokens]:
    """Gives the paragraphs that no line finds; turned round, the lines that find no paragraph."""
    free, rest = list(lines), []
    for paragraph in gold:
        alike = [line for line in free if same(line, paragraph)]
        if alike:
            free.remove(paragraph if paragraph in alike else alike[0])
        else:
            rest.append(paragraph)
    return rest


def leakage(lines: Sequence[Tokens], page: LabelledPage) -> float:
    """Gives the share of the tokens given that other articles or the furniture have."""
    total = sum(map(len, lines))
    if not total:
        return 0.0
    others = [other for other in page.labels.articles[1:] if not other.time]
    texts = [text for other in others for text in (other.title, *other.paragraphs)]
    foreign = [tokens(text) for text in (*texts, *page.labels.not_article)]
    own = main_article(page.labels).paragraphs
    rows = runs(foreign) - runs(map(tokens, own))
    return sum(leaked(line, rows, set(foreign)) for line in lines) / total


def runs(lines: Iterable[Tokens]) -> set[Tokens]:
    """Gives all rows of four tokens in the lines."""
    return {line[at : at + RUN] for line in lines for at in range(len(line) - RUN + 1)}


def leaked(line: Tokens, rows: set[Tokens], whole: set[Tokens]) -> int:
    """Gives how many tokens of the line stand in a row of foreign text, or all of a whole one."""
    if len(line) < RUN:
        return len(line) if line in whole else 0
    starts = (at for at in range(len(line) - RUN + 1) if line[at : at + RUN] in rows)
    return len({at + step for at in starts for step in range(RUN)})


def judge_day(gold: str | None, given: str | None) -> tuple[float, float]:
    """Gives whether the day is right, and whether it is a wrong day given."""
    right, told = day_of(gold), day_of(given)
    return float(right == told), float(told is not None and right != told)


def day_of(value: str | None) -> str | None:
    """Gives the day of a time as it is written, None of one less exact."""
    hit = DAY.match(value or "")
    return hit[0] if hit else None


def mean(all_figures: Sequence[Figures]) -> Figures:
    """Gives the mean of each figure over the pages that have it."""
    columns = zip(*all_figures, strict=True)
    return Figures(*(_mean([one for one in column if one is not None]) for column in columns))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
