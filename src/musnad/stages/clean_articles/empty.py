"""Why a page yields no article: what it says of itself, or what all its lines are."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from musnad.fold import exact_words
from musnad.model.records import Page
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.labels import Label
from musnad.stages.clean_articles.lines import PageLine

ERROR_STATUS: Final = 400
FEW_WORDS: Final = 40
"""Words of a page up to which a phrase of an error can be all that it says."""
LONG_LINE: Final = 20
"""Words of a line that is a paragraph, whatever else the page says."""
LONGEST: Final = 7
"""Words of the longest phrase."""
MORE_WORDS: Final = 8
"""Words that may follow such a phrase in its line."""
SHOWN: Final = 60
"""Letters of a line that are shown."""
ERROR: Final = Label("other", "clean.error-page")
GATES: Final = frozenset({"main", "frame", "notice", "promo", "heading", "item"})
"""The places of a line that asks to subscribe."""
LINKS: Final = frozenset({"nav", "related"})
"""The kinds of lines that only lead elsewhere."""

Phrases = dict[tuple[str, ...], str]


def leave_out_error(page: Page, drafts: list[Draft]) -> None:
    """Moves what is kept of an error page, a gate or a paywall without text to what is left out."""
    kept = [one.line for draft in drafts for one in draft.kept]
    words = [line.words for line in kept]
    if len(drafts) > 1 or sum(words) > FEW_WORDS or max(words, default=0) > LONG_LINE:
        return
    if not _is_error(page) and find_phrase(kept) is None:
        return
    draft = drafts[0]
    draft.aside += [Left(line, ERROR) for line in kept]
    draft.kept, draft.title = [], None


def only_headline(draft: Draft) -> bool:
    """Says whether a headline stands alone above words that say why there is no article."""
    if any(one.kind in {"body", "caption"} for one in draft.kept):
        return False
    return find_phrase(left.line for left in draft.all_left()) is not None


def _is_error(page: Page) -> bool:
    status = page.fetched.status if page.fetched else None
    return status is not None and status >= ERROR_STATUS


def find_phrase(lines: Iterable[PageLine]) -> tuple[str, str] | None:
    """Gives the class of a line that says why there is no article, and the line.

    A sentence tells more than a line that is only «عذرا» or «404».
    """
    whole, starts = _phrases()
    alone: tuple[str, str] | None = None
    for line in lines:
        words = exact_words(line.text)
        for length in range(2, min(len(words), LONGEST) + 1):
            if len(words) <= length + MORE_WORDS and words[:length] in starts:
                return starts[words[:length]], line.text
        if words in whole and alone is None:
            alone = whole[words], line.text
    return alone


@cache
def _phrases() -> tuple[Phrases, Phrases]:
    whole: Phrases = {}
    starts: Phrases = {}
    for row in load_table("musnad.stages.clean_articles", "empty")["class"]:
        whole |= {exact_words(phrase): row["name"] for phrase in row["whole"]}
        starts |= {exact_words(phrase): row["name"] for phrase in row["starts"]}
    return whole, starts


def only_preview(page: Page, draft: Draft) -> str | None:
    """Gives what says that an article is for subscribers: a line below its text, or the page."""
    end = max((kept.line.end for kept in draft.kept if kept.kind == "body"), default=0)
    below = [left.line for left in draft.left if left.line.start > end]
    lines = (find_phrase([line]) for line in below if line.role in GATES)
    said = next((found for found in lines if found and found[0] == "paywall"), None)
    if said:
        return f"«{said[1][:SHOWN]}»"
    return "the page declares it" if page.declared.locked else None


def why_empty(page: Page, draft: Draft) -> str:
    """Gives, for a page without an article, the most telling reason."""
    return next(_reasons(page, draft))


def _reasons(page: Page, draft: Draft) -> Iterator[str]:
    status = page.fetched.status if page.fetched else None
    if _is_error(page):
        yield f"the server answered with status {status}"
    all_left = draft.all_left()
    lines = [left.line for left in all_left]
    said = find_phrase(sorted(lines, key=lambda line: line.start))
    if said is not None:
        yield f"{SAYS[said[0]]}: «{said[1][:SHOWN]}»"
    if not lines:
        yield "scripts draw the page: it holds no text" if page.format == "html" else "no text"
    labels = [left.label for left in all_left]
    if all(label.kind in LINKS for label in labels):
        yield f"only links and menus: {len(lines)} lines"
    if sum(line.words for line in lines) <= FEW_WORDS:
        yield f"too short: {sum(line.words for line in lines)} words on the page"
    kinds = Counter(label.kind for label in labels)
    told = ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
    yield f"all {len(lines)} lines are furniture: {told}"


SAYS: Final = {
    "error": "an error page",
    "script": "a gate or a page that scripts draw",
    "paywall": "behind a paywall",
}
