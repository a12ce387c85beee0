"""Who published a page, told from who hosts it and from whom it speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from musnad.fold import exact_words, fold_key
from musnad.lexicons import Entry, Lexicon
from musnad.model.records import Outlet, OutletMethod, Page
from musnad.rules.tables import load_table
from musnad.stages.clean_articles.addresses import host_of, original_address
from musnad.stages.clean_articles.credits import EDGES, is_agency, labelled_value, name_list
from musnad.stages.clean_articles.drafts import Draft, Left
from musnad.stages.clean_articles.furniture import line_words
from musnad.text.name_keys import entity_id

AGGREGATOR: Final = "aggregator"
PARTS: Final = re.compile(r"\s+[|–—:•»-]+\s+|\s*[|•»]\s*")
BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
Words = tuple[str, ...]


class Found(NamedTuple):
    """A name of the publisher, where it was found, and the entry of the registry, if known."""

    name: str
    method: OutletMethod
    entry: Entry | None = None


class Registry(NamedTuple):
    """The outlets of a lexicon by their names and by their domains."""

    names: dict[Words, tuple[Entry, ...]]
    domains: dict[str, Entry]

    def by_host(self, host: str | None) -> Entry | None:
        """Gives the outlet whose domain holds this host (`arabic.news.example`)."""
        parts = host.split(".") if host else []
        hosts = (".".join(parts[start:]) for start in range(len(parts) - 1))
        return next((self.domains[name] for name in hosts if name in self.domains), None)

    def by_name(self, name: str, host: Entry | None) -> Entry | None:
        """Gives the one outlet of this name; of several that of the host."""
        for part in (name, *PARTS.split(name)):
            found = self.names.get(exact_words(part), ())
            if host in found:
                return host
            if len(found) == 1:
                return found[0]
        return None


@lru_cache(maxsize=4)
def outlet_registry(lexicon: Lexicon) -> Registry:
    """Gives the outlets of a lexicon, each by every name with and without «صحيفة» and the like."""
    names: defaultdict[Words, dict[Entry, None]] = defaultdict(dict)
    domains: dict[str, Entry] = {}
    once: dict[str, str] = {}  # a word of many names is kept once
    for entry in lexicon.all_entries():
        if entry.type == "media":
            for key in _keys(entry):
                names[tuple([once.setdefault(word, word) for word in key])][entry] = None
            for domain in entry.domains:
                domains.setdefault(domain.lower().removeprefix("www."), entry)
    return Registry({key: tuple(entries) for key, entries in names.items()}, domains)


def _keys(entry: Entry) -> Iterator[Words]:
    for name in filter(None, (entry.name, *entry.aliases, entry.name_en)):
        for spelling in {name, BRACKETS.sub("", name)}:
            words = exact_words(spelling)
            yield words
            if len(words) > 1 and words[0] in _heads():
                yield words[1:]


@cache
def _heads() -> frozenset[str]:
    table = load_table("musnad.stages.clean_articles", "credits")
    return frozenset(fold_key(word) for word in table["outlet"])


def page_address(page: Page) -> str | None:
    """Gives the address under which the page came: where redirects ended, else as given."""
    fetched = page.fetched
    came = (fetched.final_url or fetched.url) if fetched else None
    return came or page.given.url or page.declared.url


def find_outlet(page: Page, draft: Draft, lexicon: Lexicon) -> Outlet | None:
    """Gives who published the page: given, declared, of its feed, of its address or its lines.

    A host of others' words (an archive, a social network, an aggregator) is no publisher.
    """
    found = next(_candidates(page, draft, lexicon), None)
    if found is None:
        return None
    entry = found.entry
    name = entry.name if entry else found.name
    return Outlet(
        name=name,
        entity=entity_id("media", name),
        method=found.method,
        kind=entry.kind if entry else None,
        country=entry.country if entry else None,
        owner=entry.owner if entry else None,
        domain=entry.domains[0] if entry and entry.domains else None,
    )


def _candidates(page: Page, draft: Draft, lexicon: Lexicon) -> Iterator[Found]:
    registry = outlet_registry(lexicon)
    address = original_address(page_address(page) or "")
    host = registry.by_host(host_of(address))
    carried = host is not None and host.kind == AGGREGATOR
    own = None if carried else host
    if page.given.outlet:
        yield Found(page.given.outlet, "given", registry.by_name(page.given.outlet, own))
    served = bool(host_of(address))
    if page.declared.outlet:
        yield from _declared(page.declared.outlet, registry, host, served=served)
    if page.feed and page.feed.source:
        yield from _of_feed(page.feed.source, page.feed.source_url, registry)
    if own:
        yield Found(own.name, "url", own)
    for found in _of_lines(draft, lexicon, registry, carried=carried):
        entry = _unless_elsewhere(found.entry, host, served=served)
        yield found._replace(entry=entry)


def _declared(
    name: str, registry: Registry, host: Entry | None, *, served: bool
) -> Iterator[Found]:
    """What the page calls its site; on its own domain an outlet goes by its usual name.

    On the domain of nobody known it is another of that name, when the known one has domains.
    """
    own = host if host and host.kind != AGGREGATOR else None
    entry = registry.by_name(name, own) or own
    if entry is None and host is not None:
        return
    if entry is None or entry.kind != AGGREGATOR:
        yield Found(name, "meta", _unless_elsewhere(entry, host, served=served))


def _unless_elsewhere(entry: Entry | None, host: Entry | None, *, served: bool) -> Entry | None:
    """The outlet, None where it has a domain of its own and the page stands on nobody's."""
    return None if host is None and served and entry and entry.domains else entry


