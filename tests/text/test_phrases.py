import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musnad.lexicons import load_lexicon
from musnad.text.analysis import analyse
from musnad.text.phrase_records import PhraseReading
from musnad.text.phrases import describe_phrase

MARSA = """
[[state]]
name = "مرسى"
code = "XM"
capital = "الصفا"
demonym = "مرسوي"
[[media]]
name = "وكالة الساحل للأنباء"
kind = "agency"
aliases = ["الساحل للأنباء"]
"""
LEXICON = load_lexicon((MARSA,))
WORDS = ["وزير", "الموانئ", "مصدر", "سامر", "على", "،", '"', "(", "الصفا", "بيان", "3", "لـ", "بن"]


def described(text: str) -> PhraseReading:
    analysis = analyse(text)
    return describe_phrase(analysis, 0, len(analysis.tokens.keys), LEXICON)


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("وزير الموانئ المرسوي سامر الحداد", "person", "سامر الحداد"),
        ("سامر الحداد، وزير الموانئ", "person", "سامر الحداد"),
        ("الدكتورة هدى النجار", "person", "هدى النجار"),
        ("المتحدث باسم الحكومة", "person", "المتحدث باسم الحكومة"),
        ("القيادي في حزب المرفأ نادر البحار", "person", "نادر البحار"),
        ("الرئيس الحداد", "person", "الحداد"),
        ("مصدر أمني مرسوي", "anonymous", "مصدر أمني مرسوي"),
        ("مصدرا أمنيا", "anonymous", "مصدر أمني"),
        ("«مرسى القوية»", "organisation", "مرسى القوية"),
        ("«مرسى»", "government", "مرسى"),
        ("«عالم جديد»", "organisation", "عالم جديد"),
        ("منظمة «بحر نظيف» المعنية بالبيئة", "organisation", "منظمة بحر نظيف"),
        ("الطرفين", "collective", "الطرفان"),
        ("مراسل الشؤون البحرية، سامر الحداد", "media", "سامر الحداد"),
        ("تقرير نشرته وكالة الساحل للأنباء", "media", "وكالة الساحل للأنباء"),
        ("وثيقة نشرتها وكالة الساحل للأنباء", "document", "وثيقة نشرتها وكالة الساحل للأنباء"),
        ('صحيفة "الساحل الآن"', "media", "صحيفة الساحل الآن"),
        ("صحيفة الساحل الآن", "media", "صحيفة الساحل"),
        ("شهود عيان", "anonymous", "شهود عيان"),
        ("مسؤولون", "anonymous", "مسؤولون"),
        ("مراقبين", "collective", "مراقبون"),
        ("عدد من السكان", "collective", "عدد من السكان"),
        ("40% من العمال", "collective", "40% من العمال"),
        ("وزارة الموانئ المرسوية", "organisation", "وزارة الموانئ المرسوية"),
        ("للوزارة", "organisation", "الوزارة"),
        ("بيان صادر عن وزارة الموانئ", "organisation", "وزارة الموانئ"),
        ("استطلاع للرأي", "document", "استطلاع للرأي"),
        ("استطلاع رأي مرسوي", "document", "استطلاع رأي مرسوي"),
        ("استطلاع للرأي أجراه مركز الأفق للدراسات", "organisation", "مركز الأفق للدراسات"),
        ("تقرير في صحيفة المنارة", "media", "صحيفة المنارة"),
        ("وثيقة في مقر الوزارة", "document", "وثيقة في مقر الوزارة"),
        ("إخطار من بلدية الصفا", "organisation", "بلدية الصفا"),
        ("الحكومة المرسوية", "government", "الحكومة المرسوية"),
        ("الصفا", "government", "مرسى"),
        ("وكالة الساحل للأنباء", "media", "وكالة الساحل للأنباء"),
        ("قناة «الأفق»", "media", "قناة الأفق"),
        ("مراسلنا", "media", "مراسلنا"),
        ("تقرير", "document", "تقرير"),
    ],
)
def test_what_a_source_phrase_stands_for(phrase, kind, name):
    reading = described(phrase)
    assert (reading.kind, reading.name) == (kind, name)


