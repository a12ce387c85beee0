"""The commands that read pages, with a reader made by hand in the place of the stages."""

import io
import json
import sys
import zipfile
from types import SimpleNamespace

import msgspec
import pytest

from hand_made import ARTICLE_ID, READING, RELAYED_ID, TEXT
from musnad.store import open_workspace

LEXICON = '[[media]]\nname = "صدى مرسى"\nkind = "paper"\n'


@pytest.fixture(autouse=True)
def hand_reader(monkeypatch):
    """Every page is read as the reading made by hand, with its own name; «BROKEN» fails."""

    def read_page(received, lexicon, site=None):
        if b"BROKEN" in received.data:
            raise ValueError("a stage that cannot read this")
        article = msgspec.structs.replace(READING.article, source_id=received.name)
        return (msgspec.structs.replace(READING, article=article),)

    module = SimpleNamespace(read_page=read_page)
    monkeypatch.setitem(sys.modules, "musnad.pipeline.read", module)


@pytest.fixture
def page(own_folder):
    path = own_folder / "manara.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_read_gives_one_reading_a_line(musnad, page, own_folder):
    (own_folder / "other.txt").write_text(TEXT, "utf-8")
    ran = musnad("read", str(page), "other.txt")
    assert (ran.status, ran.err) == (0, "")
    readings = [json.loads(line) for line in ran.out.splitlines()]
    assert [reading["schema"] for reading in readings] == ["musnad.reading/1"] * 2
    assert not (own_folder / "musnad-workspace").exists()


def test_read_gives_json_and_a_view_for_people(musnad, page):
    assert json.loads(musnad("read", str(page), "-f", "json").out)[0]["article"]["id"] == ARTICLE_ID
    out = musnad("read", str(page), "--format", "table").out
    assert "صحيفة المنارة ← وكالة الساحل ← مصدر ملاحي" in out
    assert RELAYED_ID in out


def test_read_takes_json_lines_from_stdin(musnad, monkeypatch):
    lines = "\n".join(json.dumps({"id": f"p{n}", "text": TEXT}) for n in range(3))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    ran = musnad("read", "-")
    names = [json.loads(line)["article"]["source_id"] for line in ran.out.splitlines()]
    assert names == ["p0", "p1", "p2"]