def _of_feed(source: str, url: str | None, registry: Registry) -> Iterator[Found]:
    host = registry.by_host(host_of(url))
    entry = registry.by_name(source, host) or host
    if entry is None or entry.kind != AGGREGATOR:
        yield Found(source, "feed", entry)


def _of_lines(
    draft: Draft, lexicon: Lexicon, registry: Registry, *, carried: bool
) -> Iterator[Found]:
    """The line above the headline, the words beside the date, the owner of the rights.

    Where others' words are carried the credit («المصدر: …») names the publisher.
    """
    if carried:
        for name in _credited(draft):
            entry = registry.by_name(name, None)
            if entry and entry.kind != AGGREGATOR:
                yield Found(name, "text", entry)
        return
    for left in draft.left:
        if left.label.rule == "clean.outlet-line":
            yield _printed(left.line.text.strip(EDGES), registry)
    yield from (_printed(name, registry) for name in _beside_date(draft, lexicon))
    for left in draft.left:
        if left.label.rule == "clean.copyright":
            yield from _owner(left, lexicon)


def _credited(draft: Draft) -> Iterator[str]:
    for left in draft.left:
        if left.label.rule == "clean.credit":
            yield from name_list(labelled_value(left.line.text))


def _printed(name: str, registry: Registry) -> Found:
    return Found(name, "text", registry.by_name(name, None))


def _beside_date(draft: Draft, lexicon: Lexicon) -> Iterator[str]:
    dates = [left.label.dated for left in draft.left if left.label.dated]
    beside = [rest for rest in (line_words(dated.rest) for dated in dates) if rest]
    texts = {left.line.key(): left.line.text for left in draft.all_left()} if beside else {}
    for rest in beside:
        if rest in texts or is_agency(" ".join(rest), lexicon):
            yield texts.get(rest) or " ".join(rest)


def _owner(left: Left, lexicon: Lexicon) -> Iterator[Found]:
    words = left.line.key()
    for at in range(len(words)):
        match = lexicon.match(words, at)
        entries = match.entries if match else ()
        medium = next((entry for entry in entries if entry.type == "media"), None)
        if medium:
            yield Found(medium.name, "text", medium)
            return
