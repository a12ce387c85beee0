import pytest

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, PageRef, Quantity
from musnad.rules.cards import CodedRule, coded_rules
from musnad.stages.read_language.quantities import find_quantities
from musnad.stages.read_language.times import find_times
from musnad.stages.read_language.vocabulary import see
from musnad.text.analysis import analyse


def quantities_of(text: str) -> tuple[Quantity, ...]:
    article = Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
        language="ar", part_of=None, text=text, page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip
    analysis, lexicon = analyse(text), load_lexicon()
    seen = see(analysis, lexicon)
    return find_quantities(article, analysis, seen, find_times(article, analysis, seen))


COUNTS = [
    ("أسفر القصف عن مقتل 7 مدنيين", "7 مدنيين", 7, "=", "person", "killed"),
    ("وإصابة 20 آخرين", "20 آخرين", 20, "=", "person", "wounded"),
    ("أدى الانفجار إلى إصابة 5.", "5", 5, "=", "person", "wounded"),
    ("سقط ثلاثة شهداء في عين الياسمين", "ثلاثة شهداء", 3, "=", "person", "killed"),
    ("استشهد شهيدان في الصفا", "شهيدان", 2, "=", "person", "killed"),
    ("مقتل جنديين في رأس المنارة", "جنديين", 2, "=", "person", "killed"),
    ("اعتقلت الشرطة خمسة وعشرين متظاهرا", "خمسة وعشرين متظاهرا", 25, "=", "person", "arrested"),
    ("نزوح أكثر من 200 ألف شخص", "أكثر من 200 ألف شخص", 200_000, ">", "person", "displaced"),
    ("خطف 42 بحارا", "42 بحارا", 42, "=", "person", "kidnapped"),
    ("فقدان أربعة صيادين", "أربعة صيادين", 4, "=", "person", "missing"),
    ("حضر نحو 300 مواطن", "نحو 300 مواطن", 300, "~", "person", "other"),
    ("مقتل ما لا يقل عن 9 أشخاص", "ما لا يقل عن 9 أشخاص", 9, ">=", "person", "killed"),
    ("مقتل 9 أشخاص على الأقل", "9 أشخاص على الأقل", 9, ">=", "person", "killed"),
    ("ارتفعت حصيلة الشهداء إلى 34,454", "34,454", 34_454, "=", "person", "killed"),
    ("وارتفع عدد الجرحى إلى أكثر من 100.", "أكثر من 100", 100, ">", "person", "wounded"),
    ("مقتل العشرات في وادي الغار", "العشرات", None, "~", "person", "killed"),
    ("آلاف الضحايا تحت الركام", "آلاف الضحايا", None, "~", "person", "killed"),
    ("42 شخصا، معظمهم من النساء، خطفوا", "42 شخصا", 42, "=", "person", "kidnapped"),
    ("مقتل 3 من أفراد الطاقم", "3 من أفراد الطاقم", 3, "=", "person", "killed"),
    ("بنسبة 90% من الطلاب", "90%", 90, "=", "percent", "other"),
    ("بنسبة 12 في المئة", "12 في المئة", 12, "=", "percent", "other"),
    ("بقيمة 1.2 مليار جنيه مصري", "1.2 مليار جنيه مصري", 1_200_000_000, "=", "EGP", "other"),
    ("بقيمة 90 ألف ليرة لبنانية", "90 ألف ليرة لبنانية", 90_000, "=", "LBP", "other"),
    ("بقيمة 40 مليون دينار", "40 مليون دينار", 40_000_000, "=", "dinar", "other"),
    ("بقيمة $500", "$500", 500, "=", "USD", "other"),
    ("أصاب القصف 17 منشأة", "17 منشأة", 17, "=", "facility", "other"),
    ("أطلقت ست قذائف", "ست قذائف", 6, "=", "shell", "other"),
    ("لم يبق سوى خط واحد", "خط واحد", 1, "=", "line", "other"),
    ("وقتل في المعارك، منذ بدئها في الصفا، مئتا شخص", "مئتا شخص", 200, "=", "person", "killed"),
    ("وما زال 4 أشخاص في عداد المفقودين", "4 أشخاص", 4, "=", "person", "missing"),
    ("إن نازحين اثنين توفيا في المخيم", "نازحين اثنين", 2, "=", "person", "killed"),
    ("بلغ عدد النازحين في المخيم 350 شخصا", "350 شخصا", 350, "=", "person", "displaced"),
    ("الإفراج عن 27 محتجزا", "27 محتجزا", 27, "=", "person", "other"),
    ("بشرط إطلاق سراح 27 سجينا", "27 سجينا", 27, "=", "person", "arrested"),
    ("إصابة 500 شخص بالكوليرا", "500 شخص", 500, "=", "person", "other"),
    ("9 جنود يخضعون للعلاج", "9 جنود", 9, "=", "person", "wounded"),
    ("نزوح 300 عائلة", "300 عائلة", 300, "=", "family", "displaced"),
    ("مصرع أحد عشر بحارا", "أحد عشر بحارا", 11, "=", "person", "killed"),
    ("بنسبة 4ر13 بالمئة", "4ر13 بالمئة", 13.4, "=", "percent", "other"),
    ("نزوح 12.500 شخص", "12.500 شخص", 12_500, "=", "person", "displaced"),
    ("نزوح 12 500 شخص", "12 500 شخص", 12_500, "=", "person", "displaced"),
    ("بقيمة 3 دولارات و42 سنتا", "3 دولارات و42 سنتا", 3.42, "=", "USD", "other"),
    ("بقيمة 42 KWD", "42 KWD", 42, "=", "KWD", "other"),
    ("بقيمة 42 ج.م", "42 ج.م", 42, "=", "EGP", "other"),
    ("بقيمة 5 آلاف كرونة سويدية", "5 آلاف كرونة سويدية", 5_000, "=", "SEK", "other"),
    ("ضبط 2.5 كيلوغرام", "2.5 كيلوغرام", 2.5, "=", "kilogram", "other"),
    ("مساحتها 30 كيلومترا مربعا", "30 كيلومترا مربعا", 30, "=", "km2", "other"),
    ("ارتفعت 3 نقاط مئوية", "3 نقاط مئوية", 3, "=", "percentage point", "other"),
    ("حضر ثلاثة أرباع السكان", "ثلاثة أرباع السكان", 75, "=", "percent", "other"),
    ("بضعة جنود", "بضعة جنود", None, "~", "person", "other"),
    ("قتلت القوات تسعة أتراك", "تسعة أتراك", 9, "=", "person", "killed"),
    ("ضبط عشرة محرضين", "عشرة محرضين", 10, "=", "person", "arrested"),
    ("ضبط عشرة عناوين", "عشرة عناوين", 10, "=", "عناوين", "other"),
    ("بلغ 34 بين شهيد وجريح", "34", 34, "=", "person", "other"),
    ("مقتل وإصابة 30 شخصا", "30 شخصا", 30, "=", "person", "other"),
    ("لقي شخص مصرعه وأصيب 30.", "30", 30, "=", "person", "wounded"),
    ("إصابات بفيروس في صفوف 3 تلاميذ", "3 تلاميذ", 3, "=", "person", "other"),
    ("إجلاء 6 بحارة جنح مركبهم", "6 بحارة", 6, "=", "person", "other"),
    ("وفاة وإصابة 30 شخصا", "30 شخصا", 30, "=", "person", "other"),
    ("إصابة (5) أشخاص", "(5) أشخاص", 5, "=", "person", "wounded"),
    ("وأصيب فيها 5.", "5", 5, "=", "person", "wounded"),
    ("القبض على 12 من أنصاره", "12", 12, "=", "person", "arrested"),
    ("وثقت 3 حالات وفاة", "3 حالات وفاة", 3, "=", "person", "killed"),
    ("سقط عدد كبير من الجرحى", "عدد كبير من الجرحى", None, "~", "person", "wounded"),
    ("لجأ 20 ألف شخص إلى دول الجوار", "20 ألف شخص", 20_000, "=", "person", "displaced"),
    ("لجأ 20 ألف شخص إلى القضاء", "20 ألف شخص", 20_000, "=", "person", "other"),
    ("فقد يشهد 5 أشخاص الحفل", "5 أشخاص", 5, "=", "person", "other"),
    ("ينقذ حياة 5 أشخاص", "5 أشخاص", 5, "=", "person", "other"),
    ("قاطع أكثر من ثلثي الشعب", "أكثر من ثلثي الشعب", 66.67, ">", "percent", "other"),
]


