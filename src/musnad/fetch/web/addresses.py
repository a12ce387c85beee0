"""Web addresses, and where they may lead: into no private network unless its host is allowed."""

import ipaddress
import socket
from collections.abc import Set
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

Found = tuple[str, int]
PORTS = {"http": 80, "https": 443}
KEPT = "%/:=&?~#+!$,;'@()*[]"
"""Signs of an address that are not escaped."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class FetchError(Exception):
    """An address that gave nothing: `code` is that of the issue.

    `wait` is how many seconds to wait at least before it is asked again, None when it is not to
    be asked again soon.
    """

    def __init__(self, code: str, detail: str, wait: float | None = None) -> None:
        self.code, self.detail, self.wait = code, detail, wait
        super().__init__(f"{code} {detail}")


class Address(NamedTuple):
    """An address in the form that servers understand."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Gives what robots.txt and pace are for: scheme, host and port."""
        return f"{self.scheme}://{_bracketed(self.host)}:{self.port}"


def web_address(url: str, base: str = "") -> Address:
    """Gives the address, Arabic letters escaped, without its fragment; raises M-147."""
    try:
        parts = urlsplit(urljoin(base, url.strip()) if base else url.strip())
        host = parts.hostname or ""
        host = host if ":" in host else host.encode("idna").decode()
        port = parts.port or PORTS.get(parts.scheme, 0)
    except (ValueError, UnicodeError) as error:
        raise FetchError("M-147", f"«{url[:200]}»: {error}") from error
    if parts.scheme not in PORTS or not host:
        raise FetchError("M-147", f"«{url[:200]}»")
    shown = _bracketed(host)
    place = shown if port == PORTS[parts.scheme] else f"{shown}:{port}"
    path = quote(parts.path or "/", KEPT)
    query = quote(parts.query, KEPT)
    whole = urlunsplit((parts.scheme, place, path, query, ""))
    return Address(whole, parts.scheme, host, port, f"{path}?{query}" if query else path)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


ALLOWED_BY = "`fetch.allow_hosts` lets hosts in"


def resolved(host: str, port: int, allowed: Set[str]) -> list[Found]:
    """Gives the network addresses of a host; raises M-140, or M-144 when one of them is private.

    The connection is made to what is given here, so that a second look-up cannot lead elsewhere.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError("M-140", f"no such host: {host}", 0) from error
    places = [(str(each[4][0]), port) for each in found]
    if host not in allowed:
        for place, _ in places:
            if is_private(place):
                raise FetchError("M-144", f"{host} is at {place}; {ALLOWED_BY}")
    return places


def is_private(place: str) -> bool:
    """Says whether a network address is not in the open internet."""
    address = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return not address.is_global or address.is_multicast
