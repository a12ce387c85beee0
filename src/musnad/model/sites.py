"""What is learnt of a site from its pages."""

from typing import NamedTuple

from musnad.model.records import SiteLines

SITE_LINES = "site_lines"
"""The name, among the models of a reading, of the lines that its site repeats."""
NO_SITE = SiteLines()


class PageLines(NamedTuple):
    """The lines of one page: its site, their keys, and the digest of those known as repeated."""

    site: str
    keys: bytes
    used: str
