"""The pages: articles, one article, the chronology; each in Arabic or English."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from musnad.errors import MusnadError
from musnad.model.changes import ArticleVersions
from musnad.model.records import Act
from musnad.pipeline.page_fates import stored_fates
from musnad.pipeline.versions import page_versions, version_reading
from musnad.serve import shapes
from musnad.serve.changes import changed_articles
from musnad.serve.fates import fates_view
from musnad.serve.origins import claims_view
from musnad.serve.speakers import wanted_statements
from musnad.serve.versions import changed_line, changes_view, newest_first, versions_view
from musnad.serve.wording import TONGUES, Tongue, Wording, wording
from musnad.store import StatementRow, Wanted, Workspace

HERE = Path(__file__).parent
STATIC = HERE / "static"
PAGE_LENGTH = 50
LONGEST_QUERY = 1000
LAST_PAGE = 10**9

pages = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


def printed(text: str) -> Markup:
    """Gives the text for HTML so that a browser keeps every character, carriage returns too."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters["printed"] = printed


def spoken(request: Request) -> Wording:
    """Gives the wording that the address asks for, else the cookie, else Arabic."""
    for wish in (request.query_params.get("lang"), request.cookies.get("lang")):
        for tongue in TONGUES:
            if wish == tongue:
                return wording(tongue).named(request.app.state.names)
    return wording("ar")


def show_error(request: Request, words: Wording, status: int, code: str) -> HTMLResponse:
    """Gives the error page in the language of the interface."""
    return _show(request, words, "error.html", status=status, code=code)


@pages.get("/")
def show_articles(request: Request) -> HTMLResponse:
    """Gives the list of articles, found by words and cut into pages."""
    words, workspace = spoken(request), _workspace(request)
    text, number = _asked(request, "text"), _number(request)
    offset = (number - 1) * PAGE_LENGTH
    rows = workspace.articles(text=text, offset=offset, limit=PAGE_LENGTH + 1)
    desks = [shapes.desk(workspace.reading(row.id), words) for row in rows[:PAGE_LENGTH]]
    listed = zip(rows, desks, strict=False)
    changed = len(workspace.changed_pages())
    return _show(
        request, words, "articles.html",
        lines=[shapes.list_view(row, at) for row, at in listed],
        text=text,
        paging=_paging(request, number, more=len(rows) > PAGE_LENGTH),
        counts=workspace.counts(),
        changed=words.counted(changed, "page") if changed else "",
        folder=str(workspace.path),
    )  # fmt: skip


@pages.get("/articles/{article_id}")
def show_article(request: Request, article_id: str) -> HTMLResponse:
    """Gives an article with its statements; `?statement=ID` chooses one."""
    at = _desk(request, article_id)
    view = shapes.article_view(at, request.query_params.get("statement"))
    found = _versions(request, article_id)
    return _show(
        request, at.words, "article.html",
        article=view, versions=changed_line(found, at.words), old=None,
        page_href=f"/pages/{_workspace(request).find_page(article_id)}",
    )  # fmt: skip


@pages.get("/articles/{article_id}/versions")
def show_versions(request: Request, article_id: str) -> HTMLResponse:
    """Gives what the page showed of the article at each time, and what changed."""
    workspace, words = _workspace(request), spoken(request)
    found = _versions(request, article_id)
    if found is None:
        raise MusnadError("M-004", article_id)
    decided = workspace.decisions(article_id)
    moved = [row for row in decided if row.state == "moved"]
    view = versions_view(found, moved, words)
    return _show(request, words, "versions.html", article=view)


@pages.get("/articles/{article_id}/versions/{number}")
def show_version(request: Request, article_id: str, number: int) -> HTMLResponse:
    """Gives an article as its page showed it before, with the statements of that time."""
    at = _old_desk(request, article_id, number)
    view = shapes.article_view(at, request.query_params.get("statement"))
    href, label = f"/articles/{article_id}/versions#v-{number}", "versions.number"
    old = {"href": href, "number": at.words.label(label, number=at.words.digits(number))}
    return _show(
        request, at.words, "article.html", article=view, versions=None, old=old, page_href=None
    )


@pages.get("/articles/{article_id}/versions/{number}/card")
def show_old_card(request: Request, article_id: str, number: int) -> HTMLResponse:
    """Gives only the card of a statement of an older version."""
    at = _old_desk(request, article_id, number)
    return _card(request, at, f"/articles/{article_id}/versions/{number}")


@pages.get("/pages/{page_id}")
def show_page(request: Request, page_id: str) -> HTMLResponse:
    """Gives every block of a page with what became of it and why, and what its facts rest on."""
    workspace, words = _workspace(request), spoken(request)
    found = stored_fates(workspace, workspace.find_page(page_id))
    return _show(request, words, "page.html", page=fates_view(found, words))


@pages.get("/versions")
def show_changes(request: Request) -> HTMLResponse:
    """Gives the articles that have several versions, the last change first."""
    words, number = spoken(request), _number(request)
    found = newest_first(changed_articles(_workspace(request)))
    offset = (number - 1) * PAGE_LENGTH
    return _show(
        request, words, "changes.html",
        lines=changes_view(found[offset : offset + PAGE_LENGTH], words),
        count=words.counted(len(found), "article"),
        paging=_paging(request, number, more=len(found) > offset + PAGE_LENGTH),
    )  # fmt: skip


