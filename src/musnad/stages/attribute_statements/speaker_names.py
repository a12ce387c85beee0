"""How a speaker is recorded: from an entity, a mention or a phrase."""

from collections.abc import Callable, Collection
from functools import lru_cache

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import (
    Entity,
    EntityType,
    How,
    Language,
    Mention,
    Speaker,
    SpeakerKind,
)
from musnad.stages.attribute_statements.listed import word_list
from musnad.text.memo import remembered
from musnad.text.name_keys import entity_id, first_word, folded_words
from musnad.text.names import plain_words
from musnad.text.phrase_records import PhraseReading
from musnad.text.phrases import PERSONS

KIND_OF_TYPE: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "place": "government",
    "group": "collective", "media": "media", "document": "document", "anonymous": "anonymous",
    "collective": "collective",
}  # fmt: skip
TYPE_OF_KIND: dict[SpeakerKind, EntityType] = {
    "person": "person", "organisation": "organisation", "government": "place", "media": "media",
    "anonymous": "anonymous", "collective": "collective", "document": "document",
}  # fmt: skip
REMEMBERED = 16_384
"""So many names are remembered at once."""
UNKNOWN = Speaker(name="", kind="unknown", entity=None, how="elided")


def speaker_of_entity(entity: Entity, how: How) -> Speaker:
    """Gives the speaker that an entity of the article is."""
    return Speaker(
        name=entity.name,
        kind=KIND_OF_TYPE[entity.type],
        entity=entity.id,
        aliases=entity.aliases,
        how=how,
    )


def speaker_of(phrase: PhraseReading, how: How) -> Speaker:
    """Gives the speaker that a phrase names by itself."""
    kind = TYPE_OF_KIND.get(phrase.kind)
    return Speaker(
        name=phrase.name,
        kind=phrase.kind,
        entity=entity_id(kind, phrase.name) if kind is not None else None,
        how=how,
        members=tuple(entity.id for entity in joint_entities(phrase)),
    )


def joint_entities(phrase: PhraseReading) -> list[Entity]:
    """Gives those who speak together, as entities of the article."""
    return [_entity_of(TYPE_OF_KIND[each.kind], each.name) for each in phrase.members]


def _entity_of(kind: EntityType, name: str) -> Entity:
    return Entity(id=entity_id(kind, name), type=kind, name=name)


def replace_how(speaker: Speaker, how: How) -> Speaker:
    """Gives the same speaker, found in another way."""
    return msgspec.structs.replace(speaker, how=how)


def with_printed(entity: Entity, mention: Mention) -> tuple[str, ...]:
    """Gives other names: first the one printed here, where it is spelt otherwise («لوفيجارو»)."""
    if mention.text == entity.name:
        return entity.aliases
    printed = " ".join(plain_words(mention.text))
    if set(folded_words(printed)) <= set(folded_words(entity.name)):
        return entity.aliases
    return (printed, *(alias for alias in entity.aliases if alias != printed))


def surnames(language: Language, lexicon: Lexicon) -> dict[str, Entity]:
    """Gives the persons of an article by the last word of their names, the first of each.

    A name that a post opens ends with no surname; «الصحة» and «إيران» are none.
    """
    found: dict[str, Entity] = {}
    surname_of = _surname_reader(lexicon)
    for entity in language.entities:
        surname = surname_of(entity.name) if entity.type == "person" else ""
        if surname:
            found.setdefault(surname, entity)
    return found


@lru_cache(maxsize=8)
def _surname_reader(lexicon: Lexicon) -> Callable[[str], str]:
    """Gives what tells the surname of a person's name, empty for a name without one."""

    def surname_of(name: str) -> str:
        words = folded_words(name)
        if len(words) < 2 or _is_noun(words[0], lexicon):
            return ""
        return words[-1] if _may_be_surname(words[-1], lexicon) else ""

    return remembered(REMEMBERED)(surname_of)


def _is_noun(key: str, lexicon: Lexicon) -> bool:
    word = lexicon.word(key)
    return word is not None and word.noun is not None and not word.given


def _may_be_surname(key: str, lexicon: Lexicon) -> bool:
    if key.startswith("ال"):
        return not _is_noun(key, lexicon)
    match = lexicon.match([key], 0)
    return match is None or all(entry.kind != "state" for entry in match.entries)


