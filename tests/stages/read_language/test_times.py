"""Times of our own sentences, published on Wednesday 12 March 2031."""

import pytest
from msgspec import structs

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, PageRef, Published, Time
from musnad.rules.cards import CodedRule, coded_rules
from musnad.stages.read_language.times import find_times, time_issues
from musnad.text.analysis import analyse

PUBLISHED = "2031-03-12"


def article_of(text: str, published: str | None = PUBLISHED) -> Article:
    given = published and Published(value=published, precision="day", method="given", reliable=True)
    return Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), published=given or None, dateline=None, credits=(),
        language="ar", part_of=None, text=text, page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip


def times_of(text: str, published: str | None = PUBLISHED) -> tuple[Time, ...]:
    return find_times(article_of(text, published), analyse(text), load_lexicon())


TIMES = [
    # days counted from publication
    ("وصل الوفد اليوم إلى الصفا", "اليوم", "2031-03-12"),
    ("وصل الوفد أمس إلى الصفا", "أمس", "2031-03-11"),
    ("وأمس وصل الوفد", "أمس", "2031-03-11"),
    ("وصل الوفد أول من أمس", "أول من أمس", "2031-03-10"),
    ("يصل الوفد غدا", "غدا", "2031-03-13"),
    ("يصل الوفد يوم غدٍ الخميس", "يوم غدٍ الخميس", "2031-03-13"),
    ("يصل الوفد بعد غد", "بعد غد", "2031-03-14"),
    ("وصل الوفد مساء أمس الثلاثاء", "مساء أمس الثلاثاء", "2031-03-11"),
    ("وصل الوفد صباح اليوم الأربعاء", "صباح اليوم الأربعاء", "2031-03-12"),
    # weekdays
    ("وصل الوفد الأحد إلى الصفا", "الأحد", "2031-03-09"),
    ("وصل الوفد فجر الأربعاء", "فجر الأربعاء", "2031-03-12"),
    ("وسيصل الوفد الأحد إلى الصفا", "الأحد", "2031-03-16"),
    ("من المقرر أن يصل الوفد", None, None),
    ("عقد الاجتماع الأربعاء الماضي", "الأربعاء الماضي", "2031-03-05"),
    ("يعقد الاجتماع يوم الأربعاء المقبل", "يوم الأربعاء المقبل", "2031-03-19"),
    ("أما السبت القادم فعطلة", "السبت القادم", "2031-03-15"),
    # dates
    ("افتتح الميناء في 7 تشرين الأول/أكتوبر 2030", "7 تشرين الأول/أكتوبر 2030", "2030-10-07"),
    ("منذ نهاية سبتمبر أيلول 2025", "نهاية سبتمبر أيلول 2025", "2025-09"),
    ("قال اليوم الأربعاء (12 آذار 2031) إن", "اليوم الأربعاء (12 آذار 2031)", "2031-03-12"),
    ("في ٥ جانفي ٢٠٣٠ افتتح", "٥ جانفي ٢٠٣٠", "2030-01-05"),
    ("في 14 غشت 2030 افتتح", "14 غشت 2030", "2030-08-14"),
    ("هجوم الـ7 من أكتوبر", "الـ7 من أكتوبر", "2030-10-07"),
    ("في السابع من شباط الماضي", "السابع من شباط الماضي", "2031-02-07"),
    ("في الخامس والعشرين من يناير 2030", "الخامس والعشرين من يناير 2030", "2030-01-25"),
    ("سيفتتح الميناء في 15 أبريل", "15 أبريل", "2031-04-15"),
    ("في 20 ديسمبر المقبل", "20 ديسمبر المقبل", "2031-12-20"),
    ("في 7 آذار/مارس الجاري", "7 آذار/مارس الجاري", "2031-03-07"),
    ("في 18 من الشهر الجاري", "18 من الشهر الجاري", "2031-03-18"),
    ("بتاريخ 12/2/2031 صدر", "12/2/2031", "2031-02-12"),
    ("بتاريخ 2031-02-12 صدر", "2031-02-12", "2031-02-12"),
    ("افتتح في 1 رمضان 1452 هـ", "1 رمضان 1452 هـ", "2030-12-26"),
    ("من 3 إلى 5 آذار الجاري", "3 إلى 5 آذار الجاري", "2031-03-03/2031-03-05"),
    ("من 28 فبراير إلى 3 مارس 2030", "28 فبراير إلى 3 مارس 2030", "2030-02-28/2030-03-03"),
    ("الأحد من الأسبوع المقبل", "الأحد من الأسبوع المقبل", "2031-03-23"),
    # months, years, weeks, seasons
    ("في شباط/فبراير الماضي", "شباط/فبراير الماضي", "2031-02"),
    ("في نوفمبر الماضي افتتح", "نوفمبر الماضي", "2030-11"),
    ("في حزيران المقبل يفتتح", "حزيران المقبل", "2031-06"),
    ("في شهر كانون الأول من العام المنصرم", "شهر كانون الأول من العام المنصرم", "2030-12"),
    ("افتتح عام 2025", "عام 2025", "2025"),
    ("يستمر منذ 2025.", "2025", "2025"),
    ("في العام المقبل", "العام المقبل", "2032"),
    ("خلال عامي 2028 و2030", "عامي 2028 و2030", "2028/2030"),
    ("أواخر 2030", "أواخر 2030", "2030"),
    ("مع مطلع العام", "مطلع العام", "2031"),
    ("في الأسبوع الماضي", "الأسبوع الماضي", "2031-W10"),
    ("هذا الأسبوع", "هذا الأسبوع", "2031-W11"),
    ("الشهر المقبل", "الشهر المقبل", "2031-04"),
    ("في صيف 2030", "صيف 2030", "2030-06-01/2030-08-31"),
    ("في الربع الأول من 2030", "الربع الأول من 2030", "2030-01/2030-03"),
    # a place inside a month
    ("في الأسبوع الأول من أيار 2030", "الأسبوع الأول من أيار 2030", "2030-W19"),
    ("في الجمعة الأخيرة من أيار 2030", "الجمعة الأخيرة من أيار 2030", "2030-05-31"),
    ("في النصف الأول من أيار 2030", "النصف الأول من أيار 2030", "2030-05"),
    ("حتى موفى جانفي 2030", "موفى جانفي 2030", "2030-01"),
    ("في غرة ماي 2030 أضرب العمال", "غرة ماي 2030", "2030-05-01"),
    ("في الفاتح من نوفمبر 2030", "الفاتح من نوفمبر 2030", "2030-11-01"),
    # words for numbers
    ("في عام ألفين وخمسة وعشرين", "عام ألفين وخمسة وعشرين", "2025"),
    ("في خمسة وعشرين آذار 2030", "خمسة وعشرين آذار 2030", "2030-03-25"),
    ("منذ يوم 8 أوت 2030", "يوم 8 أوت 2030", "2030-08-08"),
    ("في 7 هانيبال 2009", "7 هانيبال 2009", "2009-08-07"),
    # counted
    ("منذ عامين ونصف", "منذ عامين ونصف", "2028-09"),
    ("منذ شهر ونصف الشهر", "منذ شهر ونصف الشهر", "2031-01"),
    ("منذ أسبوع ونصف", "منذ أسبوع ونصف", None),
    ("في السنوات الخمس الأخيرة من حكمه", "السنوات الخمس الأخيرة", None),
    ("خلال الثلاثة أشهر القادمة", "الثلاثة أشهر القادمة", "2031-03/2031-06"),
    ("منذ عامين", "منذ عامين", "2029"),
    ("قبل 3 أيام", "قبل 3 أيام", "2031-03-09"),
    ("وقبل ثلاثة أشهر", "قبل ثلاثة أشهر", "2030-12"),
    ("سيعود بعد أسبوعين", "بعد أسبوعين", "2031-W13"),
    ("خلال الأيام الثلاثة المقبلة", "الأيام الثلاثة المقبلة", "2031-03-12/2031-03-15"),
    ("خلال الساعات الـ24 الماضية", "الساعات الـ24 الماضية", "2031-03-11/2031-03-12"),
    # clock
    ("وصل السبت عند الساعة 12 ظهرا", "السبت عند الساعة 12 ظهرا", "2031-03-08T12:00"),
    (
        "عند الساعة 10:30 من صباح اليوم الأربعاء بتوقيت الصفا",
        "الساعة 10:30 من صباح اليوم الأربعاء بتوقيت الصفا",
        "2031-03-12T10:30",
    ),
    # said, but not to be placed
    ("قبل أيام", "قبل أيام", None),
    ("منذ أكثر من 3 أسابيع", "منذ أكثر من 3 أسابيع", None),
    ("خلال الأيام الماضية", "الأيام الماضية", None),
    ("في اليوم السادس للهدنة", "اليوم السادس للهدنة", None),
    ("قال «العالم كله اليوم يحتاج إلى هدنة»", "اليوم", None),
]


