"""Words have the band of their count, in the shipped file and in one made here."""

import pytest

from musnad.trained.frequencies import pack_bands, unpack_bands, word_bands

COUNTS = {"مرسي": 1, "وزير": 2, "قال": 3, "في": 1000, "من": 1023, "علي": 1024}


@pytest.mark.parametrize(
    ("word", "band"), [("مرسي", 1), ("وزير", 2), ("قال", 2), ("من", 10), ("علي", 11), ("سفير", 0)]
)
def test_a_band_is_one_more_for_twice_as_often(word: str, band: int) -> None:
    assert unpack_bands(pack_bands(COUNTS)).band(word) == band


def test_the_same_counts_give_the_same_bytes_in_any_order() -> None:
    assert pack_bands(COUNTS) == pack_bands(dict(reversed(COUNTS.items())))


def test_the_shipped_bands_know_the_language() -> None:
    bands = word_bands()
    assert len(bands) > 100_000
    assert bands.band("في") > bands.band("يلتقي") > bands.band("زخقثظ") == 0
