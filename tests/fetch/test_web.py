import pytest

from musnad.fetch.web.addresses import FetchError, is_private, web_address
from musnad.fetch.web.queue import HostQueue

NEWS = "%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84"


@pytest.mark.parametrize(
    ("place", "private"),
    [
        ("8.8.8.8", False), ("2606:4700::1111", False), ("127.0.0.1", True), ("10.1.2.3", True),
        ("172.16.0.1", True), ("192.168.1.1", True), ("169.254.169.254", True), ("0.0.0.0", True),
        ("100.64.0.1", True), ("224.0.0.1", True), ("255.255.255.255", True), ("::1", True),
        ("fe80::1%eth0", True), ("fc00::1", True), ("::ffff:127.0.0.1", True),
        ("::ffff:8.8.8.8", False), ("2002:7f00:1::", True), ("64:ff9b::7f00:1", True),
    ],
)  # fmt: skip
def test_what_is_not_in_the_open_internet_is_private(place, private):
    assert is_private(place) == private


@pytest.mark.parametrize(
    ("url", "address", "origin"),
    [
        ("HTTPS://Sada.example/خبر عاجل?ص=1#أعلى", f"https://sada.example/{NEWS}?%D8%B5=1",
         "https://sada.example:443"),
        ("http://صدى.example:8080", "http://xn--mgb5cx.example:8080/", None),
        (" http://a.example/%D8%AE?q=%20 ", "http://a.example/%D8%AE?q=%20", "http://a.example:80"),
        ("http://user:pw@a.example/", "http://a.example/", None),
        ("http://[2001:db8::1]:81/x", "http://[2001:db8::1]:81/x", "http://[2001:db8::1]:81"),
    ],
)  # fmt: skip
def test_an_address_is_written_as_servers_understand_it(url, address, origin):
    found = web_address(url)
    assert found.url == address.replace("xn--mgb5cx", "صدى".encode("idna").decode())
    assert origin in (None, found.origin)


@pytest.mark.parametrize(
    "url", ["", "sada.example", "ftp://a.example/", "http://", "http://[", "http://a:b/",
            "http://a:99999/", f"http://{'a' * 70}.example/", "javascript:x"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(FetchError, match="M-147"):
        web_address(url)


def test_each_host_is_asked_one_at_a_time_at_its_pace():
    queue = HostQueue()
    for job in ("a1", "a2", "b1"):
        queue.add(job[0], job)
    assert [queue.take(0.0), queue.take(0.0), queue.take(0.0)] == [("a", "a1"), ("b", "b1"), None]
    assert queue.next_at() is None
    queue.release("a", 5.0)
    assert (queue.take(4.9), queue.next_at()) == (None, 5.0)
    assert queue.take(5.0) == ("a", "a2")


def test_hosts_take_turns_and_one_may_be_dropped():
    queue = HostQueue()
    for job in ("a1", "a2", "b1", "b2"):
        queue.add(job[0], job)
    taken = []
    while found := queue.take(0.0):
        queue.release(found[0], 0.0)
        taken.append(found[1])
    assert taken == ["a1", "b1", "a2", "b2"]
    queue.add("a", "a3")
    assert (queue.drop("a"), queue.take(9.0)) == (["a3"], None)
