import sqlite3
import threading

import pytest
from invented_readings import page_id_of, read_invented

from musnad.errors import MusnadError
from musnad.model.records import Received
from musnad.store import open_workspace
from musnad.store.raw import read_raw, write_raw

PAGE = Received(data="خبر\nوزير الموانئ: لا خسائر".encode(), name="a.txt")


def add(workspace, received=PAGE):
    return workspace.add_page(received, page_id_of(received), read_invented(received))


def change(workspace, sql):
    connection = sqlite3.connect(workspace.path / "musnad.sqlite")
    connection.execute(sql)
    connection.commit()
    connection.close()


def refused(call, *arguments):
    with pytest.raises(MusnadError) as caught:
        call(*arguments)
    return caught.value.code


def test_a_second_writer_is_told_and_readers_go_on(workspace):
    add(workspace)
    holder = sqlite3.connect(workspace.path / "musnad.sqlite", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    workspace.busy_timeout_ms = 50
    other = Received(data=b"other", name="b.txt")
    assert refused(add, workspace, other) == "M-011"
    assert len(workspace.statements()) == 1
    with open_workspace(workspace.path) as second:
        assert second.counts().pages == 1
    holder.execute("ROLLBACK")
    holder.close()
    assert add(workspace, other) == "new"


def test_writers_take_turns(workspace):
    def add_pages(name):
        with open_workspace(workspace.path) as mine:
            for n in range(10):
                add(mine, Received(data=f"{name} {n}".encode(), name=f"{name}{n}.txt"))

    threads = [threading.Thread(target=add_pages, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert workspace.counts().pages == 20 and workspace.verify() == ()


def test_a_reading_that_fails_half_way_stores_nothing(workspace):
    reading = read_invented(PAGE)[0]
    with pytest.raises(ValueError, match="page"):
        workspace.add_page(PAGE, page_id_of(PAGE), (reading, reading))
    assert workspace.counts().pages == 0 and workspace.articles() == ()


def test_a_file_that_is_no_database_is_damaged(tmp_path):
    (tmp_path / "musnad.sqlite").write_bytes(b"no database at all, but long enough" * 100)
    assert refused(open_workspace, tmp_path) == "M-013"


def test_any_folder_name_will_do(tmp_path):
    path = tmp_path / "مرسى #1 50%?x=1"
    with open_workspace(path, create=True) as opened:
        assert add(opened) == "new"
    assert (path / "musnad.sqlite").exists() and [one.name for one in tmp_path.iterdir()] == [
        path.name
    ]


def test_a_path_where_no_folder_can_be_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(MusnadError, match="M-017"):
        open_workspace(tmp_path / "file" / "work", create=True)


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_acknowledged(workspace, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("musnad.store.raw.os.fsync", full)
    assert refused(add, workspace) == "M-017"
    monkeypatch.undo()
    assert workspace.counts().pages == 0
    assert add(workspace) == "new" and workspace.verify() == ()


def test_raw_bytes_come_back_and_damage_is_seen(tmp_path):
    digest = write_raw(tmp_path, b"\x00raw\xff")
    assert write_raw(tmp_path, b"\x00raw\xff") == digest
    assert read_raw(tmp_path, digest) == b"\x00raw\xff"
    other = write_raw(tmp_path, b"other")
    (tmp_path / digest[:2] / f"{digest}.zst").write_bytes(
        (tmp_path / other[:2] / f"{other}.zst").read_bytes()
    )
    assert refused(read_raw, tmp_path, digest) == "M-013"
    assert refused(read_raw, tmp_path, "00" * 32) == "M-013"


def test_bytes_that_a_broken_off_removal_left_are_swept(workspace, monkeypatch):
    add(workspace)
    with monkeypatch.context() as broken:
        broken.setattr(type(workspace), "sweep", lambda _: None)
        workspace.remove_page(page_id_of(PAGE), "asked")
    assert list((workspace.path / "pages").rglob("*.zst"))
    open_workspace(workspace.path).close()
    assert not list((workspace.path / "pages").rglob("*.zst"))


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("UPDATE statement SET keys = 'x'", "rows in statement"),
        ("UPDATE statement SET rejected = 1", "rows in statement"),
        ("DELETE FROM statement", "rows in statement"),
        ("UPDATE article SET title = 'x'", "rows in article"),
        ("DELETE FROM record", "rows in record"),
        ("INSERT INTO issue SELECT 9, page_id, id, 'x', 'M-1', '' FROM article", "rows in issue"),
        ("UPDATE reading SET json = X'00'", "cannot be decoded"),
        ("UPDATE reading SET text_sha256 = 'x'", "sha256"),
        ("DELETE FROM reading", "no reading"),
        ("UPDATE page SET sha256 = 'ab'", "cannot be read"),
        ("DELETE FROM page", "points at nothing"),
    ],
)
def test_verify_tells_what_is_wrong(workspace, sql, words):
    add(workspace)
    assert workspace.verify() == ()
    change(workspace, sql)
    assert any(words in line for line in workspace.verify())


def test_a_damaged_reading_is_refused_with_its_code(workspace):
    add(workspace)
    change(workspace, "UPDATE reading SET json = X'00'")
    assert refused(workspace.reading, workspace.articles()[0].id) == "M-013"
