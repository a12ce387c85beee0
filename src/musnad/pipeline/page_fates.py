"""A page is explained: what was kept of it, what was left out and why, what its facts rest on."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from musnad.fold import fold_key
from musnad.model.fates import ArticleFates, BlockFate, Evidence, Fact, PageFates
from musnad.model.records import Article, Block, Page, Reading, Received
from musnad.pipeline.ingested import ingested
from musnad.rules.cards import describe_coded_rule
from musnad.stages.clean_articles.furniture import furniture_classes
from musnad.store import Workspace

BELOW = "-below"
"""The end of the id of a rule that left out the lines under a heading."""
KEPT = {
    "title": "the headline of the article",
    "subtitle": "a line between headline and first paragraph",
    "body": "a paragraph: no rule takes it for furniture",
    "caption": "the caption of a picture in the article",
}
SIGN = "clean.outlet-line"


def explain_page(received: Received, readings: Sequence[Reading]) -> PageFates:
    """Gives what became of every block of the page in `readings`, and what the facts rest on."""
    page = ingested(received)
    fetched = page.fetched
    blocks = [
        (place, fate)
        for number, reading in enumerate(readings, 1)
        for place, fate in _fates(reading, number)
    ]
    blocks.sort(key=lambda one: one[0])
    return PageFates(
        page_id=page.id,
        name=received.name,
        url=page.given.url or (fetched.final_url if fetched else None) or page.declared.url,
        format=page.format,
        encoding=page.encoding,
        sha256=page.sha256,
        articles=tuple(_article(page, reading) for reading in readings),
        blocks=tuple(fate for _, fate in blocks),
    )


def stored_fates(workspace: Workspace, page_id: str) -> PageFates:
    """Gives a page of the workspace explained, as it was read; raises M-004 or M-013."""
    state = next(one for one in workspace.states(page_id) if one.number is None)
    received = workspace.state_received(page_id, state)
    return explain_page(received, workspace.state_readings(page_id, state))


# --- blocks --------------------------------------------------------------------------------


def _fates(reading: Reading, number: int) -> Iterator[tuple[tuple[int, int], BlockFate]]:
    """Gives each block with its place: what has none on the page follows the one before it."""
    at = 0
    for block in reading.blocks:
        at = _page_start(reading.article, block, at)
        text = reading.article.text[block.start : block.end]
        yield (at, 0), BlockFate(
            article=number, fate="kept", kind=block.kind, page_start=at, text=text, rule=None,
            why=KEPT[block.kind],
        )  # fmt: skip
    for order, left in enumerate(reading.dropped, 1):
        yield (left.page_start, order), BlockFate(
            article=number, fate="left", kind=left.kind, page_start=left.page_start,
            text=left.text, rule=left.rule, why=rule_why(left.rule),
        )  # fmt: skip


def _page_start(article: Article, block: Block, before: int) -> int:
    """Gives where a block begins on the page, by the first piece that both hold alike."""
    for start, length, page, _ in article.page.map:
        if start < block.end and block.start < start + length:
            return page + max(0, block.start - start)
    return before


def rule_why(rule: str) -> str:
    """Gives why a rule leaves lines out; empty for one that nobody described."""
    card = describe_coded_rule(rule)
    if card is not None:
        return card.why
    whys = _furniture_whys()
    if rule in whys:
        return whys[rule]
    heading = rule.removesuffix(BELOW)
    return f"It stands below a heading: {whys[heading]}" if heading in whys else ""


@cache
def _furniture_whys() -> dict[str, str]:
    return {one.id: one.why for one in furniture_classes()}


# --- facts ---------------------------------------------------------------------------------


def _article(page: Page, reading: Reading) -> ArticleFates:
    article = reading.article
    return ArticleFates(
        article_id=article.id,
        title=article.title,
        facts=tuple(_facts(page, reading)),
        issues=reading.issues,
    )


def _facts(page: Page, reading: Reading) -> Iterator[Fact]:
    article, given, declared = reading.article, page.given, page.declared
    heads = [text for text, role in _lines(page) if role == "title"]
    feed = page.feed
    yield _fact("title", article.title, [
        ("given", given.title), ("meta", declared.title), *(("text", head) for head in heads),
        ("feed", feed.title if feed else None),
    ])  # fmt: skip
    yield from _dates(article)
    yield _outlet(page, reading, [
        ("given", given.outlet), ("meta", declared.outlet),
        *(("text", one.text) for one in reading.dropped if one.rule == SIGN),
        ("feed", feed.source if feed else None),
    ])  # fmt: skip
    yield _fact("byline", article.byline, [
        ("meta", declared.byline),
        *(("text", one.text) for one in reading.dropped if one.kind == "byline"),
    ])  # fmt: skip
    if article.host:
        yield Fact(name="host", value=article.host, method="url")
    dateline = article.dateline
    if dateline:
        value = " — ".join(filter(None, (dateline.place, *dateline.agencies)))
        yield Fact(name="dateline", value=value, method="text")
    if article.credits:
        yield Fact(name="credits", value="، ".join(article.credits), method="text")
    yield _fact("section", article.section, [("meta", declared.section)])
    yield _fact("tags", "، ".join(article.tags) or None, [("meta", "، ".join(declared.tags))])


def _outlet(page: Page, reading: Reading, told: Iterable[tuple[str, str | None]]) -> Fact:
    """Gives the outlet with the method that the reading names; the address may have told it."""
    outlet, url = reading.article.outlet, page.given.url or page.declared.url
    fact = _fact("outlet", outlet.name if outlet else None, told)
    if outlet is None or outlet.method is None:
        return fact
    evidence = fact.evidence
    if outlet.method == "url" and url:
        evidence = (*evidence, Evidence(place="url", written=url, fate="used"))
    return msgspec.structs.replace(fact, method=outlet.method, evidence=evidence)


def _lines(page: Page) -> Iterable[tuple[str, str]]:
    return zip(page.text.split("\n"), page.roles, strict=False)


def _fact(name: str, value: str | None, told: Iterable[tuple[str, str | None]]) -> Fact:
    """Gives a fact with what was told of it; its method is that of the first that says the same.

    One of which nothing that was told says the same was found in the text.
    """
    known = [(place, " ".join(written.split())) for place, written in told if written]
    evidence = tuple(
        Evidence(place=place, written=written, fate=_agreement(value, written))
        for place, written in dict.fromkeys(known)
    )
    alike = [one.place for fate in ("used", "agrees") for one in evidence if one.fate == fate]
    method = next(iter(alike), None)
    return Fact(name=name, value=value, method=method or ("text" if value else None),
                evidence=evidence)  # fmt: skip


def _agreement(value: str | None, written: str) -> str:
    """Says whether what is written is the value, holds it, or differs from it."""
    one, other = fold_key(value or ""), fold_key(written)
    if one == other:
        return "used"
    return "agrees" if one and (one in other or other in one) else "differs"


def _dates(article: Article) -> Iterator[Fact]:
    for name, found in (("published", article.published), ("modified", article.modified)):
        evidence = tuple(
            Evidence(
                place=f"{one.method}, {one.place}" if one.place != one.method else one.method,
                written=one.written,
                fate=one.fate,
                reason=one.reason,
            )
            for one in article.dates
            if (one.kind == "modified") == (name == "modified")
        )
        if name == "published" or found or evidence:
            value = found.value if found else None
            yield Fact(
                name=name, value=value, method=found.method if found else None, evidence=evidence
            )
