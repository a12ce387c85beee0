"""The reading is a public contract: its keys, its schema, its example."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
SCHEMA = json.loads((REFERENCE / "reading.schema.json").read_text("utf-8"))
KEYS = {
    "Reading": "schema article blocks dropped entities mentions times quantities statements events"
    " issues versions passages",
    "Article": "id text_sha256 source_id url outlet title subtitle byline section tags published"
    " dateline credits language part_of text page",
    "Outlet": "name entity",
    "Published": "value precision method reliable span reasons",
    "Dateline": "place agencies",
    "PageRef": "sha256 encoding map",
    "Block": "start end kind",
    "Dropped": "kind page_start page_end text rule",
    "Entity": "id type name name_en aliases wikidata country sector",
    "Mention": "id start end text type entity made_by",
    "Time": "id start end text value precision qualifier anchor status reason made_by",
    "Quantity": "id start end text value low high comparator unit role statement made_by",
    "Passage": "start end text id language dialect made_by",
    "Statement": "id cue source speaker relays chain content mode act medium addressee said"
    " polarity modality continues inside confidence made_by",
    "Cue": "start end text lemma",
    "Span": "start end text",
    "Speaker": "name kind entity aliases how members candidates",
    "Relay": "name entity span cue inherited_from",
    "Hop": "role name entity evidence gap",
    "Event": "id trigger type mode actor recipient place date status statement background"
    " quantities reason made_by",
    "Party": "name entity",
    "EventPlace": "name entity lat lon precision",
    "Issue": "code detail",
    "Versions": "musnad rules lexicons models",
}
"""Keys that programs of others rely on: add some, never take one away."""
LINKED = ("Article", "Entity", "Mention", "Time", "Quantity", "Statement", "Event")


def example() -> Any:
    page = (REFERENCE / "reading.md").read_text("utf-8")
    found = re.search(r"```json\n(.*?)\n```", page, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.mark.parametrize("record", KEYS)
def test_no_key_is_dropped_or_renamed(record: str) -> None:
    assert set(KEYS[record].split()) <= SCHEMA["$defs"][record]["properties"].keys()


@pytest.mark.parametrize("record", LINKED)
def test_every_record_that_can_be_linked_to_has_an_id(record: str) -> None:
    assert "id" in SCHEMA["$defs"][record]["required"]


def test_the_example_fits_the_schema() -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(example())


def test_the_schema_refuses_what_is_no_reading() -> None:
    broken = example() | {"statements": [{"id": 3}]}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(broken)


def test_the_example_shows_every_part_of_a_reading() -> None:
    reading = example()
    parts = KEYS["Reading"].split()
    assert not [name for name in parts if not reading[name] and name not in {"issues", "passages"}]
    relayed = [one for one in reading["statements"] if one["relays"]]
    assert {hop["role"] for one in relayed for hop in one["chain"]} >= {
        "outlet",
        "relay",
        "speaker",
    }


def test_every_reading_of_the_sample_fits_the_schema(encoded: tuple[bytes, ...]) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for one in encoded:
        validator.validate(json.loads(one))
