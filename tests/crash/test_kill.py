"""A run that is killed loses nothing that it told, and run again ends like one never killed."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from musnad.store import open_workspace

SCRIPT = Path(__file__).with_name("slow_add.py")
COUNT = 40


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(COUNT):
        text = f"خبر {n}\nوزير الموانئ: اكتمل الرصيف {n}\n=====\nملحق {n}\nأهالي الصفا: لا خسائر"
        (folder / f"{n:03d}.txt").write_text("BROKEN" if n == 20 else text, "utf-8")
    return folder


def start(pages, workspace):
    command = [sys.executable, str(SCRIPT), str(pages), str(workspace)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def run(pages, workspace):
    with start(pages, workspace) as process:
        told = process.stdout.read().split()
    assert process.returncode == 0
    return told


def run_and_kill(pages, workspace, *, after, pause_s):
    """Gives the names that were told before SIGKILL ended the run."""
    with start(pages, workspace) as process:
        told = [process.stdout.readline().strip() for _ in range(after)]
        time.sleep(pause_s)
        process.kill()
        told += process.stdout.read().split("\n")[:-1]
    return [name for name in told if name]


def contents(workspace):
    """Gives all that is stored, the raw pages included."""
    with sqlite3.connect(workspace / "musnad.sqlite") as connection:
        rows = [line for line in connection.iterdump() if 'INTO "issue"' not in line]
        columns = "page_id, article_id, source_id, code, detail"
        rows += map(str, connection.execute(f"SELECT {columns} FROM issue ORDER BY 1, 2, 4"))
    connection.close()
    raw = {file.name: file.read_bytes() for file in (workspace / "pages").rglob("*.*")}
    return sorted(rows), raw


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_run_loses_nothing_told_and_ends_the_same(pages, tmp_path, seed):
    moment = random.Random(seed)
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    for after in sorted(moment.sample(range(1, COUNT - 5), 2)):
        told = run_and_kill(pages, killed, after=after, pause_s=moment.random() / 100)
        with open_workspace(killed) as store:
            kept = {row.source_id for row in store.pages()}
            assert {Path(name).stem for name in told} <= kept
            assert store.verify() == ()
            articles = [row.source_id.partition("#")[0] for row in store.articles()]
            assert all(articles.count(name) == 2 for name in articles)
    run(pages, killed)
    run(pages, whole)
    assert contents(killed) == contents(whole)


def test_a_run_after_the_end_changes_no_byte(pages, tmp_path):
    run(pages, tmp_path / "work")
    before = contents(tmp_path / "work")
    assert len(run(pages, tmp_path / "work")) == COUNT
    assert contents(tmp_path / "work") == before
