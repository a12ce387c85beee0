"""Facts in the lines of an HTML page: who signed, from where, in which section, on which day."""

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

TITLE = "إغلاق ميناء النورس بعد العاصفة"
LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل كله فجر أمس."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج."


def clean(head="", tail="", lead=LEAD, above=""):
    html = (
        f"<html><head><title>{TITLE}</title></head><body>{above}<article><h1>{TITLE}</h1>{head}"
        f"<div><p>{lead}</p><p>{NEXT}</p></div>{tail}</article></body></html>"
    )
    page = ingest_pages(Received(data=html.encode(), name="x.html"))
    return clean_articles(page, load_lexicon())[0]


@pytest.mark.parametrize(
    "head",
    [
        '<div class="x_author">بواسطة رزان الشراع</div>',
        '<div class="meta-author">رزان الشراع</div>',
        '<div class="x_author">رزان الشراع – النورس</div>',
        '<div class="field"><div>الكاتب:&nbsp;</div><div>رزان الشراع</div></div>',
        "<p>النورس - رزان الشراع</p>",
    ],
)
def test_who_signed_is_read_from_the_lines_of_the_head(head):
    assert clean(head).article.byline == "رزان الشراع"


def test_a_place_of_which_the_article_tells_stands_beside_a_name():
    assert clean(tail="<p>النورس: رزان الشراع</p>").article.dateline.place == "النورس"
    assert clean(tail="<p>الرياضة: رزان الشراع</p>").article.dateline is None


def test_what_an_author_does_is_no_name():
    assert clean('<div class="author-info">كاتب صحفي</div>').article.byline is None


def test_a_desk_signs_where_nobody_else_does():
    desk = '<div class="x_author">قسم الأخبار</div>'
    assert clean(desk).article.byline == "قسم الأخبار"
    assert clean(desk + "<p>بقلم: رزان الشراع</p>").article.byline == "رزان الشراع"


@pytest.mark.parametrize(
    "head",
    [
        "<table><tr><td>القسم:</td><td>موانئ</td></tr><tr><td>الرقم:</td><td>12</td></tr></table>",
        "<div><div>القسم:</div><div>موانئ</div></div>",
    ],
)
def test_the_section_stands_behind_its_label(head):
    assert clean(head).article.section == "موانئ"


def test_an_entry_of_the_menu_beside_the_headline_is_the_section():
    menu = "<nav><p>قضاء</p><p>موانئ</p><p>زراعة</p><p>بيئة</p><p>ملاعب</p></nav>"
    assert clean("<p>موانئ</p>", above=menu).article.section == "موانئ"
    assert clean("<p>موانئ</p>").article.section is None


def test_a_date_that_is_a_link_below_the_headline_dates_the_article():
    assert clean('<p><a href="/d">4 مايو 2031</a></p>').article.published.value == "2031-05-04"


def test_a_caption_above_the_text_is_no_subtitle():
    figure = "<figure><figcaption>سفن تنتظر في عرض البحر</figcaption></figure>"
    cleaned = clean(figure)
    assert cleaned.article.subtitle is None
    assert [block.kind for block in cleaned.blocks] == ["title", "caption", "body", "body"]


@pytest.mark.parametrize(
    ("lead", "place"),
    [
        (f"رأس المنارة – {LEAD}", "رأس المنارة"),
        (f"القاهرة - {LEAD}", "القاهرة"),
        ("سرايا البحر – وهي فرقة من المتطوعين – أغلقت ميناء النورس أمام السفن بعد العاصفة.", None),
        (f"عاجل – {LEAD}", None),
    ],
)
def test_a_place_and_a_dash_before_the_text_are_a_dateline(lead, place):
    dateline = clean(lead=lead).article.dateline
    assert (dateline.place if dateline else None) == place


@pytest.mark.parametrize(
    ("tail", "detail"),
    [
        ("<p>هذا المقال متاح للمشتركين. اشترك الآن</p>", "«هذا المقال متاح للمشتركين. اشترك الآن»"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "'
            + TITLE
            + '", "isAccessibleForFree": false}</script>',
            "the page declares it",
        ),
        ("<p>جميع الحقوق محفوظة</p>", None),
    ],
)
def test_a_preview_for_those_who_do_not_subscribe_is_an_issue(tail, detail):
    issues = [issue for issue in clean(tail=tail).issues if issue.code == "M-123"]
    assert [issue.detail for issue in issues] == ([detail] if detail else [])


def test_keywords_that_are_the_words_of_the_headline_are_none():
    tags = "".join(f"<a>{word}</a> " for word in TITLE.split())
    assert clean(tail=f"<div class='tags'>{tags.replace(' ', ' | ')}</div>").article.tags == ()
