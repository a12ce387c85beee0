import pytest

from musnad.fold import fold_view
from musnad.text.figures import read_figures
from musnad.text.tokens import find_tokens

FIGURES = [
    ("12 000", 12_000),
    ("1 234 567", 1_234_567),
    ("423 0000", 423),
    ("007 123", 7),
    ("12  000", 12),
    ("1.234.567", 1_234_567),
    ("1,234.5", 1234.5),
    ("1.234,5", 1234.5),
    ("12,5", 12.5),
    ("١٢٬٥٠٠", 12_500),
    ("۲٫۵", 2.5),
    ("4ر13", 13.4),
    ("800ر28", 28.8),
    ("10.20.30", 10),
    ("12, 500", 12),
]


@pytest.mark.parametrize(("text", "value"), FIGURES)
def test_figures_have_their_value(text: str, value: float) -> None:
    found = read_figures(find_tokens(fold_view(text)), 0)
    assert found is not None and found[0] == value


@pytest.mark.parametrize("text", ["9" * 19, "9" * 5000, "123 " * 7, "1." + "5" * 400])
def test_endless_figures_are_no_number(text: str) -> None:
    assert read_figures(find_tokens(fold_view(text)), 0) is None
