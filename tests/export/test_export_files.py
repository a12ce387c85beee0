"""Exports: opened again with the readers that people use."""

import csv
import io
import json
import stat
import zipfile

import msgspec
import openpyxl
import pytest

from hand_made import ARTICLE, DENIAL, READING, RELAYED, TEXT
from musnad.errors import MusnadError
from musnad.export import COLUMNS, Line, export_lines, lines
from musnad.model.records import Outlet, Published
from musnad.store import StatementRow

KEYS = [column.key for column in COLUMNS]


def row_of(statement, article=ARTICLE):
    return StatementRow(
        article_id=article.id, article_title=article.title, outlet="صحيفة المنارة",
        published="2031-05-05", date=statement.said or "2031-05-05",
        date_basis="said" if statement.said else "published", statement=statement,
    )  # fmt: skip


def line_of(statement, **article):
    changed = msgspec.structs.replace(ARTICLE, **article)
    return Line(row_of(statement, changed), changed)


LINES = [Line(row_of(statement), ARTICLE) for statement in READING.statements]


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_csv_holds_one_row_a_statement(tmp_path):
    path = tmp_path / "s.csv"
    assert export_lines(path, LINES) == 2
    first, second = read_csv(path)
    assert list(first) == KEYS
    assert first["chain"] == "صحيفة المنارة ← وكالة الساحل ← مصدر ملاحي"
    assert (first["relays"], first["date"], first["date_basis"]) == (
        "وكالة الساحل للأنباء", "2031-05-02", "said",
    )  # fmt: skip
    assert (second["speaker"], second["act"], second["relays"]) == ("وزارة الموانئ", "deny", "")
    assert second["content"] == "إغلاق الميناء"
    assert TEXT[int(first["start"]) : int(first["end"])].startswith("ونقلت")
    assert first["page_sha256"] == ARTICLE.page.sha256


def test_csv_is_what_excel_expects(tmp_path):
    path = tmp_path / "s.csv"
    export_lines(path, [line_of(DENIAL, title="سطر أول\nسطر ثان، «بفاصلة»")])
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + KEYS[0].encode())
    assert data.endswith(b"\r\n") and data.count(b"\r\n") == 2
    assert read_csv(path)[0]["title"] == "سطر أول\nسطر ثان، «بفاصلة»"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_csv_cell_is_a_formula(tmp_path, start):
    path = tmp_path / "s.csv"
    title = f'{start}HYPERLINK("http://x")'
    export_lines(path, [line_of(DENIAL, title=title)])
    assert read_csv(path)[0]["title"] == "'" + title


def test_unknown_is_empty_in_every_format(tmp_path):
    bare = line_of(DENIAL, title=None, outlet=None, published=None)
    for ending in (".csv", ".xlsx", ".jsonl"):
        assert export_lines(tmp_path / f"s{ending}", [bare]) == 1
    row = read_csv(tmp_path / "s.csv")[0]
    assert (row["title"], row["outlet"], row["published"], row["said"]) == ("", "", "", "")
    assert json.loads((tmp_path / "s.jsonl").read_text("utf-8"))["title"] is None


def test_a_link_that_is_left_out_is_marked():
    gap = msgspec.structs.replace(DENIAL.chain[0], name="", gap="the outlet is unknown")
    line = line_of(msgspec.structs.replace(DENIAL, chain=(gap, DENIAL.chain[1])))
    chain = next(column for column in COLUMNS if column.key == "chain")
    assert chain.value(line) == ("؟", "وزارة الموانئ")


def test_a_statement_without_content_has_a_place():
    line = line_of(msgspec.structs.replace(DENIAL, content=()))
    values = {column.key: column.value(line) for column in COLUMNS}
    assert (values["start"], values["end"]) == (DENIAL.cue.start, DENIAL.cue.end)
    assert values["content"] == ""


def test_workbook_reads_from_right_to_left(tmp_path):
    path = tmp_path / "s.xlsx"
    assert export_lines(path, LINES) == 2
    book = openpyxl.load_workbook(path)
    sheet = book["Statements"]
    assert sheet.sheet_view.rightToLeft
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(KEYS)).column_letter}3"
    assert [cell.value.split("\n")[1] for cell in sheet[1]] == KEYS
    found = dict(zip(KEYS, (cell.value for cell in sheet[2]), strict=True))
    assert found["chain"] == "صحيفة المنارة ← وكالة الساحل ← مصدر ملاحي"
    assert (found["confidence"], found["start"]) == (0.9, RELAYED.cue.start)
    content = sheet.cell(2, KEYS.index("content") + 1)
    assert content.alignment.wrap_text
    letter = content.column_letter
    assert sheet.column_dimensions[letter].width == 70


