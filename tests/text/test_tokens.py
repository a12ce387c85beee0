"""What one token is."""

import pytest

from musnad.fold import fold_view
from musnad.text.tokens import Tokens, find_tokens


def _tokens(text: str) -> Tokens:
    return find_tokens(fold_view(text))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("وأعلنت الوكالة", ["واعلنت", "الوكاله"]),
        ("2031م", ["2031", "م"]),
        ("عام٢٠٣١", ["عام", "2031"]),
        ("1.5 و1,5", ["1", ".", "5", "و", "1", ",", "5"]),
        ("قال: «نعم»", ["قال", ":", "«", "نعم", "»"]),
        ("...؟", [".", ".", ".", "؟"]),
        ("سطر\r\nآخر", ["سطر", "\n", "اخر"]),
        ("سطر\n\nآخر", ["سطر", "\n", "\n", "اخر"]),
        ("أ_ب", ["ا", "_", "ب"]),
        ("الـSahel", ["الsahel"]),
        ("🌊مرسى", ["🌊", "مرسي"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_keys(text: str, keys: list[str]) -> None:
    assert _tokens(text).keys == keys


def test_offsets_are_printed_ones_with_the_marks() -> None:
    text = "قالَ\u200f محمّدٌ."
    tokens = _tokens(text)
    printed = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert printed == ["قالَ", "محمّدٌ", "."]
    assert len(tokens) == 3


def test_at_finds_the_first_token_that_ends_after_an_offset() -> None:
    tokens = _tokens("قال سامي.")
    assert [tokens.at(offset) for offset in (0, 2, 3, 4, 7, 8, 9)] == [0, 0, 1, 1, 1, 2, 3]
