from musnad.lexicons import load_lexicon
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
