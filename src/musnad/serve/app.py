"""The web application: pages, API, headers and error pages over one workspace."""

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from musnad import __version__
from musnad.errors import MusnadError
from musnad.lexicons import load_lexicon
from musnad.serve.api import api
from musnad.serve.origins import Claims, Proofs
from musnad.serve.shapes import lexicon_names
from musnad.serve.web import STATIC, pages, show_error, spoken
from musnad.serve.wording import TONGUES
from musnad.store import Workspace

LANGUAGE_COOKIE = "lang"
YEAR_S = 365 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
LOCAL_HOSTS = ("127.0.0.1", "localhost")


def create_app(
    workspace: Workspace,
    *,
    claims: Claims | None = None,
    proofs: Proofs | None = None,
    hosts: tuple[str, ...] = LOCAL_HOSTS,
) -> FastAPI:
    """Gives the application over an open workspace; requests for other `hosts` are refused.

    Raises `MusnadError` M-007 when a lexicon of the workspace cannot be used.
    """
    app = FastAPI(
        title="Musnad", version=__version__, openapi_url="/api/openapi.json",
        docs_url=None, redoc_url=None,
    )  # fmt: skip
    app.state.workspace = workspace
    app.state.claims = claims or {}
    app.state.proofs = proofs or {}
    app.state.names = lexicon_names(load_lexicon(workspace.lexicons()))
    app.include_router(api)
    app.include_router(pages)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.middleware("http")(_add_headers)
    app.add_exception_handler(MusnadError, _tell_fault)
    app.add_exception_handler(HTTPException, _tell_status)
    return app


async def _add_headers(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call_next(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.query_params.get("lang") in TONGUES:
        tongue = request.query_params["lang"]
        response.set_cookie(LANGUAGE_COOKIE, tongue, max_age=YEAR_S, httponly=True, samesite="lax")
    return response


async def _tell_fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, MusnadError)
    status = 404 if fault.code == "M-004" else 503
    return _told(request, status, fault.code, str(fault))


async def _tell_status(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    return _told(request, fault.status_code, str(fault.status_code), str(fault.detail))


def _told(request: Request, status: int, code: str, detail: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"code": code, "detail": detail}, status_code=status)
    return show_error(request, spoken(request), status, code)
