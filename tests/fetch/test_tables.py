import json

import pytest
from made import received, told

from musnad.model.records import Given

ROW = "إغلاق الميناء,أغلقت الصفا ميناءها أمس.,2031-05-04,صدى مرسى,https://sada.example/1"
TABLE = f"Title, text ,published,outlet,url\n{ROW}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_is_a_page_in_every_encoding_and_form(tmp_path, encoding, separator):
    data = TABLE.replace(",", separator).encode(encoding)
    (page,) = received(tmp_path / "pages.csv", data, given=Given(outlet="قناة الأفق"))
    assert (page.name, page.format) == (f"{tmp_path}/pages.csv#2", "record")
    assert json.loads(page.data) == {
        "title": "إغلاق الميناء", "text": "أغلقت الصفا ميناءها أمس.", "published": "2031-05-04",
        "outlet": "صدى مرسى", "url": "https://sada.example/1",
    }  # fmt: skip
    assert page.given.outlet == "قناة الأفق"


def test_each_bad_row_is_an_issue_and_the_others_are_pages(tmp_path):
    rows = [
        "id,text,html",
        "a,نص,",
        "b,,",
        "c,نص,<p>,زائد",
        "",
        'd,"نص"باق,',
        'e,"سطر\nوسطر",',
        f"f,{'ص' * 60},",
    ]
    found = received(tmp_path / "t.csv", "\r\n".join(rows).encode(), limit=100)
    assert told(found) == [
        "a",
        "t.csv#3 M-117",
        "t.csv#4 M-117",
        "t.csv#6 M-117",
        "e",
        "t.csv#8 M-102",
    ]
    assert "`text`" in found[1].detail and "4 cells" in found[2].detail
    assert "سطر\nوسطر" in json.loads(found[4].data)["text"]


def test_a_quotation_mark_that_nothing_closes_costs_its_rows_only(tmp_path):
    found = received(tmp_path / "t.csv", b'text\nbefore\n"' + b"after\n" * 50, limit=80)
    assert told(found)[:2] == ["t.csv#2", "t.csv#3 M-117"]


def test_bytes_of_no_letter_are_shown_and_the_row_is_read(tmp_path):
    data = b"text\n" + "نص طويل\n".encode() * 20_000 + b"\xffx\n"
    found = received(tmp_path / "t.csv", data)
    assert json.loads(found[-1].data)["text"] == "\ufffdx"


@pytest.mark.parametrize(
    ("header", "detail"),
    [("titel,tekst\n", "`tekst`"), ("", "nothing"), ('"text', "end of data")],
)
def test_a_table_without_texts_is_one_issue(tmp_path, header, detail):
    found = received(tmp_path / "t.csv", f"{header}".encode())
    assert told(found) == ["t.csv M-116"] and detail in found[0].detail


def test_the_manifest_in_the_folder_is_no_table_of_pages(tmp_path):
    (tmp_path / "a.txt").write_text("نص", "utf-8")
    (tmp_path / "pages.csv").write_text("file,outlet\na.txt,صدى مرسى\n", "utf-8")
    assert told(received(tmp_path, manifest=tmp_path / "pages.csv")) == ["a.txt"]


def test_a_table_that_ends_within_a_letter_is_read_to_its_end(tmp_path):
    data = "text\none\ntwo".encode("utf-16")[:-1]
    found = received(tmp_path / "t.csv", data)
    assert [json.loads(one.data)["text"] for one in found] == ["one", "tw\ufffd"]