@pytest.mark.parametrize(("text", "literal", "value", "comparator", "unit", "role"), COUNTS)
def test_count(
    text: str, literal: str, value: float | None, comparator: str, unit: str, role: str
) -> None:
    (count,) = quantities_of(text)
    assert (count.text, count.value, count.comparator) == (literal, value, comparator)
    assert (count.unit, count.role) == (unit, role)
    assert text[count.start : count.end] == count.text


CARDS = coded_rules()["quantities"]


@pytest.mark.parametrize("card", CARDS, ids=[card.id for card in CARDS])
def test_the_example_of_a_card_is_read_by_its_rule(card: CodedRule) -> None:
    assert [one.made_by for one in quantities_of(card.example.strip("«»"))] == [card.id]


NO_COUNTS = [
    "D9%84%D9",
    "المخرج فلان (1927-2010) مؤسس المهرجان",
    "قال: لست متأكدا",
    "بوصول الثلج إلى 91 سنتيمترا",
    "و89 أخرى",
    "ثورة 25 يناير",
    "وهو شاب سن 20 طالب",
    "تجمع العاملين في المصنع",
    "وهو من أسرة واحدة",
    "عمره 30 عاما",
    "مدفع عيار 23 مم",
    "على بعد 5 كيلومترات من الصفا",
    "حكم عليه بالسجن 3 سنوات",
    "انتهت المباراة 2-1",
    "سقطت شهيدة في الصفا",
    "المادة 12 من القانون",
    "في 7 مارس 2031",
    "وقع القرار رقم 1701",
    "كمية كبيرة من المواد",
    "بلغ عدد المصابين حدا كبيرا",
]