@pytest.mark.parametrize(("text", "literal", "value"), TIMES)
def test_time(text: str, literal: str | None, value: str | None) -> None:
    found = times_of(text)
    assert [(time.text, time.value) for time in found] == ([(literal, value)] if literal else [])
    assert all(text[time.start : time.end] == time.text for time in found)
    assert all(time.value or time.reason for time in found)


NO_TIMES = [
    "خرجت ثورة 25 يناير إلى الشوارع",
    "أدى المصلون صلاة الجمعة في الجامع",
    "نقلت صحيفة المصري اليوم الخبر",
    "بثه برنامج «الصفا اليوم» على الشاشة",
    "استمر القتال ثلاث ساعات",
    "اعتقل 2031 شخصا في الصفا",
    "وصل بعد أيام من نقله إلى الصفا",
    "عين النائب العام الحالي مساعدا له",
    "تزداد الأزمة يوما بعد يوم",
    "لليوم الـ24 على التوالي",
    "حاليا ومؤخرا وقريبا",
    "يضخ الخط 200 برميل في اليوم",
    "قال حزب «غد مرسى» إنه يرحب",
    "خرج المحتجون في ذكرى ثورة الخامس والعشرين من يناير",
    "لا مكان للجمود في عالم اليوم",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(text: str) -> None:
    assert times_of(text) == ()


@pytest.mark.parametrize("text", ["وصل اليوم الخميس", "الأحد", "الأسبوع الماضي", "7 أكتوبر"])
def test_without_publication_date_nothing_is_guessed(text: str) -> None:
    (time,) = times_of(text, None)
    assert (time.value, time.status) == (None, "unresolved")
    assert time.reason


def test_full_date_needs_no_publication() -> None:
    (time,) = times_of("في 22 تموز 2027", None)
    assert (time.value, time.anchor) == ("2027-07-22", "explicit")


def test_weekday_wins_over_day_word() -> None:
    (time,) = times_of("وصل الوفد اليوم الثلاثاء")
    assert (time.value, time.status) == ("2031-03-11", "ambiguous")


def test_weekday_against_date_is_an_issue() -> None:
    found = times_of("عقد الاجتماع الأحد 11 مارس 2031")
    assert [(time.value, time.status) for time in found] == [("2031-03-11", "ambiguous")]
    assert [issue.code for issue in time_issues(found)] == ["M-120"]


@pytest.mark.parametrize(
    ("text", "day", "anchor"),
    [
        ("قال الوزير أمس: «سنغادر الميناء كلنا غدا»", "2031-03-12", "said"),
        ("وأكد النائب يوم الأحد أن «السفن ستعود إلينا غدا»", "2031-03-10", "said"),
        ("قال الوزير اليوم: «سنغادر الميناء كلنا غدا»", "2031-03-13", "published"),
        ("أعلن الوزير الذي وصل أمس أن «المؤتمر سيبدأ حتما غدا»", "2031-03-13", "published"),
        ("قال الوزير أمس إنهم سيغادرون. «سنغادر الميناء كلنا غدا»", "2031-03-13", "published"),
    ],
)
def test_quoted_words_count_from_the_day_of_speaking(text: str, day: str, anchor: str) -> None:
    last = times_of(text)[-1]
    assert (last.text, last.value, last.anchor) == ("غدا", day, anchor)


@pytest.mark.parametrize(
    ("text", "zone", "offset"),
    [
        ("غدا الساعة 10:00 بتوقيت غرينتش", "UTC", "+00:00"),
        ("غدا الساعة 10:00 (بتوقيت مكة المكرمة)", "Asia/Riyadh", "+03:00"),
        ("غدا الساعة العاشرة صباحا بتوقيت دمشق", "Asia/Damascus", "+03:00"),
        ("عند الساعة 10:00 بتوقيت دمشق من يوم 3 آذار 2019", "Asia/Damascus", None),
        ("غدا الساعة 10:00 بالتوقيت المحلي", "local", None),
        ("غدا الساعة 10:00 GMT+3", "UTC", "+03:00"),
        ("غدا الساعة 10:00 بتوقيت القاهرة", "Africa/Cairo", None),
        ("غدا الساعة 10:00 بتوقيت الصفا", "بتوقيت الصفا", None),
        ("غدا الساعة 10:00", None, None),
    ],
)
def test_zone_of_an_hour(text: str, zone: str | None, offset: str | None) -> None:
    time = times_of(text)[-1]
    assert (time.zone, time.offset) == (zone, offset)
    assert time.value in {"2031-03-13T10:00", "2019-03-03T10:00"}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("تسعينيات القرن الماضي", "199X"),
        ("صيف 2030", "2030-22"),
        ("الربع الثالث من 2030", "2030-35"),
        ("منذ نحو عامين", "2029~"),
        ("نهاية سبتمبر 2030", "2030-09"),
        ("الأسبوع الماضي", None),
    ],
)
def test_edtf_says_what_iso_cannot(text: str, edtf: str | None) -> None:
    (time,) = times_of(text)
    assert time.edtf == edtf


