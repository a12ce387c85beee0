"""The versions of the articles of a workspace: what their pages showed, and when."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from musnad.errors import MusnadError
from musnad.fold import fold_key
from musnad.model.changes import ArticleVersion, ArticleVersions, Capture
from musnad.model.records import Reading
from musnad.pipeline.compare import changed_fields, compare_readings, find_notices
from musnad.pipeline.work import PageWork
from musnad.store import PageState, Workspace
from musnad.store.states import holds_article
from musnad.text.changes import likeness

SAME_ARTICLE = 0.5
"""Share of common words from which two articles of a page are one in two versions."""


class _Shown(NamedTuple):
    """An article in one state of its page."""

    state: PageState
    reading: Reading


def all_versions(workspace: Workspace) -> Iterator[ArticleVersions]:
    """Gives the articles that their pages showed in several versions, in the order of the pages."""
    for page_id in workspace.changed_pages():
        yield from (one for one in page_versions(workspace, page_id) if len(one.versions) > 1)


def page_versions(workspace: Workspace, page_id: str) -> tuple[ArticleVersions, ...]:
    """Gives the versions of every article that the page shows or has shown, those shown first.

    On a page of several articles, such as a live blog, each is followed by its words, whatever its
    place. Raises `MusnadError` M-004 when there is no such page.
    """
    shown: list[list[_Shown]] = []
    for state in workspace.states(page_id):
        now = [_Shown(state, one) for one in workspace.state_readings(page_id, state)]
        before = list(shown)
        partners = _partners([one[-1].reading for one in before], [one.reading for one in now])
        for place, one in enumerate(now):
            if place in partners:
                before[partners[place]].append(one)
            else:
                shown.append([one])
    found = (_article_versions(page_id, one) for one in shown)
    return tuple(sorted(found, key=lambda one: not one.shown))


def _partners(before: Sequence[Reading], now: Sequence[Reading]) -> dict[int, int]:
    """Gives for each reading, by its place, which one before is the same article.

    The same text is; else the same title; else the most like one; else the page's first article.
    """
    partners: dict[int, int] = {}
    for likes in (_same_text, _same_title, _like, _first):
        for place, reading in enumerate(now):
            free = [at for at in range(len(before)) if at not in partners.values()]
            best = max(free, key=lambda at, one=reading: likes(before[at], one), default=None)  # type: ignore[misc]
            if place not in partners and best is not None and likes(before[best], reading):
                partners[place] = best
    return partners


def _same_text(one: Reading, other: Reading) -> float:
    return float(bool(one.article.text) and one.article.text_sha256 == other.article.text_sha256)


def _same_title(one: Reading, other: Reading) -> float:
    title = fold_key(one.article.title or "")
    return float(bool(title) and title == fold_key(other.article.title or ""))


def _like(one: Reading, other: Reading) -> float:
    like = likeness(one.article.text, other.article.text) if one.article.text else 0.0
    return like if like >= SAME_ARTICLE else 0.0


def _first(one: Reading, other: Reading) -> float:
    """The main article of a page has the page's own name and one id whatever its words."""
    return float(one.article.id == other.article.id and "#" not in other.article.source_id)


def version_reading(workspace: Workspace, article_id: str, number: int) -> Reading:
    """Gives the reading of one version of an article; raises `MusnadError` M-004."""
    page_id = workspace.find_page(article_id)
    states = {state.number: state for state in workspace.states(page_id)}
    found = next(
        (one for one in page_versions(workspace, page_id) if one.article_id == article_id), None
    )
    if found is None or not 0 < number <= len(found.versions):
        raise MusnadError("M-004", f"«{article_id}», version {number}.")
    version = found.versions[number - 1]
    readings = workspace.state_readings(page_id, states[version.captures[0].number])
    return next(one for one in readings if one.article.id == version.article_id)


def refresh_states(
    workspace: Workspace, page_id: str, work: PageWork, *, every: bool = False
) -> None:
    """Reads the older states of a page again that other rules have read, or all of them.

    A state whose raw bytes are damaged keeps what it has.
    """
    states = workspace.states(page_id)
    basis = next(state.basis for state in states if state.number is None)
    for state in states:
        if state.number is None or (state.basis == basis and not every):
            continue
        try:
            outcome = work(workspace.state_received(page_id, state))
        except MusnadError:
            continue
        workspace.put_state(page_id, state, outcome.readings)


def _article_versions(page_id: str, shown: Sequence[_Shown]) -> ArticleVersions:
    versions: list[ArticleVersion] = []
    before: _Shown | None = None
    current = 1
    for one in shown:
        if before is None or changed_fields(before.reading, one.reading):
            versions.append(_version(len(versions) + 1, before, one))
        else:
            versions[-1] = _seen_again(versions[-1], before, one)
        if one.state.number is None:
            current = len(versions)
        before = one
    article = shown[-1].reading.article
    newest = next((one.reading.article for one in shown if one.state.number is None), article)
    return ArticleVersions(
        page_id=page_id,
        article_id=article.id,
        source_id=article.source_id,
        url=newest.url,
        title=newest.title,
        current=current,
        shown=any(one.state.number is None for one in shown),
        versions=tuple(versions),
    )


def _version(number: int, before: _Shown | None, now: _Shown) -> ArticleVersion:
    article = now.reading.article
    change = None
    if before is not None:
        same = before.state.basis == now.state.basis
        change = compare_readings(before.reading, now.reading, comparable=same)
    return ArticleVersion(
        number=number,
        article_id=article.id,
        seen=now.state.seen,
        title=article.title,
        published=article.published,
        text_sha256=article.text_sha256,
        gone=not holds_article(now.reading, now.state.fetched),
        captures=(_capture(now.state),),
        change=change,
    )


def _seen_again(version: ArticleVersion, before: _Shown, now: _Shown) -> ArticleVersion:
    """The same article in other bytes: what the page says of its change may have come later."""
    told = find_notices(before.reading, now.reading) if version.change else ()
    return msgspec.structs.replace(
        version,
        captures=(*version.captures, _capture(now.state)),
        told_later=(*version.told_later, *told),
    )


def _capture(state: PageState) -> Capture:
    return Capture(number=state.number, seen=state.seen, sha256=state.sha256)
