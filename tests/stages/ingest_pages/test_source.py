import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages
from musnad.stages.ingest_pages.source import read_source
from musnad.stages.ingest_pages.tokens import read_tokens

PIECES = st.sampled_from(
    ["قال الوزير", "الميناء", " ", "\n\t", "&amp;", "&nbsp;", "&#x64A;", "&", "<", "🚢",
     "\u0651", "س", "<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<br>", "<!-- س -->",
     "<script>س</script>",
     "<head><title>س</title></head>", "<h1>", "</h1>", "<nav>", "<tr>",
     "<td hidden>", "<button>", "<p class='", "</x", "\u2028",
     "<a href='س'>", "</a>", "<li>", "<table>",
     "<td>", "<svg/>", "<svg>", "<!--", "\u00a0", "\r\n", "."]
)  # fmt: skip
HTML = """<!doctype html><html><head><title>إغلاق ميناء النورس بعد العاصفة</title></head><body>
<nav><a href="/">الرئيسية</a></nav><h1>إغلاق ميناء النورس بعد العاصفة</h1>
<p>أغلقت السلطات <b>ميناء النورس</b> أمام السفن
   الكبيرة &quot;بعد عاصفة&quot; ضربت الساحل قبل يومين.</p>
<p>وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام.</p>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_row_of_the_map_is_the_same_on_both_sides(html):
    page = ingest_pages(Received(data=html.encode(), name="x.html"))
    for cleaned in clean_articles(page, load_lexicon()):
        for start, length, page_start, page_length in cleaned.article.page.map:
            text = cleaned.article.text[start : start + length]
            assert text == html[page_start : page_start + page_length] != ""


def test_the_map_of_html_leads_to_its_source():
    page = ingest_pages(Received(data=HTML.encode(), name="x.html"))
    cleaned = clean_articles(page, load_lexicon())[0]
    text, rows = cleaned.article.text, cleaned.article.page.map
    assert [text[start : start + length] for start, length, _, _ in rows] == [
        "إغلاق ميناء النورس بعد العاصفة",
        "أغلقت السلطات ", "ميناء النورس", " أمام السفن", "الكبيرة ", "بعد عاصفة",
        " ضربت الساحل قبل يومين.",
        "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام.",
    ]  # fmt: skip
    assert all(HTML[at : at + n] == text[start : start + n] for start, n, at, _ in rows)
    assert rows[0][2] > HTML.index("<h1>")
    dropped = {each.text: HTML[each.page_start : each.page_end] for each in cleaned.dropped}
    assert dropped == {text: text for text in ("الرئيسية", "جميع الحقوق محفوظة")}


def test_the_map_of_html_in_a_record_leads_to_its_html():
    data = '{"html": "<p>قال \\u0000 الوزير إن الميناء <i>مغلق</i> اليوم.</p>"}'.encode()
    page = ingest_pages(Received(data=data, name="x.jsonl#1"))
    html = "<p>قال  الوزير إن الميناء <i>مغلق</i> اليوم.</p>"
    assert [issue.code for issue in page.issues] == ["M-107"]
    runs = [html[source : source + length] for _, source, length in page.places]
    assert runs == ["قال", "الوزير إن الميناء ", "مغلق", " اليوم."]


@pytest.mark.parametrize(
    "piece",
    [
        "<svg>",
        "<!--",
        "<",
        "&",
        "<p>س",
        "<script>",
        "<a",
        "<div class='س",
        '<b ">" \'',
        "</",
        "<td>",
    ],
)
def test_hostile_pages_are_read_in_time(piece):
    started = time.process_time()
    read(piece * 50_000)
    assert time.process_time() - started < 5


def read(html):
    return read_source(read_tokens(html))


def lines(html):
    return [line.text for line in read(html).lines]


def test_elements_nested_beyond_the_limit_keep_their_text_and_what_follows_them():
    html = "<div>" * 900 + "<p>أول</p>" + "</div>" * 900 + "<p>ثان</p>"
    source = read(html)
    assert [line.text for line in source.lines] == ["أول", "ثان"]
    assert source.elements[source.lines[1].element].parent == 0


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>أول<p>ثان<div>ثالث</div>رابع", ["أول", "ثان", "ثالث", "رابع"]),
        ("<ul><li>أول<li>ثان</ul>ثالث", ["أول", "ثان", "ثالث"]),
        ("<table><tr><td>أول<td>ثان<tr><td>ثالث</table>", ["أول", "ثان", "ثالث"]),
        ("أول<br>ثان<BR/>ثالث", ["أول", "ثان", "ثالث"]),
        ("<p>أول <b>ثان <i>ثالث</b> رابع</i></p>", ["أول ثان ثالث رابع"]),
        ("<p>أول<script>if (a<b) '</p>'</script> ثان</p>", ["أول ثان"]),
        ("<p>أول<noscript><p>ثان</p></noscript></p>", ["أول"]),
        ('<p>أول <span style="display: none">ثان</span>ثالث</p>', ["أول ثالث"]),
        ('<p title="أول > ثان">ثالث</p>', ["ثالث"]),
        ("<p>أول&#10;ثان&#x2028;ثالث\u2028رابع</p>", ["أول ثان ثالث رابع"]),
        ("<p>أول</p><div", ["أول"]),
        ("<pre>أول\n ثان\n\nثالث</pre>رابع\nخامس", ["أول ثان", "ثالث", "رابع خامس"]),
        ("<pre>أول\nثان</pre>", ["أول", "ثان"]),
    ],
)
def test_lines_end_where_blocks_do_whatever_is_left_unclosed(html, expected):
    assert lines(html) == expected


def test_an_end_tag_in_a_cell_closes_nothing_outside_of_the_table():
    source = read("<div><table><tr><td>أول</div></td></tr></table>ثان</div>ثالث")
    first, second, third = (source.elements[line.element] for line in source.lines)
    assert (first.tag, second.tag, third.tag) == ("td", "div", "")


def test_letters_of_links_are_counted_also_where_a_link_is_left_open():
    source = read('<p>أول <a href="x">ثان</a></p><div><a>ثالث</div><p>رابع</p>')
    assert [line.linked for line in source.lines] == [3, 0, 0]
    source = read('<div><a name="top">أول<p>ثان</p></div><div><a href="x">ثالث</div>رابع')
    assert [line.linked for line in source.lines] == [0, 0, 4, 0]


def test_letters_are_as_high_as_tags_say():
    source = read(
        "<p>أول</p><b>ثان</b><p><font size=5>ثالث</font></p><p style='font-size: 24px'>رابع</p>"
        "<p><b>خامس</b> سادس</p>"
    )
    assert [line.height for line in source.lines] == [6, 7, 10, 8, 6]


PROSE = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج في الميناء."
BLOCKS = st.sampled_from(
    [PROSE, f"<p>{PROSE}</p>", "<article class=post>", "</article>", "<h1>إغلاق الميناء</h1>",
     "<h2><a href=x>حريق في السوق</a></h2>", "<time datetime='2031-05-04'>4 مايو</time>", "14:35",
     "<table><tr><th>أ<th>ب<tr><td>1<td>2</table>", "<pre>أول\n\nثان</pre>", "<form><input></form>",
     "<font size=5><b>إغلاق ميناء النورس</b></font><br>", "<div class=related>", "<div>", "</div>",
     "<div class=entry><p>14:35</p>", "<li><a href=x>خبر آخر من الصفا</a></li>", "<td>", "<tr>",
     f'<script type="application/ld+json">{{"articleBody": "{PROSE} {PROSE} {PROSE}"}}</script>',
     "<div hidden>", "<blockquote class=twitter-tweet>— وزارة (@m) 4 مايو", "<ul>", "</ul>"]
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=40).map("".join))
def test_whatever_the_blocks_every_line_has_a_role_and_every_row_its_letters(html):
    page = ingest_pages(Received(data=html.encode(), name="x.html"))
    assert len(page.roles) == (len(page.text.split("\n")) if page.text else 0)
    assert [page.text[at : at + n] for at, _, n in page.places] == [
        html[source : source + n] for _, source, n in page.places
    ]
    articles = clean_articles(page, load_lexicon())
    for cleaned in articles:
        for start, length, page_start, _ in cleaned.article.page.map:
            text = cleaned.article.text[start : start + length]
            assert text == html[page_start : page_start + length] != ""
    dropped = sum(len(cleaned.dropped) for cleaned in articles)
    kept = sum(block.end > block.start for cleaned in articles for block in cleaned.blocks)
    assert dropped + kept >= len([line for line in page.text.split("\n") if line.strip()])
