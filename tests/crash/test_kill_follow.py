"""A pass of `musnad follow` that is killed and made again loses no page and reads none twice."""

import os
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fetch"))

from served import sends, serving

PAGES, PAUSE_S = 24, 0.05
PAGE = "<h1>خبر {n}</h1><p>قال وزير الموانئ إن الرصيف رقم {n} اكتمل أمس.</p>"
ITEM = "<item><title>خبر {n}</title><link>{url}/{n}</link></item>"


def slowly(give):
    def later(handler):
        time.sleep(PAUSE_S)
        give(handler)

    return later


def follow(server, workspace):
    quick = {"MUSNAD_FETCH_ALLOW_HOSTS": "127.0.0.1", "MUSNAD_FETCH_PACE_SECONDS": "0"}
    command = [sys.executable, "-m", "musnad", "follow", f"{server.url}/rss.xml", "-w", workspace]
    return subprocess.Popen(command, env=os.environ | quick, stderr=subprocess.DEVNULL)


def asked(server):
    return Counter(path for path, _ in server.asked if path.strip("/").isdecimal())


def stored(workspace):
    """Gives the addresses and bytes of the pages, and the texts that were read of them."""
    with closing(sqlite3.connect(workspace / "musnad.sqlite")) as connection:
        pages = connection.execute("SELECT json_extract(given, '$.url'), sha256 FROM page")
        texts = connection.execute("SELECT id, title, statements FROM article")
        return sorted(map(str, pages)), sorted(map(str, texts))


def count(workspace):
    try:
        return len(stored(workspace)[0])
    except sqlite3.OperationalError:
        return 0  # before the tables are made


def test_a_pass_that_was_killed_twice_ends_like_a_whole_one(tmp_path):
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    pages = {f"/{n}": slowly(sends(PAGE.format(n=n))) for n in range(PAGES)}
    with serving(pages) as server:
        items = "".join(ITEM.format(n=n, url=server.url) for n in range(PAGES))
        feed = f"<rss version='2.0'><channel><title>صدى</title>{items}</channel></rss>"
        pages["/rss.xml"] = sends(feed, kind="application/rss+xml")
        before = 0
        for least in (4, 11):
            with follow(server, killed) as process:
                while count(killed) < least and process.poll() is None:
                    time.sleep(0.01)
                process.kill()
            now = count(killed)
            assert before < now < PAGES
            before = now
        assert follow(server, killed).wait() == 0
        times = asked(server)
        assert follow(server, whole).wait() == 0
    assert len(times) == PAGES and times.total() <= PAGES + 2 * 8
    assert stored(killed) == stored(whole) and len(stored(whole)[0]) == PAGES