@pytest.mark.parametrize(
    "phrase", ["توصيف الحادث", "فيه", "أداء الفريق", "لكنه", "تعاون", "عشرون دقيقة"]
)
def test_a_common_word_is_nobody(phrase):
    assert described(phrase).kind == "unknown"


@pytest.mark.parametrize(
    ("phrase", "members"),
    [
        ("سامر الحداد ونادر الجبلي", ("سامر الحداد", "نادر الجبلي")),
        ("الوزير سامر الحداد والسفير نادر الجبلي", ("سامر الحداد", "نادر الجبلي")),
        ("سامر الحداد، والسفير نادر الجبلي", ("سامر الحداد", "نادر الجبلي")),
        ("نقابة البحارة وجمعية الصيادين", ("نقابة البحارة", "جمعية الصيادين")),
        ("النقابة والجمعية", ("النقابة", "الجمعية")),
        ("الأمم المتحدة والاتحاد الأفريقي", ("الأمم المتحدة", "الاتحاد الأفريقي")),
        ("وزير التربية والتعليم سامر الحداد", ()),
        ("سامر الحداد، رئيس النقابة", ()),
        ("وزارة التربية والتعليم", ()),
        ("اتحاد مصانع الشمال والجمعيات", ()),
        ("لجنة الموانئ والبلدية", ()),
        ("النقابة، هيئة المرفأ وجمعية الصيادين", ()),
    ],
)
def test_several_speak_jointly(phrase, members):
    reading = described(phrase)
    assert tuple(member.name for member in reading.members) == members
    assert not members or reading.name == " و".join(members)


def test_a_trailing_particle_is_no_part_of_a_name():
    assert described("الأمين على").name == "الأمين"


@pytest.mark.parametrize("phrase", ["الوزير", "المصدر", "الوزارة", "الحداد", "الوزير المرسوي"])
def test_a_phrase_that_needs_its_article(phrase):
    assert described(phrase).anaphoric


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [("وزيرة الموانئ", "f"), ("مصادر أمنية", "f"), ("الوزير", "m"), ("وزارة الموانئ", "f")],
)
def test_the_gender_is_that_of_the_verb(phrase, gender):
    assert described(phrase).gender == gender


def test_the_name_is_pointed_at():
    analysis = analyse("وزير الموانئ سامر الحداد")
    first, last = describe_phrase(analysis, 0, 4, LEXICON).person_name_span
    assert analysis.tokens.keys[first:last] == ["سامر", "الحداد"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=8))
def test_any_phrase_is_described(words):
    assert described(" ".join(words)).kind


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("حاكم ولاية بلاتو، زيلان مورفاي", "زيلان مورفاي"),
        ("قائد الأسطول السابق في مرسى، اللواء في الاحتياط، سامر الحداد", "سامر الحداد"),
        ("وزير الدفاع المرسوي، الفريق أول نادر الجبلي", "نادر الجبلي"),
        ('رئيس الوزراء "نادر الجبلي"', "نادر الجبلي"),
        ("النائب المرسوي «زيلان مورفاي»", "زيلان مورفاي"),
        ('رئيس شركة "زيلان مورفاي"', "رئيس شركة زيلان مورفاي"),
        ('متحدث باسم شركة "زيلان مورفاي"', "متحدث باسم شركة زيلان مورفاي"),
        ("مصدر مقرب من رئيس النقابة، نادر الجبلي", "مصدر مقرب من رئيس النقابة"),
        ("مسؤول في النقابة، نادر الجبلي", "نادر الجبلي"),
    ],
)
def test_the_name_beside_a_post(phrase, name):
    assert described(phrase).name == name


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("أحد المواقع", "media"),
        ("بعض الدراسات", "document"),
        ("أحد المصادر", "anonymous"),
        ("إحدى الصحفيات", "anonymous"),
        ("عدد من السكان", "collective"),
        ("أكثر وضوحا", "unknown"),
        ("أكثر من مسؤول", "collective"),
        ("مندوب البحرين الدائم", "person"),
        ("مندوبنا", "media"),
        ("المحتجزون", "collective"),
        ("التعاون", "unknown"),
    ],
)
def test_the_kind_of_what_is_counted_and_of_an_envoy(phrase, kind):
    assert described(phrase).kind == kind


def test_the_state_is_no_title():
    assert described("الدولة").kind == "government"
    assert described("دولة الرئيس").kind == "person"
