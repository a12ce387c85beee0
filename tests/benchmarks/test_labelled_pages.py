"""The labelled pages hold what their labels say."""

import html
import re

import pytest
from pages import LabelledArticle, LabelledPage
from pages.labelled import HERE, load

from musnad.stages.ingest_pages.decode import decode

PAGES = [*load(HERE / "developing"), *load(HERE / "measuring")]
HIDDEN = re.compile(r"<(script|style|noscript)\b.*?</\1\s*>|<!--.*?-->", re.S | re.I)
TAG = re.compile(r"<[^>]*>")


def folded(text: str) -> str:
    """Gives the text without white space: where a tag stood, words may touch."""
    return "".join(text.split())


def visible(page: LabelledPage) -> str:
    text = HIDDEN.sub(" ", decode(page.data).text)
    return folded(html.unescape(TAG.sub(" ", text)))


def body(articles: tuple[LabelledArticle, ...]) -> set[str]:
    return {folded(text) for article in articles for text in article.paragraphs}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_titles_and_paragraphs_stand_in_the_page(page):
    shown = visible(page)
    for article in page.labels.articles:
        texts = (article.title, article.subtitle, *article.paragraphs, *article.captions)
        assert [text for text in texts if text and folded(text) not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_furniture_stands_in_the_page_and_in_no_paragraph(page):
    shown, paragraphs = visible(page), body(page.labels.articles)
    for line in map(folded, page.labels.not_article):
        assert line in shown
        assert not any(line in paragraph for paragraph in paragraphs)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_lie_in_the_folder_of_their_layout_and_have_an_invented_address(page):
    assert page.name.partition("/")[0] == page.labels.layout
    assert re.match(r"https?://[\w.-]+\.example(/|$)", page.labels.url)


def test_no_two_pages_share_a_paragraph():
    """A reprint is a page of its own kind: named in its outlet's credit, so told here."""
    seen: dict[str, str] = {}
    twice = []
    for page in PAGES:
        for text in body(page.labels.articles):
            if len(text) > 60 and seen.setdefault(text, page.name) != page.name:
                twice.append((seen[text], page.name))
    assert twice == []
