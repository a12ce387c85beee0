"""An archive that is added, killed and resumed ends like one never broken off."""

import random
import sqlite3

import pytest
from crawl import digest, every_page_once, run
from crawl_archive import write_archive

SIZE, PADDED = 400_000, 4000


@pytest.mark.parametrize("suffix", [".warc", ".warc.gz"])
def test_an_archive_that_was_killed_twice_loses_no_page_and_has_none_twice(tmp_path, suffix):
    archive = tmp_path / f"crawl{suffix}"
    made = write_archive(archive, SIZE if suffix == ".warc" else SIZE // 4, PADDED)
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    moment = random.Random(suffix)
    for after in sorted(moment.sample(range(1, made.pages - 5), 2)):
        assert after <= run(archive, killed, after).pages < made.pages
    assert run(archive, killed).pages > made.pages
    run(archive, whole)
    assert every_page_once(killed, made) and every_page_once(whole, made)
    assert digest(killed) == digest(whole)


def test_the_digest_tells_of_a_page_that_differs(tmp_path):
    archive = tmp_path / "crawl.warc"
    write_archive(archive, 20_000, PADDED)
    run(archive, tmp_path / "work")
    before = digest(tmp_path / "work")
    with sqlite3.connect(tmp_path / "work" / "musnad.sqlite") as connection:
        connection.execute("UPDATE page SET name = 'x' WHERE rowid = 1")
    connection.close()
    assert digest(tmp_path / "work") != before
