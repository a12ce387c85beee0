import os

import pytest

from musnad.errors import MusnadError
from musnad.fetch import FetchIssue, receive
from musnad.model.records import Given, Received

TEXT = "وصلت السفينة إلى ميناء النورس".encode()


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden.txt", "style.css", "page", "x.html?id=3"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    return tmp_path


def received(*paths, **options):
    return list(receive(paths, **options))


def names(folder, found):
    return [
        (one.name if isinstance(one, Received) else one.path).removeprefix(f"{folder}/")
        for one in found
    ]


def error_of(*paths, **options):
    with pytest.raises(MusnadError) as caught:
        receive(paths, **options)
    return caught.value


def test_a_folder_gives_its_pages_in_sorted_order(folder):
    found = received(folder)
    assert names(folder, found) == ["a.html", "b.txt", "page", "sub/c.txt", "x.html?id=3"]
    assert [one.format for one in found] == ["html", "text", None, "text", "html"]
    assert {one.data for one in found} == {TEXT}


def test_the_parts_of_a_page_that_a_browser_saved_are_no_pages(tmp_path):
    for name in ("خبر.html", "خبر_files/frame.html", "خبر_files/a/x", "b.htm", "b.files/f.htm",
                 "own_files/a.html", "news.html", "news/b.html"):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    pages = ["b.htm", "news/b.html", "news.html", "own_files/a.html", "خبر.html"]
    assert names(tmp_path, received(tmp_path)) == pages
    assert len(received(tmp_path / "خبر_files")) == 2


def test_a_named_file_is_received_whatever_its_suffix(folder):
    assert names(folder, received(folder / "style.css", folder / ".hidden.txt")) == [
        "style.css", ".hidden.txt",
    ]  # fmt: skip


def test_each_line_of_jsonl_is_one_page(tmp_path):
    file = tmp_path / "batch.jsonl"
    lines = ['{"id": "n-1", "text": "أ"}', "", "{broken", '{"id": 7, "text": "ب"}', '{"text": "ج"}']
    file.write_bytes("\r\n".join(lines).encode("utf-8-sig"))
    found = received(file)
    assert names(tmp_path, found) == ["n-1", "batch.jsonl#3", "7", "batch.jsonl#5"]
    assert found[1].data == b"{broken" and {one.format for one in found} == {"record"}


def test_a_line_that_is_not_utf8_has_the_name_of_its_place(tmp_path):
    file = tmp_path / "batch.jsonl"
    file.write_bytes(b'{"id": "\xe5\xe1", "text": "x"}\n{"id": "n-1", "text": "\xe5"}\n')
    assert names(tmp_path, received(file)) == ["batch.jsonl#1", "n-1"]


def test_a_json_file_is_one_record(tmp_path):
    (tmp_path / "one.json").write_text('{"id": "n-9",\n "text": "خبر"}', "utf-8")
    (record,) = received(tmp_path)
    assert (record.name, record.format) == ("n-9", "record")


def test_a_page_over_the_limit_is_an_issue_and_the_next_is_received(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"x" * 11)
    (tmp_path / "fits.txt").write_bytes(b"x" * 10)
    (tmp_path / "lines.jsonl").write_bytes(b"y" * 35 + b"\n" + b"z" * 10 + b"\n")
    found = received(tmp_path, limit=10)
    assert names(tmp_path, found) == ["big.txt", "fits.txt", "lines.jsonl#1", "lines.jsonl#2"]
    assert [getattr(one, "code", None) for one in found] == ["M-102", None, "M-102", None]


def test_a_missing_path_is_refused_at_once(tmp_path):
    assert error_of(tmp_path / "none").code == "M-005"
    assert error_of(tmp_path, manifest=tmp_path / "none.csv").code == "M-005"


def test_pipes_loops_and_broken_links_are_issues(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "sub" / "again").symlink_to(folder)
    (folder / "lost.txt").symlink_to(folder / "nowhere")
    (folder / "twin.txt").symlink_to(folder / "b.txt")
    issues = [one for one in received(folder) if isinstance(one, FetchIssue)]
    assert names(folder, issues) == ["lost.txt", "pipe.txt", "sub/again"]
    assert {one.code for one in issues} == {"M-112"} and all(one.detail for one in issues)
    assert len(received(folder)) == len(issues) + 6


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_is_an_issue(folder):
    (folder / "b.txt").chmod(0)
    assert [one.path for one in received(folder) if isinstance(one, FetchIssue)] == [
        f"{folder}/b.txt"
    ]


def test_a_name_that_is_not_utf8_is_shown_escaped(tmp_path):
    (tmp_path / os.fsdecode(b"\xe5\xe1.txt")).write_bytes(TEXT)
    (one,) = received(tmp_path)
    assert names(tmp_path, [one]) == [r"\xe5\xe1.txt"]


MANIFESTS = {
    "comma": "file,outlet,published\nb.txt,صدى مرسى,2031-05-06\n".encode(),
    "semicolon and mark": "\ufefffile;outlet;published\r\nb.txt;صدى مرسى;2031-05-06\r\n".encode(),
    "tab, UTF-16": "File\toutlet\tpublished\nb.txt\tصدى مرسى\t2031-05-06\n".encode("utf-16"),
    "windows-1256": "file,outlet,published\nb.txt,صدى مرسى,2031-05-06\n".encode("windows-1256"),
    "blank lines": "file,outlet,published\n\n./b.txt , صدى مرسى ,2031-05-06\n\n".encode(),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_the_manifest_wins_over_the_command_line(folder, name):
    manifest = folder / "manifest.csv"
    manifest.write_bytes(MANIFESTS[name])
    given = Given(outlet="قناة الأفق", url="https://ufuq.example/")
    pages = received(folder / "b.txt", folder / "a.html", given=given, manifest=manifest)
    assert pages[0].given == Given(
        outlet="صدى مرسى", published="2031-05-06", url="https://ufuq.example/"
    )
    assert pages[1].given == given


def test_the_longest_end_of_a_path_names_the_file(folder):
    (folder / "m.csv").write_text("file,outlet\nc.txt,أ\nsub/c.txt,ب\n", "utf-8")
    page, without_file = received(folder / "sub", manifest=folder / "m.csv")
    assert page.given.outlet == "ب"
    assert without_file == FetchIssue(path="c.txt", code="M-115", detail="")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("file,outlett\n", "`outlet`"), ("outlet\nx\n", "`file`"), ("", "`file`"),
        ("file,file\n", "once"), ("file\na,b\n", "row 2"), ('file\n"a', "end of data"),
        ("file,colour\n", "known: file"),
    ],
)  # fmt: skip
def test_an_unusable_manifest_is_refused_in_words(folder, text, words):
    (folder / "m.csv").write_text(text, "utf-8")
    error = error_of(folder, manifest=folder / "m.csv")
    assert error.code == "M-006" and words in error.detail
