"""Faulty files of every kind are read to their end: pages and issues, nothing raised."""

from random import Random

import pytest
from fuzz import fuzz, mutated, read_faulty, seeds
from hypothesis import given, settings
from hypothesis import strategies as st

SEEDS = seeds()
EVERY = [data for kind in SEEDS.values() for data in kind]


@pytest.mark.parametrize("suffix", SEEDS)
def test_whole_files_of_every_kind_are_read(suffix):
    assert all(read_faulty(suffix, data) for data in SEEDS[suffix])


@given(st.randoms(use_true_random=False), st.sampled_from(sorted(SEEDS)))
@settings(max_examples=60, deadline=None)
def test_faulty_files_raise_nothing(chance, suffix):
    read_faulty(suffix, mutated(chance, chance.choice(SEEDS[suffix]), EVERY))


@given(st.binary(max_size=2000), st.sampled_from(sorted(SEEDS)))
@settings(max_examples=60, deadline=None)
def test_any_bytes_raise_nothing(data, suffix):
    read_faulty(suffix, data)


def test_fuzzing_keeps_what_fails(monkeypatch, capsys):
    kept = []
    monkeypatch.setattr("fuzz.read_faulty", None)
    failed = fuzz(Random(1), 0.01, lambda suffix, data: kept.append((suffix, data)))
    assert failed == len(kept) > 0 and f"{failed} failed" in capsys.readouterr().out
