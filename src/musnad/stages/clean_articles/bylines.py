"""Who signed an article: a signed line, an element of the author, the page's own data."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Final, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Outlet, Page
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.addresses import host_of
from musnad.stages.clean_articles.credits import (
    EDGES,
    is_agency,
    is_desk,
    is_name_line,
    is_place,
    labelled_value,
    medium_name,
    read_filed,
)
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.evidence import MISNAMED
from musnad.stages.clean_articles.furniture import line_words
from musnad.stages.clean_articles.labelled import labelled_values
from musnad.stages.clean_articles.labels import PARTED
from musnad.stages.clean_articles.outlets import outlet_registry, page_address
from musnad.stages.clean_articles.signatures import (
    is_given,
    is_nobody,
    read_signature,
    signed_parts,
)

SIGNED: Final = frozenset(
    {"clean.byline", "clean.byline-start", "clean.initials", "clean.signature"}
)
ALONE: Final = frozenset({"clean.head-name", "clean.lone-name"})
LOOSE: Final = frozenset({"clean.head", "clean.head-name", "clean.tail"})
"""Rules by which a line is left out that is short and says nothing of itself."""
DATE_BEHIND: Final = re.compile(
    r"\s*(?:ال[اإ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة|السبت|ال[اأ]حد)?\s*[،,]?\s*\d.*$", re.S
)
"""A day glued to a byline, and what follows it."""
HANDLE: Final = re.compile(r"[a-z0-9]+")
PLACE_WORDS: Final = 2
MOST_WORDS: Final = 8
TOLD: Final = 6
"""Lines of the article among which the place of a signature is told."""


class Placed(NamedTuple):
    """A name and the place beside it."""

    name: str
    place: str


def find_byline(
    page: Page, draft: Draft, outlet: Outlet | None, lexicon: Lexicon, *, first: bool
) -> str | None:
    """Gives the byline as printed, without label and place («كتب - …»); an outlet signs nothing.

    A desk («قسم الأخبار») signs where nobody else does.
    """
    declared = (page.declared.byline,) if first and page.declared.byline else ()
    named = [_declared_name(name, page, lexicon) for name in declared]
    written = chain(declared, (left.line.text for left in _in_author(draft)))
    desks = (text for text in written if is_desk(text))
    names = (
        name
        for name in chain(_signed(draft, lexicon), named, desks)
        if name and not _is_outlet(name, outlet, lexicon)
    )
    return next(names, None)


def _signed(draft: Draft, lexicon: Lexicon) -> Iterator[str | None]:
    """The names in the lines of the article, those that tell most first."""
    for left in _signatures(draft):
        if left.label.rule in SIGNED or _is_person(left, draft, lexicon):
            yield _name_in(left, lexicon)
    dated = (left for left in draft.left if left.label.rule == "clean.date-line")
    yield from (_beside_date(left, lexicon) for left in dated)
    yield from labelled_values(draft, _labels())
    yield from (_authored(left.line.text, lexicon) for left in _in_author(draft))
    placed = placed_signature(draft, lexicon)
    yield placed.name if placed else None


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(tuple(line_words(label)) for label in table["writer"])


def _signatures(draft: Draft) -> Iterator[Left]:
    """The lines that sign, or are a name alone, also one that its markup calls something else."""
    for left in draft.all_left():
        rule = left.label.rule
        misnamed = rule in MISNAMED and _is_in_head(left, draft) and is_name_line(left.line.text)
        if misnamed or rule in ALONE or (rule in SIGNED and not left.line.text.endswith(":")):
            yield left


def _in_author(draft: Draft) -> Iterator[Left]:
    """The lines of an element of the author between headline and text."""
    return (left for left in draft.left if left.line.role == "author" and _is_in_head(left, draft))


def _is_in_head(left: Left, draft: Draft) -> bool:
    first = draft.title.start if draft.title else draft.head_end
    return first < left.line.start < draft.head_end


def _beside_date(left: Left, lexicon: Lexicon) -> str | None:
    """The name with a label before the date of one line («بقلم سالم … | 5 مايو 2031»)."""
    signature = read_signature(DATE_BEHIND.sub("", left.line.text), lexicon)
    return signature.name if signature and signature.labelled else None


def _authored(text: str, lexicon: Lexicon) -> str | None:
    """The name in an element of the author, which no lexicon has to know."""
    signature = read_signature(text, lexicon)
    if signature:
        return signature.name
    name = _without_place(text) or text
    words = line_words(name)
    known = lexicon.word(words[0]) if words else None
    plain = known is not None and known.noun is not None and not known.given
    wanted = is_name_line(name) and len(words) > 1 and not plain
    return name if wanted and not (is_nobody(name) or is_agency(name, lexicon)) else None


def _without_place(text: str) -> str | None:
    """The name of several words across a dash from one word («سالم المرساوي – النورس»)."""
    parts = signed_parts(text)
    names = [part for part in parts if " " in part]
    return names[0] if len(parts) == 2 and len(names) == 1 else None


def _declared_name(name: str, page: Page, lexicon: Lexicon) -> str | None:
    """The declared author without label and place; a desk, an agency or the host is nobody."""
    signature = read_signature(name, lexicon)
    if signature:
        return signature.name
    host = (host_of(page_address(page)) or "").split(".")
    handle = "".join(HANDLE.findall(name.lower()))
    unsigned = is_nobody(name) or "@" in name or read_filed(name, lexicon) is not None
    return None if unsigned or handle in host else _without_place(name) or name


def _is_outlet(name: str, outlet: Outlet | None, lexicon: Lexicon) -> bool:
    """Says whether a byline is nothing but the outlet, alone or beside a place."""
    if outlet is None:
        return False
    parts = [part for part in signed_parts(name) if not is_place(part, lexicon)]
    return all(_is_name_of(part, outlet, lexicon) for part in parts or [name])


def _is_name_of(name: str, outlet: Outlet, lexicon: Lexicon) -> bool:
    entry = outlet_registry(lexicon).by_name(name, None)
    same = fold_key(entry.name if entry else usual_name(name, lexicon)) == fold_key(outlet.name)
    return same or set(line_words(name)) <= set(line_words(outlet.name))


def usual_name(name: str, lexicon: Lexicon) -> str:
    """Gives the usual name of a news organisation, itself where nobody knows it."""
    return medium_name(name, lexicon) or medium_name(f"وكالة {name}", lexicon) or name


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


def placed_signature(draft: Draft, lexicon: Lexicon) -> Placed | None:
    """Gives a name beside a place that only the article knows («النورس - سلوى الحبال»)."""
    for left in draft.left:
        text = left.line.text
        if _may_sign(left, draft) and left.line.words <= MOST_WORDS and PARTED.search(text):
            placed = _name_and_place(text, lexicon)
            if placed and _tells(draft, placed.place):
                return placed
    return None


def _may_sign(left: Left, draft: Draft) -> bool:
    loose = left.label.rule in LOOSE or left.line.role == "frame"
    return loose or (left.line.role == "author" and _is_in_head(left, draft))


def _name_and_place(text: str, lexicon: Lexicon) -> Placed | None:
    """The two parts of a line of which one begins with a given name."""
    parts = signed_parts(text)
    names = [part for part in parts if " " in part and is_given(part, lexicon)]
    if len(parts) != 2 or len(names) != 1 or not is_name_line(names[0]):
        return None
    return Placed(names[0], parts[1 - parts.index(names[0])])


def _tells(draft: Draft, place: str) -> bool:
    """Says whether the first lines of the article speak of a place."""
    told = {word for kept in draft.kept[:TOLD] for word in kept.line.key()}
    words = line_words(place)
    return len(words) <= PLACE_WORDS and _bare(words) <= _bare(told)


def _bare(words: set[str] | tuple[str, ...]) -> set[str]:
    """The words without the prefixes that are written together with a place."""
    return {word.removeprefix("ب").removeprefix("ل") for word in words}
