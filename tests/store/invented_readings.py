"""A small reader for tests of the store: each line «S: C» of a page becomes a statement."""

from hashlib import sha256

from musnad.model.ids import identity
from musnad.model.records import (
    SCHEMA,
    Article,
    Cue,
    Hop,
    Issue,
    Outlet,
    PageRef,
    Published,
    Reading,
    Received,
    Speaker,
    Statement,
    Versions,
)  # fmt: skip
from musnad.model.spans import make_span

RULES = "rules-1"


def page_id_of(received: Received) -> str:
    return identity("page", received.given.url or sha256(received.data).hexdigest())


def read_invented(
    received: Received, lexicon: object = None, site: object = None
) -> tuple[Reading, ...]:
    """Pages with «=====» hold several articles; «BROKEN» raises."""
    text = received.data.decode()
    if "BROKEN" in text:
        raise ValueError("a stage that cannot read this")
    parts = text.split("\n=====\n")
    return tuple(reading_of(received, part, place) for place, part in enumerate(parts))


def reading_of(received: Received, text: str, place: int, rules: str = RULES) -> Reading:
    article = _article(received, text, place)
    issues = () if text else (Issue(code="M-106", detail="nothing"),)
    return Reading(
        schema=SCHEMA, article=article, blocks=(), dropped=(), entities=(), mentions=(), times=(),
        quantities=(), statements=tuple(_statements(article)), events=(), issues=issues,
        versions=Versions(musnad="0.1.0", rules=rules, lexicons="lexicons-1"),
    )  # fmt: skip


def _article(received: Received, text: str, place: int) -> Article:
    given, page_id = received.given, page_id_of(received)
    stem = given.source_id or received.name.rsplit("/", 1)[-1].removesuffix(".txt")
    published = given.published and Published(
        value=given.published, precision="day", method="given", reliable=True
    )
    return Article(
        id=identity("article", page_id, place), text_sha256=sha256(text.encode()).hexdigest(),
        source_id=stem if place == 0 else f"{stem}#{place + 1}", url=given.url,
        outlet=Outlet(name=given.outlet) if given.outlet else None,
        title=given.title or text.split("\n", maxsplit=1)[0] or None, subtitle=None, byline=None,
        section=None, tags=(), published=published or None, dateline=None, credits=(),
        language="ar", part_of=None, text=text,
        page=PageRef(sha256=sha256(received.data).hexdigest(), encoding="utf-8"),
    )  # fmt: skip


def _statements(article: Article):
    offset = 0
    for line in article.text.split("\n"):
        if ": " in line:
            yield _statement(article, offset, offset + line.index(": "), offset + len(line))
        offset += len(line) + 1


def _statement(article: Article, start: int, colon: int, end: int) -> Statement:
    source = make_span(article.text, start, colon)
    content = make_span(article.text, colon + 2, end)
    return Statement(
        id=identity("statement", article.id, colon, content.start, end),
        cue=Cue(start=colon, end=colon + 1, text=":", lemma=":"), source=source,
        speaker=Speaker(name=source.text, kind="person", entity=None), relays=(),
        chain=(Hop(role="outlet", name="صحيفة المنارة"), Hop(role="speaker", name=source.text)),
        content=(content,), mode="direct", act="deny" if "لا " in content.text else "assert",
        medium=None, addressee=None, said="2031-03-05" if "الخميس" in content.text else None,
        polarity="affirmative", modality="fact", continues=None, inside=None, confidence=0.9,
        made_by="test.colon",
    )  # fmt: skip
