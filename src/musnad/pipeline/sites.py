"""Which lines the pages of one site have in common: furniture that no list of words could hold.

A site is the host of the address, without one the outlet that the caller names, else the folder of
the file. The lines of each page are kept as short hashes. A line is repeated when it stands on many
pages of different articles and is the title of none; copies of one article count once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b, sha256
from pathlib import PurePosixPath
from typing import NamedTuple

from musnad.fold import fold_key, line_key
from musnad.model.records import Page, Reading, Received, SiteLines
from musnad.model.sites import NO_SITE, PageLines
from musnad.stages.clean_articles.credits import is_name_line
from musnad.stages.clean_articles.labels import BY_ROLE, UNLABELLED
from musnad.stages.ingest_pages.address import normalise_url

LEAST_PAGES, LEAST_SHARE = 3, 0.2
"""On how many pages of a site, and on what share of them, a short line is furniture."""
LEAST_PAGES_PROSE, LEAST_SHARE_PROSE = 5, 0.5
"""The same for a line of prose, which several articles may share as their background."""
PROSE_WORDS, LONG_WORDS = 7, 20
"""Words of a line of prose that ends a sentence, and of one that need not."""
STOP = re.compile(r"[.!؟?…][\s\"'»”)\]\u200e\u200f]*$")
TITLED_SHARE, TITLED_PAGES = 0.2, 20
"""A line that is the title of so many pages of a site is its name, not the title of an article."""
LEFT_ROLES = frozenset((*BY_ROLE, *UNLABELLED))
"""Roles of lines that cleaning leaves out, whatever the site repeats."""
SIZE = 8
"""Bytes of a line: seven of its hash, one of what it is."""
PROSE, DECLARED, TITLE = 1, 2, 4

Lines = Mapping[bytes, int]
"""The lines of a page: what each is, by its hash."""


def site_of(page: Page, name: str) -> str:
    """Gives the site of a page that was received under `name`; empty when it has none."""
    fetched = page.fetched
    final = (fetched.final_url or fetched.url) if fetched else None
    address = page.given.url or final or page.declared.url
    if address:
        return normalise_url(address).partition("/")[0].partition("?")[0]
    if page.given.outlet:
        return f"outlet {fold_key(page.given.outlet)}"
    path = PurePosixPath(name.partition("#")[0].replace("\\", "/"))
    return f"folder {path.parent}" if len(path.parts) > 1 else ""


def known_lines(page: Page, repeated: bytes) -> tuple[SiteLines, str]:
    """Gives the lines of the page that its site is known to repeat, and their digest."""
    if not repeated:
        return NO_SITE, ""
    known = _hashes(repeated)
    lines = _page_keys(page).items()
    keys = {key for key, what in lines if not what & DECLARED and _hash(key) in known}
    return SiteLines(keys=frozenset(keys)), used_digest(frozenset(map(_hash, keys)))


def used_digest(hashes: frozenset[bytes]) -> str:
    """Gives the name of a set of repeated lines; empty for none."""
    return sha256(b"".join(sorted(hashes))).hexdigest() if hashes else ""


def page_lines(page: Page, received: Received, readings: Iterable[Reading], used: str) -> PageLines:
    """Gives the lines of a page to be counted, the titles of its articles marked."""
    found = {_hash(key): what for key, what in _page_keys(page).items()}
    for reading in readings:
        hashed = _hash(line_key(reading.article.title or ""))
        if hashed in found:
            found[hashed] |= TITLE
    keys = b"".join(hashed + bytes([found[hashed]]) for hashed in sorted(found))
    return PageLines(site_of(page, received.name), keys, used)


def _page_keys(page: Page) -> dict[str, int]:
    """Gives the key of each line that can be furniture, with what it is."""
    found: dict[str, int] = {}
    titles = {line_key(title) for title in (page.given.title, page.declared.title) if title}
    roles = iter(page.roles)
    for line in page.text.split("\n"):
        role = next(roles, "main")
        if role in LEFT_ROLES:
            continue
        key = line_key(line)
        words = key.count(" ") + 1
        if not key or (words > 1 and is_name_line(line)):
            continue
        titled = role == "title" or any(title.startswith(key) for title in titles)
        prose = words >= LONG_WORDS or (words >= PROSE_WORDS and STOP.search(line))
        what = (PROSE if prose else 0) | (DECLARED if titled else 0)
        found[key] = found.get(key, 0) | what
    return found


def _hash(key: str) -> bytes:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=SIZE - 1).digest()


def _hashes(keys: bytes) -> frozenset[bytes]:
    return frozenset(keys[at : at + SIZE - 1] for at in range(0, len(keys), SIZE))


def _lines(keys: bytes) -> Lines:
    return {keys[at : at + SIZE - 1]: keys[at + SIZE - 1] for at in range(0, len(keys), SIZE)}


# --- what a site repeats -------------------------------------------------------------------


class Repeated(NamedTuple):
    """How many pages of a site were counted, copies once, and the lines that it repeats."""

    pages: int
    keys: bytes


def count_site(pages: Iterable[tuple[str, PageLines]], known: bytes) -> Repeated:
    """Gives what the pages of a site repeat; `known` are the lines it was known to repeat.

    The order of the pages does not matter.
    """
    kept = [_lines(lines.keys) for _, lines in sorted(pages, key=lambda one: one[0])]
    everywhere = Counter(line for page in kept for line in page)
    originals = list(
        {_original(page, everywhere, at): page for at, page in enumerate(kept)}.values()
    )
    stands = Counter(line for page in originals for line in page)
    titles = Counter(line for page in originals for line, what in page.items() if what & ~PROSE)
    prose = {line for page in originals for line, what in page.items() if what & PROSE}
    before, total = _hashes(known), len(originals)
    found = (
        line
        for line, count in stands.items()
        if _is_common(count, total, line in prose)
        and (line in before or not _is_title(titles[line], total))
    )
    return Repeated(total, b"".join(line + b"\0" for line in sorted(found)))


def _original(page: Lines, everywhere: Counter[bytes], at: int) -> bytes | int:
    """Names what a page is a copy of: its rarest line of prose, else itself."""
    prose = [(everywhere[line], line) for line, what in page.items() if what & PROSE]
    return min(prose)[1] if prose else at


def _is_common(count: int, total: int, prose: bool) -> bool:
    least, share = (LEAST_PAGES_PROSE, LEAST_SHARE_PROSE) if prose else (LEAST_PAGES, LEAST_SHARE)
    return count >= least and count >= share * total


def _is_title(titled: int, total: int) -> bool:
    return titled > 0 and (total < TITLED_PAGES or titled < TITLED_SHARE * total)


def read_otherwise(pages: Iterable[tuple[str, PageLines]], repeated: bytes) -> Iterator[str]:
    """Gives the ids of the pages that were read when other lines were known to be repeated."""
    known = _hashes(repeated)
    for page_id, lines in pages:
        page = _lines(lines.keys).items()
        meant = (line for line, what in page if line in known and not what & DECLARED)
        if used_digest(frozenset(meant)) != lines.used:
            yield page_id
