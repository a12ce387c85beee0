import pytest

from musnad.stages.ingest_pages.declared_dates import meta_kind
from musnad.stages.ingest_pages.markup import read_html

TITLE = "إغلاق ميناء النورس بعد العاصفة"
HEAD = f'<head><title>{TITLE} - صدى مرسى</title><meta property="og:title" content="{TITLE}">'


def declared(head="", body=""):
    return read_html(f"<html>{HEAD}{head}</head><body>{body}</body></html>").declared


def told(head="", body=""):
    """Kind, place and words of each date that the page declares."""
    return [
        (date.kind, date.place.split(" ")[0], date.written) for date in declared(head, body).dates
    ]


def json_ld(text):
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("article:published_time", "published"),
        ("DC.date.issued", "published"),
        ("parsely-pub-date", "published"),
        ("og:updated_time", "modified"),
        ("last-modified", "modified"),
        ("date", "created"),
        ("dcterms.created", "created"),
        ("og:title", None),
        ("expires", None),
        ("copyright", None),
    ],
)
def test_what_the_date_of_a_meta_tag_says(name, kind):
    assert meta_kind(name) == kind


def test_every_date_of_the_page_is_told_with_its_kind():
    head = json_ld(
        f'{{"@graph": [{{"@type": "NewsArticle", "headline": "{TITLE}",'
        '"datePublished": "2031-05-04T09:30+03:00", "dateModified": "2031-05-05"}]}'
    )
    head += '<meta property="article:published_time" content="2031-05-04T06:30Z">'
    assert told(head) == [
        ("published", "json-ld", "2031-05-04T09:30+03:00"),
        ("modified", "json-ld", "2031-05-05"),
        ("published", "meta", "2031-05-04T06:30Z"),
    ]


def test_of_several_nodes_the_one_with_the_headline_of_the_page_speaks():
    other = (
        '{"@type": "NewsArticle", "headline": "خبر آخر من الصفا", "datePublished": "2030-01-01"}'
    )
    own = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "datePublished": "2031-05-04"}}'
    assert told(json_ld(f"[{other}, {own}]")) == [("published", "json-ld", "2031-05-04")]


def test_an_article_of_a_list_does_not_date_the_page():
    item = '{"@type": "NewsArticle", "headline": "خبر آخر من الصفا", "datePublished": "2030-01-01"}'
    assert told(json_ld(f'{{"@type": "ItemList", "itemListElement": [{item}]}}')) == []


def test_the_page_node_dates_an_article_without_a_node():
    assert told(json_ld('{"@type": "WebPage", "datePublished": "2031-05-04"}')) == [
        ("published", "json-ld", "2031-05-04")
    ]


def test_the_time_near_the_headline_wins_over_cards_and_comments():
    body = f"""<nav><time datetime="2031-06-01">1 يونيو</time></nav>
    <div class="cards"><article><h3>خبر آخر</h3><time datetime="2030-02-02">2</time></article></div>
    <main><article><h1>{TITLE}</h1><div class="meta"><time datetime="2031-05-04">4</time></div>
    <p>متن</p><div class="comments"><time datetime="2031-05-07">7</time></div></article></main>
    <aside><time datetime="2031-05-09">9</time></aside>"""
    assert told(body=body) == [("published", "time", "2031-05-04")]


def test_a_time_after_the_headline_is_nearer_than_one_before():
    before, after = '<time datetime="2030-01-01">1</time>', '<time datetime="2031-05-04">4</time>'
    body = f"<div>{before}<h1>{TITLE}</h1>{after}</div>"
    assert told(body=body)[0] == ("published", "time", "2031-05-04")


def test_microdata_and_marks_of_blogs():
    body = f"""<div itemscope><h1 itemprop="headline">{TITLE}</h1>
    <meta itemprop="datePublished" content="2031-05-04T10:00:00+03:00">
    <abbr class="published" title="2031-05-04T10:00:00+03:00">الأحد</abbr>
    <time class="updated" datetime="2031-05-06">6</time></div>"""
    assert told(body=body) == [
        ("published", "microdata", "2031-05-04T10:00:00+03:00"),
        ("modified", "time", "2031-05-06"),
        ("published", "element", "2031-05-04T10:00:00+03:00"),
    ]