def test_workbook_explains_its_columns_in_two_languages(tmp_path):
    path = tmp_path / "s.xlsx"
    export_lines(path, LINES)
    sheet = openpyxl.load_workbook(path)["Columns"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == KEYS
    assert all(all(row) for row in rows)


def test_no_workbook_cell_is_a_formula_or_breaks_the_file(tmp_path):
    path = tmp_path / "s.xlsx"
    export_lines(path, [line_of(DENIAL, title="=1+1", url="a\x00\x0b\ud800b")])
    sheet = openpyxl.load_workbook(path)["Statements"]
    cells = dict(zip(KEYS, sheet[2], strict=True))
    assert (cells["title"].value, cells["title"].data_type) == ("=1+1", "s")
    assert cells["url"].value == "ab"


def test_a_text_too_long_for_a_cell_says_that_it_was_cut(tmp_path):
    path = tmp_path / "s.xlsx"
    export_lines(path, [line_of(DENIAL, title="س" * 40_000)])
    sheet = openpyxl.load_workbook(path)["Statements"]
    title = sheet.cell(2, KEYS.index("title") + 1).value
    assert len(title) == 32_767 and title.endswith("[cut]")


def test_jsonl_keeps_lists(tmp_path):
    path = tmp_path / "s.jsonl"
    assert export_lines(path, LINES) == 2
    first = json.loads(path.read_text("utf-8").splitlines()[0])
    assert list(first) == KEYS
    assert first["chain"] == ["صحيفة المنارة", "وكالة الساحل", "مصدر ملاحي"]


def test_no_statement_gives_a_file_with_its_header(tmp_path):
    for ending in (".csv", ".xlsx", ".jsonl"):
        assert export_lines(tmp_path / f"s{ending}", []) == 0
    assert (tmp_path / "s.jsonl").read_bytes() == b""
    assert read_csv(tmp_path / "s.csv") == []


def test_a_failed_export_leaves_the_old_file(tmp_path):
    def broken():
        yield LINES[0]
        raise OSError(28, "No space left on device")

    path = tmp_path / "s.csv"
    path.write_text("old")
    with pytest.raises(MusnadError, match=r"M-009 .*No space left"):
        export_lines(path, broken())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_has_the_usual_rights(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    export_lines(tmp_path / "s.csv", LINES)
    assert stat.S_IMODE((tmp_path / "s.csv").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


def test_unknown_ending_and_absent_folder_are_told(tmp_path):
    with pytest.raises(MusnadError, match=r"M-009 .*\.csv, \.xlsx, \.jsonl"):
        export_lines(tmp_path / "s.doc", LINES)
    with pytest.raises(MusnadError, match="M-009"):
        export_lines(tmp_path / "absent" / "s.csv", LINES)


def test_each_article_is_asked_for_once():
    asked = []
    rows = [row_of(RELAYED), row_of(DENIAL)]
    found = list(lines(rows, lambda id_: asked.append(id_) or ARTICLE))
    assert asked == [ARTICLE.id]
    assert [line.statement for line in found] == [RELAYED, DENIAL]


def test_an_empty_workbook_cell_is_blank(tmp_path):
    path = tmp_path / "s.xlsx"
    export_lines(path, [line_of(DENIAL, url=None)])
    sheet = openpyxl.load_workbook(path)["Statements"]
    assert sheet.cell(2, KEYS.index("url") + 1).value is None
    with zipfile.ZipFile(path) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_owner_host_and_day_of_the_change_are_columns():
    outlet = Outlet(name="صحيفة المنارة", owner="دار المرسى")
    modified = Published(value="2031-05-07", precision="day", method="meta", reliable=True)
    line = line_of(DENIAL, outlet=outlet, host="cache.example", modified=modified)
    told = {column.key: column.value(line) for column in COLUMNS}
    assert (told["outlet_owner"], told["host"]) == ("دار المرسى", "cache.example")
    assert told["modified"] == "2031-05-07"
