"""The pages and the API of versions, and of what was left out of a page."""

import re

import pytest
from changing_pages import (
    BLAME,
    DEATHS,
    FEWER,
    FIRST,
    GONE,
    NOTE,
    OTHER_TITLE,
    SILENT,
    TITLE,
    TOLD,
    URL,
    VISITED,
    fetched,
    html,
)
from page_text import arabic_outside, article_text

from musnad.pipeline.run import add_paths
from musnad.store import Verdict, make_decision


@pytest.fixture
def changed(workspace):
    for page in (FIRST, VISITED, SILENT, TOLD, GONE):
        add_paths(workspace, [page])
    return workspace


@pytest.fixture
def article(changed):
    return changed.articles()[0].id


@pytest.fixture
def web(changed, browse):
    return browse(changed)


def test_the_article_leads_to_its_versions(web, article):
    html = web.get(f"/articles/{article}").text
    assert f'href="/articles/{article}/versions"' in html
    assert "نسخ هذه الصفحة: ٣ نسخ" in html and "اختفى المقال" in html


def test_an_article_of_one_version_says_nothing_of_versions(workspace, browse):
    add_paths(workspace, [FIRST, VISITED])
    article = workspace.articles()[0].id
    web = browse(workspace)
    assert "نسخ هذه الصفحة" not in web.get(f"/articles/{article}").text
    assert web.get(f"/articles/{article}/versions").status_code == 200


def test_the_versions_show_what_was_struck_and_what_was_added(web, article):
    html = web.get(f"/articles/{article}/versions").text
    assert "<del>سبعة</del><ins>ثلاثة</ins> قتلى" in html
    assert f"<del>{BLAME}</del>" in html
    assert html.index("النسخة ٣") < html.index("النسخة ٢") < html.index("النسخة ١")
    for words in ("تعديل صامت", "أُعلن لاحقا", NOTE, "قول حُذف", "قول أُضيف", "قول تغيّر",
                  "التقاطان", "لم تعد الصفحة تحمل المقال"):  # fmt: skip
        assert words in html
    assert html.count("<li id=") == 3


def test_the_english_page_has_no_arabic_but_quotations(web, article):
    html = web.get(f"/articles/{article}/versions?lang=en").text
    for words in ("silent edit", "told later", "statement removed", "Nader al-Kutbi"):
        assert words in html
    assert arabic_outside(html) == []


def test_an_older_version_is_read_with_its_own_statements(web, article):
    old = f"/articles/{article}/versions/1"
    html = web.get(old).text
    assert TITLE in article_text(html) and "هذه نسخة سابقة من المقال" in html
    statement = web.get(f"/api/articles/{article}/versions/1").json()["statements"][0]["id"]
    assert f"{old}?statement={statement}" in html
    card = web.get(f"{old}/card?statement={statement}")
    assert card.status_code == 200 and "سبعة" in card.text
    assert web.get(f"{old}?statement={statement}").status_code == 200
    assert web.get(f"{old}/card?statement=none").status_code == 404
    assert web.get(f"/articles/{article}/versions/9").status_code == 404


def test_what_changed_is_listed_and_the_list_leads_to_it(web, article):
    assert 'href="/versions"' in web.get("/").text
    html = web.get("/versions").text
    assert f'href="/articles/{article}/versions"' in html and OTHER_TITLE in html
    assert "حُذف ٥ أقوال" in html


def test_a_change_that_comes_in_while_the_list_is_served_is_listed(web, workspace):
    before = len(web.get("/api/versions").json()["items"])
    for words, at in ((DEATHS, "2031-05-10T08:00:00Z"), (FEWER, "2031-05-11T08:00:00Z")):
        add_paths(workspace, [fetched(html(TITLE, words), at, "https://sada.example/2")])
    assert len(web.get("/api/versions").json()["items"]) == before + 1
    (first, *_) = re.findall('href="/articles/([0-9a-f]+)/versions"', web.get("/versions").text)
    assert workspace.reading(first).article.url == "https://sada.example/2"


def test_a_workspace_without_changes_says_so(filled, browse):
    web = browse(filled)
    assert 'href="/versions"' not in web.get("/").text
    assert "لم يتغير مقال" in web.get("/versions").text


def test_a_decision_that_lost_its_words_is_shown(workspace, browse):
    add_paths(workspace, [FIRST])
    (row,) = workspace.articles()
    reading = workspace.reading(row.id)
    blamed = next(one for one in reading.statements if "إهمال" in one.content[0].text)
    workspace.decide(make_decision(reading, blamed.id, Verdict("reject", "سلمى", "2031-05-04")))
    add_paths(workspace, [SILENT])
    html = browse(workspace).get(f"/articles/{row.id}/versions").text
    assert "قرارات لم تعد تجد كلماتها" in html and f"<mark>{blamed.cue.text}</mark>" in html


def test_the_api_gives_versions_and_their_changes(web, article):
    found = web.get(f"/api/articles/{article}/versions").json()
    assert (found["current"], len(found["versions"])) == (2, 3)
    change = found["versions"][1]["change"]
    assert change["silent"] and change["fields"] == ["title", "text"]
    assert found["versions"][2]["gone"] and found["url"] == URL
    assert web.get("/api/articles/none/versions").json()["code"] == "M-004"
    assert web.get(f"/api/articles/{article}/versions/9").status_code == 404
    utf16 = web.get(f"/api/articles/{article}/versions/1?offsets=utf16").json()
    assert utf16["article"]["title"] == TITLE


@pytest.mark.parametrize(
    ("query", "count"),
    [("", 1), ("?silent=true", 1), ("?since=2031-05-09", 1), ("?since=2031-06", 0),
     ("?offset=1", 0)],
)  # fmt: skip
def test_the_api_lists_what_changed(web, query, count):
    assert len(web.get(f"/api/versions{query}").json()["items"]) == count


# --- what was left out, and why ------------------------------------------------------------


def test_the_article_leads_to_the_blocks_of_its_page(web, changed, article):
    page = changed.pages()[0].id
    assert f'href="/pages/{page}"' in web.get(f"/articles/{article}").text
    html = web.get(f"/pages/{page}").text
    for words in ("ما الذي تُرك من الصفحة ولماذا", "clean.correction", NOTE, "أُبقيت", "تُركت",
                  "ملاحظة من التحرير عن المقال نفسه", "السطر خارج الجزء الرئيس من الصفحة",
                  "article:modified_time", "غير معروف: لا شيء في الصفحة يدل عليه"):  # fmt: skip
        assert words in html
    assert web.get("/pages/none").status_code == 404


def test_the_english_page_of_blocks_has_no_arabic_but_quotations(web, changed):
    html = web.get(f"/pages/{changed.pages()[0].id}?lang=en").text
    assert "a note of the editors about the article itself" in html
    assert "Title" in html and "left out" in html


def test_the_api_gives_the_blocks_of_a_page(web, changed, article):
    found = web.get(f"/api/pages/{article}").json()
    assert found["page_id"] == changed.pages()[0].id
    assert {one["rule"] for one in found["blocks"]} >= {"clean.correction", None}
    assert web.get("/api/pages/none").json()["code"] == "M-004"


def test_a_page_that_yields_nothing_says_why_in_arabic(workspace, browse):
    add_paths(workspace, [GONE])
    web, (row,) = browse(workspace), workspace.articles()
    for path in (f"/articles/{row.id}", f"/pages/{row.page_id}"):
        assert "صفحة خطأ: «" in web.get(path).text
