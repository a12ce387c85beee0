"""How many statements stay as they are when the text is changed in ways that say nothing new."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from language import Row, Table
from mutations import MUTATIONS, Key, Mutation, differing_lines, kept, statement_keys

from musnad import read_all
from musnad.model.records import Reading, Received
from statements.sets import Known, Record, gold_sets, reading_of

BETWEEN = "إقرأ أيضاً:"
"""The line of a page that ends its first article."""


def measure(shared: Path) -> Table:
    """Gives the share of statements unchanged for each mutation, over all annotated articles."""
    known = [one for each in gold_sets(shared).values() for one in each]
    rows = [*(row_of(mutation, known) for mutation in MUTATIONS), swapped(known)]
    about = (
        "cue, content, speaker, relays, act and mode all as before, places counted in letters;"
        " lines on which a mark was taken or added are left out; two articles make one page"
    )
    return Table("Statements unchanged by mutations", about, [*summed_up(rows), *rows])


def summed_up(rows: Sequence[Row]) -> tuple[Row, Row]:
    """Gives the mean and the lowest of all mutations, which have the floors."""
    values = [row.ours for row in rows]
    return (
        Row("all mutations, mean", sum(values) / len(values), floor="unchanged by mutations, mean"),
        Row("all mutations, lowest", min(values), floor="unchanged by mutations, lowest"),
    )


def row_of(mutation: Mutation, known: Sequence[Known]) -> Row:
    """Gives the share of statements that one mutation leaves as they are."""
    same = due = 0
    for one in known:
        before = whole(one.article)
        after = mutation.change(before)
        exempt = differing_lines(before, after) if mutation.touches else frozenset()
        title, *paragraphs = after.split("\n")
        reading = reading_of(one.article | {"title": title, "paragraphs": paragraphs})
        stayed, had_to = kept(one.reading, reading, exempt)
        same, due = same + stayed, due + had_to
    return Row(mutation.name, same / due)


def whole(article: Record) -> str:
    """Gives title and paragraphs, one a line."""
    return "\n".join((article["title"], *article["paragraphs"]))


def swapped(known: Sequence[Known]) -> Row:
    """Gives the share of statements that stay when two articles of a page change places."""
    same = due = 0
    for one, other in zip(known[::2], known[1::2], strict=False):
        before, after = together(one.article, other.article), together(other.article, one.article)
        same, due = same + (before & after).total(), due + before.total()
    return Row("two articles of a page swapped", same / due)


def together(one: Record, other: Record) -> Counter[Key]:
    """Gives the statements of a page that holds both articles."""
    page = "\n".join((whole(one), BETWEEN, whole(other)))
    readings: tuple[Reading, ...] = read_all(Received(data=page.encode(), name="page.txt"))
    return sum(map(statement_keys, readings), Counter())
