"""One article while its lines are gathered: what is kept of them, what is left out and why."""

from dataclasses import dataclass, field

import msgspec

from musnad.model.records import BlockKind
from musnad.stages.clean_articles.labels import Label
from musnad.stages.clean_articles.lines import PageLine


class Kept(msgspec.Struct, frozen=True, gc=False):
    """A line of the article."""

    line: PageLine
    kind: BlockKind


class Left(msgspec.Struct, frozen=True, gc=False):
    """A line left out, with its label."""

    line: PageLine
    label: Label


@dataclass(slots=True)
class Draft:
    """One article while its lines are gathered.

    `title` is its headline's line, `stated` the time that the markup of a further article states.
    `left` are lines left out for what they say, `aside` those for their place or with the whole
    page, whatever they say.
    """

    title: PageLine | None = None
    kept: list[Kept] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    aside: list[Left] = field(default_factory=list)
    order: list[Left] = field(default_factory=list)
    head_end: int = 0
    stated: str | None = None

    @property
    def first(self) -> int:
        """Gives where the first of its lines starts."""
        starts = [kept.line.start for kept in self.kept] + [left.line.start for left in self.left]
        return min(starts, default=0)

    def all_left(self) -> list[Left]:
        """Gives all lines left out."""
        return self.left + self.aside

    def in_order(self) -> list[Left]:
        """Gives all lines left out in the order of the page, which is kept till there are more."""
        if len(self.order) != len(self.left) + len(self.aside):
            self.order = sorted(self.left + self.aside, key=_start)
        return self.order


def _start(left: Left) -> int:
    return left.line.start
