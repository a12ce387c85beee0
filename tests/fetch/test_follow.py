from contextlib import ExitStack

import pytest
from made import page
from served import (
    LIMIT,
    Memory,
    Pass,
    bomb,
    breaks_off,
    drips,
    endless,
    in_turn,
    missing,
    redirects,
    sends,
    serving,
    silent,
    unless_known,
)  # fmt: skip

from musnad.fetch import FetchIssue
from musnad.fetch.web.sources import Start, read_starts
from musnad.model.records import Given


@pytest.fixture
def served():
    """Gives what begins a server with these pages."""
    with ExitStack() as open_servers:
        yield lambda pages: open_servers.enter_context(serving(pages))


def feed(*links, kind="application/rss+xml; charset=utf-8", **headers):
    items = "".join(
        f"<item><title>خبر {n}</title><link>{link}</link>"
        f"<source url='https://sahel.example/'>وكالة الساحل</source></item>"
        for n, link in enumerate(links)
    )
    return sends(f"<rss version='2.0'><channel>{items}</channel></rss>", kind=kind, **headers)


def run(server, *paths, **options):
    return Pass(server, [Start(server.url + path) for path in paths], **options)


def asked(server):
    return [path for path, _ in server.asked if path != "/robots.txt"]


def test_the_pages_of_a_feed_come_with_their_address_headers_and_feed_item(served):
    server = served({
        "/rss": feed("/1", "/خبر/2?a=ب#x", "/missing"),
        "/1": sends(page(1), x_made_by="مرسى".encode().decode("latin-1")),
        "/%D8%AE%D8%A8%D8%B1/2?a=%D8%A8": sends(page(2), kind="text/html; charset=windows-1256"),
    })  # fmt: skip
    found = run(server, "/rss")
    assert list(found.pages) == ["/1", "/%D8%AE%D8%A8%D8%B1/2?a=%D8%A8"]
    first = found.pages["/1"]
    assert (first.data, first.format) == (page(1), "html")
    assert first.given == Given(url=server.url + "/1", source_id=first.name[len("http://") :])
    assert (first.fetched.url, first.fetched.status) == (server.url + "/1", 200)
    assert ("Content-Type", "text/html; charset=utf-8") in first.fetched.headers
    assert len(first.fetched.at) == len("2031-05-04T09:30:00Z")
    assert (first.feed.feed, first.feed.title) == (server.url + "/rss", "خبر 0")
    assert (first.feed.source, first.feed.source_url) == ("وكالة الساحل", "https://sahel.example/")
    assert found.issues == {"/missing": ("M-142", "404 Not Found")}
    assert (found.passed.lists, found.passed.fetched, found.passed.failed) == (1, 2, 1)


def test_a_second_pass_asks_only_whether_the_feed_changed(served):
    pages = {"/rss": unless_known('"a"', feed("/1", "/gone", etag='"a"')), "/1": sends(page())}
    server, memory = served(pages), Memory()
    assert set(run(server, "/rss", memory=memory).pages) == {"/1"}
    server.asked.clear()
    again = run(server, "/rss", memory=memory)
    assert asked(server) == ["/rss"] and (again.passed.unchanged, again.pages) == (1, {})
    pages["/rss"] = feed("/1", "/gone", "/2")
    pages["/2"] = sends(page(2))
    server.asked.clear()
    third = run(server, "/rss", memory=memory)
    assert asked(server) == ["/rss", "/2"]
    assert (third.passed.known, set(third.pages)) == (2, {"/2"})


def test_a_page_of_which_the_feed_says_something_new_is_asked_again(served):
    page_one = unless_known('"p"', sends(page(), etag='"p"'))
    server, memory = served({"/rss": feed("/1"), "/1": page_one}), Memory()
    run(server, "/rss", memory=memory)
    server.pages["/rss"] = feed("/0", "/1")
    found = run(server, "/rss", memory=memory)
    assert (found.passed.same, found.passed.known) == (1, 0)
    server.pages["/1"] = sends(page(7))
    assert run(server, "/rss", memory=memory).pages == {}
    changed = run(server, "/rss", memory=memory, refresh=True)
    assert changed.pages["/1"].data == page(7)


