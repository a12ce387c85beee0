import pytest
from desk_readings import DENIAL, INNER, NOTHING, OUTER, PORT, RELAYED, STRANGE, long_reading
from desk_scripts import ARABIC_OUTSIDE, CUT_OFF, SMALL_TARGETS, WEAK_CONTRAST

pytestmark = pytest.mark.browser

PORT_PATH = f"/articles/{PORT.article.id}"
PATHS = (
    "/", "/chronology", "/origins", PORT_PATH, f"{PORT_PATH}?statement={RELAYED.id}",
    f"/articles/{STRANGE.article.id}", f"/articles/{NOTHING.article.id}",
    f"/articles/{long_reading(40).article.id}",
)  # fmt: skip


def keep_shot(page, shots, name):
    if shots:
        page.evaluate("document.fonts.ready")
        page.screenshot(path=shots / f"{name}.png", full_page=True)


def test_from_the_list_to_a_statement_with_its_sentence_and_chain(desk, open_page, shots):
    page = open_page(desk)
    keep_shot(page, shots, "list")
    page.get_by_role("link", name=PORT.article.title).click()
    assert page.locator("#text").evaluate("node => node.textContent") == PORT.article.text
    page.locator(f"#s-{RELAYED.id}").click()
    card = page.locator("#desk .card[data-card]")
    card.wait_for()
    assert card.locator("blockquote").inner_text() == RELAYED.content[0].text
    hops = card.locator(".hop bdi").all_inner_texts()
    assert hops == ["صحيفة المنارة", "وكالة الساحل للأنباء", "مصدر ملاحي"]
    dashed = card.locator(".hop.anonymous")
    assert dashed.evaluate("node => getComputedStyle(node).borderTopStyle") == "dashed"
    washed = page.locator("#text .on").all_inner_texts()
    assert RELAYED.content[0].text in " ".join(washed)
    assert page.url.endswith(f"?statement={RELAYED.id}")
    keep_shot(page, shots, "article")
    page.go_back()
    page.locator("#desk .hint").wait_for()
    assert page.locator("#text .on").count() == 0


def test_a_click_loads_only_the_card(desk, open_page):
    page = open_page(desk + PORT_PATH)
    page.evaluate("window.kept = true")
    page.locator(f"#s-{DENIAL.id}").click()
    page.locator(f"[data-card='{DENIAL.id}']").wait_for()
    assert page.evaluate("window.kept")


def test_a_second_click_on_nested_words_chooses_the_outer_statement(desk, open_page):
    page = open_page(desk + PORT_PATH)
    words = page.locator(f"[data-statements='{INNER.id} {OUTER.id}'].content").last
    words.click()
    page.locator(f"[data-card='{INNER.id}']").wait_for()
    words.click()
    page.locator(f"[data-card='{OUTER.id}']").wait_for()


def test_the_keyboard_goes_through_the_statements(desk, open_page):
    page = open_page(desk + PORT_PATH)
    ids = [made.id for made in PORT.statements]
    for expected in (*ids[:3], ids[1]):
        page.keyboard.press("k" if expected == ids[1] and page.url.endswith(ids[2]) else "j")
        page.locator(f"[data-card='{expected}']").wait_for()
    assert page.evaluate("document.activeElement.id") == f"s-{ids[1]}"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Escape")
    page.locator("#desk .hint").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#desk [data-card]").wait_for()


def test_the_first_tab_leads_to_the_content(desk, open_page):
    page = open_page(desk)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_statements_can_be_chosen_without_scripts(desk, open_page):
    page = open_page(desk + PORT_PATH, java_script_enabled=False)
    page.locator(f"#s-{DENIAL.id}").click()
    page.locator(f"[data-card='{DENIAL.id}']").wait_for()
    assert page.locator("#text .on").count() > 0


@pytest.mark.parametrize("path", PATHS)
def test_the_english_interface_has_arabic_only_in_marked_blocks(desk, open_page, path):
    page = open_page(f"{desk}{path}{'&' if '?' in path else '?'}lang=en")
    assert page.locator("html").get_attribute("dir") == "ltr"
    assert page.evaluate(ARABIC_OUTSIDE) == []


def test_the_switch_keeps_the_page_and_the_choice(desk, open_page, shots):
    page = open_page(f"{desk}{PORT_PATH}?statement={RELAYED.id}")
    page.get_by_role("link", name="English").click()
    page.get_by_text("Sahel News Agency").first.wait_for()
    assert page.locator("[data-card]").get_attribute("data-card") == RELAYED.id
    keep_shot(page, shots, "article-english")
    page.goto(f"{desk}/chronology")
    assert page.locator("h1").inner_text() == "Chronology of statements"
    assert (
        page.locator("#main blockquote").first.evaluate("node => getComputedStyle(node).direction")
        == "rtl"
    )


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_phone_never_scrolls_sideways(desk, open_page, path, lang):
    page = open_page(
        f"{desk}{path}{'&' if '?' in path else '?'}lang={lang}",
        viewport={"width": 360, "height": 740},
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    small = page.evaluate(SMALL_TARGETS)
    assert small == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_on_a_phone_the_switch_stands_beside_the_name(desk, open_page, lang):
    page = open_page(f"{desk}/?lang={lang}", viewport={"width": 360, "height": 740})
    mark, switch = (page.locator(one).bounding_box() for one in ("header .mark", "header .switch"))
    assert abs(mark["y"] + mark["height"] / 2 - switch["y"] - switch["height"] / 2) < 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS[:5])
def test_contrast_holds(desk, open_page, path, scheme):
    page = open_page(desk + path, color_scheme=scheme)
    assert page.evaluate(WEAK_CONTRAST) == []


def test_the_chronology_opens_the_sentence(desk, open_page, shots):
    page = open_page(f"{desk}/chronology")
    keep_shot(page, shots, "chronology")
    page.locator("a.open").first.click()
    page.locator(f"[data-card='{RELAYED.id}']").wait_for()
    assert page.locator(f"#s-{RELAYED.id}").is_visible()


def test_print_shows_chains_as_footnotes_and_no_interface(desk, open_page, shots):
    page = open_page(desk + PORT_PATH)
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("#desk").is_visible()
    assert page.locator(".footnotes .chain").count() == len(PORT.statements)
    marks = page.evaluate(
        """() => [...document.querySelectorAll("#text [data-note]")]
          .map((node) => getComputedStyle(node, "::after").content)"""
    )
    assert len(marks) == 6
    assert "١" in marks[0]
    assert page.locator("#text").evaluate("node => node.textContent") == PORT.article.text
    keep_shot(page, shots, "print")
