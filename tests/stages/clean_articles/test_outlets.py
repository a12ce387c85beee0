import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import FeedItem, Fetched, Given, Received
from musnad.stages.clean_articles import clean_articles
from musnad.stages.ingest_pages import ingest_pages

LEXICON = load_lexicon(
    (
        """
[[media]]
name = "صحيفة المنارة"
name_en = "Al-Manara"
kind = "paper"
country = "XM"
owner = "دار المرفأ"
domains = ["almanara.example"]
[[media]]
name = "صحيفة المنارة السيدية"
aliases = ["صحيفة المنارة"]
kind = "paper"
country = "XS"
domains = ["manara.example"]
[[media]]
name = "صياد الأخبار"
kind = "aggregator"
domains = ["sayyad.example"]
[[media]]
name = "وكالة الساحل للأنباء"
kind = "agency"
domains = ["sahel.example"]
""",
    )
)
TITLE = "إغلاق ميناء النورس بعد العاصفة"
BODY = (
    "<p>أغلقت السلطات ميناء النورس أمام السفن الكبيرة بعد عاصفة ضربت الساحل.</p>"
    "<p>وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام على الأقل.</p>"
)


def article(url=None, *, head="", below="", title=TITLE, given=None, **come):
    html = (
        f"<html><head><title>{title}</title>{head}</head><body><h1>{TITLE}</h1>{BODY}{below}</body>"
    )
    about = Given(url=url, outlet=given)
    page = ingest_pages(Received(data=html.encode(), name="page.html", given=about, **come))
    return clean_articles(page, LEXICON)[0].article


def site(name):
    return f'<meta property="og:site_name" content="{name}">'


def test_the_registry_tells_what_is_known_of_an_outlet():
    outlet = article("https://www.almanara.example/x").outlet
    assert (outlet.name, outlet.method) == ("صحيفة المنارة", "url")
    assert (outlet.kind, outlet.country, outlet.owner) == ("paper", "XM", "دار المرفأ")
    assert outlet.domain == "almanara.example"


def test_an_outlet_that_nobody_knows_keeps_its_name_and_nothing_is_made_up():
    outlet = article("https://other.example/x", head=site("جريدة الرصيف")).outlet
    assert (outlet.name, outlet.kind, outlet.country, outlet.owner) == ("جريدة الرصيف", *[None] * 3)


@pytest.mark.parametrize(
    "name", ["المنارة", "Al-Manara", "صحيفة المنارة | أخبار مرسى", "المنارة نت"]
)
def test_on_its_own_domain_an_outlet_goes_by_its_usual_name(name):
    outlet = article("https://sport.almanara.example/x", head=site(name)).outlet
    assert (outlet.name, outlet.country, outlet.method) == ("صحيفة المنارة", "XM", "meta")


def test_a_name_without_its_head_noun_is_the_same_outlet():
    outlet = article(given="الساحل للأنباء").outlet
    assert (outlet.name, outlet.kind) == ("وكالة الساحل للأنباء", "agency")


def test_one_name_of_two_outlets_is_settled_by_the_host_else_left_open():
    assert article("https://manara.example/x", head=site("صحيفة المنارة")).outlet.country == "XS"
    outlet = article("https://other.example/x", head=site("صحيفة المنارة")).outlet
    assert (outlet.name, outlet.country) == ("صحيفة المنارة", None)


def test_the_host_of_others_words_is_no_publisher():
    found = article("https://sayyad.example/1", head=site("صياد الأخبار"))
    assert (found.outlet, found.host) == (None, "sayyad.example")


def test_on_an_aggregator_the_credit_names_the_publisher():
    below = "<p>المصدر: وكالة الساحل للأنباء</p>"
    found = article("https://sayyad.example/1", head=site("صياد الأخبار"), below=below)
    assert (found.outlet.name, found.outlet.method) == ("وكالة الساحل للأنباء", "text")
    assert found.host == "sayyad.example"


@pytest.mark.parametrize(
    "url",
    [
        "https://web.archive.org/web/20310505120000/https://www.almanara.example/x",
        "https://archive.ph/20310505/https://almanara.example/x",
        "https://www.google.com/amp/s/almanara.example/x",
    ],
)
def test_the_publisher_of_a_copy_is_that_of_the_address_behind_it(url):
    found = article(url)
    assert found.outlet.name == "صحيفة المنارة"
    assert found.host != "almanara.example"


def test_the_source_of_an_aggregated_feed_is_the_publisher():
    feed = FeedItem(feed="https://sayyad.example/rss", source="Al-Manara",
                    source_url="https://almanara.example")  # fmt: skip
    found = article("https://sayyad.example/1", feed=feed)
    assert (found.outlet.name, found.outlet.method) == ("صحيفة المنارة", "feed")


def test_where_redirects_ended_is_the_host():
    fetched = Fetched(url="https://short.example/1", final_url="https://almanara.example/x")
    found = article("https://short.example/1", fetched=fetched)
    assert (found.outlet.name, found.host) == ("صحيفة المنارة", "almanara.example")


def test_what_the_caller_says_wins():
    outlet = article("https://almanara.example/x", given="وكالة الساحل للأنباء").outlet
    assert (outlet.name, outlet.method, outlet.kind) == ("وكالة الساحل للأنباء", "given", "agency")


def test_the_state_that_news_is_about_is_not_that_of_the_outlet():
    below = "<p>وقعت العاصفة في مصر ولبنان والعراق أيضا كما قالت السلطات هناك.</p>"
    outlet = article("https://other.example/x", head=site("جريدة الرصيف"), below=below).outlet
    assert outlet.country is None


def test_the_name_beside_the_headline_counts_when_the_site_uses_it_elsewhere():
    footer = "<footer>جميع الحقوق محفوظة لبوابة الرصيف وكتابها: بوابة الرصيف</footer>"
    title = f"{TITLE} | محليات | بوابة الرصيف"
    head = f'<meta property="og:title" content="{TITLE}">'
    found = article("https://other.example/x", head=head, title=title, below=footer)
    assert found.outlet.name == "بوابة الرصيف"
    assert article("https://other.example/x", head=head, title=title).outlet is None


def test_a_known_name_on_the_domain_of_nobody_known_is_another_outlet():
    outlet = article("https://other.example/x", head=site("Al-Manara")).outlet
    assert (outlet.name, outlet.country) == ("Al-Manara", None)
    rights = "<p>جميع الحقوق محفوظة © وكالة الساحل للأنباء</p>"
    assert article("https://other.example/x", below=rights).outlet.kind is None
    assert article(below=rights).outlet.kind == "agency"


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<p>محليات</p>", "محليات"),
        ("<p>محليات - الأحد 4 مايو 2031</p>", "محليات"),
        ("<nav><a href='/s'>محليات</a></nav>", None),
        ("<p>جريدة الرصيف</p>", None),
    ],
)
def test_the_section_right_above_the_headline(above, section):
    html = f"<html><body><main>{above}<h1>{TITLE}</h1>{BODY}</main></body></html>"
    page = ingest_pages(Received(data=html.encode(), name="page.html"))
    assert clean_articles(page, LEXICON)[0].article.section == section


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("سالم المرساوي", "سالم المرساوي"),
        ("كتب: سالم المرساوي", "سالم المرساوي"),
        ("الصفا - وكالة الساحل للأنباء", None),
        ("admin", None),
        ("other", None),
        ("رويترز", None),
    ],
)
def test_who_is_declared_as_author_signs_only_as_a_person(author, byline):
    head = f'<meta name="author" content="{author}">'
    assert article("https://other.example/x", head=head).byline == byline