def test_a_pass_that_was_broken_off_is_made_up_for(served):
    pages = {"/rss": unless_known('"a"', feed("/1", "/2", etag='"a"'))}
    pages |= {"/1": sends(page(1)), "/2": sends(page(2))}
    server, memory = served(pages), Memory()
    assert len(run(server, "/rss", memory=memory, store=False).pages) == 2
    assert memory == {}
    assert len(run(server, "/rss", memory=memory).pages) == 2
    assert run(server, "/rss", memory=memory).passed.unchanged == 1


def test_pages_over_the_number_of_a_pass_are_left_for_the_next(served):
    pages = {f"/{n}": sends(page(n)) for n in range(5)}
    pages["/rss"] = unless_known('"a"', feed(*pages, etag='"a"'))
    server, memory = served(pages), Memory()
    passes = [run(server, "/rss", memory=memory, most=2) for _ in range(3)]
    assert [len(one.pages) for one in passes] == [2, 2, 1]
    assert [one.passed.left for one in passes] == [3, 1, 0]


def test_sitemaps_within_sitemaps_are_followed_to_their_pages(served):
    index = "<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap></sitemapindex>"
    deep = "<sitemapindex><sitemap><loc>/d{}.xml</loc></sitemap></sitemapindex>"
    sitemap = "<urlset><url><loc>/1</loc></url></urlset>"
    server = served({
        "/sitemap.xml": sends(index, kind="text/xml"), "/s1.xml": sends(sitemap, kind="text/xml"),
        "/1": sends(page()), **{f"/d{n}.xml": sends(deep.format(n + 1)) for n in range(9)},
    })  # fmt: skip
    assert set(run(server, "/sitemap.xml").pages) == {"/1"}
    run(server, "/d0.xml")
    assert asked(server)[-1] == "/d3.xml"


def test_redirects_lead_to_the_last_address(served):
    server = served({
        "/rss": feed("/old"), "/old": redirects("/new", 301), "/new": redirects("?id=1", 307),
        "/new?id=1": sends(page()),
    })  # fmt: skip
    found = run(server, "/rss").pages["/old"]
    assert (found.fetched.url, found.fetched.final_url, found.given.url) == (
        server.url + "/old", server.url + "/new?id=1", server.url + "/new?id=1",
    )  # fmt: skip


BAD = {
    "/circle": (redirects("/circle2"), "M-145", "in a circle"),
    "/circle2": (redirects("/circle"), "M-145", "in a circle"),
    "/long0": (redirects("/long1"), "M-145", "more than 5 times"),
    "/ftp": (redirects("ftp://a.example/"), "M-145", "ftp://a.example/"),
    "/nowhere": (sends("", 302), "M-145", "302 without"),
    "/home": (redirects("/"), "M-148", "/"),
    "/private": (redirects("http://127.0.0.2:9/"), "M-144", "127.0.0.2"),
    "/metadata": (redirects("http://169.254.169.254/latest"), "M-144", "169.254.169.254"),
    "/mapped": (redirects("http://[::ffff:10.0.0.1]/"), "M-144", "10.0.0.1"),
    "/decimal": (redirects("http://2130706434/"), "M-144", "127.0.0.2"),
    "/bomb": (bomb(), "M-102", "when unpacked"),
    "/endless": (endless, "M-102", f"more than {LIMIT}"),
    "/large": (sends(b"x" * (LIMIT + 1)), "M-102", f"{LIMIT + 1} bytes"),
    "/500": (sends("", 500), "M-142", "500"),
    "/403": (sends("", 403), "M-142", "403"),
    "/picture": (sends(b"\x89PNG", kind="image/png"), "M-146", "image/png"),
    "/rot13": (sends(page(), content_encoding="rot13"), "M-146", "rot13"),
    "/broken": (sends(b"\x1f\x8bnot gzip", content_encoding="gzip"), "M-146", "unpacked"),
    "/half": (breaks_off, "M-140", "IncompleteRead"),
    "/noise": (lambda handler: handler.wfile.write(b"\0" * 50 + b"\r\n\r\n"), "M-140", ""),
}  # fmt: skip
LONG = {f"/long{n}": redirects(f"/long{n + 1}") for n in range(1, 9)}


