import pytest
from changing_pages import DEATHS, DENIAL, FIRST, NOTE, TITLE, fetched, html

import musnad
from musnad.model.records import FeedItem, Given, Received
from musnad.pipeline.page_fates import explain_page, rule_why
from musnad.rules.cards import coded_rules
from musnad.stages.clean_articles.furniture import furniture_classes

PAGE = """<!doctype html><html><head><meta charset="utf-8">
<title>وزارة الموانئ تفتح رصيفا جديدا - بوابة الصفا</title>
<meta property="og:site_name" content="بوابة الصفا">
<meta property="article:published_time" content="2031-05-06"></head>
<body><h1>وزارة الموانئ تفتح رصيفا جديدا</h1><p>كتبت: هدى المدّاح</p><p>06/05/2031 13:05</p>
<p>أعلنت وزارة الموانئ الثلاثاء افتتاح رصيف جديد في مرفأ الصفا يستقبل تسع سفن في اليوم.</p>
<p>اقرأ أيضا:</p><p><a href="x">نقابة البحارة تعلن الإضراب</a></p>
<p>وأضاف الوزير نادر الكتبي أن الكلفة بلغت تسعة ملايين، وأن العمل استمر عامين كاملين.</p>
</body></html>"""


def explained(data, **told):
    received = Received(data=data.encode(), name="page.html", **told)
    return explain_page(received, musnad.read_all(received))


def facts(found, number=0):
    return {fact.name: fact for fact in found.articles[number].facts}


def test_every_block_stands_in_page_order_with_its_fate_and_reason():
    found = explained(PAGE)
    assert [(one.fate, one.kind) for one in found.blocks] == [
        ("kept", "title"), ("left", "byline"), ("left", "date"), ("kept", "body"),
        ("left", "related"), ("left", "related"), ("kept", "body"),
    ]  # fmt: skip
    places = [one.page_start for one in found.blocks]
    assert places == sorted(places)
    for one in found.blocks:
        assert 0 <= PAGE.index(one.text[:12], one.page_start) - one.page_start < 20
        assert one.why and (one.rule is None) == (one.fate == "kept")


def test_each_line_of_the_page_is_in_exactly_one_block():
    page = explained(html(TITLE, DEATHS, DENIAL, NOTE).decode())
    texts = [one.text for one in page.blocks]
    for line in (TITLE, DEATHS, DENIAL, NOTE):
        assert texts.count(line) == 1


def test_facts_come_with_all_that_tells_them():
    found = facts(explained(PAGE))
    title = found["title"]
    assert (title.method, [one.fate for one in title.evidence]) == ("text", ["agrees", "used"])
    assert (found["outlet"].value, found["outlet"].method) == ("بوابة الصفا", "meta")
    assert found["byline"].value == "هدى المدّاح"
    published = found["published"]
    assert published.value == "2031-05-06T13:05"
    assert {one.written for one in published.evidence} == {"2031-05-06", "06/05/2031 13:05"}
    assert (found["section"].value, found["section"].evidence) == (None, ())


def test_what_the_caller_and_the_feed_say_is_evidence_too():
    feed = FeedItem(feed="https://ufuq.example/rss", title="رصيف جديد", source="قناة الأفق")
    found = facts(explained(PAGE, given=Given(outlet="صدى مرسى"), feed=feed))
    assert found["outlet"].method == "given"
    assert [(one.place, one.fate) for one in found["outlet"].evidence] == [
        ("given", "used"), ("meta", "differs"), ("feed", "differs"),
    ]  # fmt: skip
    assert ("feed", "رصيف جديد") in {(one.place, one.written) for one in found["title"].evidence}


def test_an_outlet_that_nothing_names_came_from_the_address():
    text = f"{TITLE}\n{DEATHS}"
    received = Received(
        data=text.encode(), name="x.txt", given=Given(url="https://www.aljazeera.net/a/1")
    )
    fact = facts(explain_page(received, musnad.read_all(received)))["outlet"]
    assert (fact.method, [one.place for one in fact.evidence]) == ("url", ["url"])


def test_each_article_of_a_page_has_its_own_facts_and_blocks():
    second = "وزير النقل: الجسر يفتح غدا"
    text = "\n".join((
        TITLE, DEATHS, DENIAL, "اقرأ أيضا", second,
        "قال وزير النقل سالم المرسوي إن الجسر الذي يصل الصفا بالنورس يفتح غدا أمام السيارات كلها.",
        "وأضاف المرسوي أن العمل في الجسر استمر ثلاثة أعوام بعد أن تأخر بسبب الفيضان الأخير.",
    ))  # fmt: skip
    received = Received(data=text.encode(), name="two.txt")
    found = explain_page(received, musnad.read_all(received))
    assert [one.title for one in found.articles] == [TITLE, second]
    assert [one.article for one in found.blocks if one.fate == "kept"] == [1, 1, 1, 2, 2, 2]


def test_every_rule_that_leaves_lines_out_has_a_reason():
    rules = [one.id for one in furniture_classes()]
    rules += [one.id for name, ones in coded_rules().items() if "clean" in name for one in ones]
    assert all(rule_why(rule) for rule in rules)
    assert rule_why("clean.related-below").startswith("It stands below a heading: ")
    assert rule_why("clean.unheard-of") == ""


def test_a_page_that_yields_nothing_says_why():
    found = explained("<html><body><h1>404 Not Found</h1></body></html>")
    assert [one.fate for one in found.blocks] == ["left"]
    details = [one.detail for one in found.articles[0].issues if one.code == "M-106"]
    assert details == ["an error page: «404 Not Found»"]


@pytest.mark.parametrize("name", ["page_id", "sha256", "encoding", "format", "url", "name"])
def test_the_page_itself_is_named(name):
    found = explain_page(FIRST, musnad.read_all(FIRST))
    expected = {"format": "html", "encoding": "utf-8", "url": FIRST.given.url, "name": FIRST.name}
    value = getattr(found, name)
    assert value == expected.get(name, value) and value


def test_a_page_fetched_without_a_given_address_has_that_of_its_response():
    received = fetched(html(TITLE, DEATHS), "2031-05-04T08:00:00Z")
    bare = Received(data=received.data, name="x.html", fetched=received.fetched)
    assert explain_page(bare, musnad.read_all(bare)).url == received.fetched.final_url