@pytest.mark.parametrize("text", NO_COUNTS)
def test_no_count(text: str) -> None:
    assert quantities_of(text) == ()


def test_two_roles_share_a_vague_word() -> None:
    found = quantities_of("وقع عشرات القتلى والجرحى")
    assert [(count.role, count.value) for count in found] == [("killed", None), ("wounded", None)]
    assert [count.text for count in found] == ["عشرات القتلى", "الجرحى"]
    assert len({count.id for count in found}) == 2


def test_two_verbs_share_a_vague_count() -> None:
    found = quantities_of("مقتل وإصابة العشرات")
    assert {(count.role, count.text) for count in found} == {
        ("killed", "العشرات"),
        ("wounded", "العشرات"),
    }


def test_a_toll_is_told_place_by_place() -> None:
    found = quantities_of("مقتل 20 شخصا، 12 في الصفا و8 في الغار")
    assert [(count.value, count.role) for count in found] == [
        (20, "killed"), (12, "killed"), (8, "killed"),
    ]  # fmt: skip


def test_a_group_that_takes_a_count_of_its_own_is_not_hurt() -> None:
    group, hurt = quantities_of("هاجم المدينة 32 رجلا قتل 29 منهم")
    assert (group.role, hurt.role, hurt.part_of) == ("other", "killed", group.id)


def test_the_first_bound_has_the_scale_of_the_second() -> None:
    (count,) = quantities_of("تحويل ما بين 200 إلى 250 مليون دولار")
    assert (count.low, count.high) == (200_000_000, 250_000_000)


def test_those_among_them_have_the_same_role() -> None:
    found = quantities_of("مقتل 5 أشخاص بينهم 3 أطفال")
    assert [(count.value, count.role) for count in found] == [(5, "killed"), (3, "killed")]


def test_a_part_knows_its_whole_and_who_is_counted() -> None:
    whole, children, women, others = quantities_of(
        "مقتل 12 شخصا بينهم 3 أطفال وامرأتان. وأصيب 5 من عناصر الشرطة"
    )
    assert [one.group for one in (whole, children, women, others)] == [
        None, "children", "women", "police",
    ]  # fmt: skip
    assert (whole.part_of, others.part_of) == (None, None)
    assert (children.part_of, women.part_of) == (whole.id, whole.id)