def test_a_weekday_of_the_headline_is_that_of_the_body() -> None:
    text = "الأحد.. وقفة أمام الميناء\nسينظم العمال وقفة الأحد أمام الميناء"
    article = structs.replace(article_of(text), title=text.partition("\n")[0])
    found = find_times(article, analyse(text), load_lexicon())
    assert [time.value for time in found] == ["2031-03-16", "2031-03-16"]


def test_a_date_without_a_year_stands_beside_the_one_before() -> None:
    text = "الجولة الأولى: 2 ديسمبر. الجولة الثانية: 9 ديسمبر. الثالثة في 20 يوليو 2031. ثم 3 آب."
    assert [time.value for time in times_of(text)][-1] == "2031-08-03"


def test_part_is_a_qualifier() -> None:
    (time,) = times_of("بداية فبراير 2030")
    assert (time.value, time.qualifier) == ("2030-02", "start")


def test_impossible_date_has_no_value() -> None:
    (time,) = times_of("في 31 فبراير 2030")
    assert (time.value, time.status) == (None, "unresolved")


def test_span_keeps_marks_and_leaves_the_prefix() -> None:
    text = "وَأَمْسِ وَصَلَ"
    (time,) = times_of(text)
    assert time.text == "أَمْسِ"


@pytest.mark.parametrize("card", coded_rules()["times"], ids=lambda card: card.id)
def test_example_on_the_card(card: CodedRule) -> None:
    (time,) = times_of(f"وقع ذلك في {card.example.strip('«»')}.")
    assert time.made_by == card.id
