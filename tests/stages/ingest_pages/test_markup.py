import time

import pytest

from musnad.stages.ingest_pages.markup import read_html

PAGE = """<html><head><title>إغلاق الميناء - صدى مرسى</title>
<meta property="og:site_name" content="صدى مرسى">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",
 "headline": "إغلاق الميناء", "datePublished": "2031-05-04T09:30:00+03:00",
 "author": [{"name": "هند الصفوي"}], "keywords": "ميناء، الصفا"}]}</script></head>
<body><nav><a href="/">الرئيسية</a> <a href="/s">سياسة</a></nav>
<article><h1>إغلاق الميناء</h1>
<p>أغلقت السلطات في الصفا <b>ميناء</b> النورس أمس بعد عاصفة قوية ضربت الساحل كله.</p>
<p>وقال الوزير إن الإغلاق مؤقت، وإن السفن تنتظر في عرض البحر حتى يهدأ الموج تماما.</p>
<div class="related-posts"><p><a href="/x">خبر آخر لا صلة له بالميناء ولا بالسفن</a></p></div>
</article><footer>جميع الحقوق محفوظة 2031</footer></body></html>"""


def test_visible_lines_have_roles_and_scripts_are_not_text():
    text, roles, *_ = read_html(PAGE)
    lines = dict(zip(text.split("\n"), roles, strict=True))
    assert lines["إغلاق الميناء"] == "title"
    assert "أغلقت السلطات في الصفا ميناء النورس أمس بعد عاصفة قوية ضربت الساحل كله." in lines
    assert lines["خبر آخر لا صلة له بالميناء ولا بالسفن"] == "related"
    assert lines["جميع الحقوق محفوظة 2031"] == "outside"
    assert "datePublished" not in text


def test_metadata_are_read():
    declared = read_html(PAGE).declared
    assert declared.title == "إغلاق الميناء"
    assert declared.published == "2031-05-04T09:30:00+03:00"
    assert (declared.outlet, declared.byline) == ("صدى مرسى", "هند الصفوي")
    assert declared.tags == ("ميناء", "الصفا")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 10_000 + "نص",
        "<a" * 100_000,
        "<!--" * 50_000,
        "<html><body><p>نص" + "<b>" * 400,
        '<script type="application/ld+json">' + "[" * 50_000,
        "<table><tr><td>" * 5_000,
        "",
    ],
    ids=["deep", "open-tags", "comments", "cut", "json", "tables", "empty"],
)
def test_hostile_html_ends_soon_with_one_role_a_line(html):
    began = time.perf_counter()
    text, roles, *_ = read_html(html)
    assert len(roles) == (len(text.split("\n")) if text else 0)
    assert time.perf_counter() - began < 5
