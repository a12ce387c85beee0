"""One address for all the spellings of a URL."""

import re
from typing import Final

PARTS: Final = re.compile(
    r"\s*(?:https?:)?//(?P<host>[^/?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?", re.I
)
TRACKING: Final = re.compile(r"(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|amp)(?:=|$)", re.I)
ESCAPE: Final = re.compile(r"%[0-9a-fA-F]{2}")


def normalise_url(url: str) -> str:
    """Gives the URL without scheme, `www.`, port, fragment, tracking fields and last slash."""
    parts = PARTS.match(url)
    if not parts:
        return url.strip()
    host = re.sub(r":(?:80|443)$", "", parts["host"].rpartition("@")[2].lower())
    path = ESCAPE.sub(lambda escape: escape[0].upper(), parts["path"]).rstrip("/")
    fields = [f for f in (parts["query"] or "?")[1:].split("&") if f and not TRACKING.match(f)]
    return host.removeprefix("www.") + path + ("?" + "&".join(fields) if fields else "")
