"""What the page's own data state of its article: evidence, and the text where none is shown."""

import json

from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل كله فجر أمس."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج."
LAST = "وأضاف أن السفن الصغيرة تمر من الممر الغربي بإذن من قبطان الميناء وحده."
OTHER = "قرأت الخبر أمس وأظن أن الميناء سيبقى مغلقا أكثر من ثلاثة أيام يا إخوتي في الصفا."
TITLE = "إغلاق ميناء النورس بعد العاصفة"


def clean(body, text, **dump):
    data = json.dumps({"@type": "NewsArticle", "articleBody": text}, **dump)
    html = (
        f"<html><head><title>{TITLE} | صدى مرسى</title>"
        f"<script type='application/ld+json'>{data}</script></head><body>{body}</body></html>"
    )
    page = ingest_pages(Received(data=html.encode(), name="x.html"))
    return clean_articles(page, load_lexicon())[0].article, html


def test_a_page_that_shows_no_article_gives_that_of_its_data():
    article, html = clean("<div id='app'></div>", f"{LEAD}\r\n{NEXT}\n\n{LAST}")
    assert article.text == f"{TITLE}\n{LEAD}\n{NEXT}\n{LAST}"
    text = f"{LEAD} {NEXT} {LAST}"
    article, html = clean("<div>حمل التطبيق</div>", text, ensure_ascii=False)
    rows = article.page.map
    assert [html[at : at + size] for _, _, at, size in rows] == [text]
    assert all(article.text[s : s + n] == html[at : at + n] for s, n, at, _ in rows)


def test_prose_that_the_data_do_not_state_does_not_draw_the_article_away():
    body = f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p><p>{LAST}</p></div>"
    talk = "<div>" + f"<p>{OTHER}</p><p>{OTHER} {OTHER}</p>" * 3 + "</div>"
    article, _ = clean(body + talk, f"{LEAD} {NEXT} {LAST}")
    assert article.text == f"{TITLE}\n{LEAD}\n{NEXT}\n{LAST}"


def test_a_text_of_the_data_that_the_page_does_not_show_is_no_evidence():
    body = f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p></div>"
    article, _ = clean(body, f"{OTHER} {OTHER} {OTHER}")
    assert article.text == f"{TITLE}\n{LEAD}\n{NEXT}"


def test_a_declared_headline_of_another_matter_is_not_taken():
    html = f"<title>أخبار اليوم في الصفا | صدى مرسى</title><div><p>{LEAD}</p><p>{NEXT}</p></div>"
    page = ingest_pages(Received(data=html.encode(), name="x.html"))
    assert clean_articles(page, load_lexicon())[0].article.title is None
