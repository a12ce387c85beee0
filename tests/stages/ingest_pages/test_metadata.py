from musnad.stages.ingest_pages.markup import read_html

TITLE = "إغلاق ميناء النورس بعد العاصفة"


def declared(head="", body=""):
    title = f'<title>{TITLE}</title><meta property="og:title" content="{TITLE}">'
    return read_html(f"<html><head>{title}{head}</head><body>{body}</body></html>")[2]


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
    keywords = '<meta name="keywords" content="أخبار, عاجل, مرسى">'
    tags = '<div><a rel="tag" href="/t/1">ميناء النورس</a> <a rel="tag" href="/t/2">عاصفة</a></div>'
    assert declared(keywords, tags).tags == ("ميناء النورس", "عاصفة")
    assert declared(keywords).tags == ("أخبار", "عاجل", "مرسى")


def test_several_authors_are_one_byline():
    authors = '[{"name": "هند الصفوي"}, {"name": "سالم المرساوي"}]'
    linked = json_ld(f'{{"@type": "NewsArticle", "headline": "{TITLE}", "author": {authors}}}')
    assert declared(linked).byline == "هند الصفوي، سالم المرساوي"


def test_the_site_names_itself_in_json_ld_or_beside_the_headline():
    assert declared(json_ld('{"@type": "WebSite", "name": "صدى مرسى"}')).outlet == "صدى مرسى"
    feed = '<link rel="alternate" type="application/rss+xml" title="صدى مرسى - RSS" href="/rss">'
    page = f"<html><head><title>صدى مرسى: {TITLE}</title>{feed}</head><body><h1>{TITLE}</h1></body>"
    assert read_html(page)[2].outlet is None
    named = page.replace("</head>", f'<meta property="og:title" content="{TITLE}"></head>')
    assert read_html(named)[2].outlet == "صدى مرسى"


def test_an_organisation_behind_the_site_is_not_its_name():
    assert declared(json_ld('{"@type": "Organization", "name": "شركة المرفأ"}')).outlet is None
