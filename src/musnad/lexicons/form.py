"""The form of a lexicon file: its tables and keys, and what is said when it is broken."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from musnad.errors import MusnadError

TEXT, TEXTS, NUMBER, FLAG = "a text", "a list of texts", "a number", "true or false"
HOSTS = "a list of hosts such as `news.example`, without https:// and path"
NAMED = {"name": TEXT, "name_en": TEXT, "aliases": TEXTS}
DEMONYMS = {"demonym": TEXT, "demonym_en": TEXT, "demonym_variants": TEXTS, "demonym_plural": TEXTS}
TABLES: dict[str, dict[str, str]] = {
    "media": NAMED
    | {"kind": TEXT, "country": TEXT, "domains": HOSTS, "owner": TEXT, "needs_head": FLAG},
    "organisation": NAMED | {"country": TEXT, "sector": TEXT, "needs_head": FLAG},
    "state": NAMED
    | DEMONYMS
    | {"code": TEXT, "capital": TEXT, "capital_en": TEXT, "capital_aliases": TEXTS, "gender": TEXT},
    "group": NAMED | DEMONYMS | {"country": TEXT},
    "place": NAMED | {"kind": TEXT, "country": TEXT, "lat": NUMBER, "lon": NUMBER},
    "office": {"title": TEXT, "title_en": TEXT},
    "person": NAMED | {"office": TEXT, "country": TEXT},
}
VALUES: dict[tuple[str, str], tuple[str, ...]] = {
    ("media", "kind"): (
        "agency", "paper", "channel", "site", "radio", "official", "aggregator",
    ),
    ("place", "kind"): (
        "city", "town", "village", "province", "district", "port", "region", "other",
    ),
    ("state", "gender"): ("m", "f"),
}  # fmt: skip

RANGES = {"lat": 90, "lon": 180}
"""Degrees that a latitude and a longitude have at most, north or south, east or west."""

HOST = re.compile(r"(?:[^\s/:.@?#]+\.)+[^\s/:.@?#]{2,}")
"""A host name, in Latin letters or others."""

Row = dict[str, Any]


def parse_lexicon(text: str, label: str) -> dict[str, list[Row]]:
    """Gives the tables of a lexicon text; raises `MusnadError` M-007 naming label and key."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise MusnadError("M-007", f"{label}: {fault}.") from fault
    return check_tables(tables, label)


def check_tables(tables: Mapping[str, Any], label: str) -> dict[str, list[Row]]:
    """Gives the tables when every table, key and value has the right form, else M-007."""
    for table, rows in tables.items():
        _known(table, TABLES, f"{label}: [[{table}]]")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise MusnadError("M-007", f"{label}: {table} must be written [[{table}]].")
        for number, row in enumerate(rows, 1):
            _check_row(table, row, f"{label}: [[{table}]] {number}")
    return dict(tables)


def _check_row(table: str, row: Row, where: str) -> None:
    keys = TABLES[table]
    for key, value in row.items():
        _known(key, keys, f"{where}: `{key}`")
        if not _fits(value, keys[key]):
            raise MusnadError("M-007", f"{where}: `{key}` must be {keys[key]}.")
        if key in RANGES and not -RANGES[key] <= value <= RANGES[key]:
            most = RANGES[key]
            raise MusnadError("M-007", f"{where}: `{key} = {value}` must be -{most} to {most}.")
        if (table, key) in VALUES:
            _known(value, VALUES[table, key], f"{where}: `{key} = {value}`")
    needed = "title" if table == "office" else "name"
    if not str(row.get(needed, "")).strip():
        raise MusnadError("M-007", f"{where}: `{needed}` is missing.")


def _known(word: str, allowed: Iterable[str], where: str) -> None:
    allowed = list(allowed)
    if word not in allowed:
        near = get_close_matches(word, allowed, 1, 0.0)
        raise MusnadError("M-007", f"{where} is unknown; the nearest known is `{near[0]}`.")


def _fits(value: object, wanted: str) -> bool:
    if wanted == TEXT:
        return isinstance(value, str)
    if wanted == TEXTS:
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if wanted == HOSTS:
        return isinstance(value, list) and all(HOST.fullmatch(str(item)) for item in value)
    if wanted == FLAG:
        return isinstance(value, bool)
    return isinstance(value, int | float) and not isinstance(value, bool)