@pages.get("/articles/{article_id}/card")
def show_card(request: Request, article_id: str) -> HTMLResponse:
    """Gives only the card of a statement, for the page that is already open."""
    return _card(request, _desk(request, article_id), f"/articles/{article_id}")


@pages.get("/statements/{statement_id}")
def open_statement(request: Request, statement_id: str) -> RedirectResponse:
    """Sends on to the statement in its article."""
    kind, article_id = _workspace(request).find(statement_id)
    if kind != "statement":
        raise MusnadError("M-004", statement_id)
    statements = _workspace(request).reading(article_id).statements
    found = next(made.id for made in statements if made.id.startswith(statement_id))
    return RedirectResponse(shapes.statement_href(article_id, found), status_code=302)


@pages.get("/chronology")
def show_chronology(request: Request) -> HTMLResponse:
    """Gives the statements by day, filtered by words, speaker and act."""
    words, number = spoken(request), _number(request)
    text, speaker, act = (_asked(request, name) for name in ("text", "speaker", "act"))
    acts = get_args(Act)
    wanted = Wanted(text=text, speaker=speaker or None, act=act if act in acts else None)  # type: ignore[arg-type]
    offset = (number - 1) * PAGE_LENGTH
    names = request.app.state.names
    rows = wanted_statements(_workspace(request), wanted, names, offset, PAGE_LENGTH + 1)
    return _show(
        request, words, "chronology.html",
        days=shapes.chronology_view(_worded(request, rows[:PAGE_LENGTH], words), words),
        wanted=wanted,
        acts=[(name, words.label(f"act.{name}")) for name in acts],
        paging=_paging(request, number, more=len(rows) > PAGE_LENGTH),
    )  # fmt: skip


@pages.get("/origins")
def show_origins(request: Request) -> HTMLResponse:
    """Gives the claims that several pages carry, each with its pages and origins."""
    words, number = spoken(request), _number(request)
    shown = claims_view(request.app.state.proofs, words)
    offset = (number - 1) * PAGE_LENGTH
    return _show(
        request, words, "origins.html",
        claims=shown[offset : offset + PAGE_LENGTH],
        count=words.counted(len(shown), "claim"),
        paging=_paging(request, number, more=len(shown) > offset + PAGE_LENGTH),
    )  # fmt: skip


def _workspace(request: Request) -> Workspace:
    workspace: Workspace = request.app.state.workspace
    return workspace


def _desk(request: Request, article_id: str) -> shapes.Desk:
    reading = _workspace(request).reading(article_id)
    return shapes.desk(reading, spoken(request), request.app.state.claims, request.app.state.proofs)


def _old_desk(request: Request, article_id: str, number: int) -> shapes.Desk:
    """Gives an older version under an address of its own, so that its links stay in it."""
    reading = version_reading(_workspace(request), article_id, number)
    address = f"{article_id}/versions/{number}"
    article = msgspec.structs.replace(reading.article, id=address)
    return shapes.desk(msgspec.structs.replace(reading, article=article), spoken(request))


def _card(request: Request, at: shapes.Desk, href: str) -> HTMLResponse:
    card = shapes.chosen_card(at, request.query_params.get("statement"))
    if card is None:
        raise MusnadError("M-004", href)
    return _show(request, at.words, "card.html", article={"card": card, "href": href})


def _versions(request: Request, article_id: str) -> ArticleVersions | None:
    workspace = _workspace(request)
    found = page_versions(workspace, workspace.find_page(article_id))
    return next((one for one in found if one.article_id == article_id), None)


def _worded(
    request: Request, rows: Iterable[StatementRow], words: Wording
) -> list[tuple[StatementRow, Wording]]:
    """English names are in the readings; Arabic needs none."""
    rows = list(rows)
    if words.tongue == "ar":
        return [(row, words) for row in rows]
    ids = dict.fromkeys(row.article_id for row in rows)
    known = {id_: shapes.desk(_workspace(request).reading(id_), words).words for id_ in ids}
    return [(row, known[row.article_id]) for row in rows]


def _asked(request: Request, name: str) -> str:
    value = request.query_params.get(name, "").strip()[:LONGEST_QUERY]
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _number(request: Request) -> int:
    asked = request.query_params.get("page", "1")
    return min(int(asked), LAST_PAGE) if asked.isdecimal() and len(asked) < 12 and int(asked) else 1


def _paging(request: Request, number: int, *, more: bool) -> dict[str, Any]:
    return {
        "number": number,
        "previous": _with(request, page=number - 1) if number > 1 else None,
        "next": _with(request, page=number + 1) if more else None,
    }


def _with(request: Request, **changes: object) -> str:
    kept = {name: value for name, value in request.query_params.items() if name not in changes}
    kept.pop("lang", None)
    query = {**kept, **{name: str(value) for name, value in changes.items()}}
    return f"{request.url.path}?{urlencode(query)}"


def _show(request: Request, words: Wording, template: str, **view: Any) -> HTMLResponse:
    other: Tongue = "en" if words.tongue == "ar" else "ar"
    status = view.pop("status", 200)
    html = _templates.get_template(template).render(
        words=words, t=words.label, here=request.url.path,
        other=other, switch=_with(request, lang=other), **view,
    )  # fmt: skip
    return HTMLResponse(html, status_code=status)