@pytest.mark.parametrize("path", BAD)
def test_what_gives_no_page_is_an_issue_and_the_next_is_fetched(served, path):
    _, code, words = BAD[path]
    answers = {name: answer for name, (answer, _, _) in BAD.items()}
    server = served({**LONG, "/": sends(page()), **answers, "/after": sends(page())})
    found = run(server, path, "/after", retries=0)
    assert found.codes == {path: code} and words in found.issues[path][1]
    assert set(found.pages) == {"/after"}


@pytest.mark.parametrize(
    "give", [drips("headers"), drips("body"), silent], ids=["headers", "body", "silence"]
)
def test_a_server_that_takes_its_time_is_given_up(served, give):
    server = served({"/slow": give})
    assert run(server, "/slow", timeout_seconds=1, retries=0).codes == {"/slow": "M-141"}


def test_a_private_host_is_refused_unless_it_is_allowed(served):
    server = served({"/1": sends(page())})
    found = run(server, "/1", allow_hosts="none")
    assert found.codes == {"/1": "M-144"} and server.asked == []
    assert set(run(server, "/1").pages) == {"/1"}


def test_a_name_that_leads_to_a_private_network_is_refused(served, monkeypatch):
    server = served({"/1": sends(page())})
    answer = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: answer)
    url = server.url.replace("127.0.0.1", "sada.example")
    found = Pass(server, [Start(url + "/1")], allow_hosts="none")
    assert found.codes == {url + "/1": "M-144"} and server.asked == []


def test_errors_that_pass_are_asked_again(served):
    busy = sends("", 503, retry_after="0")
    server = served({"/1": in_turn(busy, sends("", 500), sends(page())), "/2": in_turn(busy)})
    found = run(server, "/1", "/2", retries=2)
    assert set(found.pages) == {"/1"} and found.issues["/2"] == ("M-142", "503 Service Unavailable")
    assert asked(server).count("/1") == asked(server).count("/2") == 3


def test_a_page_whose_server_was_busy_is_fetched_in_the_next_pass(served):
    pages = {"/rss": unless_known('"a"', feed("/1", "/2", etag='"a"')), "/2": sends(page(2))}
    pages["/1"] = in_turn(sends("", 429, retry_after="999999"), sends(page(1)))
    server, memory = served(pages), Memory()
    assert run(server, "/rss", memory=memory).codes == {"/1": "M-142"}
    assert asked(server).count("/1") == 1
    assert set(run(server, "/rss", memory=memory).pages) == {"/1"}


def test_a_host_that_never_answers_is_asked_for_one_page_only(served):
    server = served({})
    dead = "http://127.0.0.1:9"
    found = Pass(server, [Start(f"{dead}/{n}") for n in range(5)], retries=1)
    assert found.codes == {f"{dead}/0": "M-140"}
    assert (found.passed.failed, found.passed.left) == (1, 4)


ROBOTS = "User-agent: *\nDisallow: /secret\nUser-agent: musnad\nDisallow: /ours$\nCrawl-delay: 0"


def test_robots_txt_is_kept_to_also_after_a_redirect(served):
    server = served({
        "/robots.txt": sends(ROBOTS, kind="text/plain"), "/ours": sends(page()),
        "/secret": sends(page()), "/leads": redirects("/ours"),
    })  # fmt: skip
    found = run(server, "/ours", "/secret", "/leads")
    assert found.codes == {"/ours": "M-143", "/leads": "M-143"}
    assert set(found.pages) == {"/secret"} and "/ours" not in asked(server)
    assert (found.passed.forbidden, found.passed.failed) == (2, 0)
    assert set(run(server, "/secret", user_agent="Other").codes) == {"/secret"}
    assert [path for path, _ in server.asked].count("/robots.txt") == 2