def test_what_a_noun_tells_is_not_shared() -> None:
    found = quantities_of("خلفت الحرب 3 قتلى و20 امرأة بلا مأوى")
    assert [one.role for one in found] == ["killed", "other"]


def test_a_verbal_noun_with_its_object_governs_no_other_count() -> None:
    (count,) = quantities_of("كافأ لدى ضبطهم ضابطا و25 شرطيا")
    assert (count.role, count.group) == ("other", "police")


def test_men_of_a_body_are_its_members() -> None:
    (count,) = quantities_of("مقتل 3 من رجال الشرطة")
    assert count.group == "police"


def test_a_list_after_a_colon_is_made_of_parts() -> None:
    whole, police, soldiers = quantities_of("وأصيب 19 شخصا: 12 شرطيا و7 جنود")
    assert [one.role for one in (whole, police, soldiers)] == ["wounded"] * 3
    assert (police.part_of, soldiers.part_of) == (whole.id, whole.id)


def test_some_of_them_are_a_part() -> None:
    whole, part = quantities_of("استقبل المستشفى 13 جريحا، وحالة اثنين منهم خطرة")
    assert (part.value, part.role, part.part_of) == (2, "wounded", whole.id)


def test_a_joined_count_has_the_role_of_the_one_before() -> None:
    found = quantities_of("مقتل 5 مدنيين و3 جنود وحضور 20 شخصا")
    assert [one.role for one in found] == ["killed", "killed", "other"]


def test_a_toll_goes_on_with_numbers_alone() -> None:
    found = quantities_of("كانت الحصيلة سبعة قتلى، وفي المساء تسعة، ثم استقرت عند أحد عشر.")
    assert [(one.value, one.role) for one in found] == [
        (7, "killed"),
        (9, "killed"),
        (11, "killed"),
    ]


def test_a_dual_with_the_article_goes_back_to_the_two_told_before() -> None:
    (found,) = quantities_of("عثر على جثتين. ونقلت الجثتان إلى الصفا")
    assert found.text == "جثتين"


def test_a_point_before_three_figures_may_part_thousands() -> None:
    (price,) = quantities_of("بسعر 5.900 دولارا")
    assert (price.value, price.low, price.high, price.comparator) == (None, 5.9, 5900, "~")


def test_bounds_of_a_comparison() -> None:
    (count,) = quantities_of("نزوح أكثر من 200 شخص")
    assert (count.low, count.high) == (201, None)


def test_range_has_bounds_and_no_value() -> None:
    (count,) = quantities_of("مقتل ما بين 10 و20 شخصا")
    assert (count.value, count.low, count.high, count.comparator) == (None, 10, 20, "~")


@pytest.mark.parametrize(
    "text",
    [
        "بقيت السفن الثلاث بلا وقود",
        "وصلت ثلاث بلا وقود",
        "أربع كانتا في الميناء",
        "والعشر منه للصيادين ثم عشر منه للميناء",
        "والسفينة 11 قدّمت طلبا",
        "ومنها 15 عليها أعلام مرسى",
        "ومنها 15 وصلتا أمس",
        "ومنها 15 أعلنت الشركة بيعها",
    ],
)
def test_a_particle_a_verb_and_a_pronoun_are_no_unit(text: str) -> None:
    assert [one.unit for one in quantities_of(text) if one.made_by == "quantity.object"] == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("فتحت السلطات معبرين", "crossing"),
        ("أقام الجيش 3 نقاط رصد", "point"),
        ("أقام الجيش 3 حواجز", "checkpoint"),
        ("أغلق الجيش 3 قواعد", "base"),
        ("بيعت 15 بيتا", "facility"),
        ("تلقت الشركة 200 طلب", "طلب"),
        ("تلقت الشركة 30 طلبا", "طلبا"),
        ("تلقت الشركة 30 تهديدا", "تهديدا"),
        ("وثقت الهيئة 15 عبّارات", "عبّارات"),
    ],
)
def test_the_unit_is_what_the_noun_says(text: str, unit: str) -> None:
    assert [one.unit for one in quantities_of(text)] == [unit]
