"""One text with everything the stages share."""

from musnad.text.analysis import analyse


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