@pytest.mark.parametrize(
    ("robots", "codes"),
    [
        (missing, {}), (sends("", 403), {}), (bomb(), {}), (redirects("/robots.txt"), {}),
        (sends(b"\xff\x00" * 99), {}), (sends("", 500), {"/1": "M-142"}), (silent, {"/1": "M-141"}),
    ],
    ids=["missing", "forbidden", "bomb", "circle", "noise", "error", "silent"],
)  # fmt: skip
def test_a_site_that_cannot_tell_its_rules_is_not_asked(served, robots, codes):
    server = served({"/1": sends(page()), "/robots.txt": robots})
    found = run(server, "/1", retries=0, timeout_seconds=1)
    assert found.codes == codes and bool(found.pages) == (not codes)


def test_a_feed_that_is_gone_or_hostile_is_an_issue(served):
    entity = '<!DOCTYPE rss [<!ENTITY a "b">]><rss></rss>'
    server = served({"/bomb": sends(entity), "/html": sends(page()), "/huge": bomb()})
    found = run(server, "/gone", "/bomb", "/html", "/huge")
    assert found.codes == {"/gone": "M-142", "/bomb": "M-121", "/huge": "M-102"}
    assert set(found.pages) == {"/html"}


def test_a_feed_with_a_wrong_charset_and_many_items_is_read(served):
    links = [f"/{n}" for n in range(800)]
    kind = "application/rss+xml; charset=utf-8"
    text = feed(*links, kind=kind)
    server = served({"/rss": text})
    found = run(server, "/rss", most=3)
    assert (found.passed.asked, found.passed.left) == (3, 797)


def test_bad_addresses_in_a_feed_are_issues(served):
    server = served({"/rss": feed("javascript:alert(1)", "http://[", "mailto:a@b.example")})
    assert set(run(server, "/rss").codes.values()) == {"M-147"}


def test_the_same_page_in_two_feeds_is_asked_once(served):
    server = served({"/a": feed("/1"), "/b": feed("/1#x"), "/1": sends(page())})
    assert run(server, "/a", "/b").passed.fetched == 1
    assert asked(server).count("/1") == 1


def test_what_is_asked_names_us_and_takes_gzip(served):
    server = served({"/1": sends(page())})
    run(server, "/1", user_agent="Musnad (desk@sada.example)")
    _, headers = server.asked[-1]
    assert headers["user-agent"] == "Musnad (desk@sada.example)"
    assert headers["accept-encoding"] == "gzip"


def test_files_name_addresses_feeds_and_lists(tmp_path):
    (tmp_path / "urls.txt").write_text("# الصحف\nhttps://sada.example/ x\n\nsada\n", "utf-8")
    (tmp_path / "f.opml").write_text(
        '<opml><body><outline text="x" xmlUrl="https://ufuq.example/rss"/></body></opml>', "utf-8"
    )
    (tmp_path / "s.xml").write_text("<urlset><url><loc>https://a.example/1</loc></url></urlset>")
    (tmp_path / "bad.xml").write_text('<!DOCTYPE rss [<!ENTITY a "b">]><rss></rss>')
    words = [str(tmp_path / name) for name in ("urls.txt", "f.opml", "s.xml", "bad.xml")]
    found = list(read_starts([*words, "https://sahel.example/"], 1000))
    assert [one.url for one in found if isinstance(one, Start)] == [
        "https://sada.example/", "https://ufuq.example/rss", "https://a.example/1",
        "https://sahel.example/",
    ]  # fmt: skip
    issues = [one for one in found if isinstance(one, FetchIssue)]
    assert [(one.path.rpartition("/")[2], one.code) for one in issues] == [
        ("urls.txt#4", "M-147"), ("bad.xml", "M-121"),
    ]  # fmt: skip
    assert [bool(one.item) for one in found if isinstance(one, Start)] == [
        False,
        False,
        True,
        False,
    ]