def entity_named(
    phrase: PhraseReading, entities: Collection[Entity], lexicon: Lexicon
) -> Entity | None:
    """Gives the first of the article whose full name holds the words: a person, else a body.

    A body or medium only for words that no lexicon knows («الإنقاذ» of «جبهة الإنقاذ»), or for
    an adjective («المالية» of «وزارة المالية»).
    """
    words = frozenset(folded_words(phrase.name))
    known = lexicon.word(phrase.head) is not None or lexicon.ordinary(phrase.head)
    unlisted = phrase.kind == "person" and not known
    field = phrase.kind == "organisation" and noun_classes(phrase.head, lexicon) <= {"demonym"}
    types = TYPES_NAMED.get("unknown" if unlisted else "body" if field else phrase.kind)
    if types is None or not words:
        return None
    named = (e for kind in types for e in entities if e.type == kind)
    return next((e for e in named if words < frozenset(folded_words(e.name))), None)


TYPES_NAMED: dict[str, tuple[EntityType, ...]] = {
    "person": ("person",), "body": ("organisation",),
    "unknown": ("person", "organisation", "media"),
}  # fmt: skip


def is_full_name(name: str, lexicon: Lexicon) -> bool:
    """Tells whether a person is called by a name of several words that no post opens."""
    words = folded_words(name)
    return len(words) > 1 and not _is_noun(words[0], lexicon)


def names_holder(phrase: PhraseReading, entity: Entity, lexicon: Lexicon) -> bool:
    """«رئيس الحكومة نادر الكتبي»: a name ends the words by which the article knows a post."""
    if entity.type != "person" or phrase.person_name_span is None or " " not in phrase.name:
        return False
    known, name = folded_words(entity.name), folded_words(phrase.name)
    return name[0] in known[1:] and _is_noun(known[0], lexicon)


def cuts_short(phrase: PhraseReading, entity: Entity, lexicon: Lexicon) -> bool:
    """«السفير نادر فتح الله», «مدير مركز "ألما"»: the article knows only how the name begins."""
    known, name = folded_words(entity.name), folded_words(phrase.name)
    more = name[len(known) : len(known) + 1]
    if entity.type != "person" or phrase.kind != "person" or name[: len(known)] != known:
        return False
    if not more or phrase.person_name_span is not None:
        return len(known) == 1 < len(name) <= LONGEST_CUT
    last = lexicon.word(known[-1])
    whole = last is None or last.noun is None or last.definite
    return more[0].startswith(GOING_ON) or not whole


LONGEST_CUT = 3
"""A name of more words is no cut one, but something else beside it."""
GOING_ON = ("في", "باسم", "لل")
"""How the name of a post goes on («المدير العام للموانئ»)."""


def first_of_two(entity: Entity, bearers: dict[str, Entity]) -> Entity:
    """«شكر الكتبي الراوي»: two surnames of others in a row are no name; the first is meant."""
    words = folded_words(entity.name)
    if entity.type != "person" or len(words) != 2:
        return entity
    first, second = (bearers.get(word, entity) for word in words)
    return first if first != second and entity not in (first, second) else entity


def is_described(reading: PhraseReading, gender: str | None) -> bool:
    """Tells whether a clause may describe somebody: «مسعف، قال إن»."""
    indefinite = not reading.definite and reading.kind in ("anonymous", "document")
    return indefinite and reading.gender == gender and reading.number == "sg"


def noun_classes(key: str, lexicon: Lexicon) -> frozenset[str]:
    """Gives the classes of a noun, of a demonym too; none of a name."""
    word = lexicon.word(key)
    if word is None or word.noun is None:
        return frozenset({"demonym"} if word is not None and word.demonym else ())
    return word.noun.classes


def is_bare_name(phrase: PhraseReading) -> bool:
    """«وأكد بوتين»: one word that is a name means whom it names, never whoever spoke last."""
    span = phrase.person_name_span
    return span is not None and span[1] - span[0] == 1 and not phrase.head.startswith("ال")


def is_part(phrase: PhraseReading) -> bool:
    """«إدارة مرفأ الصفا»: a part of a body speaks, not the whole that is named after it."""
    return phrase.kind == "organisation" and phrase.head in word_list("parts_of_bodies")


def is_known(
    speaker: Speaker, head: str | None, entities: Collection[Entity], lexicon: Lexicon
) -> bool:
    """«أظهرت الحفرية أن C»: a thing shows it; only who has a name or a known noun says it."""
    if speaker.kind != "person" or any(entity.id == speaker.entity for entity in entities):
        return speaker.kind != "unknown"
    return bool(noun_classes(head or "", lexicon))


def is_thing(speaker: Speaker, entities: Collection[Entity], lexicon: Lexicon) -> bool:
    """«ميناء الصفا: C»: plain words that head no person and that no name of the article holds."""
    head = first_word(speaker.name)
    named = any(entity.id == speaker.entity for entity in entities)
    if speaker.kind != "person" or named or not head:
        return False
    plain = _is_noun(head, lexicon) or any(map(lexicon.ordinary, (head, head.removeprefix("ال"))))
    return plain and not noun_classes(head, lexicon) & PERSONS
