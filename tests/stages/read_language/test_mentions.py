import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_mentions
from musnad.text.analysis import analyse

MARSA = """
[[state]]
name = "مرسى"
code = "XM"
capital = "الصفا"
demonym = "مرسوي"
[[media]]
name = "وكالة الساحل للأنباء"
kind = "agency"
"""
LEXICON = load_lexicon((MARSA,))


def found(text: str) -> list[tuple[str, str]]:
    return [(each.type, each.name) for each in find_mentions(analyse(text), LEXICON)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الموانئ المرسوي سامر الحداد إن الميناء مغلق", ("person", "سامر الحداد")),
        ("أكد الدكتور نادر الجبلي أن السفن عادت", ("person", "نادر الجبلي")),
        ("قالت هدى المرساتي، رئيسة النقابة، إن العمال عادوا", ("person", "هدى المرساتي")),
        ("وصل عبدالرحمن النجار إلى الميناء", ("person", "عبد الرحمن النجار")),
        ("أعلنت وزارة الموانئ المرسوية إغلاق الرصيف", ("organisation", "وزارة الموانئ المرسوية")),
        ("ذكرت قناة «الأفق» أن السفن عادت", ("media", "قناة الأفق")),
        ("نقلت وكالة الساحل للأنباء الخبر", ("media", "وكالة الساحل للأنباء")),
        ("وعادت السفن إلى مرسى أمس", ("place", "مرسى")),
        ("دخلت جماعة «النورس» المدينة", ("organisation", "جماعة النورس")),
        ("وصل المرسويون إلى الميناء", ("group", "المرسويون")),
    ],
)
def test_a_name_is_found(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "وعلى الرغم من المطر عادت السفن",
        "استمرت الأعمال حتى صباح اليوم",
        "هذه جمعة حزينة على الناس",
        "كان القرار صعبا",
    ],
)
def test_common_words_are_no_names(text):
    assert found(text) == []


def test_a_medium_with_a_plain_name_needs_its_head():
    assert ("media", "العربية") in found("قالت قناة العربية إن السفن عادت") or (
        "media",
        "قناة العربية",
    ) in found("قالت قناة العربية إن السفن عادت")
    assert found("تعلم اللغة العربية") == []
