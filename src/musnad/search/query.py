"""A query is bare words and FIELD:VALUE, such as «الميناء speaker:"وزارة الموانئ" act:deny»."""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import cast, get_args

from musnad.errors import MusnadError
from musnad.model.records import Act
from musnad.store import Wanted

_PIECE = re.compile(
    r"""(?:(?P<field>[A-Za-z_]+):(?!//))?      # «//» follows in an address, which is a word
        (?:"(?P<straight>[^"]*)"|«(?P<angle>[^»]*)»|“(?P<curly>[^”]*)”|(?P<word>\S+))""",
    re.VERBOSE,
)
_FIELD_ALONE = re.compile(r"[A-Za-z_]+:")
_VALUES = ("straight", "angle", "curly", "word")
_CHANCE = re.compile(r"0(\.\d+)?|1(\.0+)?")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def parse_query(text: str, given: Wanted | None = None) -> Wanted:
    """Gives what a query asks for: every word, and every field at its value.

    Values may stand in "…", «…» or “…”. A field of the query wins over that of `given`. Raises
    M-015 for an unknown field or act, with the nearest known one, for a date not YYYY-MM-DD, and
    for a confidence not from 0 to 1.
    """
    words: list[str] = []
    found: dict[str, str] = {}
    for piece in _PIECE.finditer(text):
        value = next((piece[name] for name in _VALUES if piece[name] is not None), "")
        if piece["field"] is None and not _FIELD_ALONE.fullmatch(value):
            words.append(value)
        else:
            field = piece["field"] or value.removesuffix(":")
            found[field] = value if piece["field"] else ""
    return checked_wanted(" ".join(words), found, given or Wanted())


def checked_wanted(text: str, found: Mapping[str, str], given: Wanted) -> Wanted:
    """Gives `given` with the words and fields set, each value checked (M-015)."""
    checked = {_known(name, tuple(FIELDS), "field"): value for name, value in found.items()}
    values = {name: FIELDS[name](value) for name, value in checked.items()}
    least = values.get("confidence")
    return Wanted(
        text=" ".join(filter(None, (given.text, text))),
        speaker=values.get("speaker", given.speaker),
        act=cast("Act | None", values.get("act", given.act)),
        article_id=values.get("article", given.article_id),
        since=values.get("since", given.since),
        until=values.get("until", given.until),
        confidence=float(least) if least is not None else given.confidence,
        order=given.order,
    )


def _said(value: str) -> str:
    if not value.strip():
        raise MusnadError("M-015", "A field stands without its value.")
    return value


def _act(value: str) -> str:
    return _known(value, get_args(Act), "act")


def _date(value: str) -> str:
    if not _DATE.fullmatch(value):
        raise MusnadError("M-015", f"«{value}» is no date such as 2031, 2031-05 or 2031-05-01.")
    return value


def _chance(value: str) -> str:
    if not _CHANCE.fullmatch(value):
        raise MusnadError("M-015", f"«{value}» is no confidence from 0 to 1, such as 0.8.")
    return value


def _known(name: str, known: Sequence[str], what: str) -> str:
    if name in known:
        return name
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    meant = f", did you mean «{close[0]}»" if close else ""
    raise MusnadError("M-015", f"«{name}» is no {what}{meant}; known: {', '.join(known)}.")


FIELDS: dict[str, Callable[[str], str]] = {
    "speaker": _said,
    "act": _act,
    "article": _said,
    "since": _date,
    "until": _date,
    "confidence": _chance,
}
"""The fields of a query, each with the check of its value."""
