"""A JSON record becomes what it says about its page."""

import json
from collections.abc import Iterable
from typing import Any, Final

import msgspec

from musnad.model.records import Declared, Given
from musnad.stages.ingest_pages.decode import remove_unreadable

TEXT_KEYS: Final = ("paragraphs", "text", "html")


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """A record's fields: the first that is there of `paragraphs`, `text` and `html` is used."""

    given: Given
    declared: Declared
    paragraphs: tuple[str, ...] | None = None
    text: str | None = None
    html: str | None = None


def read_record(line: str) -> Content | str:
    """Gives the record's fields, or why the line is no page record."""
    fields = _parse(line)
    if not isinstance(fields, dict):
        return "the line is not a JSON object" if fields is None else "not an object"
    paragraphs, text, html = (fields.get(key) for key in TEXT_KEYS)
    if isinstance(paragraphs, list):
        strings = (item for item in paragraphs if isinstance(item, str))
        return _content(fields, paragraphs=tuple(strings))
    if isinstance(text, str):
        return _content(fields, text=text)
    if isinstance(html, str):
        return _content(fields, html=html)
    return "it has none of `paragraphs`, `text` and `html`"


def is_record(start: str) -> bool:
    """Says whether a page that begins like this is a JSON record."""
    return start.lstrip()[:1] == "{" and any(f'"{key}"' in start for key in (*TEXT_KEYS, "title"))


def _parse(line: str) -> Any:
    try:
        return msgspec.json.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeEncodeError):
        pass
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _content(
    fields: dict[str, Any],
    *,
    paragraphs: tuple[str, ...] | None = None,
    text: str | None = None,
    html: str | None = None,
) -> Content:
    given = Given(
        source_id=_string(fields, "id"),
        title=_string(fields, "title"),
        outlet=_string(fields, "outlet"),
        published=_string(fields, "published"),
        url=_string(fields, "url"),
    )
    declared = Declared(
        byline=_string(fields, "byline") or _string(fields, "author"),
        section=_string(fields, "section"),
        tags=tuple(_tags(fields.get("tags") or fields.get("keywords"))),
    )
    return Content(given=given, declared=declared, paragraphs=paragraphs, text=text, html=html)


def _string(fields: dict[str, Any], key: str) -> str | None:
    value = fields.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return remove_unreadable(value)[0].strip() or None if isinstance(value, str) else None


def _tags(value: object) -> Iterable[str]:
    if isinstance(value, str):
        value = value.replace("،", ",").split(",")
    if not isinstance(value, list):
        return []
    return [tag.strip() for tag in value if isinstance(tag, str) and tag.strip()]
