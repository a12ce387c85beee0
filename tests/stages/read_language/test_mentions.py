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
        ("وقال د.بهاء الدين سروري إن الميناء مغلق", ("person", "بهاء الدين سروري")),
        ("وقال نجم الدين سروري إن الميناء مغلق", ("person", "نجم الدين سروري")),
        ("وقال مسؤول مرسوي لشبكة «الموج» إن الميناء مغلق", ("person", "مسؤول مرسوي")),
        ("قال الناطق باسم شركة «زانكو باور» إن السفن عادت", ("organisation", "شركة زانكو باور")),
        ("وصل عبدالرحمن النجار إلى الميناء", ("person", "عبد الرحمن النجار")),
        ("قال وزير الدفاع المرسوي جان-ايف لو برنان إن السفن عادت", ("person", "جان إيف لو برنان")),
        ("نفى المتحدث باسم المرفأ، ميخال زايكين، الخبر", ("person", "ميخال زايكين")),
        ("وصل الرئيس المرسوي، إلهام زرييف، أمس", ("person", "إلهام زرييف")),
        ("وقال محمد باقر زليباف إن السفن عادت", ("person", "محمد باقر زليباف")),
        ("وقال الأمين العام أحمد أبوالخيط إن السفن عادت", ("person", "أحمد أبو الخيط")),
        ("وقال زيلان مورفاي إن السفن عادت", ("person", "زيلان مورفاي")),
        ("عاد زيلان مورفاي المدير الفني للميناء", ("person", "زيلان مورفاي")),
        ("قال الرئيس المرسوي جو رادلان إن السفن عادت", ("person", "جو رادلان")),
        ("زار سامر الحداد ونادر الجبلي الميناء", ("person", "نادر الجبلي")),
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
        "كان على الفريق ليقول كلمته",
        "فإن القضية قديمة",
        "دخلت السفن بسرعة كبيرة وعودة البحارة قريبة",
    ],
)
def test_common_words_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "أكد وزير الموانئ وجود خلاف على الرصيف",
        "دعا المدير العام لبدء العمل",
        "قال الطبيب بأنه مستقر",
        "زار الوزير المدينة باستياء شديد",
    ],
)
def test_ordinary_words_after_a_post_are_no_name(text):
    assert all(name.split()[0] in text.split()[1] for kind, name in found(text) if kind == "person")


def test_a_medium_with_a_plain_name_needs_its_head():
    assert ("media", "العربية") in found("قالت قناة العربية إن السفن عادت") or (
        "media",
        "قناة العربية",
    ) in found("قالت قناة العربية إن السفن عادت")
    assert found("تعلم اللغة العربية") == []
