"""One article while its lines are gathered: what is kept of them, what is left out and why."""

from musnad.model.records import BlockKind
from musnad.stages.clean_articles.labels import Label
from musnad.stages.clean_articles.lines import PageLine


class Kept:
    """A line of the article."""

    def __init__(self, line: PageLine, kind: BlockKind) -> None:
        self.line = line
        self.kind = kind


class Left:
    """A line left out, with its label."""

    def __init__(self, line: PageLine, label: Label) -> None:
        self.line = line
        self.label = label


class Draft:
    """One article while its lines are gathered.

    `title` is its headline's line, `stated` the time that the markup of a further article states.
    `left` are lines left out for what they say, `aside` those for their place or with the whole
    page, whatever they say.
    """

    def __init__(self) -> None:
        self.title: PageLine | None = None
        self.kept: list[Kept] = []
        self.left: list[Left] = []
        self.aside: list[Left] = []
        self.order: list[Left] = []
        self.head_end = 0
        self.stated: str | None = None

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
