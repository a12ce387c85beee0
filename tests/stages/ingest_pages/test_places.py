import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages
from musnad.stages.ingest_pages.markup import read_html
from musnad.stages.ingest_pages.places import place_lines

PIECES = st.sampled_from(
    ["قال الوزير", "الميناء", " ", "\n\t", "&amp;", "&nbsp;", "&#x64A;", "&", "<", "🚢",
     "\u0651", "س", "<b>", "</b>", "<p>", "</p>", "<div>", "</div>", "<br>", "<!-- س -->",
     "<script>س</script>",
     "<head><title>س</title></head>", "<h1>", "</h1>", "<a href='س'>", "</a>", "<li>", "<table>",
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
        "إغلاق ميناء النورس بعد العاصفة", "أغلقت السلطات", "ميناء النورس", "أمام السفن", "الكبيرة",
        "بعد عاصفة", "ضربت الساحل قبل يومين.",
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
    assert runs == ["قال", "الوزير إن الميناء", "مغلق", "اليوم."]


@pytest.mark.parametrize("piece", ["<svg>", "<!--", "<", "&", "<p>س", "<script>"])
def test_hostile_pages_are_placed_in_time(piece):
    html = piece * 50_000
    started = time.process_time()
    text = "\n".join(["س"] * 50_000)
    place_lines(html, text)
    assert time.process_time() - started < 5


def test_a_line_that_is_far_away_is_not_looked_for():
    html = "<p>أول</p><p>" + "ب" * 6000 + "</p><p>ثان</p>"
    assert len(place_lines(html, "أول\nثان")) == 1
    assert len(place_lines(html, read_html(html)[0])) == 3