def test_the_footer_of_the_article_may_hold_its_date_the_footer_of_the_page_may_not():
    inside = (
        f'<article><h1>{TITLE}</h1><footer><time datetime="2031-05-04">4</time></footer></article>'
    )
    outside = f'<main><h1>{TITLE}</h1></main><footer><time datetime="2031-05-04">4</time></footer>'
    assert len(told(body=inside)) == 1
    assert told(body=outside) == []


def test_words_before_a_time_are_told_for_its_label():
    label, time = "<span>آخر تحديث:</span>", '<time datetime="2031-05-06">6 مايو</time>'
    body = f"<div><h1>{TITLE}</h1><p>{label} {time}</p></div>"
    (date,) = declared(body=body).dates
    assert "آخر تحديث" in (date.beside or "")


@pytest.mark.parametrize(
    "head",
    [
        '<div class="top-bar"><span class="date">الثلاثاء 6 مايو 2031</span></div>',
        '<header><div class="time">6 مايو 2031</div></header>',
        '<div><span class="today">6 مايو 2031</span></div>',
    ],
)
def test_the_day_in_the_head_of_the_site_is_set_apart(head):
    page = declared(body=f"{head}<main><h1>{TITLE}</h1></main>")
    assert len(page.header_days) == 1
    assert page.dates == ()


def test_the_data_of_an_app_date_the_article_of_the_same_title():
    data = (
        '{"props": {"list": [{"title": "خبر آخر", "publishedAt": "2030-01-01"}],'
        f'"article": {{"title": "{TITLE}", "publishedAt": "2031-05-04T10:00:00Z"}}}}}}'
    )
    page = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    assert told(body=page) == [("published", "app", "2031-05-04T10:00:00Z")]


PROSE = "<p>أغلقت السلطات الميناء.</p><p>وقال الوزير إنه يفتح غدا.</p>"


@pytest.mark.parametrize(
    "below",
    [
        '<ul><li><a href="/x">حريق في سوق الصفا</a> <time datetime="2031-03-01">1</time></li></ul>',
        '<div><h4><a href="/x">حريق</a></h4><time datetime="2031-03-01">1</time></div>',
        '<div><b>سعيد</b> <time datetime="2031-05-09">9 مايو</time></div>',
    ],
    ids=["link", "heading", "below the text"],
)
def test_times_of_other_matter_in_the_article_do_not_date_it(below):
    assert told(body=f"<article><h1>{TITLE}</h1>{PROSE}{below}</article>") == []


@pytest.mark.parametrize(
    "mark",
    [
        '<span class="date" data-date="2031-05-04">منذ يومين</span>',
        '<div class="i"><span>محليات</span><span>2031-05-04</span><span>120 مشاهدة</span></div>',
        '<span class="time-ago" title="2031-05-04">منذ ساعة</span>',
    ],
)
def test_dates_in_attributes_and_in_plain_elements_below_the_headline(mark):
    (date,) = told(body=f"<article><h1>{TITLE}</h1>{mark}{PROSE}</article>")
    assert date[2] == "2031-05-04"


def test_the_time_in_the_foot_of_a_post_dates_it():
    foot = '<div class="post-footer"><span class="post-timestamp">4 مايو 2031</span></div>'
    assert told(body=f"<div><h3>{TITLE}</h3>{PROSE}{foot}</div>") == [
        ("published", "element", "4 مايو 2031")
    ]


@pytest.mark.parametrize("name", ["event-date", "header-date", "today"])
def test_dates_of_events_and_of_the_visit_are_not_those_of_the_article(name):
    mark = f'<span class="{name}">7 أبريل 2031</span>'
    assert told(body=f"<article><h1>{TITLE}</h1>{mark}{PROSE}</article>") == []


def test_without_a_headline_a_date_in_the_head_of_the_site_does_not_count():
    head = '<div id="top"><span class="date">4 مايو 2031</span></div>'
    assert told(body=f"{head}<div><b>{TITLE}</b>{PROSE}</div>") == []
    label = '<span id="ctl00_lblDate">4 مايو 2031</span>'
    assert len(told(body=f"<div><b>{TITLE}</b>{label}{PROSE}</div>")) == 1
