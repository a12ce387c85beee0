import pytest
from changing_pages import FIRST, GONE, SILENT, TITLE, TOLD, VISITED
from desk_scripts import ARABIC_OUTSIDE, CUT_OFF, SMALL_TARGETS, WEAK_CONTRAST

from musnad.pipeline.run import add_paths
from musnad.store import open_workspace

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def changed(serving, tmp_path_factory):
    """The address of a served workspace whose page changed, and the paths of its pages."""
    folder = tmp_path_factory.mktemp("changed")
    with open_workspace(folder, create=True) as workspace:
        for page in (FIRST, VISITED, SILENT, TOLD, GONE):
            add_paths(workspace, [page])
        (row,) = workspace.articles()
    article = f"/articles/{row.id}"
    paths = {
        "article": article, "versions": f"{article}/versions", "old": f"{article}/versions/1",
        "changes": "/versions", "page": f"/pages/{row.page_id}",
    }  # fmt: skip
    return serving(folder), paths


PATHS = ("article", "versions", "old", "changes", "page")


def test_from_the_article_to_an_older_version_and_its_statement(changed, open_page, shots):
    address, paths = changed
    page = open_page(address + paths["article"])
    page.get_by_role("link", name="نسخ هذه الصفحة").click()
    page.wait_for_url("**/versions")
    gone = page.locator("del").first
    assert "line-through" in gone.evaluate("node => getComputedStyle(node).textDecorationLine")
    assert page.locator(".diff").first.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert (
        page.locator("del").first.bounding_box()["x"]
        > page.locator("ins").first.bounding_box()["x"]
    )
    if shots:
        page.screenshot(path=shots / "versions.png", full_page=True)
    page.locator("#v-1 h2 a").click()
    page.wait_for_url("**/versions/1")
    assert page.locator("#text h1").inner_text() == TITLE
    page.locator("#text [data-statements]").first.click()
    page.locator("#desk [data-card]").wait_for()
    assert "/versions/1?statement=" in page.url


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_phone_never_scrolls_sideways(changed, open_page, name, lang):
    address, paths = changed
    page = open_page(f"{address}{paths[name]}?lang={lang}", viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PATHS)
def test_contrast_holds(changed, open_page, name, scheme):
    address, paths = changed
    page = open_page(address + paths[name], color_scheme=scheme)
    assert page.evaluate(WEAK_CONTRAST) == []


@pytest.mark.parametrize("name", ["versions", "changes"])
def test_the_english_pages_hold_arabic_only_in_quotations(changed, open_page, name):
    address, paths = changed
    page = open_page(f"{address}{paths[name]}?lang=en")
    assert page.evaluate(ARABIC_OUTSIDE) == []
