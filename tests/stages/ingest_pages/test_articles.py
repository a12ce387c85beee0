"""Articles side by side and live blogs: where the markup parts them, and where it does not."""

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل كله فجر أمس."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج."
TITLE = "إغلاق ميناء النورس بعد العاصفة"
OTHER = "حريق في سوق جسر الحجر"
OTHER_LEAD = "اشتعلت النار في سوق جسر الحجر فجر اليوم واحترقت عشرة دكاكين قبل وصول الإطفاء."
OTHER_NEXT = "وأكد الدفاع المدني أن النار أخمدت بعد ساعتين ولم يصب أحد من التجار أو الزوار."
HEAD = f"<html><head><title>{TITLE}</title></head><body>"


def clean(body, head=HEAD):
    page = ingest_pages(Received(data=(head + body).encode(), name="x.html"))
    return [cleaned.article for cleaned in clean_articles(page, load_lexicon())]


def post(title, *paragraphs, tag="article", before="", after=""):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<{tag} class='post'><h2>{title}</h2>{before}{text}{after}</{tag}>"


def test_articles_side_by_side_have_each_its_text_and_its_date():
    first, second = clean(
        "<div>"
        + post(TITLE, LEAD, NEXT, before="<time datetime='2031-05-04T10:00'>4 مايو</time>")
        + post(OTHER, OTHER_LEAD, OTHER_NEXT, before="<time datetime='2031-05-03'>3 مايو</time>")
        + "</div>"
    )
    assert first.text == f"{TITLE}\n{LEAD}\n{NEXT}"
    assert second.text == f"{OTHER}\n{OTHER_LEAD}\n{OTHER_NEXT}"
    assert second.published.value == "2031-05-03"
    assert first.published.value == "2031-05-04T10:00"


def test_sections_of_one_article_are_no_articles():
    sections = "".join(
        f"<section><h2>{name}</h2><p>{one}</p><p>{two}</p></section>"
        for name, one, two in (
            ("ما الذي حدث؟", LEAD, OTHER_LEAD),
            ("ماذا قال الوزير؟", NEXT, OTHER_NEXT),
        )
    )
    (article,) = clean(f"<article><h1>{TITLE}</h1>{sections}</article>")
    assert article.text.split("\n")[1] == "ما الذي حدث؟"
    assert "ماذا قال الوزير؟" in article.text


def test_a_list_of_articles_under_the_name_of_the_list_has_no_article_of_its_own():
    items = post(TITLE, LEAD, NEXT) + post(OTHER, OTHER_LEAD, OTHER_NEXT)
    articles = clean(f"<h1>النشرة العامة رقم 214</h1><div>{items}</div>")
    assert [article.title for article in articles] == [TITLE, OTHER]
    long = post(TITLE, LEAD, NEXT, f"{LEAD} {NEXT} {OTHER_LEAD}", OTHER_NEXT)
    items = long + post(OTHER, OTHER_LEAD, OTHER_NEXT)
    articles = clean(f"<h1>النشرة العامة رقم 214</h1><div>{items}</div>", "<body>")
    assert [article.title for article in articles] == [TITLE, OTHER]


def test_the_next_article_that_a_site_loads_below_is_an_article():
    main = f"<div><h1>{TITLE}</h1><div>" + f"<p>{LEAD}</p><p>{NEXT}</p>" * 2 + "</div></div>"
    following = f"<div class='next-post'>{post(OTHER, OTHER_LEAD, OTHER_NEXT, tag='div')}</div>"
    assert [article.title for article in clean(main + following)] == [TITLE, OTHER]
    teaser = f"<div class='next-post'>{post(OTHER, OTHER_LEAD, tag='div')}</div>"
    assert len(clean(main + teaser)) == 1


def test_entries_of_a_live_blog_are_dated_by_their_time_and_the_day_of_the_page():
    entries = "".join(
        f"<div class='entry'><span>{clock}</span><p>{text}</p></div>"
        for clock, text in (("14:35", NEXT), ("13:10", OTHER_LEAD), ("1:05 م", OTHER_NEXT))
    )
    articles = clean(f"<h1>{TITLE}</h1><div>4 مايو 2031</div><p>{LEAD}</p><div>{entries}</div>")
    assert articles[0].text == f"{TITLE}\n{LEAD}"
    dates = [(a.published.value, a.published.reliable) for a in articles[1:]]
    assert dates == [
        ("2031-05-04T14:35", False), ("2031-05-04T13:10", False), ("2031-05-04T13:05", False),
    ]  # fmt: skip
    undated = clean(f"<h1>{TITLE}</h1><p>{LEAD}</p><div>{entries}</div>")
    assert [article.published for article in undated[1:]] == [None] * 3


def test_two_times_in_a_text_are_no_live_blog():
    paragraphs = f"<div><p>14:35</p><p>{LEAD}</p></div><div><p>15:10</p><p>{NEXT}</p></div>"
    assert len(clean(f"<h1>{TITLE}</h1><div>{paragraphs}</div>")) == 1


