import pytest

from musnad.stages.ingest_pages.metadata import read_metadata
from musnad.stages.ingest_pages.tokens import read_tokens
from musnad.stages.ingest_pages.tree import Tree, read_signs

TITLE = "إغلاق ميناء النورس بعد العاصفة"


def read(html):
    return read_metadata(Tree(html, read_signs(read_tokens(html))))


def declared(head="", body=""):
    title = f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}">'
    return read(f"<html><head>{title}{head}</head><body>{body}</body></html>")


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


def test_the_section_is_the_last_step_of_the_breadcrumb_before_the_article():
    steps = ", ".join(
        f'{{"@type": "ListItem", "position": {at}, "name": "{name}"}}'
        for at, name in enumerate(("الرئيسية", "أخبار", "موانئ", TITLE), 1)
    )
    linked = json_ld(f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}')
    assert declared(linked).section == "موانئ"
    links = '<div class="breadcrumbs"><a href="/">الرئيسية</a> › <a href="/p">موانئ</a></div>'
    assert declared(body=links).section == "موانئ"


def test_a_breadcrumb_of_the_home_page_alone_is_no_section():
    assert declared(body='<div class="breadcrumb"><a href="/">الرئيسية</a></div>').section is None


def test_tags_come_from_links_of_the_article_before_the_words_of_the_site():
    keywords = '<meta name="keywords" content="ميناء النورس, عاجل">'
    tags = '<div><a rel="tag" href="/t/1">ميناء النورس</a> <a rel="tag" href="/t/2">عاصفة</a></div>'
    assert declared(keywords, tags).tags == ("ميناء النورس", "عاصفة")
    assert declared(keywords).tags == ("ميناء النورس", "عاجل")
    assert declared('<meta name="keywords" content="أخبار, عاجل">').tags == ()


def test_several_authors_are_one_byline():
    authors = '[{"name": "هند الصفوي"}, {"name": "سالم المرساوي"}]'
    linked = json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {authors}}}')
    assert declared(linked).byline == "هند الصفوي، سالم المرساوي"


def test_the_site_names_itself_in_json_ld():
    assert declared(json_ld('{"@type": "WebSite", "name": "صدى مرسى"}')).outlet == "صدى مرسى"


@pytest.mark.parametrize(
    "sign",
    [
        '<link rel="alternate" type="application/rss+xml" title="صدى مرسى - RSS" href="/rss">',
        '<img src="/logo.png" alt="صدى مرسى">',
        "<p>جميع الحقوق محفوظة لصدى مرسى 2031</p>",
        '<div class="logo-text"><i>كل الأخبار</i><a href="/">صدى مرسى</a></div>',
    ],
)
def test_beside_the_headline_stands_the_name_that_the_site_uses_elsewhere(sign):
    page = f"<html><head><title>محليات | صدى مرسى - {TITLE}</title></head><body><h1>{TITLE}</h1>"
    assert read(page + sign).outlet == "صدى مرسى"
    assert read(page).outlet is None


def test_an_organisation_behind_the_site_is_not_its_name():
    assert declared(json_ld('{"@type": "Organization", "name": "شركة المرفأ"}')).outlet is None


@pytest.mark.parametrize(
    "body",
    [
        '<div class="td-post-author-name">بواسطة <a href="#">هند الصفوي</a></div>',
        '<span itemprop="author" itemscope><meta itemprop="name" content="هند الصفوي"></span>',
        '<span id="ctl00_lblWriter">هند الصفوي</span>',
        '<div class="byline">هند الصفوي | 4 مايو 2031</div>',
    ],
)
def test_the_author_is_read_from_the_marks_of_usual_systems(body):
    assert declared(body=body).byline == "هند الصفوي"


def test_who_comments_is_no_author():
    comment = '<div class="comments"><span class="author">هند الصفوي</span></div>'
    assert declared(body=comment).byline is None


def test_broken_json_ld_is_read_all_the_same():
    node = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2031-05-04",}}'
    assert declared(json_ld(f"//<![CDATA[\n{node}\n//]]>")).published == "2031-05-04"


def test_of_two_articles_that_nothing_ties_to_the_page_neither_dates_it():
    nodes = ", ".join(
        f'{{"@type": "NewsArticle", "headline": "خبر {day}", "datePublished": "2031-05-0{day}"}}'
        for day in (1, 2)
    )
    assert declared(json_ld(f"[{nodes}]")).published is None


def test_an_author_that_is_only_referred_to_is_named_elsewhere():
    linked = json_ld(
        '{"@graph": [{"@type": "WebPage", "author": {"@id": "#p"}},'
        ' {"@type": "Person", "@id": "#p", "name": "هند الصفوي"}]}'
    )
    assert declared(linked).byline == "هند الصفوي"


def test_the_one_name_that_leads_to_a_page_of_an_author_is_the_author():
    link = '<a class="x1" href="/writers/{}">{}</a>'
    one = link.format(7, "هند الصفوي")
    assert declared(body=one + one).byline == "هند الصفوي"
    assert declared(body=one + link.format(8, "سالم المرساوي")).byline is None


def test_keywords_of_which_few_speak_of_the_article_are_those_of_the_site():
    words = '<meta name="keywords" content="منتدى, النورس, أخبار, شباب">'
    assert declared(words).tags == ()


def test_a_headline_cut_into_words_is_no_list_of_keywords():
    words = f'<meta name="keywords" content="{",".join(TITLE.split())}">'
    assert declared(words).tags == ()


def test_the_logo_names_the_site_where_nothing_else_does():
    assert (
        declared(body='<a class="logo" href="/x"><img alt="شعار صدى مرسى"></a>').outlet
        == "صدى مرسى"
    )
    assert declared(body='<a class="logo" href="/x"><img alt="الرئيسية"></a>').outlet is None
