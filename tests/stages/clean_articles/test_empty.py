import pytest

import musnad
from musnad.fold import exact_words
from musnad.model.records import Fetched, Received
from musnad.rules.tables import load_table
from musnad.serve.wording import wording
from musnad.stages.clean_articles.empty import LONGEST

ARTICLE = (
    "<h1>{}</h1><p>قال الوزير إن الحريق أوقع ضحايا كثيرين في مرفأ الصفا، وإن التحقيق بدأ مع مدير "
    "الرصيف الثاني ومع شركة الوقود التي تدير خزانات المرفأ منذ خمس سنوات.</p>"
)


def reading(body, status=None, form="html"):
    html = f"<html><body>{body}</body></html>" if form == "html" else body
    fetched = Fetched(status=status) if status else None
    return musnad.read(Received(data=html.encode(), name="x", format=form, fetched=fetched))


def why(found):
    return next((issue.detail for issue in found.issues if issue.code == "M-106"), None)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("<h1>404</h1>", "an error page: «404»"),
        ("<h1>عذرا</h1><p>الصفحة التي تبحث عنها غير موجودة.</p>",
         "an error page: «الصفحة التي تبحث عنها غير موجودة.»"),
        ("<h1>502 Bad Gateway</h1>", "an error page: «502 Bad Gateway»"),
        ("<h1>تم حذف هذا الخبر</h1><p>عد إلى الصفحة الرئيسة.</p>",
         "an error page: «تم حذف هذا الخبر»"),
        ("<p>Just a moment...</p>", "a gate or a page that scripts draw: «Just a moment...»"),
        ("<h1>سر المرفأ</h1><p>هذا المقال للمشتركين، اشترك لتقرأه.</p>",
         "behind a paywall: «هذا المقال للمشتركين، اشترك لتقرأه.»"),
        ("<h1>سر المرفأ</h1><p>هذا المحتوى متاح للمشتركين فقط. اشترك الآن لمتابعة القراءة.</p>",
         "behind a paywall: «هذا المحتوى متاح للمشتركين فقط. اشترك الآن لمتابعة القراءة.»"),
        ("<div id='root'></div><script>draw()</script>", "scripts draw the page: it holds no text"),
        ("<ul><li><a href='1'>سياسة</a></li><li><a href='2'>وزير الموانئ يفتتح الميناء</a></ul>",
         "only links and menus: 2 lines"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_says_why(body, detail):
    assert why(reading(body)) == detail


def test_the_status_of_the_response_says_more_than_the_words():
    found = reading("<h1>خبر</h1><p>عذرا.</p>", 503)
    assert why(found) == "the server answered with status 503" and found.article.text == ""
    assert {one.rule for one in found.dropped} >= {"clean.error-page"}


def test_lines_of_a_text_that_are_all_furniture_are_counted():
    assert why(reading("اقرأ أيضا\nشارك", form="text")) == "too short: 3 words on the page"
    many = "\n".join(["شارك", "طباعة", "الرئيسية"] * 20)
    assert why(reading(many, form="text")).startswith("all 60 lines are furniture: ")


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE.format("404 ضحايا في حريق الميناء"), ARTICLE.format("الصفحة غير موجودة"),
        "<h1>حدث خطأ طبي في مستشفى الصفا أدى إلى وفاة مريض</h1><p>قال مدير المستشفى إن التحقيق "
        "بدأ.</p>",
        "<h1>عذرا يا بحر</h1><p>قال الشاعر إن البحر لا يغفر لمن يسيء إليه.</p>",
    ],
)  # fmt: skip
def test_an_article_is_not_taken_for_an_error(body):
    found = reading(body)
    assert why(found) is None and found.article.text


def test_a_paywall_keeps_the_headline():
    found = reading("<h1>سر المرفأ</h1><p>هذا المقال للمشتركين.</p>")
    assert found.article.title == "سر المرفأ"


def test_every_reason_is_told_in_arabic():
    bodies = ("<h1>404</h1>", "<p>Just a moment...</p>", "<div></div>", "<a href='1'>سياسة</a>")
    details = [why(reading(body)) for body in bodies]
    details += [why(reading("شارك", form="text")), why(reading("<p>خبر</p>", 404))]
    details.append(why(reading("\n".join(["شارك"] * 50), form="text")))
    for detail in details:
        assert wording("ar").reason(detail) != detail


def test_each_phrase_stands_once_in_its_class():
    rows = load_table("musnad.stages.clean_articles", "empty")["class"]
    for form in ("whole", "starts"):
        phrases = [exact_words(phrase) for row in rows for phrase in row[form]]
        assert len(phrases) == len(set(phrases)) and max(map(len, phrases)) <= LONGEST
