"""The pages of the sample; run as a program it prints the hash of all of their readings."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from musnad import read_all
from musnad.fetch import receive
from musnad.model.records import Given, Received

SAMPLE = Path(__file__).parents[2] / "sample"


def sample_pages() -> Iterator[tuple[Received, str]]:
    """Gives each page with the lexicon of the sample."""
    lexicon = (SAMPLE / "lexicon.toml").read_text("utf-8")
    for one in receive([SAMPLE / "pages"], given=Given(), manifest=SAMPLE / "manifest.csv"):
        assert isinstance(one, Received), one
        yield one, lexicon


if __name__ == "__main__":
    digest = sha256()
    for page, names in sample_pages():
        for reading in read_all(page, lexicons=(names,)):
            digest.update(msgspec.json.encode(reading))
    print(digest.hexdigest())
