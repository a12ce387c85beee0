"""The reference of the reading: its JSON Schema and one whole reading."""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from musnad import read
from musnad.model.records import Given, Reading, Received

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "examples" / "page.txt"
LEXICON = ROOT / "sample" / "lexicon.toml"
SCHEMA_URL = "https://json-schema.org/draft/2020-12/schema"
NO_HASH = "0" * 64


def reading_schema() -> str:
    """Gives the JSON Schema of a reading."""
    schema = {"$schema": SCHEMA_URL, "title": "Musnad reading"} | msgspec.json.schema(Reading)
    for record in schema["$defs"].values():  # Python 3.13 leaves no indentation in them
        record["description"] = cleandoc(record["description"])
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)


def example_reading() -> Reading:
    """Gives the reading of the example page; the hashes of rules and lexicons stand as zeros."""
    received = Received(data=PAGE.read_bytes(), name=PAGE.name, given=Given(source_id="example"))
    found = read(received, lexicons=(LEXICON.read_text("utf-8"),))
    versions = msgspec.structs.replace(found.versions, rules=NO_HASH, lexicons=NO_HASH)
    return msgspec.structs.replace(found, versions=versions)


def reading_page() -> str:
    """Gives the page about the reading."""
    decoded: Any = json.loads(msgspec.json.encode(example_reading()))
    whole = json.dumps(decoded, ensure_ascii=False, indent=1)
    tables = "\n\n".join(table for table in map(record_table, records()) if table)
    return "\n\n".join((
        "# The reading",
        "Here you learn what stands in a reading, so that you can use it in your own programs.",
        "A reading is everything that Musnad found in one article, as one JSON object:"
        " `musnad read --format jsonl` prints one a line, `musnad.read(page)` returns it, the"
        " workspace keeps it. Keys are added freely and never renamed or dropped"
        " ([JSON Schema](reading.schema.json)).",
        "- **Offsets** are code points, half open, into `article.text`:"
        " `text[start:end] == span.text`, always.\n"
        "- **Ids** are short hashes of identity, the same on every run.\n"
        "- **The text** is the page as decoded, NUL and lone surrogates removed, nothing else"
        " changed; of HTML it is the lines a reader sees. `article.page.map` leads back to the page"
        " as decoded, HTML with its tags: each row names two equal pieces.\n"
        "- **Unknown** is `null`, with a reason where there is one; nothing is guessed silently.",
        "## One page and its reading",
        f"The page ([page.txt](../examples/page.txt)), invented like all examples here:\n\n"
        f"```text\n{PAGE.read_text('utf-8').strip()}\n```",
        "Read with `sample/lexicon.toml`; the hashes that name the versions of rules and lexicons"
        f" stand as zeros here.\n\n```json\n{whole}\n```",
        "## Its records",
        tables,
    ))  # fmt: skip


def records() -> list[tuple[str, dict[str, Any]]]:
    """Gives the records that a reading is made of, by name, from the schema."""
    defined: dict[str, Any] = msgspec.json.schema(Reading)["$defs"]
    return sorted(defined.items())


def record_table(record: tuple[str, dict[str, Any]]) -> str:
    """Gives the name of a record, what it is and its keys with what they hold."""
    name, schema = record
    if "properties" not in schema:
        return ""
    rows = "\n".join(f"| `{key}` | {held(one)} |" for key, one in schema["properties"].items())
    about = cleandoc(schema.get("description", ""))
    return f"### {name}\n\n{about}\n\n| key | holds |\n|---|---|\n{rows}"


def held(schema: dict[str, Any]) -> str:
    """Gives what a key holds, in short."""
    if "$ref" in schema:
        return (
            f"a [{schema['$ref'].rsplit('/', 1)[1]}](#{schema['$ref'].rsplit('/', 1)[1].lower()})"
        )
    if "anyOf" in schema:
        return " or ".join(held(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") == "array" and "items" in schema and schema["items"] is not False:
        return f"a list of: {held(schema['items'])}"
    return str(schema.get("type", "anything"))
