import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import FeedItem, Fetched, Given, Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LEXICON = load_lexicon()
TITLE = "إغلاق ميناء النورس بعد العاصفة"
BODY = (
    "<p>أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل.</p>"
    "<p>وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام على الأقل.</p>"
)
LEAD = "أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل."
NEXT = "وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام على الأقل."


def article(html, url=None, name="page.html", **come):
    page = ingest_pages(Received(data=html.encode(), name=name, given=Given(url=url), **come))
    return clean_articles(page, LEXICON)[0].article


def page(*, meta="", head="", below="", url=None, **come):
    """The article of a page with these tags, lines below the headline and lines below the text."""
    return article(
        f"<html><head><title>{TITLE}</title>{meta}</head><body><main><article><h1>{TITLE}</h1>"
        f"{head}{BODY}{below}</article></main></body></html>",
        url,
        **come,
    )


def published(content):
    return f'<meta property="article:published_time" content="{content}">'


def modified(content):
    return f'<meta property="article:modified_time" content="{content}">'


def fates(found):
    return {(each.value or each.written): each.fate for each in found.dates}


def test_a_change_is_no_publication():
    found = page(meta=modified("2031-05-06"), head="<p>آخر تحديث: 6 مايو 2031</p>")
    assert found.published is None
    assert found.modified is not None
    assert (found.modified.value, found.modified.method) == ("2031-05-06", "meta")


def test_publication_and_change_are_kept_apart():
    found = page(head="<p>نشر في: 4 مايو 2031 14:05 | آخر تحديث: 5 مايو 2031 10:00</p>")
    assert (found.published.value, found.published.reliable) == ("2031-05-04T14:05", True)
    assert found.modified.value == "2031-05-05T10:00"


def test_all_evidence_is_listed_with_its_fate():
    found = page(meta=published("2031-05-04T10:00+03:00"), url="https://a.example/2031/03/01/x")
    assert fates(found) == {"2031-05-04T10:00+03:00": "differs", "2031-03-01": "used"}
    assert found.published.reliable is False
    assert "the meta date is 2031-05-04T10:00+03:00" in found.published.reasons


def test_two_kinds_of_evidence_win_over_one():
    found = page(
        meta=published("2034-01-01T00:00+03:00"),
        head="<p>تاريخ النشر: 4 مايو 2031</p>",
        url="https://a.example/2031/05/04/x",
    )
    assert (found.published.value, found.published.method) == ("2031-05-04", "text")


def test_one_that_stands_alone_against_two_does_not_shake_them():
    found = page(
        meta=published("2031-05-04T10:00+03:00"),
        head="<p>تاريخ النشر: 14 مايو 2031</p>",
        url="https://a.example/2031/05/04/x",
    )
    assert (found.published.value, found.published.reliable) == ("2031-05-04T10:00+03:00", True)


def test_a_date_renewed_with_each_change_gives_way_to_the_printed_one():
    found = page(
        meta=published("2031-06-01T10:00+03:00") + modified("2031-06-01T10:00+03:00"),
        head="<p>تاريخ النشر: 4 مايو 2031</p>",
    )
    assert (found.published.value, found.published.reliable) == ("2031-05-04", False)


def test_the_minute_comes_from_evidence_for_the_same_day():
    found = page(meta=published("2031-05-04"), head="<p>نشر في: 4 مايو 2031 14:05</p>")
    assert found.published.value == "2031-05-04T14:05"


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("نشر في: 5 مايو 2031 01:30", "2031-05-05T01:30+03:00"),
        ("نشر في: 5 مايو 2031", "2031-05-05"),
        ("نشر في: 4 مايو 2031 22:30", "2031-05-04T22:30"),
        ("نشر في: 4 مايو 2031 15:05", "2031-05-04T22:30+00:00"),
    ],
    ids=["three hours ahead", "the next day", "the same clock", "another time"],
)
def test_a_time_of_utc_becomes_the_local_one_that_is_printed(line, value):
    found = page(meta=published("2031-05-04T22:30:00Z"), head=f"<p>{line}</p>")
    assert found.published.value == value


@pytest.mark.parametrize(
    "value", ["1970-01-01T00:00:00Z", "0001-01-01", "0000-00-00", "1989-12-31"]
)
def test_implausible_dates_are_refused_with_a_reason(value):
    found = page(meta=published(value))
    assert found.published is None
    assert [(each.fate, bool(each.reason)) for each in found.dates] == [("refused", True)]


