import pytest

from musnad.lexicons import load_lexicon
from musnad.stages.read_language.mentions import find_by_rules, find_mentions
from musnad.stages.read_language.mentions_scan import make_scan
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
    return [(each.type, each.name) for each in find_mentions(make_scan(analyse(text), LEXICON))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال وزير الموانئ المرسوي سامر الحداد إن الميناء مغلق", ("person", "سامر الحداد")),
        ("أكد الدكتور نادر الجبلي أن السفن عادت", ("person", "نادر الجبلي")),
        ("وشكر القبطان الجبلي رجاله", ("person", "الجبلي")),
        ("قالت هدى المرساتي، رئيسة النقابة، إن العمال عادوا", ("person", "هدى المرساتي")),
        ("ترأس وزير الموانئ د. نادر الجبلي الجلسة", ("person", "نادر الجبلي")),
        ("ترأس مدير المرفأ م/ نادر الجبلي الجلسة", ("person", "نادر الجبلي")),
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
        ("أكد الدكتور باسم عودة، وزير الموانئ، أن السفن عادت", ("person", "باسم عودة")),
        ("قال محافظ البنك المركزي الشاذلي العيّاري إن الدين كبير", ("person", "الشاذلي العياري")),
        ("وقال رئيس الهيئة النوري اللجمي إن السفن عادت", ("person", "النوري اللجمي")),
        ("وحضر نائب رئيس البلدية وسامر نادر الجبلي أمس", ("person", "سامر نادر الجبلي")),
        ("قال معلم الجغرافيا سليم البحّار إن الدروس عادت", ("person", "سليم البحار")),
        ("وقال مهندس السفن عماد الدفّاف إن الرصيف جاهز", ("person", "عماد الدفاف")),
        ("وأوضح مدير مستشفى الهلال باسم عوض أن الجرحى بخير", ("person", "باسم عوض")),
        ("وقالت مديرة مدرسة النور هدى السلمان إن الدروس عادت", ("person", "هدى السلمان")),
        ("وقال مدير عام شركة الكهرباء هاني السيد إن العطل أصلح", ("person", "هاني السيد")),
        ("وقال أمين عام حزب الشراع صالح الوزير إن الحزب باق", ("person", "صالح الوزير")),
        ("أبلغ مدير الميناء عادل الصياد الوزير بالحادث", ("person", "عادل الصياد")),
        ("وقال وزير الموانئ، السفير يوسف الجبلي، إن السفن عادت", ("person", "يوسف الجبلي")),
        ("سامر الحداد باكياً أمام الميناء", ("person", "سامر الحداد")),
        ("قالت لجنة العلاقات الخارجية إن السفن عادت", ("organisation", "لجنة العلاقات الخارجية")),
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


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("اتهم رئيس النقابة الحكومة بالتقصير", "رئيس النقابة"),
        ("زار قائد الشرطة المدينة", "قائد الشرطة"),
        ("وصل وزير الدولة للشؤون الخارجية", "وزير الدولة للشؤون الخارجية"),
        ("قال قائد الشرطة العميد", "قائد الشرطة العميد"),
    ],
)
def test_a_post_ends_before_a_definite_noun_that_does_not_describe_it(text, post):
    assert ("person", post) in found(text)


def test_a_medium_with_a_plain_name_needs_its_head():
    assert ("media", "العربية") in found("قالت قناة العربية إن السفن عادت") or (
        "media",
        "قناة العربية",
    ) in found("قالت قناة العربية إن السفن عادت")
    assert found("تعلم اللغة العربية") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("أمرت وزارة الموانئ للقيام بعملها", "وزارة الموانئ"),
        ("ألقت قوات الموانئ القبض عليه", "قوات الموانئ"),
        ("قال المجلس الأعلى للأمن القومي المرسوي ذلك", "المجلس الأعلى للأمن القومي المرسوي"),
        ("قال معهد زيلاند الدولي لأبحاث السفن ذلك", "معهد زيلاند الدولي لأبحاث السفن"),
        ("أعلنت وزارة الموانئ والسفن المرسوية ذلك", "وزارة الموانئ والسفن المرسوية"),
        ("اجتمع مجلس الوزراء أمس", "مجلس الوزراء"),
        ("أغلق مكتب شركة السفن المرسوية أمس", "شركة السفن المرسوية"),
        ("قالت وزارة الموانئ لقناة النورس ذلك", "وزارة الموانئ"),
        ("قال الناطق باسم الرئاسة لقناة النورس ذلك", "الرئاسة"),
        ("قالت الوزارة للتلفزيون الرسمي ذلك", "الوزارة"),
        ("قالت النقابة للصحفيين ذلك", "النقابة"),
        ("قالت الهيئة العامة للإذاعة ذلك", "الهيئة العامة للإذاعة"),
        ("قال الاتحاد العام للصحفيين ذلك", "الاتحاد العام للصحفيين"),
    ],
)
def test_a_body_ends_with_its_complement(text, body):
    assert ("organisation", body) in [(kind, name) for kind, name in by_rules(text)]


@pytest.mark.parametrize(
    "text",
    [
        "تدخل في الشؤون الداخلية للدول",
        "سلم جهازا جديدا أمس",
        "نشر قواته المسلحة أمس",
        "عقد الاجتماع برئاسة المستشار سامر الحداد",
    ],
)
def test_a_head_noun_is_not_always_a_body(text):
    assert "organisation" not in [kind for kind, _ in by_rules(text)]


def by_rules(text: str) -> list[tuple[str, str]]:
    scan = make_scan(analyse(text), LEXICON)
    return [(each.type, each.name) for each in find_by_rules(scan)]


def test_a_verb_with_wa_is_no_given_name():
    assert by_rules("ورد الجبلي على ذلك") == []
    assert ("person", "ورد الجبلي") in by_rules("قال الدكتور ورد الجبلي ذلك")


def test_what_is_said_of_a_person_is_no_part_of_the_name():
    assert ("person", "هدى المرساتي") in by_rules("كانت هدى المرساتي ملفوفة بغطاء")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلن مدير المرفأ نجاح عملية الإنقاذ", [("person", "مدير المرفأ")]),
        ("أكد وزير الموانئ عودة السفن", [("person", "وزير الموانئ")]),
        ("وصلت الدكتورة نجاح سالم", [("person", "نجاح سالم")]),
    ],
)
def test_what_somebody_announces_is_no_name(text, expected):
    assert found(text) == expected


def test_the_words_of_a_text_that_was_read_stay_with_it() -> None:
    analysis = analyse("عاد نادر وعاد سامر")
    scan = make_scan(analysis, LEXICON)
    assert analysis.known == scan.seen
    assert [word.key for word in analysis.known] == analysis.tokens.keys
    assert analysis.known[0] is not analysis.known[1]


def test_a_closing_quotation_mark_opens_no_name() -> None:
    assert found("قال إن «السفن عادت إلى الشرطة». وأضاف: «الميناء مغلق».") == [
        ("organisation", "الشرطة")
    ]
