"""The JSON API: articles, readings, statements, health."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from musnad import __version__
from musnad.errors import MusnadError
from musnad.model.changes import ArticleVersions
from musnad.model.records import Act
from musnad.pipeline.page_fates import stored_fates
from musnad.pipeline.versions import page_versions, version_reading
from musnad.serve.as_json import reading_json, record_json
from musnad.serve.changes import changed_articles
from musnad.serve.speakers import wanted_statements
from musnad.store import Wanted, Workspace

LARGEST_PAGE = 500

api = APIRouter(prefix="/api", tags=["musnad"], default_response_class=JSONResponse)

Offset = Annotated[int, Query(ge=0, le=2**53, description="How many to leave out at the start.")]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="How many to give at most.")]
Text = Annotated[str, Query(max_length=1000, description="Words that must all occur.")]
Day = Annotated[str | None, Query(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$", description="ISO 8601.")]


def _workspace(request: Request) -> Workspace:
    workspace: Workspace = request.app.state.workspace
    return workspace


@api.get("/health")
def health(request: Request) -> dict[str, Any]:
    """Says that the service answers, with its version and what the workspace holds."""
    counts = record_json(_workspace(request).counts())
    return {"status": "ok", "musnad": __version__, "counts": counts}


@api.get("/articles")
def list_articles(
    request: Request, text: Text = "", offset: Offset = 0, limit: Limit = 50
) -> dict[str, Any]:
    """Gives articles in the order of their source ids; `next` is null at the end."""
    found = _workspace(request).articles(text=text, offset=offset, limit=limit + 1)
    return _page([record_json(row) for row in found], offset, limit)


@api.get("/articles/{article_id}")
def article_reading(
    request: Request,
    article_id: str,
    offsets: Annotated[
        Literal["codepoint", "utf16"], Query(description="What text offsets count.")
    ] = "codepoint",
) -> Any:
    """Gives the reading of one article; 404 with M-004 when there is none."""
    reading = _workspace(request).reading(article_id)
    return reading_json(reading, utf16=offsets == "utf16")


@api.get("/articles/{article_id}/versions")
def article_versions(request: Request, article_id: str) -> Any:
    """Gives the versions of an article, oldest first, with what each changed and who tells of it.

    404 with M-004 when there is no such article.
    """
    workspace = _workspace(request)
    found = page_versions(workspace, workspace.find_page(article_id))
    return record_json(_only(found, article_id))


@api.get("/articles/{article_id}/versions/{number}")
def older_reading(
    request: Request,
    article_id: str,
    number: int,
    offsets: Annotated[
        Literal["codepoint", "utf16"], Query(description="What text offsets count.")
    ] = "codepoint",
) -> Any:
    """Gives the reading of one version of an article, numbered from 1."""
    reading = version_reading(_workspace(request), article_id, number)
    return reading_json(reading, utf16=offsets == "utf16")


@api.get("/pages/{page_id}")
def page_blocks(request: Request, page_id: str) -> Any:
    """Gives every block of a page with what became of it and why, and what its facts rest on.

    The beginning of the id of the page, or of its article, is enough if unique; else 404, M-004.
    """
    workspace = _workspace(request)
    return record_json(stored_fates(workspace, workspace.find_page(page_id)))


@api.get("/versions")
def list_versions(
    request: Request,
    *,
    since: Day = None,
    silent: bool = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Gives the articles that have several versions; `silent` edits only, where it is true."""
    found = [
        one
        for one in changed_articles(_workspace(request))
        if any(
            version.change
            and version.seen >= (since or "")
            and (version.change.silent or not silent)
            for version in one.versions
        )
    ]
    shown = found[offset : offset + limit + 1]
    return _page([record_json(one) for one in shown], offset, limit)


@api.get("/statements")
def list_statements(  # noqa: PLR0913  # one parameter for each filter of the address
    request: Request,
    *,
    text: Text = "",
    speaker: Annotated[str | None, Query(max_length=200)] = None,
    act: Act | None = None,
    article: str | None = None,
    since: Day = None,
    until: Day = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> dict[str, Any]:
    """Gives statements by date, undated ones last; `next` is null at the end."""
    wanted = Wanted(
        text=text, speaker=speaker, act=act, article_id=article, since=since, until=until
    )
    names = request.app.state.names
    found = wanted_statements(_workspace(request), wanted, names, offset, limit + 1)
    return _page([record_json(row) for row in found], offset, limit)


def _only(found: Iterable[ArticleVersions], article_id: str) -> ArticleVersions:
    for one in found:
        if one.article_id == article_id:
            return one
    raise MusnadError("M-004", f"«{article_id}».")


def _page(items: list[Any], offset: int, limit: int) -> dict[str, Any]:
    more = len(items) > limit
    return {
        "items": items[:limit],
        "offset": offset,
        "limit": limit,
        "next": offset + limit if more else None,
    }
