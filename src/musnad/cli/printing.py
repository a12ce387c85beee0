"""How data come out on stdout: tables for people, JSON for programs; nothing else goes there."""

import sys
from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

import msgspec
import typer

from musnad.cli.options import Format

_WIDE = 160


def print_json(records: Iterable[Any], format_: Format) -> int:
    """Prints one record a line, or all of them as one array; gives their number."""
    out = sys.stdout.buffer
    sys.stdout.flush()
    number = _print_lines(out, records) if format_ is Format.jsonl else _print_array(out, records)
    out.flush()
    return number


def _print_lines(out: BinaryIO, records: Iterable[Any]) -> int:
    number = 0
    for record in records:
        out.write(msgspec.json.encode(record) + b"\n")
        number += 1
    return number


def _print_array(out: BinaryIO, records: Iterable[Any]) -> int:
    number = 0
    for record in records:
        out.write(b",\n" if number else b"[\n")
        out.write(msgspec.json.format(msgspec.json.encode(record), indent=2))
        number += 1
    out.write(b"\n]\n" if number else b"[]\n")
    return number


def print_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Prints a table; nothing is shortened when stdout is not a terminal."""
    from rich.console import Console  # noqa: PLC0415 - slow to import
    from rich.table import Table  # noqa: PLC0415 - slow to import
    from rich.text import Text  # noqa: PLC0415 - slow to import

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else " ".join(str(cell).split())) for cell in row))
    console = Console(file=sys.stdout, highlight=False)
    Console(
        file=sys.stdout,
        highlight=False,
        width=console.width if console.is_terminal else max(console.width, _WIDE),
    ).print(table)


def counted(number: int, noun: str) -> str:
    """Gives the number with its noun, «1 page» or «2 pages»."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def say(message: str) -> None:
    """Prints a message for the user on stderr, apart from the data."""
    typer.echo(message, err=True)
