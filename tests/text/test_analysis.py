"""One text with everything the stages share."""

import time

import pytest

from musnad.text.analysis import MARK, analyse


def test_the_parts_point_into_one_text() -> None:
    text = "أعلنت وكالة الساحل: «فُتح الميناءُ. نعم».\nوعاد العمال"
    analysis = analyse(text)
    assert analysis.text == text
    assert analysis.folded.text.startswith("اعلنت وكاله")
    assert analysis.tokens.keys[:3] == ["اعلنت", "وكاله", "الساحل"]
    assert [text[q.inner_start : q.inner_end] for q in analysis.quotes] == ["فُتح الميناءُ. نعم"]
    assert [text[a:b] for a, b in analysis.sentences] == text.split("\n")


def test_nothing_gives_an_empty_analysis() -> None:
    analysis = analyse("")
    assert (analysis.tokens.keys, analysis.quotes, analysis.sentences) == ([], (), ())


@pytest.mark.parametrize(
    "piece", [".", ".\u200f", ". ", "م. ", "(", "\u064b", "ب\u064b", "\ufefb", "'\n", "漢"]
)
def test_a_long_line_of_one_kind_takes_no_time(piece: str) -> None:
    start = time.process_time()
    analysis = analyse(piece * 5_000 + "@")
    assert time.process_time() - start < 2
    assert analysis.tokens.keys[-1] == "@"


@pytest.mark.parametrize(
    "text",
    ['قال "نعم" ثم سكت', "قال «نعم» ثم سكت", "قال “نعم” ثم سكت", "قال 'نعم' ثم سكت",
     "قال »نعم« ثم سكت"],
)  # fmt: skip
def test_the_marks_of_a_quotation_have_one_key_however_printed(text: str) -> None:
    assert analyse(text).tokens.keys == ["قال", MARK, "نعم", MARK, "ثم", "سكت"]


def test_a_mark_of_no_quotation_keeps_its_key() -> None:
    assert "'" in analyse("طوله 3' فقط").tokens.keys
