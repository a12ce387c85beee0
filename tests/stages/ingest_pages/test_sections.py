"""Which section a page says that it stands in, and what names none."""

import pytest

from musnad.stages.ingest_pages.metadata import read_metadata
from musnad.stages.ingest_pages.tokens import read_tokens
from musnad.stages.ingest_pages.tree import Tree, read_signs

TITLE = "إغلاق ميناء النورس بعد العاصفة"
ADDRESS = "https://sada.example/ports/2031/05/04/closing"
SLUG = '<meta property="article:section" content="ports">'


def section(body="", head=""):
    html = f"<html><head><title>{TITLE}</title>{head}</head><body>{body}<h1>{TITLE}</h1></body>"
    return read_metadata(Tree(html, read_signs(read_tokens(html))), ADDRESS).section


def test_the_key_of_a_system_is_no_section():
    assert section(head=SLUG) is None
    assert section(head='<meta property="article:section" content="موانئ">') == "موانئ"


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="/ports">موانئ</a></p>',
        '<nav><a href="https://sada.example/ports/">موانئ</a> <a href="/law">قضاء</a></nav>',
        '<span itemprop="articleSection">موانئ</span>',
        '<div class="field field-name-field-section"><b>القسم</b> <a href="/t/1">موانئ</a></div>',
        '<div class="post-cat">موانئ</div>',
        '<nav><li class="active"><a href="/s/2">موانئ</a></li><li>قضاء</li></nav>',
    ],
)
def test_the_page_shows_its_section_in_its_own_words(body):
    assert section(body, SLUG) == "موانئ"


def test_of_several_open_entries_none_is_the_section():
    entries = "".join(
        f'<li class="active"><a href="/s/{at}">{name}</a></li>'
        for at, name in enumerate(("موانئ", "قضاء"))
    )
    assert section(f"<nav>{entries}</nav><p>.</p>") is None


def test_the_link_to_an_author_above_the_headline_is_no_section():
    assert section('<p><a href="/writers/7">هند الصفوي</a></p>') is None


def test_the_data_of_an_app_name_section_and_author():
    data = (
        f'{{"page": [{{"title": "{TITLE}", "section": {{"name": "موانئ", "slug": "ports"}},'
        ' "authors": [{"name": "هند الصفوي"}]}, {"title": "خبر آخر", "section": "قضاء"}]}'
    )
    html = (
        f"<title>{TITLE}</title><h1>{TITLE}</h1>"
        f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    )
    declared = read_metadata(Tree(html))
    assert (declared.section, declared.byline) == ("موانئ", "هند الصفوي")
