"""Every lexicon is written in plain letters, folds to its keys and repeats nothing."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import musnad
from musnad.fold import fold_key

ROOT = Path(musnad.__file__).parent
REPOSITORY = Path(__file__).parents[2]
DATA = sorted([*ROOT.rglob("*.toml"), *ROOT.rglob("*.tsv")])
SAMPLE = REPOSITORY / "sample" / "lexicon.toml"
NAMES = ("states", "media", "organisations", "groups", "regions")
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")
PERSIAN = re.compile("[\u06cc\u06a9\u06af\u067e\u0686\u0698]")
FLAGGED = {
    "furniture.toml": "it tells Persian pages by their letters",
    "passages.toml": "it tells other languages by their letters",
    "romanisation.toml": "it writes foreign sounds in Latin letters",
}
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def label(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", [*DATA, SAMPLE], ids=label)
def test_letters_are_plain(path: Path):
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf")
    kinds = (
        (PRESENTATION, INVISIBLE) if path.name in FLAGGED else (PRESENTATION, PERSIAN, INVISIBLE)
    )
    for kind in kinds:
        assert kind.search(text) is None, kind.pattern


def spellings(tables: dict) -> Iterator[tuple[str, str]]:
    for table, rows in tables.items():
        for row in rows:
            for name in (row.get("name") or row["title"], *row.get("aliases", ())):
                yield table, " ".join(fold_key(name).split())


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_once_in_its_table(name: str):
    keys = list(spellings(tomllib.loads((ROOT / "lexicons" / f"{name}.toml").read_text("utf-8"))))
    repeated = {key for key in keys if keys.count(key) > 1}
    assert repeated == set()


def test_the_sample_lexicon_repeats_nothing():
    keys = list(spellings(tomllib.loads(SAMPLE.read_text("utf-8"))))
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", ["given", "foreign", "links", "theophoric", "plain"])
def test_name_words_stand_once(table: str):
    words = tomllib.loads((ROOT / "lexicons" / "given_names.toml").read_text("utf-8"))[
        table
    ].split()
    keys = [fold_key(word) for word in words]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_a_place_stands_once_in_its_country():
    lines = (ROOT / "lexicons" / "places.tsv").read_text("utf-8").splitlines()[1:]
    seen: set[tuple[str, str]] = set()
    for line in lines:
        _, names, _, country, *_ = line.split("\t")
        for name in names.split("|"):
            key = (fold_key(name), country)
            assert key not in seen, line
            seen.add(key)
    assert len(lines) > 4000


def test_lookup_keys_are_folded():
    from musnad.lexicons import load_lexicon  # noqa: PLC0415 - read only by this test

    lexicon = load_lexicon()
    for entry in lexicon.all_entries():
        for name in (entry.name, *entry.aliases):
            assert entry in lexicon.entries(fold_key(name)), name
