"""A real HTTP server on this machine, whose pages a test writes."""

import gzip
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from musnad.config import Fetch
from musnad.fetch import FetchIssue
from musnad.fetch.web import Client, Follow, How

QUICK = {"pace_seconds": 0, "timeout_seconds": 2, "allow_hosts": "127.0.0.1, localhost"}
LIMIT = 200_000


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        server = self.server
        server.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        give = server.pages.get(self.path, missing if self.path == "/robots.txt" else None)
        with suppress(OSError):
            (give or missing)(self)

    def log_message(self, *_):
        pass


@contextmanager
def serving(pages):
    """Gives the server; `pages` is what each path gives, `server.asked` what was asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.pages, server.asked = pages, []
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def sends(body=b"", status=200, kind="text/html; charset=utf-8", **headers):
    """Gives what answers so; `location_` is the header Location and so on."""
    data = body.encode() if isinstance(body, str) else body

    def give(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.strip("_").replace("_", "-").title(), value)
        handler.end_headers()
        handler.wfile.write(data)

    return give


missing = sends("", 404)


def redirects(place, status=302):
    return sends("", status, location=place)


def in_turn(*answers):
    """Gives each answer once, the last one for ever."""
    left = list(answers)

    def give(handler):
        (left.pop(0) if len(left) > 1 else left[0])(handler)

    return give


def unless_known(etag, give):
    """Gives 304 to whoever names the mark, else the page with it."""

    def conditional(handler):
        if handler.headers.get("If-None-Match") == etag:
            handler.send_response(304)
            handler.send_header("ETag", etag)
            handler.end_headers()
        else:
            give(handler)

    return conditional


def endless(handler):
    """Sends bytes as long as somebody takes them."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while True:
        handler.wfile.write(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")


def drips(part, seconds=30):
    """Sends a byte now and then, in the body or already in the headers."""

    def give(handler):
        start = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
        handler.wfile.write(start + (b"" if part == "headers" else b"\r\n"))
        for _ in range(seconds * 5):
            handler.wfile.write(b"X")
            handler.wfile.flush()
            time.sleep(0.2)

    return give


def silent(handler):
    time.sleep(4)


def breaks_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>half")
    handler.close_connection = True


def bomb(megabytes=100):
    return sends(gzip.compress(b"0" * (megabytes << 20)), content_encoding="gzip")


class Memory(dict):
    """What is known of addresses, kept here."""

    def visit(self, url):
        return self.get(url)

    def keep_visit(self, visit):
        self[visit.url] = visit


class Pass:
    """One pass that is over: pages by path, issues by path, and what was counted."""

    def __init__(self, server, starts, memory=None, *, most=1000, refresh=False, store=True, **how):
        settings = Fetch(**{**QUICK, **how})
        memory = Memory() if memory is None else memory
        follow = Follow(Client(settings, LIMIT), memory, How(refresh, most))
        self.pages, self.issues, self.url = {}, {}, server.url
        for one in follow.pages(starts):
            if isinstance(one, FetchIssue):
                self.issues[self._path(one.path)] = (one.code, one.detail)
            else:
                self.pages[self._path(one.name)] = one
            if store:
                follow.done(one.path if isinstance(one, FetchIssue) else one.name)
        self.passed = follow.passed()

    def _path(self, name):
        return name.removeprefix(self.url)

    @property
    def codes(self):
        return {path: code for path, (code, _) in self.issues.items()}
