"""HOW is it seen? The web pages and the API."""

import errno
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from musnad.errors import MusnadError
from musnad.pipeline.link import count_origins, link_workspace
from musnad.serve.app import LOCAL_HOSTS, create_app
from musnad.serve.origins import claims_by_statement
from musnad.store import open_workspace

__all__ = ["create_app", "serve"]


def serve(workspace: Path, host: str, port: int, ready: Callable[[], None] = lambda: None) -> None:
    """Serves a workspace until it is stopped; `ready` is called when host and port are taken.

    Raises `MusnadError` M-002, M-010, M-019.
    """
    with open_workspace(workspace) as opened, _bound(host, port) as listener:
        hosts = LOCAL_HOSTS if host in {*LOCAL_HOSTS, "::1"} else ("*",)
        links = link_workspace(opened)
        app = create_app(
            opened, claims=count_origins(links), proofs=claims_by_statement(links), hosts=hosts
        )
        settings = uvicorn.Config(app, log_level="warning", server_header=False)
        ready()
        uvicorn.Server(settings).run(sockets=[listener])


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        code = "M-010" if error.errno == errno.EADDRINUSE else "M-019"
        raise MusnadError(code, f"{host}:{port} ({error.strerror}).") from error
    return listener