def test_a_date_after_the_fetch_is_refused():
    fetched = Fetched(url="https://a.example/x", at="2031-05-05T00:00:00Z")
    assert page(meta=published("2031-06-04"), fetched=fetched).published is None
    assert page(meta=published("2031-05-05T02:00+03:00"), fetched=fetched).published is not None


@pytest.mark.parametrize("at", ["20319:30:00Z", "2031-05-99T00:00:00Z", "2031", ""])
def test_a_date_is_not_held_against_a_faulty_time_of_the_crawl(at):
    fetched = Fetched(url="https://a.example/x", at=at)
    assert page(meta=published("2030-06-04"), fetched=fetched).published.value == "2030-06-04"


def test_the_time_of_the_fetch_and_of_the_archive_are_no_publication():
    fetched = Fetched(url="https://a.example/x", at="2031-05-05T00:00:00Z")
    assert page(fetched=fetched).published is None
    archived = "https://web.archive.org/web/20310505120000/https://a.example/x"
    assert page(url=archived).published is None
    assert page(url=archived.replace("/x", "/2031/04/02/x")).published.value == "2031-04-02"


def test_the_feed_dates_the_page():
    feed = FeedItem(feed="https://a.example/rss", published="Sun, 04 May 2031 14:05:00 +0300")
    found = page(feed=feed)
    assert (found.published.value, found.published.method) == ("2031-05-04T14:05+03:00", "feed")


@pytest.mark.parametrize(
    ("more", "value", "reliable"),
    [
        ({}, "2031-05-04", False),
        ({"url": "https://a.example/2031/05/04/x"}, "2031-05-04", True),
        ({"url": "https://a.example/2031/04/05/x"}, "2031-04-05", True),
        ({"below": "<p>مقال سابق: 25/03/2031</p>"}, "2031-05-04", True),
        ({"below": "<p>مقال سابق: 03/25/2031</p>"}, "2031-04-05", True),
    ],
)
def test_the_order_of_day_and_month_is_open_until_something_decides_it(more, value, reliable):
    found = page(head="<p>نشر في: 04/05/2031</p>", **more)
    assert (found.published.value[:10], found.published.reliable) == (value, reliable)


def test_the_day_of_the_visit_is_no_publication():
    site = '<div class="top-bar"><span class="date">الثلاثاء 6 مايو 2031</span></div>'
    html = f"<html><body>{site}<main><h1>{TITLE}</h1>{BODY}</main></body></html>"
    assert article(html).published is None


@pytest.mark.parametrize(
    "lines",
    [
        ["اليوم الثلاثاء 6 مايو 2031", TITLE],
        ["اليوم الثلاثاء 6 مايو 2031 10:30", TITLE],
        ["الثلاثاء 6 مايو 2031", "الرئيسية", "سياسة", "اقتصاد", TITLE],
    ],
)
def test_a_day_above_the_menu_of_a_text_page_is_no_publication(lines):
    found = article("\n".join([*lines, LEAD, NEXT]), name="page.txt")
    assert found.published is None


def test_a_bare_day_above_the_headline_is_not_sure():
    found = article("\n".join(["الثلاثاء 6 مايو 2031", TITLE, LEAD, NEXT]), name="page.txt")
    assert (found.published.value, found.published.reliable) == ("2031-05-06", False)


def test_dates_below_a_list_of_other_articles_are_theirs():
    lines = [TITLE, LEAD, NEXT, "اقرأ أيضا", "حريق في سوق الصفا", "نشر في: 1 مارس 2031"]
    assert article("\n".join(lines), name="page.txt").published is None


def test_a_second_article_keeps_its_own_date_and_the_first_does_not_take_it():
    second = "نشر في: 1 مارس 2031"
    lines = [
        TITLE,
        "نشر في: 4 مايو 2031",
        LEAD,
        NEXT,
        "اقرأ أيضا",
        "حريق في سوق الصفا القديم",
        second,
    ]
    lines += ["اشتعلت النار في سوق الصفا القديم فجر اليوم واحترقت عشرة دكاكين فيه."]
    lines += ["وأكد الدفاع المدني أن النار أخمدت بعد ساعتين ولم يصب أحد من الباعة."]
    data = Received(data="\n".join(lines).encode(), name="page.txt")
    dates = [each.article.published.value for each in clean_articles(ingest_pages(data), LEXICON)]
    assert dates == ["2031-05-04", "2031-03-01"]


def test_a_copyright_year_dates_nothing():
    assert page(below="<footer>جميع الحقوق محفوظة © 2031</footer>").published is None


