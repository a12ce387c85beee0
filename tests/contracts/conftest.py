import sys
from pathlib import Path

import msgspec
import pytest

from musnad import read_all
from musnad.model.records import Reading

sys.path.insert(0, str(Path(__file__).parent))

from sample_pages import sample_pages


@pytest.fixture(scope="session")
def readings() -> tuple[Reading, ...]:
    """Gives the readings of all pages of the sample."""
    return tuple(
        reading
        for page, lexicon in sample_pages()
        for reading in read_all(page, lexicons=(lexicon,))
    )


@pytest.fixture(scope="session")
def encoded(readings: tuple[Reading, ...]) -> tuple[bytes, ...]:
    """Gives the same readings as JSON."""
    return tuple(msgspec.json.encode(reading) for reading in readings)
