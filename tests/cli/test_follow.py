"""`musnad follow` against a real server on this machine."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "fetch"))

from served import sends, serving, unless_known

from musnad.store import Visits, open_workspace

ARTICLE = """<html><head><title>إغلاق الميناء</title></head><body><article><h1>إغلاق الميناء</h1>
<p>أغلقت السلطات في الصفا ميناء النورس أمس بعد عاصفة قوية ضربت الساحل كله في الليل.</p>
<p>وقال وزير الموانئ سالم المرساوي إن الإغلاق يدوم ثلاثة أيام حتى يهدأ الموج تماما.</p>
</article></body></html>"""
FEED = "<rss><channel><item><title>إغلاق</title><link>/1</link></item>{}</channel></rss>"
MORE = "<item><link>/2</link></item>"


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("MUSNAD_FETCH_ALLOW_HOSTS", "127.0.0.1")
    monkeypatch.setenv("MUSNAD_FETCH_PACE_SECONDS", "0")
    pages = {"/rss": unless_known('"a"', sends(FEED.format(""), etag='"a"')), "/1": sends(ARTICLE)}
    with serving(pages) as served:
        yield served


def test_a_pass_reads_what_is_new_and_says_so(musnad, server, own_folder):
    ran = musnad("follow", server.url + "/rss")
    assert ran.status == 0 and ran.out == ""
    assert ran.err.splitlines() == [
        "1 feed read, 0 unchanged; 1 page fetched.",
        "1 page new, 0 changed, 0 same, 0 failed; 1 article, 1 statement, 0 issues.",
    ]
    again = musnad("follow", server.url + "/rss")
    assert again.err.splitlines()[0] == "0 feeds read, 1 unchanged; 0 pages fetched."
    with open_workspace(own_folder / "musnad-workspace") as store, Visits(store) as visits:
        assert [row.source_id for row in store.articles()] == [server.url[7:] + "/1"]
        assert visits.visit(server.url + "/rss").etag == '"a"'


def test_what_failed_is_listed_until_it_comes(musnad, server, own_folder):
    server.pages["/rss"] = sends(FEED.format(MORE))
    (own_folder / "list.txt").write_text(f"{server.url}/rss\n{server.url}/none\nnonsense\n")
    ran = musnad("follow", "list.txt", "--jobs", "2")
    assert ran.status == 1
    assert ran.err.splitlines()[0] == "1 feed read, 0 unchanged; 1 page fetched, 3 failed."
    listed = musnad("issues").out
    for words in ("/none", "/2", "404 Not Found", "M-142", "list.txt#3", "M-147"):
        assert words in listed
    server.pages["/none"] = sends(FEED.format(""))
    musnad("follow", "list.txt")
    assert "/none" not in musnad("issues").out and "/2" in musnad("issues").out


def test_a_path_to_nothing_and_a_wrong_time_are_told(musnad):
    ran = musnad("follow", "nothing.opml")
    assert ran.status == 2 and "M-005" in ran.err
    ran = musnad("follow", "https://sada.example/", "--every", "soon")
    assert ran.status == 2 and "15m" in ran.err


def test_passes_go_on_until_they_are_ended(musnad, server, monkeypatch):
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr("musnad.cli.follow.time.sleep", pause)
    ran = musnad("follow", server.url + "/rss", server.url + "/none", "--every", "15m")
    assert ran.status == 0 and len(pauses) == 2 and 890 < pauses[0] <= 900
    assert ran.err.count("1 page new") == 1 and ran.err.count("The next pass begins at") == 2


def test_what_ctrl_c_leaves_is_told(musnad, server, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("musnad.pipeline.run.add_paths", stop)
    ran = musnad("follow", server.url + "/rss")
    assert ran.status == 130 and "the same command goes on from there" in ran.err
