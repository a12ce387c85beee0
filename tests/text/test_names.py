"""Names as they are shown."""

import pytest

from musnad.text.names import plain_words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("صحيفة 'الصفا'", ["صحيفة", "الصفا"]),
        ("صحيفة «الصفا» (خاص)", ["صحيفة", "الصفا", "خاص"]),
        ("سامي\u200f الصـ\u200cفدي", ["سامي", "الصفدي"]),
        ("سامي\u00a0الصفدي '", ["سامي", "الصفدي"]),
        ("نادر د'ارسيه", ["نادر", "د'ارسيه"]),
    ],
)
def test_a_name_has_no_marks_but_an_apostrophe(printed: str, words: list[str]) -> None:
    assert plain_words(printed) == words
