import pytest

from musnad.lexicons import load_lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, PageRef
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

MARSA = """
[[state]]
name = "مرسى"
name_en = "Marsa"
code = "XM"
capital = "الصفا"
demonym = "مرسوي"
"""
TEXT = (
    "قال وزير الموانئ المرسوي سامر الحداد إن الميناء مغلق.\n"
    "وأضاف الحداد أن وزارة الموانئ المرسوية تعمل في مرسى.\n"
    "وعاد الوزير إلى مكتبه، ثم نفت الوزارة الخبر."
)


def article(text: str) -> Article:
    return Article(
        id="a1", text_sha256="0", source_id="s", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
        language="ar", part_of=None, text=text, page=PageRef(sha256="0", encoding="utf-8"),
    )  # fmt: skip


def reading(text: str):
    return read_language(article(text), analyse(text), load_lexicon((MARSA,)))


def named(text: str, words: str) -> str:
    language = reading(text)
    names = {entity.id: entity.name for entity in language.entities}
    return next(names[mention.entity] for mention in language.mentions if mention.text == words)


def test_surname_and_post_lead_to_the_person():
    assert named(TEXT, "الحداد") == "سامر الحداد"
    assert named(TEXT, "الوزير") == "سامر الحداد"


def test_a_head_noun_repeats_the_last_body():
    assert named(TEXT, "الوزارة") == "وزارة الموانئ المرسوية"


TWO_PRESIDENTS = (
    "استقبل الرئيس المرسوي سامر الحداد المبعوث.\n"
    "وتلقى رسالة من الرئيس النخيلي نادر الجبلي.\n"
    "ولفت الرئيس الحداد إلى عودة السفن."
)
PAPER = (
    "تحدثت صحيفة «المنارة الكبرى» المرسوية عن فيديو جديد.\n"
    "وأشارت الصحيفة إلى عودة السفن، ثم نفت الصحيفة المرسوية الخبر."
)


def test_a_post_with_a_surname_is_the_person_named_so():
    assert named(TWO_PRESIDENTS, "الحداد") == "سامر الحداد"


def test_a_medium_is_repeated_by_its_noun_and_nation():
    assert named(PAPER, "الصحيفة") == named(PAPER, "الصحيفة المرسوية")
    assert "المنارة الكبرى" in named(PAPER, "الصحيفة")


def test_a_body_of_another_nation_is_another_body():
    text = PAPER + "\nونفت الصحيفة الروسية الخبر."
    assert named(text, "الصحيفة الروسية") == "الصحيفة الروسية"


def test_a_shortened_post_is_that_of_its_holder():
    text = (
        "قال سامر الحداد، وزير التربية والتعليم، إن المدارس عادت. وقال وزير التعليم إن العمل بدأ."
    )
    assert named(text, "وزير التعليم") == "سامر الحداد"


def test_the_post_after_an_unlisted_name_is_its_holder():
    text = "عاد زيلان مورفاي المدير الفني للميناء. وقال المدير الفني للميناء إن العمل بدأ."
    language = reading(text)
    names = {entity.id: entity.name for entity in language.entities}
    posts = [names[m.entity] for m in language.mentions if m.text.startswith("المدير")]
    assert posts == ["زيلان مورفاي", "زيلان مورفاي"]


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("عاد المهندس سامر الحداد أمين عام حزب الشراع. وقال أمين عام الحزب إن السفن عادت.",
         "أمين عام الحزب", "سامر الحداد"),
        ("وحضر نادر الجبلي، نجل وزير العدل. وقال وزير العدل إن السفن عادت.",
         "وزير العدل", "وزير العدل"),
        ("قال رئيس نادي الشراع سامر الحداد إن السفن عادت. وحضر رئيس نادي شراع الصفا نادر الجبلي. "
         "وقال رئيس نادي الشراع إن الميناء مغلق.", "رئيس نادي الشراع", "سامر الحداد"),
        ("استقبل الرئيس المرسوي، سامر الحداد، الرئيس الروسي أمس.", "الرئيس الروسي",
         "الرئيس الروسي"),
        ("وصف الرئيس الحداد رئيس الوزراء بالشجاع.", "رئيس الوزراء", "رئيس الوزراء"),
        ("استقبل سامر الحداد رئيس البنك المرسوي أمس.", "رئيس البنك المرسوي", "رئيس البنك المرسوي"),
        ("وحضر رئيس الوزراء السابق سامر الحداد. وقال رئيس الوزراء إن الميناء مغلق.",
         "رئيس الوزراء", "رئيس الوزراء"),
        ("عقد سامر الحداد جلسة مع نادر الجبلي، وزير الموانئ. وطالب الحداد، وزير الموانئ بالعودة.",
         "وزير الموانئ", "نادر الجبلي"),
    ],
)  # fmt: skip
def test_a_post_alone_is_that_of_its_holder_only(text, post, name):
    language = reading(text)
    names = {entity.id: entity.name for entity in language.entities}
    *_, last = (names[mention.entity] for mention in language.mentions if mention.text == post)
    assert last == name


def test_the_latter_is_the_person_named_last():
    text = "التقى الوزير سامر الحداد السفير نادر الجبلي، وقال الأخير إن السفن عادت."
    assert named(text, "الأخير") == "نادر الجبلي"


def test_entities_are_unique_and_mentions_in_order():
    language = reading(TEXT)
    ids = [entity.id for entity in language.entities]
    assert len(ids) == len(set(ids))
    assert {mention.entity for mention in language.mentions} == set(ids)
    for before, after in zip(language.mentions, language.mentions[1:], strict=False):
        assert before.end <= after.start
    for mention in language.mentions:
        assert TEXT[mention.start : mention.end] == mention.text


def test_a_state_brings_its_english_name_and_code():
    state = next(entity for entity in reading(TEXT).entities if entity.name == "مرسى")
    assert (state.name_en, state.country, state.type) == ("Marsa", "XM", "place")


def test_the_country_of_a_body_is_its_adjective():
    body = next(one for one in reading(TEXT).entities if one.type == "organisation")
    assert body.country == "XM"


def test_nothing_to_find():
    assert reading("مطر غزير.").entities == ()
    assert reading("").mentions == ()


def test_a_surname_after_a_title_is_known_again_alone():
    text = "وشكر النقابي القبطان المرساتي رجاله، ثم عاد المرساتي إلى الميناء."
    found = [m for m in reading(text).mentions if m.text == "المرساتي"]
    assert len({mention.entity for mention in found}) == 1
    assert len(found) == 2


def test_the_id_of_a_mention_is_made_of_article_and_place():
    assert all(
        mention.id == identity("mention", "a1", mention.start, mention.end)
        for mention in reading(TEXT).mentions
    )
