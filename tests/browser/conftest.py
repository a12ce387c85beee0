import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import sync_playwright

from musnad.store import open_workspace

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("browser", "serve", "pipeline")]

from desk_readings import ALL, keep, long_reading  # noqa: E402  # lies beside the other tests

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
START_S = 20
SERVE = "import sys, pathlib, musnad.serve as s; s.serve(pathlib.Path(sys.argv[1]), '127.0.0.1', int(sys.argv[2]))"  # noqa: E501  # one program


def pytest_collection_modifyitems(items):
    if Path(CHROMIUM).exists():
        return
    absent = pytest.mark.skip(reason="chromium is not installed: run make test-browser")
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(absent)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def serving():
    """Gives a function that serves a workspace folder and returns its address."""
    running = []

    def start(folder):
        port = free_port()
        running.append(subprocess.Popen([sys.executable, "-c", SERVE, str(folder), str(port)]))
        address, deadline = f"http://127.0.0.1:{port}", time.monotonic() + START_S
        while time.monotonic() < deadline:
            try:
                assert httpx.get(f"{address}/api/health").json()["status"] == "ok"
                return address
            except httpx.TransportError:
                time.sleep(0.05)
        raise AssertionError("the server did not start")

    yield start
    for process in running:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="module")
def desk(serving, tmp_path_factory):
    """The address of a served workspace of readings made by hand."""
    folder = tmp_path_factory.mktemp("desk")
    with open_workspace(folder, create=True) as workspace:
        keep(workspace, *ALL, long_reading(40))
    return serving(folder)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Gives a function that opens a page; at the end no error and no foreign request is left."""
    contexts, faults = [], []

    def start(address, **wishes):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}} | wishes)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on(
            "request",
            lambda asked: (
                None if asked.url.startswith("http://127.0.0.1:") else faults.append(asked.url)
            ),
        )
        page.goto(address)
        return page

    yield start
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def shots():
    """The folder that `DESK_SHOTS` names, for looking at the pages; None without it."""
    folder = os.environ.get("DESK_SHOTS")
    return Path(folder) if folder else None
