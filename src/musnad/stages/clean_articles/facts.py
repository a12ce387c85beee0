"""What the lines around an article say about it: tags, dateline, credits."""

import re
from collections.abc import Iterator
from typing import Final

from musnad.fold import exact_words, fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Dateline, Outlet, Page
from musnad.stages.clean_articles.bylines import SIGNED, placed_signature, usual_name
from musnad.stages.clean_articles.credits import (
    distinct,
    labelled_value,
    name_list,
    read_glued_dateline,
)
from musnad.stages.clean_articles.drafts import Draft
from musnad.stages.clean_articles.signatures import read_signature

TAGS: Final = 30
CUT: Final = 4
"""Keywords at most, and words of a headline from which they are it."""
TAG_BREAK: Final = re.compile(r"\s*[;؛•·]\s*|\t+|[ \u00a0]{2,}")


def find_tags(page: Page, draft: Draft, lexicon: Lexicon, *, first: bool) -> tuple[str, ...]:
    """Gives the keywords of the article; words that nothing separates are no keywords.

    Without commas, bars or hash signs only one word, or a name the lexicon knows, is a keyword.
    """
    if first and page.declared.tags:
        other = {page.declared.section, page.declared.outlet}
        return tuple(tag for tag in page.declared.tags if tag not in other)[:TAGS]
    printed = [
        labelled_value(left.line.text) if left.label.rule == "clean.tags" else left.line.text
        for left in draft.left
        if left.label.kind == "tags"
    ]
    rows = [tuple(name_list(_spread(line))) for line in printed if line]
    if len(rows) == 1 and len(rows[0]) == 1 and not _is_keyword(printed, rows[0][0], lexicon):
        return ()
    tags = distinct([tag for row in rows for tag in row][:TAGS])
    return () if draft.title and _is_cut(tags, draft.title.key()) else tags


def _is_cut(tags: tuple[str, ...], headline: tuple[str, ...]) -> bool:
    """Says whether keywords are the words of the headline in its order."""
    words = [exact_words(tag) for tag in tags]
    places = [headline.index(each[0]) for each in words if len(each) == 1 and each[0] in headline]
    return len(places) >= CUT and 4 * len(places) >= 3 * len(tags) and places == sorted(places)


def _spread(line: str) -> str:
    """The line with every separator of keywords written as a comma."""
    if "#" in line:
        line = line.replace("#", ",").replace("_", " ")
    return TAG_BREAK.sub(",", line)


def _is_keyword(printed: list[str], tag: str, lexicon: Lexicon) -> bool:
    return " " not in tag or any("#" in line for line in printed) or bool(lexicon.entries(tag))


def find_dateline(draft: Draft, lexicon: Lexicon) -> Dateline | None:
    """Gives the dateline: a line of its own, or the beginning of the first paragraph."""
    for left in draft.left:
        filed = left.label.filed
        if filed and filed.place:
            return Dateline(place=filed.place, agencies=filed.agencies)
    body = next((kept.line for kept in draft.kept if kept.kind == "body"), None)
    glued = read_glued_dateline(body.text, lexicon) if body else None
    return glued or next(_signed_from(draft, lexicon), None)


def _signed_from(draft: Draft, lexicon: Lexicon) -> Iterator[Dateline]:
    """The place beside the name of whoever signed («القاهرة - …»)."""
    placed = placed_signature(draft, lexicon)
    if placed:
        yield Dateline(place=placed.place)
    for left in draft.left:
        signed = left.label.rule in SIGNED
        signature = read_signature(left.line.text, lexicon) if signed else None
        if signature and signature.place:
            yield Dateline(place=signature.place, agencies=signature.agencies)


def find_credits(
    draft: Draft, dateline: Dateline | None, outlet: Outlet | None, lexicon: Lexicon
) -> tuple[str, ...]:
    """Gives the agencies and outlets that the article as a whole credits, but its own outlet."""
    names: list[str] = []
    for left in draft.left:
        if left.label.filed:
            names.extend(left.label.filed.agencies)
        elif left.label.rule == "clean.credit":
            names.extend(name_list(labelled_value(left.line.text)))
    names.extend(dateline.agencies if dateline else ())
    own = {fold_key(outlet.name)} if outlet else set()
    usual = {name: fold_key(usual_name(name, lexicon)) for name in names}
    return distinct(name for name in names if usual[name] not in own)
