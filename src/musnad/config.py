"""The settings, built once at the edge, each with the place that its value came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one page is read; beyond it the page gets an issue."""

    page_bytes: int = 20_000_000
    line_characters: int = 20_000
    text_characters: int = 2_000_000
    articles_per_page: int = 50
    html_depth: int = 500


DEFAULT_LIMITS = Limits()
