"""The tables as they are printed and written into docs/pages.md."""

from collections.abc import Iterable, Iterator, Sequence

from pages import PageSet
from pages.fields import FIELDS
from pages.measures import Figures, judged_lines, main_article, mean, missed, tokens
from pages.runs import Run
from pages.tools import OURS

HEADS = (
    "paragraph F1", "token precision", "token recall", "leakage", "day", "silent error", "title",
    "pages/s",
)  # fmt: skip
SHOWN = 90


def set_title(one: PageSet) -> str:
    """Gives what a set is called above its table."""
    layouts = len({page.labels.layout for page in one.pages})
    number = f"{len(one.pages)} pages"
    return f"{one.name}: {number}" if layouts == 1 else f"{one.name}: {number}, {layouts} layouts"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Gives the lines of a Markdown table with columns of one width."""
    all_rows = [heads, *rows]
    wide = [max(len(row[at]) for row in all_rows) for at in range(len(heads))]
    first, *others = (_row(row, wide) for row in all_rows)
    yield first
    yield (
        "|"
        + "|".join("-" * (width + 1) + (":" if at else "-") for at, width in enumerate(wide))
        + "|"
    )
    yield from others


def _row(cells: Sequence[str], wide: Sequence[int]) -> str:
    told = (
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(cells, wide, strict=True))
    )
    return f"| {' | '.join(told)} |"


def share(value: float | None) -> str:
    """Gives a share as it is printed, a dash where there is none."""
    return "—" if value is None else f"{value:.3f}"


def set_table(runs: Iterable[Run]) -> Iterator[str]:
    """Gives the table of a set: one line for each tool."""
    rows = ((run.tool.name, *map(share, run.mean), f"{run.speed:.0f}") for run in runs)
    return table(("tool", *HEADS), rows)


def settings_table(runs: Iterable[Run]) -> Iterator[str]:
    """Gives the table of all settings that were tried, on the developing half."""
    rows = ((f"{run.tool.name}: {run.setting}", *map(share, run.mean[:4])) for run in runs)
    return table(("setting", *HEADS[:4]), rows)


def layout_table(runs: Sequence[Run]) -> Iterator[str]:
    """Gives the paragraph F1 of each layout: one line a layout, one column a tool."""
    layouts = sorted({page.labels.layout for page in runs[0].pages})
    heads = ("layout", "pages", *(run.tool.name for run in runs), "day (ours)")
    return table(heads, (_layout_row(layout, runs) for layout in layouts))


def _layout_row(layout: str, runs: Sequence[Run]) -> tuple[str, ...]:
    means = [mean(_of_layout(run, layout)) for run in runs]
    number = str(len(_of_layout(runs[0], layout)))
    return (layout, number, *(share(one.paragraph_f1) for one in means), share(means[0].day))


def _of_layout(run: Run, layout: str) -> list[Figures]:
    pairs = zip(run.pages, run.figures, strict=True)
    return [figures for page, figures in pairs if page.labels.layout == layout]


def field_table(fields: dict[str, dict[str, float]]) -> Iterator[str]:
    """Gives the table of what only Musnad is asked for: one line for each set that has labels."""
    known = {name: found for name, found in fields.items() if found}
    rows = ((name, *(share(found.get(one)) for one in FIELDS)) for name, found in known.items())
    return table(("set", *FIELDS), rows)


def worst_lines(run: Run, number: int) -> Iterator[str]:
    """Gives the pages that ours reads worst, with what it misses and what it has too much."""
    pairs = sorted(zip(run.figures, run.pages, strict=True), key=lambda pair: badness(pair[0]))
    for figures, page in pairs[:number]:
        article = main_article(page.labels)
        found = OURS.read(page)
        lines, gold = judged_lines(found.lines, article), [tokens(p) for p in article.paragraphs]
        yield f"{page.name}: " + " ".join(map(share, figures))
        yield f"  day {found.published} for {article.published}; title {found.title}"
        yield from (f"  missed: {' '.join(one)[:SHOWN]}" for one in missed(lines, gold))
        yield from (f"  too much: {' '.join(one)[:SHOWN]}" for one in missed(gold, lines))


def badness(figures: Figures) -> float:
    """Gives a number that is lower for a page read worse."""
    known = (figures.paragraph_f1, figures.day, figures.title)
    return sum(one for one in known if one is not None)
