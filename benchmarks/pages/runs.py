"""Tools run over sets of pages: their figures, their speed, and the best of their settings."""

from collections.abc import Sequence
from time import process_time
from typing import Any, NamedTuple

from pages import LabelledPage, PageSet, Tool
from pages.measures import Figures, mean, measure

TURNS = 5
"""Times that each tool reads all pages. The soonest counts: others wait for other work."""


class Run(NamedTuple):
    """What one tool reached on one set, page by page."""

    tool: Tool
    setting: str
    pages: Sequence[LabelledPage]
    figures: Sequence[Figures]
    seconds: float

    @property
    def mean(self) -> Figures:
        """Gives the mean of each figure over the pages."""
        return mean(self.figures)

    @property
    def speed(self) -> float:
        """Gives pages a second of one core: time of the processor, not of the clock."""
        return len(self.pages) / self.seconds


def run(tool: Tool, setting: str, pages: Sequence[LabelledPage]) -> Run:
    """Gives the run of a tool over pages; all are read once before the clock starts."""
    settings = tool.settings[setting]
    found = [tool.read(page, **settings) for page in pages]
    seconds = min(_seconds(tool, settings, pages) for _ in range(TURNS))
    figures = [_given(tool, measure(page, one)) for page, one in zip(pages, found, strict=True)]
    return Run(tool, setting, pages, figures, seconds)


def _seconds(tool: Tool, settings: dict[str, Any], pages: Sequence[LabelledPage]) -> float:
    """The time of the processor for all pages once."""
    began = process_time()
    for page in pages:
        tool.read(page, **settings)
    return process_time() - began


def _given(tool: Tool, figures: Figures) -> Figures:
    """The figures without those of what the tool does not look for."""
    lacking: dict[str, Any] = {}
    if "date" not in tool.gives:
        lacking |= {"day": None, "silent_error": None}
    if "title" not in tool.gives:
        lacking |= {"title": None}
    return figures._replace(**lacking)


def tried(tool: Tool, pages: Sequence[LabelledPage]) -> list[Run]:
    """Gives a run for each setting of the tool, that of the best paragraph F1 first."""
    runs = [run(tool, setting, pages) for setting in tool.settings]
    return sorted(runs, key=lambda one: -(one.mean.paragraph_f1 or 0.0))


def best_settings(tools: Sequence[Tool], developing: PageSet) -> dict[str, list[Run]]:
    """Gives the runs of all settings of each tool on the developing half, the best first."""
    return {tool.name: tried(tool, developing.pages) for tool in tools}
