"""A page becomes the articles on it."""

from hashlib import sha256
from typing import Final, NamedTuple

from musnad.config import DEFAULT_LIMITS
from musnad.errors import UNREADABLE
from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, Cleaned, Dropped, Issue, Outlet, Page, PageRef, SiteLines
from musnad.stages.clean_articles.addresses import host_of
from musnad.stages.clean_articles.bylines import find_byline
from musnad.stages.clean_articles.drafts import Draft
from musnad.stages.clean_articles.empty import (
    leave_out_error,
    only_headline,
    only_preview,
    why_empty,
)
from musnad.stages.clean_articles.entries import date_entry
from musnad.stages.clean_articles.facts import find_credits, find_dateline, find_tags
from musnad.stages.clean_articles.outlets import find_outlet, page_address
from musnad.stages.clean_articles.published import Dating, find_published
from musnad.stages.clean_articles.scripts import name_language
from musnad.stages.clean_articles.sections import find_section
from musnad.stages.clean_articles.sort import sort_lines
from musnad.stages.clean_articles.written import page_spans, write_text

__all__ = ["NONE", "clean_articles"]

NONE: Final = SiteLines()


def clean_articles(page: Page, lexicon: Lexicon, site: SiteLines = NONE) -> tuple[Cleaned, ...]:
    """Gives the articles on the page, at least one; what was left out is in `dropped`.

    Lines that `site` is known to repeat on its pages are left out. A page without article text
    gives one article with empty text and issue M-106.
    """
    drafts = sort_lines(page, lexicon, site)
    leave_out_error(page, drafts)
    outlet = find_outlet(page, drafts[0], lexicon)
    several = len(drafts) > 1
    dating = find_published(page, drafts[0], first=True)
    cleaned = [_clean(page, drafts[0], _Part(1, several, outlet, dating), lexicon)]
    for number, draft in enumerate(drafts[1:], 2):
        own = find_published(page, draft, first=False)
        dated = date_entry(draft, own.published, dating.published)
        part = _Part(number, several, outlet, own._replace(published=dated))
        cleaned.append(_clean(page, draft, part, lexicon))
    return tuple(cleaned)


class _Part(NamedTuple):
    """Which article of the page it is, whether there are several, who published it and when."""

    number: int
    several: bool
    outlet: Outlet | None
    dating: Dating


def _clean(page: Page, draft: Draft, part: _Part, lexicon: Lexicon) -> Cleaned:
    number, several, outlet, dating = part
    first = number == 1
    written = write_text(page, draft, first=first)
    dateline = find_dateline(draft, lexicon)
    article = Article(
        id=identity("article", page.id, number),
        text_sha256=sha256(written.text.encode("utf-8", "surrogatepass")).hexdigest(),
        source_id=page.source_id if first else f"{page.source_id}#{number}",
        url=page.given.url or page.declared.url,
        outlet=outlet,
        title=written.title,
        subtitle=next((kept.line.text for kept in draft.kept if kept.kind == "subtitle"), None),
        byline=find_byline(page, draft, outlet, lexicon, first=first),
        section=find_section(page, draft, first=first),
        tags=find_tags(page, draft, lexicon, first=first),
        published=dating.published,
        modified=dating.modified,
        dates=dating.evidence,
        host=host_of(page_address(page)),
        dateline=dateline,
        credits=find_credits(draft, dateline, outlet, lexicon),
        language=name_language(written.text),
        part_of=page.id if several else None,
        text=written.text,
        page=PageRef(sha256=page.sha256, encoding=page.encoding, map=written.map),
    )
    issues = [*dating.issues, *_issues(page, article, draft, several=several)]
    if written.cut:
        limit = DEFAULT_LIMITS.text_characters
        issues.append(Issue(code="M-102", detail=f"the text was cut at {limit} code points"))
    if first:
        preview = only_preview(page, draft) if written.text else None
        locked = [Issue(code="M-123", detail=preview)] if preview else []
        issues = [*page.issues, *issues, *locked]
    return Cleaned(
        article=article, blocks=written.blocks, dropped=_dropped(page, draft), issues=tuple(issues)
    )


def _dropped(page: Page, draft: Draft) -> tuple[Dropped, ...]:
    left = draft.in_order()
    spans = page_spans(page, [(each.line.start, each.line.end) for each in left])
    dropped = [
        Dropped(
            kind=each.label.kind,
            page_start=start,
            page_end=end,
            text=each.line.text,
            rule=each.label.rule,
        )
        for each, (start, end) in zip(left, spans, strict=True)
    ]
    return tuple(dropped)


def _issues(page: Page, article: Article, draft: Draft, *, several: bool) -> list[Issue]:
    issues: list[Issue] = []
    if several:
        issues.append(Issue(code="M-110", detail=article.source_id))
    if any(issue.code in UNREADABLE for issue in page.issues):
        return issues
    if not article.text or only_headline(draft):
        issues.append(Issue(code="M-106", detail=why_empty(page, draft)))
    elif article.language != "ar":
        issues.append(Issue(code="M-105", detail=f"language {article.language}"))
    limit = DEFAULT_LIMITS.line_characters
    if len(page.text) > limit and any(len(line) > limit for line in page.text.split("\n")):
        issues.append(Issue(code="M-108", detail=f"more than {limit} code points"))
    return issues
