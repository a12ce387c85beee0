"""The tools that are compared, each with the settings that are tried on the developing half.

Rivals are only run: `pip install -e '.[bench]'` installs them, nothing of the program needs them.
"""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from musnad.lexicons import load_lexicon
from musnad.model.records import Cleaned, Given, Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages
from pages import Found, LabelledPage, Tool

MAX_DATE = "2039-12-31"
"""The invented world has later days than today, which htmldate would refuse."""
KEPT = ("body", "subtitle")


def read_ours(page: LabelledPage) -> Found:
    """Gives what Musnad finds: the first article of the page, of a live blog all entries."""
    articles = articles_of(page)
    live = any(one.time for one in page.labels.articles)
    first = articles[0].article
    return Found(
        lines=tuple(line for one in (articles if live else articles[:1]) for line in lines_of(one)),
        title=first.title,
        published=first.published and first.published.value,
    )


def lines_of(article: Cleaned) -> Iterator[str]:
    """Gives the lines of the body."""
    text = article.article.text
    return (text[one.start : one.end] for one in article.blocks if one.kind in KEPT)


def articles_of(page: LabelledPage) -> tuple[Cleaned, ...]:
    """Gives the articles that Musnad finds on the page; nothing but its address is given."""
    given = Given(url=page.labels.url or None)
    received = Received(data=page.data, name=page.name, format="html", given=given)
    return clean_articles(ingest_pages(received), load_lexicon())


def read_trafilatura(page: LabelledPage, **settings: Any) -> Found:
    """Gives what trafilatura finds; its dates are those of htmldate."""
    found = import_module("trafilatura").bare_extraction(
        page.data,
        url=page.labels.url or None,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": True, "max_date": MAX_DATE},
        **settings,
    )
    if found is None:
        return Found()
    return Found(lines=tuple(found.text.splitlines()), title=found.title, published=found.date)


def read_resiliparse(page: LabelledPage, **settings: Any) -> Found:
    """Gives what resiliparse finds; it has a title, that of `<title>`, and no date."""
    html = decoded(page.data)
    tree = import_module("resiliparse.parse.html").HTMLTree.parse(html)
    plain = import_module("resiliparse.extract.html2text").extract_plain_text
    text = plain(tree, main_content=True, alt_texts=False, list_bullets=False, **settings)
    return Found(lines=tuple(text.splitlines()), title=tree.title)


def read_readability(page: LabelledPage, **settings: Any) -> Found:
    """Gives what readability-lxml finds, its HTML made text line by line; it has no date."""
    document = import_module("readability").Document(decoded(page.data), **settings)
    plain = import_module("resiliparse.extract.html2text").extract_plain_text
    text = plain(document.summary(), alt_texts=False, list_bullets=False)
    return Found(lines=tuple(text.splitlines()), title=document.short_title())


def read_justext(page: LabelledPage, **settings: Any) -> Found:
    """Gives what jusText finds with its own Arabic stop list; it has no title and no date."""
    justext = import_module("justext")
    stops = justext.get_stoplist("Arabic")
    found = justext.justext(decoded(page.data), stops, **settings)
    return Found(lines=tuple(one.text for one in found if not one.is_boilerplate))


def read_newspaper(page: LabelledPage, **settings: Any) -> Found:
    """Gives what newspaper4k finds."""
    newspaper = import_module("newspaper")
    article = newspaper.Article(page.labels.url, language="ar", fetch_images=False, **settings)
    article.download(input_html=decoded(page.data))
    article.parse()
    day = article.publish_date
    return Found(
        lines=tuple(article.text.splitlines()),
        title=article.title,
        published=day.date().isoformat() if day else None,
    )


def decoded(data: bytes) -> str:
    """Gives the page as text for a tool that wants text: by the encoding it declares or shows."""
    encoding = import_module("resiliparse.parse.encoding")
    return encoding.bytes_to_str(data, encoding.detect_encoding(data, from_html_meta=True))


OURS = Tool(
    name="musnad", settings={"as is": {}}, read=read_ours, gives=frozenset(("title", "date"))
)
RIVALS = {
    "trafilatura": Tool(
        name="trafilatura",
        settings={
            "default": {},
            "favor_precision": {"favor_precision": True},
            "favor_recall": {"favor_recall": True},
            "no tables": {"include_tables": False},
            "favor_precision, no tables": {"favor_precision": True, "include_tables": False},
            "fast": {"fast": True},
        },
        read=read_trafilatura,
        gives=frozenset(("title", "date")),
    ),
    "resiliparse": Tool(
        name="resiliparse",
        settings={"main_content": {}, "main_content, post_meta": {"post_meta": True}},
        read=read_resiliparse,
        gives=frozenset(("title",)),
    ),
    "readability": Tool(
        name="readability-lxml",
        settings={
            "default": {},
            "min_text_length 15": {"min_text_length": 15},
            "min_text_length 15, retry_length 100": {"min_text_length": 15, "retry_length": 100},
        },
        read=read_readability,
        gives=frozenset(("title",)),
    ),
    "justext": Tool(
        name="jusText",
        settings={
            f"stopwords {low}/{high}, lengths {short}/{long}, {heads}": {
                "stopwords_low": low,
                "stopwords_high": high,
                "length_low": short,
                "length_high": long,
                "no_headings": heads == "no headings",
            }
            for low, high in ((0.30, 0.32), (0.15, 0.20))
            for short, long in ((70, 200), (40, 120))
            for heads in ("headings", "no headings")
        },
        read=read_justext,
    ),
    "newspaper": Tool(
        name="newspaper4k",
        settings={"language ar": {}},
        read=read_newspaper,
        gives=frozenset(("title", "date")),
    ),
}
"""The rivals by the name of their module."""


def rivals() -> Iterator[Tool]:
    """Gives the rivals that are installed."""
    return (tool for module, tool in RIVALS.items() if find_spec(module))


def absent() -> Iterator[str]:
    """Gives the names of the rivals that are not installed."""
    return (tool.name for module, tool in RIVALS.items() if not find_spec(module))
