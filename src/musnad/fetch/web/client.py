"""One address is asked once: redirects, limits of bytes and time, and what went wrong."""

import http.client
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

from msgspec import structs
from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError
from urllib3.exceptions import TimeoutError as TooSlow

from musnad.config import Fetch
from musnad.fetch.bodies import BodyError, decoded, header
from musnad.fetch.web.addresses import Address, FetchError, web_address
from musnad.fetch.web.connection import Watch, connection_to
from musnad.model.records import Fetched

REDIRECTS = frozenset((301, 302, 303, 307, 308))
MOST_REDIRECTS = 5
AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
"""States of a server that pass."""
STEP_SECONDS = 10
"""A server that is silent for so long is given up."""
BLOCK = 1 << 16
ACCEPTED = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,*/*;q=0.5"

Permit = Callable[[Address], None]
"""Raises `FetchError` for an address that must not be asked."""


class Answer(NamedTuple):
    """What a server sent, out of its encodings; no bytes with status 304."""

    fetched: Fetched
    data: bytes

    def header(self, name: str) -> str:
        """Gives the first header of this name, "" when there is none."""
        return header(self.fetched.headers, name)


def utc_now() -> datetime:
    """Gives the time now."""
    return datetime.now(UTC)


class Client:
    """Asks addresses, each by a connection of its own, within the limits of the settings."""

    def __init__(self, how: Fetch, limit: int, clock: Callable[[], datetime] = utc_now) -> None:
        self.how, self.limit, self.clock = how, limit, clock
        self.allowed = frozenset(name.strip() for name in how.allow_hosts.split(","))
        self._watches: set[Watch] = set()

    def get(
        self,
        url: str,
        headers: Mapping[str, str],
        permit: Permit | None = None,
        limit: int | None = None,
    ) -> Answer:
        """Gives the answer after redirects, of status 200 or 304; raises `FetchError`.

        `permit` is asked for every address on the way.
        """
        address, seen = web_address(url), set[str]()
        for _ in range(MOST_REDIRECTS + 1):
            if permit is not None:
                permit(address)
            seen.add(address.url)
            answer = self._ask(address, headers, limit or self.limit)
            if answer.fetched.status not in REDIRECTS:
                return _with_first(answer, url)
            address = _redirected(answer, address)
            if address.url in seen:
                raise FetchError("M-145", f"in a circle: {address.url}")
        raise FetchError("M-145", f"more than {MOST_REDIRECTS} times: {address.url}")

    def close(self) -> None:
        """Ends the connections that are open."""
        for watch in tuple(self._watches):
            watch.end()

    def _ask(self, address: Address, headers: Mapping[str, str], limit: int) -> Answer:
        watch = Watch(self.how.timeout_seconds)
        self._watches.add(watch)
        timeout = min(STEP_SECONDS, self.how.timeout_seconds)
        connection = connection_to(address, timeout, watch, self.allowed)
        try:
            connection.request(
                "GET", address.target, headers=self._headers(headers), preload_content=False,
                decode_content=False,
            )  # fmt: skip
            answer = self._answer(address, connection.getresponse(), limit)
        except (TooSlow, TimeoutError) as error:
            raise FetchError("M-141", f"no answer for {timeout} seconds", 0) from error
        except BodyError as error:
            raise FetchError(error.code, error.detail) from error
        except (HTTPError, http.client.HTTPException, OSError, ValueError) as error:
            raise self._broken(watch, error) from error
        finally:
            connection.close()
            watch.close()
            self._watches.discard(watch)
        if watch.over:
            raise self._broken(watch, None)
        return answer

    def _broken(self, watch: Watch, error: Exception | None) -> FetchError:
        if watch.over:
            return FetchError("M-141", f"more than {self.how.timeout_seconds} seconds in all", 0)
        return FetchError("M-140", f"{type(error).__name__}: {error}"[:300], 0)

    def _headers(self, given: Mapping[str, str]) -> dict[str, str]:
        own = {"User-Agent": self.how.user_agent, "Accept": ACCEPTED, "Accept-Encoding": "gzip"}
        return {**own, "Accept-Language": "ar,*;q=0.5", **given}

    def _answer(self, address: Address, response: HTTPResponse, limit: int) -> Answer:
        fetched = Fetched(
            url=address.url,
            final_url=address.url,
            at=f"{self.clock():%Y-%m-%dT%H:%M:%SZ}",
            status=response.status,
            headers=tuple((name, value) for name, value in response.headers.items()),
        )
        if response.status in REDIRECTS or response.status == HTTPStatus.NOT_MODIFIED:
            return Answer(fetched, b"")
        if response.status != HTTPStatus.OK:
            raise self._refusal(response, fetched)
        return Answer(fetched, decoded(_body(response, limit), fetched.headers, limit))

    def _refusal(self, response: HTTPResponse, fetched: Fetched) -> FetchError:
        detail = f"{response.status} {response.reason or ''}".strip()[:100]
        if response.status not in AGAIN:
            return FetchError("M-142", detail)
        return FetchError("M-142", detail, self._asked_to_wait(fetched))

    def _asked_to_wait(self, fetched: Fetched) -> float:
        """Gives the seconds of Retry-After, a number or a date."""
        words = header(fetched.headers, "retry-after")
        if words.isdecimal():
            return float(words[:6])
        try:
            until = parsedate_to_datetime(words)
            return max(0.0, (until.astimezone(UTC) - self.clock()).total_seconds())
        except (ValueError, TypeError, IndexError, OverflowError):
            return 0.0


def _body(response: HTTPResponse, limit: int) -> bytes:
    """Gives the bytes as sent; raises M-102 as soon as they are more than `limit`."""
    told = header(tuple(response.headers.items()), "content-length")
    if told.isdecimal() and int(told[:18]) > limit:
        raise BodyError("M-102", f"{told[:18]} bytes, more than {limit}")
    pieces, left = [], limit
    while piece := response.read(BLOCK):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise BodyError("M-102", f"more than {limit} bytes")
    return b"".join(pieces)


def _with_first(answer: Answer, url: str) -> Answer:
    return answer._replace(fetched=structs.replace(answer.fetched, url=url))


def _redirected(answer: Answer, here: Address) -> Address:
    place = answer.header("location")
    if not place:
        raise FetchError("M-145", f"{answer.fetched.status} without an address")
    try:
        return web_address(place, here.url)
    except FetchError as error:
        raise FetchError("M-145", f"to {error.detail}") from error
