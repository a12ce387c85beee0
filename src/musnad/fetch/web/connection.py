"""One connection for one request: to a network address that was looked at, for a limited time."""

import socket
import ssl
from collections.abc import Set
from contextlib import suppress
from threading import Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from musnad.fetch.web.addresses import Address, FetchError, resolved


class Watch:
    """Ends a connection when its time is over, whatever the server sends."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._twin: socket.socket | None = None
        self._timer = Timer(seconds, self.end)
        self._timer.daemon = True
        self._timer.start()

    def see(self, connected: socket.socket) -> None:
        """Takes a connection under watch by a second handle, which TLS does not take away."""
        self._twin = connected.dup()

    def end(self) -> None:
        """Ends the connection now."""
        self.over = True
        if self._twin is not None:
            with suppress(OSError):
                self._twin.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Leaves the connection alone."""
        self._timer.cancel()
        if self._twin is not None:
            self._twin.close()


class _Watched:
    """Connects to an address that was looked up and found public, or to a host that is allowed."""

    host: str
    port: int
    timeout: Any
    watch: Watch
    allowed: Set[str]

    def _new_conn(self) -> socket.socket:
        last: OSError | None = None
        for place in resolved(self.host, self.port, self.allowed):
            try:
                connected = socket.create_connection(place, self.timeout)
            except OSError as error:
                last = error
                continue
            self.watch.see(connected)
            return connected
        if isinstance(last, TimeoutError):
            raise last
        reason = last.strerror if last else None
        raise FetchError("M-140", reason or "no connection", 0) from last


class _Plain(_Watched, HTTPConnection):
    pass


class _Secure(_Watched, HTTPSConnection):
    pass


def connection_to(
    address: Address, timeout: float, watch: Watch, allowed: Set[str]
) -> HTTPConnection:
    """Gives a connection, not yet open, of which every step is watched."""
    connection: _Plain | _Secure
    if address.scheme == "https":
        context = ssl.create_default_context()
        connection = _Secure(address.host, address.port, timeout=timeout, ssl_context=context)
    else:
        connection = _Plain(address.host, address.port, timeout=timeout)
    connection.watch, connection.allowed = watch, allowed
    return connection