@pytest.mark.parametrize("first", ["نشر في", "آخر تحديث"])
def test_each_of_two_times_has_the_label_before_it(first):
    days = {"نشر في": "2031-05-04", "آخر تحديث": "2031-05-06"}
    times = [
        f'<span>{label}: <time datetime="{day}">يوم</time></span>' for label, day in days.items()
    ]
    found = page(head=f"<div>{''.join(times if first == 'نشر في' else times[::-1])}</div>")
    assert (found.published.value, found.published.reliable) == ("2031-05-04", True)
    assert found.modified.value == "2031-05-06"


def test_a_date_of_the_moment_of_the_fetch_was_made_for_the_visit():
    fetched = Fetched(url="https://a.example/x", at="2031-05-05T07:00:20Z")
    assert page(meta=published("2031-05-05T10:00:00+03:00"), fetched=fetched).published is None
    assert page(meta=published("2031-05-05T09:00:00+03:00"), fetched=fetched).published is not None


def test_dates_of_a_list_of_cards_do_not_date_the_page():
    card = '<div class="box"><a href="/1">خبر</a><span class="date">1 مارس 2031</span></div>'
    found = article(
        f"<html><body><div><div><div><div><h1>{TITLE}</h1>{BODY}</div></div></div>"
        f"<div>{card * 3}</div></div></body></html>"
    )
    assert found.published is None


def test_a_node_of_the_page_gives_way_to_what_is_printed():
    node = '{"@type": "WebPage", "datePublished": "2025-01-01"}'
    linked = f'<script type="application/ld+json">{node}</script>'
    found = page(meta=linked, head="<p>نشر في: 4 مايو 2031 14:05</p>")
    assert found.published.value == "2031-05-04T14:05"


def test_a_row_of_digits_in_an_address_is_not_sure():
    assert page(url="https://a.example/news/20310504-x").published.reliable is False
    assert page(url="https://a.example/news/2031/05/04/x").published.reliable is True


def test_a_row_of_a_table_is_read_with_its_label():
    row = "رقم الخبر: | 33 من النشرة | القسم: | بحر وموانئ | التاريخ: | 14/5/2031 09:30"
    found = article("\n".join([TITLE, row, LEAD, NEXT]), name="page.txt")
    assert found.published.value == "2031-05-14T09:30"


def test_the_moment_of_publication_and_what_lies_before_it_are_no_changes():
    same = published("2031-05-04T10:00:20Z") + modified("2031-05-04T10:00:50Z")
    assert page(meta=same).modified is None
    earlier = page(meta=published("2031-05-04") + modified("2031-03-01"))
    assert (earlier.modified, fates(earlier)["2031-03-01"]) == (None, "refused")


def test_weak_evidence_is_sure_when_another_kind_confirms_it():
    made = '<meta name="date" content="2031-05-04T10:00:00+03:00">'
    assert page(meta=made).published.reliable is False
    found = page(meta=made, head="<p>الأحد 4 مايو 2031</p>")
    assert (found.published.value, found.published.reliable) == ("2031-05-04", True)
    hijri = page(head="<p>نشر في: 24 شعبان 1445هـ</p>", url="https://a.example/2024/03/05/x")
    assert hijri.published.reliable is True


def test_a_line_between_headline_and_text_dates_it_whatever_its_markup_is_called():
    found = page(head='<div class="print-info">الأحد, 05/04/2031 - 11:07</div>')
    assert (found.published.value, found.published.reliable) == ("2031-05-04T11:07", True)


@pytest.mark.parametrize(
    ("label", "day", "changed"),
    [("آخر تحديث:", None, "2031-05-04"), ("تاريخ النشر", "2031-05-04", None)],
)
def test_a_label_on_a_line_of_its_own_counts_for_the_line_below(label, day, changed):
    found = page(head=f"<div>{label}</div><div>الأحد 4 مايو 2031</div>")
    assert (found.published and found.published.value) == day
    assert (found.modified and found.modified.value) == changed


@pytest.mark.parametrize(
    ("below", "value"),
    [
        ("<div>س.م/ه.ص</div><div>04/05/2031 - 10:05</div>", "2031-05-04T10:05"),
        ("<div>04/05/2031</div>", None),
        ("<div>رأي</div><div>قراء</div><div>04/05/2031 - 10:05</div>", None),
    ],
)
def test_the_stamp_at_the_foot_of_a_report_dates_it_and_a_time_further_below_does_not(below, value):
    html = f"<section><h1>{TITLE}</h1><div>{BODY}</div>{below}</section>"
    found = article(f"<title>{TITLE}</title>{html}").published
    assert (found and found.value) == value