def test_read_takes_a_page_from_stdin(musnad, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert len(musnad("read", "-").out.splitlines()) == 1


def test_a_page_that_fails_is_told_and_the_others_are_read(musnad, page, own_folder):
    (own_folder / "bad.txt").write_text("BROKEN")
    ran = musnad("read", "bad.txt", str(page))
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 1
    assert ran.err.startswith("bad.txt: M-190 ")


def test_a_page_larger_than_the_setting_is_told(musnad, page, monkeypatch):
    monkeypatch.setenv("MUSNAD_LIMITS_PAGE_BYTES", "10")
    ran = musnad("read", str(page))
    assert (ran.status, ran.out) == (1, "")
    assert "M-102" in ran.err


@pytest.mark.parametrize("command", ["read", "add"])
def test_an_absent_path_and_a_bad_lexicon_are_told(musnad, page, own_folder, command):
    ran = musnad(command, "absent.txt")
    assert (ran.status, ran.out) == (2, "") and "M-005" in ran.err
    ran = musnad(command, str(page), "--lexicon", "absent.toml")
    assert ran.status == 2 and "M-005" in ran.err
    (own_folder / "bad.toml").write_text("[[medai]]\nname = 'x'")
    ran = musnad(command, str(page), "--lexicon", "bad.toml")
    assert ran.status == 2 and "M-007" in ran.err and "bad.toml: [[medai]]" in ran.err


def test_add_twice_changes_nothing(musnad, page):
    first, second = musnad("add", str(page)), musnad("add", str(page))
    assert (first.status, first.out) == (0, "")
    assert (
        first.err == "1 page new, 0 changed, 0 same, 0 failed; 1 article, 2 statements, 1 issue.\n"
    )
    assert "0 pages new, 0 changed, 1 same" in second.err


def test_add_keeps_the_lexicon(musnad, page, own_folder):
    (own_folder / "marsa.toml").write_text(LEXICON, "utf-8")
    assert musnad("add", str(page), "--lexicon", "marsa.toml", "-w", "archive").status == 0
    with open_workspace(own_folder / "archive") as store:
        assert store.lexicons() == (LEXICON,)


def test_another_lexicon_of_the_name_is_kept_beside_it(musnad, page, own_folder):
    (own_folder / "other").mkdir()
    for folder, outlet in ((".", "صدى مرسى"), ("other", "قناة الأفق")):
        file = own_folder / folder / "marsa.toml"
        file.write_text(LEXICON.replace("صدى مرسى", outlet), "utf-8")
    first = musnad("add", str(page), "--lexicon", "marsa.toml")
    assert "reread" not in first.err
    ran = musnad("add", str(page), "--lexicon", "other/marsa.toml")
    assert ran.status == 0 and "`musnad reread` applies it" in ran.err
    with open_workspace(own_folder / "musnad-workspace") as store:
        assert len(store.lexicons()) == 2
    assert "reread" not in musnad("add", str(page), "--lexicon", "other/marsa.toml").err


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_row_of_the_manifest_without_a_file_is_told(musnad, page, own_folder, command):
    (own_folder / "m.csv").write_text(
        "file,outlet\nmanara.txt,أ\ngone.txt,ب\nlost.txt,ج\n", "utf-8"
    )
    ran = musnad(command, str(page), "--manifest", "m.csv")
    assert ran.status == 0
    assert [line for line in ran.err.splitlines() if "M-115" in line] == [
        f"{name}: M-115 A row of the manifest is for no file that was received."
        for name in ("gone.txt", "lost.txt")
    ]


def test_a_row_without_a_file_is_listed_until_the_file_comes(musnad, page, own_folder):
    (own_folder / "m.csv").write_text("file,outlet\nmanara.txt,أ\ngone.txt,ب\n", "utf-8")
    musnad("add", str(page), "--manifest", "m.csv")
    assert "gone.txt" in musnad("issues").out
    (own_folder / "pages").mkdir()
    (own_folder / "pages" / "gone.txt").write_text(TEXT + "\nالمزيد", "utf-8")
    musnad("add", "pages", str(page), "--manifest", "m.csv")
    assert "M-115" not in musnad("issues").out


def test_a_table_without_texts_is_told(musnad, page, own_folder):
    (own_folder / "other.csv").write_text("name,count\na,1\n")
    assert musnad("add", str(page), "other.csv").status == 0
    ran = musnad("add", "other.csv")
    assert ran.status == 1 and "M-116" in ran.err


def test_an_archive_comes_from_stdin_too(musnad, page, own_folder, monkeypatch):
    with zipfile.ZipFile("p.zip", "w") as archive:
        archive.write(page, "manara.txt")
    data = (own_folder / "p.zip").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    ran = musnad("add", "-")
    assert ran.status == 0 and "1 page new" in ran.err


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_folder_without_pages_is_told(musnad, own_folder, command):
    (own_folder / "empty").mkdir()
    ran = musnad(command, "empty")
    assert (ran.status, ran.out) == (1, "")
    assert "No page was found" in ran.err


def test_add_goes_on_after_a_bad_page_and_says_so(musnad, page, own_folder):
    (own_folder / "bad.txt").write_text("BROKEN")
    ran = musnad("add", str(page), "bad.txt")
    assert ran.status == 1
    assert "1 page new" in ran.err and "1 failed" in ran.err
    assert "M-190" in musnad("issues").out


def test_reread_reads_again(musnad, page):
    musnad("add", str(page))
    ran = musnad("reread")
    assert ran.status == 0 and "1 same" in ran.err


def test_a_wrong_number_of_jobs_is_told(musnad, page):
    ran = musnad("add", str(page), "--jobs", "0")
    assert ran.status == 2 and "M-014" in ran.err


GOLD = {"statements": [{
    "p": 0, "cue": "ونقلت", "who": "مصدر ملاحي", "relays": ["وكالة الساحل"],
    "content": ["الميناء سيغلق يوم السبت"], "kind": "anonymous",
}]}  # fmt: skip


@pytest.fixture
def gold(own_folder):
    folder = own_folder / "gold"
    folder.mkdir()
    title, *paragraphs = TEXT.split("\n")
    article = {"id": "manara", "title": title, "paragraphs": paragraphs}
    (folder / "manara.json").write_text(json.dumps(article), "utf-8")
    (folder / "manara.gold.json").write_text(json.dumps(GOLD), "utf-8")
    (own_folder / "r.jsonl").write_bytes(msgspec.json.encode(READING) + b"\n\n")
    return folder


def test_evaluate_scores_readings(musnad, gold):
    ran = musnad("evaluate", "--gold", "gold", "--readings", "r.jsonl")
    assert ran.status == 0
    assert "P 0.500 R 1.000 F1 0.667" in ran.out
    ran = musnad("evaluate", "--gold", "gold", "--readings", "r.jsonl", "-f", "jsonl")
    assert json.loads(ran.out)["complete"]["recall"] == 1


def test_evaluate_below_the_floor_has_status_one(musnad, gold):
    words = ("evaluate", "--gold", "gold", "--readings", "r.jsonl", "--floor")
    assert musnad(*words, "0.66").status == 0
    ran = musnad(*words, "0.67")
    assert ran.status == 1 and "below 0.670" in ran.err


def test_evaluate_tells_what_is_no_reading(musnad, gold, own_folder):
    (own_folder / "r.jsonl").write_text("{}\n")
    ran = musnad("evaluate", "--gold", "gold", "--readings", "r.jsonl")
    assert ran.status == 2 and "r.jsonl:1" in ran.err
    assert musnad("evaluate", "--gold", "absent").status == 2


def test_evaluate_reads_the_gold_articles(musnad, gold, monkeypatch):
    ran = musnad("evaluate", "--gold", "gold", "-f", "jsonl")
    assert json.loads(ran.out)["documents"] == 1
