"""Addresses of pages: the one behind an archive or a cache, its host, and the day it holds."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

ARCHIVED: Final = (
    re.compile(r"^(?:https?:)?//(?:web\.)?archive\.org/(?:web/)?\d{4,14}[a-z_]*/(?P<url>.+)$"),
    re.compile(r"^(?:https?:)?//archive\.(?:ph|is|today|li|md|vn|fo)/(?:o/)?\w*/(?P<url>https?:.+)$"),
    re.compile(r"^(?:https?:)?//webcache\.googleusercontent\.com/.*?cache:[\w-]*:?(?P<url>https?:[^+&]+)"),
    re.compile(r"^(?:https?:)?//(?:www\.)?google\.[a-z.]+/amp/s?/?(?P<url>.+)$"),
    re.compile(r"^(?:https?:)?//[\w.-]+\.cdn\.ampproject\.org/[a-z]/(?:s/)?(?P<url>.+)$"),
)  # fmt: skip
KEEPERS: Final = ("archive.", "google", ".ampproject.")
"""One of these stands in every such address."""
HOST: Final = re.compile(r"^(?:https?:)?//(?:[^/@?#]*@)?(?P<host>[^/?#:]+)")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR: Final = r"(?P<year>20\d\d|19\d\d)"
IN_ADDRESS: Final = (
    re.compile(rf"[/=]{YEAR}[/-](?:[A-Za-z_]{{2,30}}/)?(?P<month>[01]?\d)[/-](?P<day>[0-3]?\d)(?=\D|$)"),
    re.compile(rf"[/=]{YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=\D|\d{{4,}}|$)"),
    re.compile(rf"[/=]{YEAR}/(?P<name>[a-z]{{3}})/(?P<day>[0-3]?\d)(?=\D|$)"),
    re.compile(rf"[-_]{YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[-_.?/]|$)"),
    re.compile(rf"/(?P<day>[0-3]\d)-(?P<month>[01]\d)-{YEAR}(?=/|$)"),
)  # fmt: skip
MONTH_IN_ADDRESS: Final = re.compile(
    rf"//[^/]+(?:/[a-z]{{2}})?/{YEAR}/(?P<month>0[1-9]|1[0-2])/(?=\D)"
)


def original_address(url: str) -> str:
    """Gives the address of the page itself where `url` is that of a copy in an archive or cache."""
    for pattern in ARCHIVED if any(map(url.__contains__, KEEPERS)) else ():
        match = pattern.match(url)
        if match:
            inner = match["url"]
            return inner if "//" in inner[:8] else f"https://{inner}"
    return url


@lru_cache(maxsize=256)
def host_of(url: str | None) -> str | None:
    """Gives the host of an address without `www.`, None when it has none."""
    match = HOST.match(url.strip()) if url else None
    return match["host"].lower().removeprefix("www.") if match else None


def read_address(url: str) -> str | None:
    """Gives the day that the address of the page holds, such as /2031/05/04/, else the month."""
    for pattern in IN_ADDRESS:
        for match in pattern.finditer(url):
            day = _day(match)
            if day:
                return day
    month = MONTH_IN_ADDRESS.search(url)
    return f"{month['year']}-{month['month']}" if month else None


def is_parted(url: str, value: str) -> bool:
    """Says whether the address writes the day apart (/2031/05/04/), not as a row of digits."""
    return value.replace("-", "") not in url or bool(IN_ADDRESS[0].search(url))


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = MONTHS.index(name) + 1 if name in MONTHS else int(parts.get("month") or 0)
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
