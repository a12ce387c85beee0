"""Same input, same version: same bytes out, in every process."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import msgspec
from sample_pages import sample_pages

from musnad import read_all

PROGRAM = Path(__file__).with_name("sample_pages.py")


def test_reading_twice_gives_the_same_bytes(encoded: tuple[bytes, ...]) -> None:
    again = [
        msgspec.json.encode(reading)
        for page, lexicon in sample_pages()
        for reading in read_all(page, lexicons=(lexicon,))
    ]
    assert again == list(encoded)


def test_another_process_with_other_hashes_gives_the_same_bytes(encoded: tuple[bytes, ...]) -> None:
    here = sha256(b"".join(encoded)).hexdigest()
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    ran = subprocess.run(
        [sys.executable, str(PROGRAM)], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == here
