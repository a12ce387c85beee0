"""What the lines around an article say about it: outlet, byline, section, tags, credits."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from musnad.fold import exact_words, fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Dateline, Outlet, Page
from musnad.stages.clean_articles.addresses import host_of
from musnad.stages.clean_articles.credits import (
    EDGES,
    distinct,
    is_name_line,
    is_place,
    labelled_value,
    medium_name,
    name_list,
    read_filed,
    read_glued_dateline,
)
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.evidence import MISNAMED
from musnad.stages.clean_articles.furniture import SEPARATOR, furniture_phrases, line_words
from musnad.stages.clean_articles.outlets import outlet_registry, page_address
from musnad.stages.clean_articles.signatures import is_nobody, read_signature, signed_parts

TAGS = 30
STEP = re.compile(r"\s*[>»›←/\\]+\s*|\s+[-–—]\s+")
ARROW = re.compile(r"[>»›←/]")
HOME = ("الرئيسية", "الصفحة الرئيسية", "رئيسية", "home")
TAG_BREAK = re.compile(r"\s*[;؛•·]\s*|\t+|[ \u00a0]{2,}")
SIGNED = frozenset({"clean.byline", "clean.byline-start", "clean.initials", "clean.signature"})
ALONE = frozenset({"clean.head-name", "clean.lone-name"})
DATE_BEHIND = re.compile(
    r"\s*(?:ال[اإ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة|السبت|ال[اأ]حد)?\s*[،,]?\s*\d.*$", re.S
)
"""A day glued to a byline, and what follows it."""
MENU_ROLES = frozenset({"outside", "links"})
HANDLE = re.compile(r"[a-z0-9]+")


def find_byline(
    page: Page, draft: Draft, outlet: Outlet | None, lexicon: Lexicon, *, first: bool
) -> str | None:
    """Gives the byline as printed, without label and place («كتب - …»); an outlet signs nothing."""
    signed = (
        _name_in(left, lexicon)
        for left in _signatures(draft)
        if left.label.rule in SIGNED or _is_person(left, draft, lexicon)
    )
    beside = (_beside_date(left, lexicon) for left in draft.left)
    declared = page.declared.byline if first else None
    named = (_declared_name(name, page, lexicon) for name in (declared,) if name)
    names = (
        name
        for name in chain(signed, beside, named)
        if name and not _is_outlet(name, outlet, lexicon)
    )
    return next(names, None)


def _signatures(draft: Draft) -> Iterator[Left]:
    """The lines that sign, or are a name alone, also one that its markup calls something else."""
    first = draft.title.start if draft.title else draft.head_end
    for left in draft.left:
        rule = left.label.rule
        if (
            rule in SIGNED
            or rule in ALONE
            or (
                rule in MISNAMED
                and first < left.line.start < draft.head_end
                and is_name_line(left.line.text)
            )
        ):
            yield left


def _beside_date(left: Left, lexicon: Lexicon) -> str | None:
    """The name with a label before the date of one line («بقلم سالم … | 5 مايو 2031»)."""
    if left.label.rule != "clean.date-line":
        return None
    signature = read_signature(DATE_BEHIND.sub("", left.line.text), lexicon)
    return signature.name if signature and signature.labelled else None


def _declared_name(name: str, page: Page, lexicon: Lexicon) -> str | None:
    """The declared author without label and place; a desk, an agency or the host is nobody."""
    signature = read_signature(name, lexicon)
    if signature:
        return signature.name
    host = (host_of(page_address(page)) or "").split(".")
    handle = "".join(HANDLE.findall(name.lower()))
    unsigned = is_nobody(name) or "@" in name or read_filed(name, lexicon) is not None
    return None if unsigned or handle in host else name


def _is_outlet(name: str, outlet: Outlet | None, lexicon: Lexicon) -> bool:
    """Says whether a byline is nothing but the outlet, alone or beside a place."""
    if outlet is None:
        return False
    parts = [part for part in signed_parts(name) if not is_place(part, lexicon)]
    return all(_is_name_of(part, outlet, lexicon) for part in parts or [name])


def _is_name_of(name: str, outlet: Outlet, lexicon: Lexicon) -> bool:
    entry = outlet_registry(lexicon).by_name(name, None)
    same = fold_key(entry.name if entry else _usual(name, lexicon)) == fold_key(outlet.name)
    return same or set(line_words(name)) <= set(line_words(outlet.name))


def _name_in(left: Left, lexicon: Lexicon) -> str:
    """The name in a byline without its label («كتبت …», «بقلم: …») and its place."""
    signature = read_signature(left.line.text, lexicon)
    if signature:
        return signature.name
    labelled = DATE_BEHIND.sub("", labelled_value(left.line.text)).strip(EDGES)
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
    """Gives the section that the page says it stands in: metadata, a label or a breadcrumb.

    The name of a section on a line of its own may be an entry of the menu and says nothing.
    """
    if page.declared.section and "#" not in page.declared.section:
        return page.declared.section.strip(EDGES) or None
    title = draft.title.key() if draft.title else ()
    for left in draft.left:
        if left.label.rule == "clean.breadcrumb":
            section = _last_step(left.line.text, title)
            if section:
                return section
    return _above_title(draft) if page.roles else None


def _above_title(draft: Draft) -> str | None:
    """The name of a section right above the headline, alone or before the date; no menu's entry."""
    title = draft.title.start if draft.title else 0
    above = [left for left in draft.left if left.line.start < title]
    last = max(above, key=lambda left: left.line.start, default=None)
    if last is None or last.line.role in MENU_ROLES:
        return None
    printed = last.line.text if not last.label.dated else SEPARATOR.split(last.line.text)[0]
    known = furniture_phrases().find(printed)
    return printed.strip(EDGES) if known and known.id == "clean.section" else None


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
    return distinct([tag for row in rows for tag in row][:TAGS])


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
    usual = {name: fold_key(_usual(name, lexicon)) for name in names}
    return distinct(name for name in names if usual[name] not in own)


def _usual(name: str, lexicon: Lexicon) -> str:
    return medium_name(name, lexicon) or medium_name(f"وكالة {name}", lexicon) or name
