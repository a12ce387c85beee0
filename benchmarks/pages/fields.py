"""What only Musnad is asked for: how many articles stand on a page, and facts about the first.

- **articles**: the page is cut into as many articles as it holds, the entries of a live blog each.
- **other articles**: paragraph F1 of the second and further articles, in their order.
- **outlet**, **section**: the label, token by token; none where the page names none.
- **byline**: words of the label («بقلم», «عدسة» may be left out), none where there is none.
- **dateline**: the place stands in the label; none where there is none.
"""

from collections.abc import Iterator, Sequence

from musnad.model.records import Article, Cleaned
from pages import LabelledArticle, LabelledPage, PageSet
from pages.measures import judged_lines, paragraph_f1, tokens
from pages.tools import articles_of, lines_of

FIELDS = ("articles", "other articles", "outlet", "section", "byline", "dateline")

Judged = dict[str, list[float]]


def field_figures(pages: PageSet) -> dict[str, float]:
    """Gives the mean of each field over the pages that can judge it."""
    found: Judged = {name: [] for name in FIELDS}
    for page in pages.pages:
        if "title" in page.measured and page.labels.articles:
            judge(page, found)
    return {name: sum(values) / len(values) for name, values in found.items() if values}


def judge(page: LabelledPage, found: Judged) -> None:
    """Adds what is right on the page."""
    labelled, cleaned = page.labels.articles, articles_of(page)
    found["articles"].append(float(len(labelled) == len(cleaned)))
    found["other articles"] += others(labelled[1:], cleaned[1:])
    gold, ours = labelled[0], cleaned[0].article
    outlet = ours.outlet.name if ours.outlet else None
    found["outlet"].append(float(tokens(outlet) == tokens(page.labels.outlet)))
    found["section"].append(float(tokens(ours.section) == tokens(gold.section)))
    found["byline"].append(float(part_of(ours.byline, gold.byline)))
    found["dateline"].append(float(part_of(place_of(ours), gold.dateline)))


def others(labelled: Sequence[LabelledArticle], cleaned: Sequence[Cleaned]) -> Iterator[float]:
    """Gives the paragraph F1 of each further article of the label, 0 where there is none."""
    for at, article in enumerate(labelled):
        lines = judged_lines(lines_of(cleaned[at]), article) if at < len(cleaned) else []
        yield paragraph_f1(lines, [tokens(text) for text in article.paragraphs])


def place_of(article: Article) -> str | None:
    """Gives the place of the dateline."""
    return article.dateline.place if article.dateline else None


def part_of(ours: str | None, gold: str | None) -> bool:
    """Tells whether the words are some of the label's, or whether neither has any."""
    some, all_words = set(tokens(ours)), set(tokens(gold))
    return some <= all_words and bool(some) == bool(all_words)
