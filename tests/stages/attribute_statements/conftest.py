"""Statements of a short text, as the whole reading gives them."""

from collections.abc import Callable

import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Given, Reading, Received, Statement
from musnad.pipeline.read import read_page

PUBLISHED = "2031-05-06T10:00"


def read_text(text: str, outlet: str | None = "صدى مرسى") -> Reading:
    given = Given(title=text.partition("\n")[0], outlet=outlet, published=PUBLISHED)
    received = Received(data=text.encode(), name="page.txt", format="text", given=given)
    return read_page(received, load_lexicon())[0]


@pytest.fixture
def read() -> Callable[..., tuple[Statement, ...]]:
    """A headline is put before the text, so that its first line is body."""

    def statements(text: str, outlet: str | None = "صدى مرسى") -> tuple[Statement, ...]:
        return read_text(f"أخبار المرفأ اليوم\n{text}", outlet).statements

    return statements
