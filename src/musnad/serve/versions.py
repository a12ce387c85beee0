"""What the pages of versions show: what changed in an article, when, and who tells of it."""

from collections.abc import Iterable
from typing import Any

from musnad.model.changes import (
    ArticleVersion,
    ArticleVersions,
    Notice,
    ParagraphChange,
    SaidThen,
    StatementChange,
    VersionChange,
    WordRun,
)
from musnad.serve.wording import Wording
from musnad.store import DecisionRow

View = dict[str, Any]
SHOWN_DIGITS = 12
"""Digits of a sha256 that are shown; the whole one is in the title."""


def versions_view(found: ArticleVersions, moved: Iterable[DecisionRow], words: Wording) -> View:
    """Gives all that the page of an article's versions shows, the newest first."""
    return {
        "href": f"/articles/{found.article_id}",
        "title": found.title,
        "count": words.counted(len(found.versions), "version"),
        "versions": [_version_view(one, found, words) for one in reversed(found.versions)],
        "moved": [
            {"quote": row.decision.anchor.quote, "before": row.decision.anchor.prefix,
             "after": row.decision.anchor.suffix, "by": row.decision.by,
             "at": words.date(row.decision.at), "id": row.decision.id}
            for row in moved
        ],
    }  # fmt: skip


def changed_line(found: ArticleVersions | None, words: Wording) -> View | None:
    """Gives the line that an article shows of its versions; None for a single one."""
    if found is None or len(found.versions) < 2:
        return None
    last = found.versions[-1]
    return {
        "href": f"/articles/{found.article_id}/versions",
        "count": words.counted(len(found.versions), "version"),
        "last": words.date(last.seen),
        "state": words.label(f"versions.{_state(last)}"),
        "silent": _state(last) in {"silent", "gone"},
    }


def newest_first(found: Iterable[ArticleVersions]) -> list[ArticleVersions]:
    """Gives the articles in the order of their last change."""
    return sorted(found, key=lambda one: one.versions[-1].seen, reverse=True)


def changes_view(found: Iterable[ArticleVersions], words: Wording) -> list[View]:
    """Gives a line for each article that has several versions."""
    return [
        {**(changed_line(one, words) or {}), "title": one.title, "changes": _counts(one, words)}
        for one in found
    ]


def _counts(found: ArticleVersions, words: Wording) -> str:
    """Gives how many statements went, came or changed in all versions together."""
    changes = [each for one in found.versions if one.change for each in one.change.statements]
    gone = sum(one.after is None for one in changes)
    come = sum(one.before is None for one in changes)
    told = (("gone", gone), ("come", come), ("other", len(changes) - gone - come))
    return " · ".join(
        words.label(f"versions.count_{name}", count=words.counted(number, "statement"))
        for name, number in told
        if number
    )


def _state(version: ArticleVersion) -> str:
    if version.gone:
        return "gone"
    if version.change is None:
        return "first"
    if not version.change.comparable:
        return "incomparable"
    return "silent" if version.change.silent else "told"


def _version_view(version: ArticleVersion, found: ArticleVersions, words: Wording) -> View:
    here = f"/articles/{found.article_id}"
    shown = version.number == found.current
    published = version.published
    return {
        "number": words.label("versions.number", number=words.digits(version.number)),
        "anchor": f"v-{version.number}",
        "href": here if shown else f"{here}/versions/{version.number}",
        "shown": shown,
        "state": words.label(f"versions.{_state(version)}"),
        "silent": _state(version) in {"silent", "gone"},
        "gone": version.gone,
        "seen": {"iso": version.seen, "text": words.date(version.seen)},
        "published": words.date(published.value if published else None),
        "captures": [
            {"seen": words.date(one.seen), "sha256": one.sha256, "short": one.sha256[:SHOWN_DIGITS]}
            for one in version.captures
        ],
        "captures_count": words.counted(len(version.captures), "capture"),
        "change": _change_view(version.change, found, version.number, words)
        if version.change
        else None,
        "told_later": [_notice_view(one, words) for one in version.told_later],
    }


def _change_view(
    change: VersionChange, found: ArticleVersions, number: int, words: Wording
) -> View:
    said = [_said_view(one, found, number, words) for one in change.statements]
    return {
        "fields": [words.label(f"versions.field_{field}") for field in change.fields],
        "notices": [_notice_view(one, words) for one in change.notices],
        "paragraphs": [_paragraph_view(one, words) for one in change.paragraphs],
        "statements": said,
    }


def _notice_view(notice: Notice, words: Wording) -> View:
    """A date of modification is told in words where it is one, a note is quoted."""
    dated = notice.kind == "modified" and notice.text[:4].isdecimal()
    text = words.date(notice.text) if dated else notice.text
    kind = words.label(f"versions.notice_{notice.kind}")
    return {"kind": kind, "text": text, "quoted": not dated}


def _paragraph_view(paragraph: ParagraphChange, words: Wording) -> View:
    return {
        "kind": paragraph.kind,
        "label": words.label(f"versions.paragraph_{paragraph.kind}"),
        "runs": [_run_view(run) for run in paragraph.runs],
    }


def _run_view(run: WordRun) -> View:
    """The white space before a run is no part of what is struck or underlined."""
    text = run.text.lstrip()
    return {"kind": run.kind, "space": run.text[: len(run.text) - len(text)], "text": text}


def _said_view(
    change: StatementChange, found: ArticleVersions, number: int, words: Wording
) -> View:
    kind = "gone" if change.after is None else "come" if change.before is None else "other"
    what = [words.label(f"versions.what_{one}") for one in change.what]
    return {
        "kind": kind,
        "label": words.label(f"versions.statement_{kind}"),
        "what": what,
        "before": _said(change.before, found, number - 1, words),
        "after": _said(change.after, found, number, words),
    }


def _said(
    said: SaidThen | None, found: ArticleVersions, number: int, words: Wording
) -> View | None:
    if said is None:
        return None
    here = f"/articles/{found.article_id}"
    place = here if number == found.current else f"{here}/versions/{number}"
    return {
        "speaker": words.name(said.speaker),
        "act": words.label(f"act.{said.act}"),
        "tone": said.act if said.act in {"deny", "demand"} else "say",
        "content": said.content,
        "href": f"{place}?statement={said.id}#s-{said.id}",
    }
