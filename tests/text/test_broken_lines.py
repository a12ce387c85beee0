"""Which line ends stand inside of a sentence."""

import pytest

from musnad.text.analysis import analyse
from musnad.text.broken_lines import broken_lines

BROKEN = [
    ("أعلن مدير المرفأ أن\nالرصيف مغلق.", 1),
    ("وصلت السفينة إلى المرفأ\n، الذي فتح أمس.", 1),
    ("وصل مدير المرفأ\nسامر الحداد\n، الذي عين أمس.", 2),
    ("قالت الوكالة إن\nسفينة صيد\nمن مرسى غرقت.", 2),
    ("وصلت السفينة إلى الرصيف\nالذي فتح أمس.", 1),
    ("وصلت سفينة «\nالنورس\n» إلى الرصيف.", 2),
    ("وحول خطة المرفأ الجديدة،\nكشف المدير عن رصيف ثان.", 1),
    ("فتح المرفأ أمس.\nوعادت السفن.", 0),
    ("المرفأ يفتح أبوابه\nعادت السفن إلى الصفا أمس.", 0),
    ('«المرفأ مغلق اليوم "\nوأضاف المدير أن السفن عالقة', 0),
    ('قالت شركة "\nالنورس"\nإن المرفأ مغلق.', 2),
    ('قال المدير: "المرفأ مغلق "\nوأضاف أن السفن عالقة.', 0),
    ("غرقت السفن.\n- سفينة النورس\n- سفينة الساحل", 0),
    ("قال المدير «إن\nالمرفأ مغلق».", 1),
    ("وصل المدير حسن\nالمرفأ مغلق.", 0),
    ("أعلن المدير أن\n\nالمرفأ مغلق.", 0),
    ("أعلن المدير أن\n.", 1),
]


@pytest.mark.parametrize(("text", "count"), BROKEN)
def test_a_line_that_goes_on_below_is_broken(text: str, count: int) -> None:
    assert len(broken_lines(f"عنوان\n{text}")) == count


def test_a_headline_is_a_line_of_its_own() -> None:
    assert broken_lines("مدير المرفأ يعلن عن\nرصيف ثان") == []


def test_words_stand_beside_each_other_over_a_broken_line() -> None:
    tokens = analyse("عنوان\nأعلن أن\nالرصيف مغلق").tokens
    assert tokens.keys == ["عنوان", "\n", "اعلن", "ان", "الرصيف", "مغلق"]


def test_a_line_end_is_told_from_a_broken_one_and_from_the_end_of_the_text() -> None:
    analysis = analyse("إغلاق المرفأ\nأعلن المدير أن\nـ")
    text, tokens = analysis.text, analysis.tokens
    assert tokens.ends_line(text.index("\n"))
    assert not tokens.ends_line(text.rindex("\n"))
