import pytest

from musnad.text.pieces import SPECIAL, UNKNOWN, Pieces

LISTED = [
    *((special, 0.0) for special in SPECIAL),
    ("▁", -3.0), ("▁مي", -2.0), ("ناء", -2.0), ("▁ميناء", -5.0), ("م", -6.0), ("ي", -6.0),
]  # fmt: skip
NUMBER = {piece: number for number, (piece, _) in enumerate(LISTED)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("ميناء", ["▁مي", "ناء"]),
        ("مِيـناء", ["▁مي", "ناء"]),
        ("ﻣﻲ", ["▁مي"]),
        ("يم", ["▁", "ي", "م"]),
    ],
)
def test_the_likeliest_cut_is_given(word: str, expected: list[str]) -> None:
    assert Pieces(LISTED).of(word) == tuple(NUMBER[piece] for piece in expected)


def test_a_letter_that_no_piece_holds_is_unknown() -> None:
    assert Pieces(LISTED).of("يضم") == (NUMBER["▁"], NUMBER["ي"], UNKNOWN, NUMBER["م"])


def test_a_special_piece_is_never_found_in_a_text() -> None:
    assert Pieces([*LISTED, ("<", -1.0)]).of("<s>").count(UNKNOWN) == 2


def test_a_vocabulary_is_read_as_it_is_written() -> None:
    written = "\n".join(f"{piece}\t{score}" for piece, score in LISTED)
    assert Pieces.read(written).of("ميناء") == Pieces(LISTED).of("ميناء")
