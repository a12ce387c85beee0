"""Every code is used and tried, every rule that makes something is documented."""

import re
from pathlib import Path

import pytest

import musnad
from musnad.errors import ERRORS, ISSUES
from musnad.model.records import Reading

ROOT = Path(__file__).parents[2]
PACKAGE = Path(musnad.__file__).parent
DOCUMENTED = (ROOT / "docs" / "reference" / "rules.md").read_text("utf-8")
MADE = re.compile(r'"((?:clean|mentions|time|quantity|passage|attribute)\.[a-z]+(?:-[a-z]+)*)"')


def text_of(folder: Path, without: str) -> str:
    paths = (path for path in folder.rglob("*.py") if path.name != without)
    return "\n".join(path.read_text("utf-8") for path in paths)


@pytest.fixture(scope="module")
def source() -> str:
    return text_of(PACKAGE, "errors.py")


@pytest.fixture(scope="module")
def tests() -> str:
    return text_of(ROOT / "tests", "")


@pytest.mark.parametrize("code", [*ERRORS, *ISSUES])
def test_every_code_is_used_and_tried(code: str, source: str, tests: str) -> None:
    assert f'"{code}"' in source, "no part of the program gives it"
    assert code in tests, "no test waits for it"


def documented(rule: str) -> bool:
    return f"\n### {rule.removesuffix('-below')}\n" in DOCUMENTED


def test_every_rule_that_made_something_of_the_sample_is_documented(
    readings: tuple[Reading, ...],
) -> None:
    made = {
        record.made_by
        for reading in readings
        for records in (reading.mentions, reading.times, reading.quantities, reading.statements,
                        reading.events, reading.passages)
        for record in records
    }  # fmt: skip
    made |= {dropped.rule for reading in readings for dropped in reading.dropped}
    assert not sorted(rule for rule in made if not documented(rule))


def test_every_rule_named_in_the_code_is_documented(source: str) -> None:
    named = set(MADE.findall(source))
    assert len(named) > 50
    assert not sorted(rule for rule in named if not documented(rule))
