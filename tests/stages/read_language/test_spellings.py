"""Spellings of one person's name in an article; country and sector from post and name."""

import msgspec

from musnad.lexicons import load_lexicon
from musnad.model.records import Article, Entity, PageRef
from musnad.stages.read_language import read_language
from musnad.text.analysis import analyse

ARTICLE = Article(
    id="a1", text_sha256="0", source_id="s", url=None, outlet=None, title=None, subtitle=None,
    byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
    language="ar", part_of=None, text="", page=PageRef(sha256="0", encoding="utf-8"),
)  # fmt: skip
TWO_SPELLINGS = (
    "وصل الوزير الروسي سيرغي زاخينوف.\nوقال سيرجي زخينوف إن السفن عادت.\n"
    "ثم غادر الوزير سيرغي زاخينوف الميناء."
)


def people(text: str) -> list[Entity]:
    article = msgspec.structs.replace(ARTICLE, text=text)
    language = read_language(article, analyse(text), load_lexicon())
    return [entity for entity in language.entities if entity.type == "person"]


def test_two_spellings_are_one_person_under_the_frequent_one() -> None:
    (person,) = people(TWO_SPELLINGS)
    assert person.name == "سيرغي زاخينوف"
    assert "سيرجي زخينوف" in person.aliases


def test_names_that_look_alike_stay_two() -> None:
    assert len(people("وصل سليم الجبلي.\nوقال سالم الجبلي إن السفن عادت.")) == 2


def test_the_post_tells_country_and_sector() -> None:
    (person,) = people(TWO_SPELLINGS)
    assert (person.country, person.sector) == ("RU", "GOV")
    assert person.romanised == "Sergei Zakhinouf"
