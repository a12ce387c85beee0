"""What the lines around an article say about it: outlet, byline, section, tags, credits."""

from functools import lru_cache

from musnad.fold import entity_id, fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Dateline, Outlet, Page
from musnad.stages.clean_articles.credits import (
    EDGES,
    distinct,
    is_agency,
    labelled_value,
    medium_name,
    name_list,
    read_glued_dateline,
)
from musnad.stages.clean_articles.furniture import line_words
from musnad.stages.clean_articles.sort import Draft, Left

TAGS = 30
SECTIONS = 3
SIGNED = frozenset({"clean.byline", "clean.byline-start", "clean.initials"})
ALONE = frozenset({"clean.head-name", "clean.lone-name"})


def find_outlet(page: Page, draft: Draft, lexicon: Lexicon) -> Outlet | None:
    """Gives who published the page: given, declared, by its address, or by its own lines."""
    name = page.given.outlet or page.declared.outlet or _by_address(page, lexicon)
    name = name or _by_lines(draft, lexicon)
    if not name:
        return None
    usual = medium_name(name, lexicon) or name
    return Outlet(name=usual, entity=entity_id("media", usual))


def _by_address(page: Page, lexicon: Lexicon) -> str | None:
    url = page.given.url or page.declared.url
    if not url or "//" not in url:
        return None
    host = url.split("//", 1)[1].split("/", 1)[0].lower()
    parts = host.split(".")
    domains = _domains(lexicon)
    hosts = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((domains[host] for host in hosts if host in domains), None)


@lru_cache(maxsize=4)
def _domains(lexicon: Lexicon) -> dict[str, str]:
    return {domain: entry.name for entry in lexicon.all_entries() for domain in entry.domains}


def _by_lines(draft: Draft, lexicon: Lexicon) -> str | None:
    """The line above the headline, the words beside the date, or the owner of the rights."""
    for left in draft.left:
        if left.label.rule == "clean.outlet-line":
            return left.line.text.strip(EDGES)
    texts = {left.line.key(): left.line.text for left in draft.left}
    for left in draft.left:
        dated = left.label.dated
        rest = tuple(line_words(dated.rest)) if dated else ()
        if rest and (rest in texts or is_agency(" ".join(rest), lexicon)):
            return texts.get(rest) or " ".join(rest)
    for left in draft.left:
        if left.label.rule == "clean.copyright":
            return _medium_within(left.line.key(), lexicon)
    return None


def _medium_within(words: tuple[str, ...], lexicon: Lexicon) -> str | None:
    for at in range(len(words)):
        match = lexicon.match(words, at)
        medium = next((e for e in match.entries if e.type == "media"), None) if match else None
        if medium:
            return medium.name
    return None


def find_byline(page: Page, draft: Draft, lexicon: Lexicon, *, first: bool) -> str | None:
    """Gives the byline as printed, without its label («كتب - …»)."""
    for left in draft.left:
        if left.label.rule in SIGNED or (
            left.label.rule in ALONE and _is_person(left, draft, lexicon)
        ):
            return _name_in(left)
    return page.declared.byline if first else None


def _name_in(left: Left) -> str:
    """The name in a byline without its label («كتبت …», «بقلم: …»)."""
    labelled = labelled_value(left.line.text)
    if labelled or left.label.rule != "clean.byline-start":
        return labelled or left.line.text
    return left.line.text.split(" ", 1)[-1].strip(EDGES)


def _is_person(left: Left, draft: Draft, lexicon: Lexicon) -> bool:
    """A name alone is a byline when it is a given name and the article does not speak of it."""
    words = left.line.key()
    known = lexicon.word(words[0])
    if known is None or not known.given:
        return False
    told = {word for kept in draft.kept[:2] for word in kept.line.key()}
    return not told.intersection(words[1:])


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
    if first and page.declared.tags:
        return page.declared.tags[:TAGS]
    tags = tuple(tag for line in printed for tag in name_list(line.replace("#", ",")))
    return distinct(tags[:TAGS])


def find_dateline(draft: Draft, lexicon: Lexicon) -> Dateline | None:
    """Gives the dateline: a line of its own, or the beginning of the first paragraph."""
    for left in draft.left:
        filed = left.label.filed
        if filed and filed.place:
            return Dateline(place=filed.place, agencies=filed.agencies)
    body = next((kept.line for kept in draft.kept if kept.kind == "body"), None)
    return read_glued_dateline(body.text, lexicon) if body else None


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
    usual = {name: fold_key(_usual(name, lexicon)) for name in names}
    return distinct(name for name in names if usual[name] not in own)


def _usual(name: str, lexicon: Lexicon) -> str:
    return medium_name(name, lexicon) or medium_name(f"وكالة {name}", lexicon) or name
