"""The tables of docs/lexicons.md: what a lexicon file may hold."""

from pathlib import Path

from musnad.lexicons.form import TABLES, VALUES

PAGE = Path(__file__).parents[1] / "lexicons.md"
START, END = "<!-- tables -->\n", "<!-- /tables -->"


def lexicons_text() -> str:
    """Gives docs/lexicons.md with the tables between its marks as the program knows them."""
    before, _, rest = PAGE.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    return before + START + "\n\n".join(map(table_of, TABLES)) + "\n" + END + after


def table_of(name: str) -> str:
    """Gives the table of one kind of entry: its keys and what they hold."""
    rows = "\n".join(f"| `{key}` | {held(name, key)} |" for key in TABLES[name])
    return f"### [[{name}]]\n\n| key | holds |\n|---|---|\n{rows}"


def held(table: str, key: str) -> str:
    """Gives what a key holds: its kind, or the values that it may have."""
    values = VALUES.get((table, key))
    return " or ".join(f"`{value}`" for value in values) if values else TABLES[table][key]
