"""`musnad evaluate`."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from musnad.cli.options import Format, FormatOption, LexiconOption, loaded, settings
from musnad.cli.pages import PageRun
from musnad.cli.printing import print_json, print_table, say
from musnad.errors import MusnadError
from musnad.model.records import Reading

if TYPE_CHECKING:
    from musnad.evaluate import Scores

EXAMPLES = """
  musnad evaluate --gold sample/gold --lexicon sample/lexicon.toml
  musnad evaluate --gold gold/ --readings readings.jsonl --floor 0.65
"""


def evaluate(
    gold: Annotated[
        Path,
        typer.Option(metavar="DIR", help="Holds ID.json and ID.gold.json.", show_default=False),
    ],
    readings: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Readings, one a line; else the gold articles are read."),
    ] = None,
    floor: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Exit status 1 when statement F1 @0.5 is below."),
    ] = None,
    lexicon: LexiconOption = None,
    format_: FormatOption = Format.table,
) -> None:
    """Score readings against articles annotated by hand.

    A statement counts as found when its content shares at least half (0.5) or most (0.8) of its
    words with gold, one to one; as complete when speaker and relays are right too.
    """
    from musnad.evaluate import evaluate as scored  # noqa: PLC0415 - slow to import
    from musnad.evaluate import gold_pages, load_gold  # noqa: PLC0415 - slow to import

    documents = load_gold(gold)
    loaded(lexicon)
    run = PageRun(lexicon or [], settings().run, lambda _: None)
    scores = scored(documents, _stored(readings) if readings else run.readings(gold_pages(gold)))
    if format_ is Format.table:
        print_table(("figure", "value"), _rows(scores))
    else:
        print_json([scores], format_)
    run.tell()
    if floor is not None and scores.statements_half.f1 < floor:
        say(f"Statement F1 @0.5 is {scores.statements_half.f1:.3f}, below {floor:.3f}.")
        raise typer.Exit(1)


def _stored(path: Path) -> Iterator[Reading]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise MusnadError("M-005", f"{path}: {error.strerror}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decoded(line, f"{path}:{number}")


def _decoded(line: bytes, place: str) -> Reading:
    try:
        return msgspec.json.decode(line, type=Reading)
    except msgspec.DecodeError as error:
        raise MusnadError("M-016", f"{place}: {error}.") from error


def _rows(scores: "Scores") -> Iterable[tuple[str, str]]:
    yield "documents", str(scores.documents)
    yield "documents without a reading", str(scores.without_reading)
    yield "spans that are not the text", str(scores.broken_spans)
    found = {
        "statement @0.5": scores.statements_half,
        "statement @0.8": scores.statements_most,
        "complete statement": scores.complete,
    }
    for name, one in found.items():
        yield name, f"P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}"
    for name in ("speaker", "kind", "mode", "act", "relays"):
        rate = getattr(scores, name)
        yield name, "nothing to judge" if rate is None else f"{rate:.3f}"
