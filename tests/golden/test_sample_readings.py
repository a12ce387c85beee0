"""Every reading of the sample points at its words and at records that it holds."""

from pathlib import Path

import pytest

from musnad import read_all
from musnad.model.verify import broken_spans

SAMPLE = Path(__file__).parents[2] / "sample"
PAGES = sorted((SAMPLE / "pages").iterdir())
LEXICONS = ((SAMPLE / "lexicon.toml").read_text("utf-8"),)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_reading_is_whole(page: Path) -> None:
    for reading in read_all(page, lexicons=LEXICONS):
        assert not broken_spans(reading)
        entities = {entity.id for entity in reading.entities}
        statements = {statement.id for statement in reading.statements}
        assert len(statements) == len(reading.statements)
        for statement in reading.statements:
            named = {statement.speaker.entity, *statement.speaker.members}
            named |= {hop.entity for hop in statement.chain}
            named |= {relay.entity for relay in statement.relays}
            assert named - {None} <= entities
            assert {statement.continues, statement.inside} - {None} <= statements
            assert statement.chain[0].role == "outlet"
            assert statement.chain[-1].role == "speaker"
        assert {mention.entity for mention in reading.mentions} <= entities
