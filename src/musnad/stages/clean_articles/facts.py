"""What the lines around an article say about it: outlet, byline, section, tags, credits."""

from musnad.lexicons import Lexicon
from musnad.model.records import Dateline, Outlet, Page
from musnad.stages.clean_articles.credits import (
    EDGES,
    distinct,
    is_agency,
    is_desk,
    labelled_value,
    name_list,
    read_glued_dateline,
)
from musnad.stages.clean_articles.furniture import line_words
from musnad.stages.clean_articles.sort import Draft

TAGS = 30
SECTIONS = 3


def find_outlet(page: Page, draft: Draft, lexicon: Lexicon) -> Outlet | None:
    """Gives who published the page: given, declared, by its address, or named again and again."""
    name = page.given.outlet or page.declared.outlet or _by_address(page, lexicon)
    name = name or _by_lines(draft, lexicon)
    return Outlet(name=name) if name else None


def _by_address(page: Page, lexicon: Lexicon) -> str | None:
    url = page.given.url or page.declared.url
    if not url or "//" not in url:
        return None
    host = url.split("//", 1)[1].split("/", 1)[0].lower()
    for entry in lexicon.all_entries():
        if any(host == domain or host.endswith(f".{domain}") for domain in entry.domains):
            return entry.name
    return None


def _by_lines(draft: Draft, lexicon: Lexicon) -> str | None:
    """The words beside the date, when they stand alone elsewhere or are a known medium."""
    texts = {tuple(line_words(left.line.text)): left.line.text for left in draft.left}
    for left in draft.left:
        dated = left.label.dated
        rest = tuple(line_words(dated.rest)) if dated else ()
        if rest and (rest in texts or is_agency(" ".join(rest), lexicon)):
            return texts.get(rest) or " ".join(rest)
    for left in draft.left:
        entries = lexicon.entries(left.line.text) if left.line.words <= 5 else ()
        medium = next((e for e in entries if e.type == "media" and e.kind != "agency"), None)
        if medium and left.label.kind != "credit":
            return medium.name
    return None


def find_byline(page: Page, draft: Draft, *, first: bool) -> str | None:
    """Gives the byline as printed, without its label («كتب - …»)."""
    for left in draft.left:
        if left.label.kind == "byline":
            return labelled_value(left.line.text) or left.line.text
    return page.declared.byline if first else None


def find_section(page: Page, draft: Draft) -> str | None:
    """Gives the section the page stands in: declared, or the last of a few section names."""
    if page.declared.section:
        return page.declared.section
    for left in draft.left:
        if left.label.rule == "clean.breadcrumb":
            return labelled_value(left.line.text).split("|")[-1].split(">")[-1].strip(EDGES) or None
    before = draft.title.start if draft.title else draft.head_end
    sections = [
        left.line.text
        for left in draft.left
        if left.label.rule == "clean.section" and left.line.start < before
    ]
    return sections[-1] if 0 < len(sections) <= SECTIONS else None


def find_tags(page: Page, draft: Draft, *, first: bool) -> tuple[str, ...]:
    """Gives the keywords of the article."""
    printed = [
        labelled_value(left.line.text) if left.label.rule == "clean.tags" else left.line.text
        for left in draft.left
        if left.label.rule in {"clean.tags", "clean.tags-below", "clean.tags-heading-below"}
    ]
    tags = tuple(tag for line in printed for tag in name_list(line.replace("#", ",")))
    return distinct(tags[:TAGS]) or (page.declared.tags[:TAGS] if first else ())


def find_dateline(draft: Draft, lexicon: Lexicon) -> Dateline | None:
    """Gives the dateline: a line of its own, or the beginning of the first paragraph."""
    for left in draft.left:
        filed = left.label.filed
        if filed and filed.place:
            return Dateline(place=filed.place, agencies=filed.agencies)
    body = next((kept.line for kept in draft.kept if kept.kind == "body"), None)
    return read_glued_dateline(body.text, lexicon) if body else None


def find_credits(draft: Draft, dateline: Dateline | None) -> tuple[str, ...]:
    """Gives the agencies and outlets that the article as a whole credits."""
    names: list[str] = []
    for left in draft.left:
        if left.label.filed:
            names.extend(left.label.filed.agencies)
        elif left.label.rule == "clean.credit":
            names.extend(name_list(labelled_value(left.line.text)))
    names.extend(dateline.agencies if dateline else ())
    return distinct(name for name in names if not is_desk(name))
