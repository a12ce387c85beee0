import json
from hashlib import sha256
from pathlib import Path

import pytest
from changing_pages import FIRST, GONE, NOTE, SILENT, TOLD, URL, VISITED

from musnad.pipeline.run import add_paths
from musnad.store import Verdict, make_decision, open_workspace


@pytest.fixture
def changed(own_folder):
    """A workspace with a page that changed silently, told of it later and went."""
    with open_workspace(own_folder / "musnad-workspace", create=True) as store:
        for page in (FIRST, VISITED, SILENT, TOLD, GONE):
            add_paths(store, [page])
    return own_folder / "musnad-workspace"


def test_versions_lists_what_changed(musnad, changed):
    ran = musnad("versions")
    assert ran.status == 0 and ran.err == ""
    lines = ran.out.splitlines()
    assert len(lines) == 3 and "silent" in lines[1] and "title, text" in lines[1]
    assert "−1 +1 ~1" in lines[1] and "gone" in lines[2]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (("--silent",), 1), (("--changed-since", "2031-05-09"), 1),
        (("--changed-since", "2031-06"), 0), (("--silent", "--changed-since", "2031-05"), 1),
    ],
)  # fmt: skip
def test_versions_are_filtered(musnad, changed, words, number):
    assert len(json.loads(musnad("versions", *words, "-f", "json").out)) == number


def test_versions_of_one_page_show_every_word_that_changed(musnad, changed):
    for wanted in (URL, json.loads(musnad("versions", "-f", "json").out)[0]["article_id"][:6]):
        out = musnad("versions", wanted).out
        assert "[-سبعة-]{+ثلاثة+} قتلى في حريق بمرفأ الصفا" in out
        assert "silent edit: the page does not tell of it" in out
        assert f"the page told of it later (note): {NOTE}" in out
        assert "statement gone: نادر الكتبي · assert" in out
        assert "the page no longer holds the article" in out
        assert f"sha256 {sha256(VISITED.data).hexdigest()}" in out
        assert "\x1b" not in out


def test_versions_tell_which_decisions_no_longer_find_their_words(musnad, own_folder):
    with open_workspace(own_folder / "musnad-workspace", create=True) as store:
        add_paths(store, [FIRST])
        (article,) = store.articles()
        reading = store.reading(article.id)
        blamed = next(one for one in reading.statements if "إهمال" in one.content[0].text)
        verdict = Verdict("reject", "سلمى", "2031-05-04T09:00:00Z")
        store.decide(make_decision(reading, blamed.id, verdict))
        add_paths(store, [SILENT])
    ran = musnad("versions")
    assert "reject by سلمى" in ran.err and "kept and not applied" in ran.err
    assert "M-151" in musnad("issues").out


def test_nothing_changed_is_said(musnad, workspace):
    ran = musnad("versions")
    assert (ran.status, ran.out, ran.err) == (0, "", "No article has changed.\n")
    assert musnad("versions", "zzzz").status == 2


def test_export_page_gives_the_very_bytes_of_each_capture(musnad, changed, own_folder):
    pages = (FIRST, VISITED, SILENT, TOLD, GONE)
    for number, page in enumerate(pages, 1):
        digest = sha256(page.data).hexdigest()
        for version in (str(number), digest, digest[:9]):
            ran = musnad("export-page", URL, "--version", version, "--out", "out.html")
            assert (ran.status, ran.out) == (0, "")
            assert (own_folder / "out.html").read_bytes() == page.data
            assert digest in ran.err and page.fetched.at in ran.err
    assert musnad("export-page", URL).out == TOLD.data.decode()


def test_export_page_gives_the_response_too(musnad, changed):
    out = musnad("export-page", URL, "--headers", "--version", "1").out
    assert out.splitlines() == [
        "HTTP 200", f"x-musnad-url: {URL}", f"x-musnad-final-url: {URL}",
        f"x-musnad-fetched: {FIRST.fetched.at}",
        f"x-musnad-sha256: {sha256(FIRST.data).hexdigest()}", f'ETag: "{FIRST.fetched.at}"',
    ]  # fmt: skip


def test_a_page_that_no_network_brought_says_when_it_was_added(musnad, workspace):
    out = musnad("export-page", "0011", "--headers").out
    assert out.startswith("x-musnad-name: manara.txt\nx-musnad-added: 20")


@pytest.mark.parametrize("version", ["0", "9", "ffff", "x"])
def test_a_capture_that_is_not_there_is_told(musnad, changed, version):
    ran = musnad("export-page", URL, "--version", version)
    assert (ran.status, ran.out) == (2, "") and "M-004" in ran.err


def test_damaged_bytes_are_never_given_out(musnad, changed):
    digest = sha256(TOLD.data).hexdigest()
    (changed / "pages" / digest[:2] / f"{digest}.zst").write_bytes(b"damaged")
    ran = musnad("export-page", URL, "--out", "out.html")
    assert ran.status == 2 and "M-013" in ran.err and not Path("out.html").exists()


def test_explain_page_tells_of_a_file_and_of_a_page_of_the_workspace(musnad, changed, own_folder):
    (own_folder / "page.html").write_bytes(TOLD.data)
    for words in (("page.html",), (URL,)):
        ran = musnad("explain-page", *words)
        assert (ran.status, ran.err) == (0, "")
        for line in (
            "− correction: " + NOTE, "+ title: ثلاثة قتلى في حريق بمرفأ الصفا",
            "    clean.correction: a note of the editors about the article itself",
            "  outlet: صدى مرسى (by meta)", "  byline: unknown; nothing on the page tells it",
        ):  # fmt: skip
            assert line in ran.out.splitlines()
    (found,) = json.loads(musnad("explain-page", URL, "-f", "json").out)
    assert found["sha256"] == sha256(TOLD.data).hexdigest()
    assert {block["fate"] for block in found["blocks"]} == {"kept", "left"}


def test_explain_page_says_why_a_page_yields_nothing(musnad, own_folder):
    (own_folder / "e.html").write_bytes(GONE.data)
    ran = musnad("explain-page", "e.html")
    assert ran.status == 1 and "an error page: «404»" in ran.out


def test_explain_page_of_a_gate_or_an_empty_file_ends_with_status_1(musnad, own_folder):
    gate = "<h1>a.example</h1><p>Checking if the site connection is secure</p>"
    for name, page, code in (("g.html", gate, "M-106"), ("z.html", "", "M-101")):
        (own_folder / name).write_text(page, "utf-8")
        ran = musnad("explain-page", name, "-f", "json")
        (article,) = json.loads(ran.out)[0]["articles"]
        assert (ran.status, [one["code"] for one in article["issues"]]) == (1, [code])


def test_explain_page_of_many_records_explains_each(musnad, own_folder):
    lines = [json.dumps({"id": n, "text": f"خبر {n}\n{NOTE}"}) for n in range(2)]
    (own_folder / "p.jsonl").write_text("\n".join(lines), "utf-8")
    assert len(json.loads(musnad("explain-page", "p.jsonl", "-f", "json").out)) == 2


@pytest.mark.parametrize("words", [("zzzz",), ("none.html",)])
def test_explain_page_tells_what_is_not_there(musnad, workspace, words):
    ran = musnad("explain-page", *words)
    assert ran.status == 2 and "M-004" in ran.err