@pytest.mark.parametrize(("size", "count"), [(5, 2), (3, 1)])
def test_headlines_in_large_letters_part_the_articles_of_one_cell(size, count):
    def part(title, *lines):
        body = "<br><br>".join(lines)
        return f"<font size=5><b>{title}</b></font><br><font size=3>{body}</font><br>"

    second = part(OTHER, OTHER_LEAD, OTHER_NEXT).replace("size=5", f"size={size}")
    table = f"<table><tr><td>{part(TITLE, LEAD, NEXT)}<hr>{second}</td></tr></table>"
    assert len(clean(table, head="<body>")) == count


def test_a_digest_has_an_article_below_each_of_its_headings():
    items = [(TITLE, LEAD), (OTHER, OTHER_LEAD)]
    boxes = "".join(f"<section><h2>{head}</h2><p>{text}</p></section>" for head, text in items)
    flat = "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in items)
    for body in (boxes, flat):
        articles = clean(f"<h1>موجز المساء</h1><div>{body}</div>", "<title>موجز المساء</title>")
        assert [article.title for article in articles] == [TITLE, OTHER]
        assert articles[1].text == f"{OTHER}\n{OTHER_LEAD}"


def test_headings_above_datelines_begin_articles():
    items = [(OTHER, OTHER_LEAD, OTHER_NEXT), ("عودة العبارات إلى الصفا", OTHER_NEXT, OTHER_LEAD)]
    flat = "".join(
        f"<p><b>{head}</b></p><p>الصفا – {one}</p><p>{two}</p>" for head, one, two in items
    )
    below = f"<div><p>النورس – {LEAD}</p><p>{NEXT}</p>{flat}</div>"
    assert len(clean(f"<h1>{TITLE}</h1>{below}")) == 3
    assert len(clean(f"<h1>{TITLE}</h1>{below.replace('الصفا – ', '')}")) == 1


def test_the_name_in_the_box_of_the_author_heads_no_article():
    box = (
        "<div class='post-parts'><div class='author-box'><h3>هند الصفوي مراسلة الميناء</h3></div>"
        f"<p>{OTHER_LEAD}</p><p>{OTHER_NEXT} 4 مايو 2031</p></div>"
    )
    main = f"<article><h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p></div></article>"
    assert [article.title for article in clean(f"<div>{main}{box}</div>")] == [TITLE]


def test_headlines_alike_below_one_another_head_articles():
    pieces = [(TITLE, f"<p>{LEAD}</p><p>{NEXT}</p>"), (OTHER, f"<p>{OTHER_LEAD}</p>")]
    pieces.append(("عودة العبارات إلى الصفا", f"<p>{OTHER_NEXT}</p>"))
    for tag in ("h3", "div class='t'"):
        items = "".join(f"<{tag}>{head}</{tag.split()[0]}>{text}" for head, text in pieces)
        articles = clean(f"<td>{items}</td>", "<title>صدى مرسى</title>")
        assert [article.title for article in articles] == [head for head, _ in pieces]


def test_headings_of_another_look_than_the_headline_part_nothing():
    text = f"<h2>ما الذي حدث؟</h2><p>{OTHER_LEAD}</p><h2>ماذا بعد؟</h2><p>{OTHER_NEXT}</p>"
    assert len(clean(f"<h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p>{text}</div>")) == 1


def test_a_headline_of_which_no_text_tells_is_that_of_a_list():
    items = "".join(
        f"<div class='bx'><h3>{head}</h3><p>{text}</p></div>"
        for head, text in ((TITLE, LEAD), (OTHER, OTHER_LEAD))
    )
    head = "<title>من المحافظات - صدى مرسى</title>"
    articles = clean(f"<h1>من المحافظات</h1><div>{items}</div>", head)
    assert [article.title for article in articles] == [TITLE, OTHER]


def test_briefs_beside_an_article_are_articles_where_their_headings_lead_nowhere():
    main = f"<div><h1>{TITLE}</h1><div><p>{LEAD}</p><p>{NEXT}</p><p>{LEAD} {NEXT}</p></div></div>"
    briefs = (
        f"<h3>{OTHER}</h3><p>{OTHER_LEAD}</p><h3>عودة العبارات إلى الصفا</h3><p>{OTHER_NEXT}</p>"
    )
    assert len(clean(f"<div>{main}<div>{briefs}</div></div>")) == 3
    linked = briefs.replace("<h3>", "<h3><a href='/n'>").replace("</h3>", "</a></h3>")
    assert len(clean(f"<div>{main}<div>{linked}</div></div>")) == 1


def test_a_live_blog_may_have_its_entries_under_bold_times():
    entries = "".join(
        f"<p><b>{time}</b></p><p>{text}</p>"
        for time, text in (("14:20", OTHER_LEAD), ("13:05", OTHER_NEXT), ("09:00", NEXT))
    )
    assert len(clean(f"<h1>{TITLE}</h1><div><p>{LEAD}</p>{entries}</div>")) == 4
