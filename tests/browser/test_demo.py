import subprocess
import sys
from pathlib import Path

import pytest
from desk_scripts import ARABIC_OUTSIDE, CUT_OFF, SMALL_TARGETS

from musnad.store import open_workspace

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).parents[2] / "sample"
ADD_LIMIT_S = 300
FEWEST_ARTICLES = 30


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace of the sample, read by the command line as a newcomer does."""
    folder = tmp_path_factory.mktemp("demo")
    command = [
        sys.executable, "-c", "from musnad.cli import main; main()", "add", "--workspace",
        str(folder), str(SAMPLE / "pages"), "--manifest", str(SAMPLE / "manifest.csv"),
        "--lexicon", str(SAMPLE / "lexicon.toml"),
    ]  # fmt: skip
    told = subprocess.run(command, capture_output=True, text=True, timeout=ADD_LIMIT_S, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    return folder


@pytest.fixture(scope="module")
def demo(serving, folder):
    return serving(folder)


@pytest.fixture(scope="module")
def readings(folder):
    with open_workspace(folder) as workspace:
        return tuple(workspace.readings())


def test_every_article_shows_its_whole_text(demo, readings, open_page):
    page = open_page(demo)
    assert len(readings) >= FEWEST_ARTICLES
    for made in readings:
        page.goto(f"{demo}/articles/{made.article.id}")
        assert page.locator("#text").evaluate("node => node.textContent") == made.article.text


def test_a_statement_of_the_demo_shows_its_sentence_and_chain(demo, readings, open_page, shots):
    made = next(made for made in readings if any(len(one.chain) > 2 for one in made.statements))
    statement = next(one for one in made.statements if len(one.chain) > 2)
    page = open_page(demo)
    page.locator(f"a[href='/articles/{made.article.id}']").click()
    page.locator(f"#s-{statement.id}").click()
    card = page.locator(f"[data-card='{statement.id}']")
    card.wait_for()
    assert card.locator("blockquote").all_inner_texts() == [one.text for one in statement.content]
    assert card.locator(".hop").count() == len(statement.chain)
    if shots:
        page.screenshot(path=shots / "demo.png")


def test_the_demo_is_followed_without_arabic(demo, readings, open_page):
    page = open_page(f"{demo}/?lang=en")
    paths = ["/", "/chronology"]
    for made in readings:
        chosen = f"?statement={made.statements[0].id}" if made.statements else ""
        paths.append(f"/articles/{made.article.id}{chosen}")
    for path in paths:
        page.goto(f"{demo}{path}")
        assert page.evaluate(ARABIC_OUTSIDE) == [], path


def test_the_demo_fits_a_phone(demo, readings, open_page):
    page = open_page(demo, viewport={"width": 360, "height": 740})
    for path in ("/", "/chronology", *(f"/articles/{made.article.id}" for made in readings[:12])):
        page.goto(f"{demo}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_on_a_phone_the_proof_of_a_claim_is_whole(demo, open_page, lang):
    page = open_page(f"{demo}/origins?lang={lang}", viewport={"width": 360, "height": 740})
    assert page.locator(".claims > li").count() > 0
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SMALL_TARGETS) == []
    page.locator(".claims .count").first.click()
    page.locator("#desk .proof").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(SMALL_TARGETS) == []
