"""Who is meant: a source phrase, a pronoun or nothing at all resolved over the article."""

import msgspec
from msgspec import Struct

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import (
    Entity,
    EntityType,
    How,
    Language,
    Mention,
    Span,
    Speaker,
    SpeakerKind,
)
from musnad.model.spans import make_span
from musnad.stages.attribute_statements.discourse import Discourse, Turn
from musnad.stages.attribute_statements.frames import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.subjects import is_subject, reports_clause
from musnad.stages.attribute_statements.words import ADDRESSING, function_classes, word_list
from musnad.text.name_keys import entity_id
from musnad.text.phrases import PhraseReading, describe_phrase

KIND_OF_TYPE: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "place": "government",
    "group": "collective", "media": "media", "document": "document", "anonymous": "anonymous",
    "collective": "collective",
}  # fmt: skip
TYPE_OF_KIND: dict[SpeakerKind, EntityType] = {
    "person": "person", "organisation": "organisation", "government": "place", "media": "media",
    "anonymous": "anonymous", "collective": "collective", "document": "document",
}  # fmt: skip
SPEAKING = frozenset({"person", "organisation", "media", "anonymous", "collective", "document"})
ISSUERS = frozenset({"person", "organisation", "government", "collective"})
CALLINGS, ANYBODY = frozenset({"title", "role"}), frozenset({"office", "anonymous"})
PERSONS = CALLINGS | ANYBODY
"""Classes of nouns that say what somebody is by trade, and of those that may mean anybody."""
MIN_CLAUSE = 3
"""So many tokens of a sentence must stand before a cue for it to have a clause before it."""
SUBJECT_WITHIN = 8
"""The subject of a sentence is looked for in so many of its first tokens."""
UNKNOWN = Speaker(name="", kind="unknown", entity=None, how="elided")


def _conflict(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


class Resolved(Struct, frozen=True):
    """A speaker with the agreement and head noun by which later cues may mean it.

    `evidence` is where somebody was named who is not named here; `refused` says that the words
    after the cue name no source: its speaker is elided.
    """

    speaker: Speaker
    gender: str | None
    number: str | None
    head: str | None
    continues: Turn | None = None
    refused: bool = False
    is_state: bool = True
    evidence: Span | None = None


class Resolver:
    """Resolves the sources of one article, in the order of their cues."""

    def __init__(self, sequence: Sequence, language: Language, lexicon: Lexicon) -> None:
        self._sequence = sequence
        self._lexicon = lexicon
        self._mentions = language.mentions
        self._entities = {entity.id: entity for entity in language.entities}
        self.discourse = Discourse()
        self.joint: dict[str, Entity] = {}

    def resolve(self, frame: Frame) -> Resolved | None:
        """Gives the speaker of a frame; None when a noun is its content and nobody can be meant."""
        if frame.source is None:
            return self._elided(frame)
        phrase = self.read(frame.source)
        nobody = self._names_nobody(frame.source, phrase)
        if nobody and is_subject(self._sequence, frame, frame.source, self._lexicon):
            return self._unlisted(frame, frame.source, phrase)
        if nobody or self._is_addressed(frame, phrase):
            elided = self._elided(frame)
            if elided is not None and elided.speaker.kind != "unknown":
                return msgspec.structs.replace(elided, refused=True)
        return self._from_phrase(frame, frame.source, phrase)

    def _unlisted(self, frame: Frame, source: Range, phrase: PhraseReading) -> Resolved | None:
        """«وأضاف الرياحي أن C»: part of a name before, else itself; a thing only has an object."""
        if not reports_clause(self._sequence, frame):
            return None
        entity = self._entity_named(phrase)
        if entity is None:
            return self._from_phrase(frame, source, phrase)
        gender = _agreement(frame)[0]
        return Resolved(_speaker_of_entity(entity, "nominal"), gender, "sg", phrase.head)

    def read(self, source: Range) -> PhraseReading:
        """Gives what the words of a source phrase say about who it is; keeps joint speakers."""
        phrase = describe_phrase(self._sequence.analysis, *source, self._lexicon)
        for name in phrase.members:
            entity = Entity(id=entity_id("person", name), type="person", name=name)
            self.joint.setdefault(entity.id, entity)
        return phrase

    def _names_nobody(self, source: Range, phrase: PhraseReading) -> bool:
        """An ordinary word that heads no source («لكنه», «تعاون») is none."""
        first = self._sequence.tokens.keys[source[0]]
        return phrase.kind == "unknown" and self._lexicon.ordinary(first)

    def _is_addressed(self, frame: Frame, phrase: PhraseReading) -> bool:
        """«وطالبت الحكومة» after a woman spoke: the body after a verb of demand may be addressed.

        It is when somebody who agrees with the verb has spoken, in the same sentence or where
        the body itself does not agree.
        """
        if frame.verb is None or not frame.verb.frames & ADDRESSING or frame.subject is not None:
            return False
        gender, number = _agreement(frame)
        turn = self.discourse.latest(gender, number)
        if turn is None:
            return False
        start = self._sequence.start(self._sequence.sentence_start(frame.cue[0]))
        same_sentence = turn.offset >= start and turn.gender == gender is not None
        return same_sentence or _conflict(phrase.gender, gender)

    def _from_phrase(self, frame: Frame, source: Range, phrase: PhraseReading) -> Resolved:
        gender = self._source_gender(frame) or phrase.gender
        mention = self._mention_in(source, phrase)
        if mention is not None and not (phrase.anaphoric and self._is_bare(mention, phrase)):
            speaker = self._from_mention(mention, phrase)
            is_state = phrase.entry is None or phrase.entry.stands_for is not None
            return Resolved(speaker, gender, phrase.number, phrase.head, is_state=is_state)
        if phrase.anaphoric:
            agreeing = msgspec.structs.replace(phrase, gender=gender)
            found = self._referred(agreeing, self._sequence.start(source[0]))
            if found is not None:
                return msgspec.structs.replace(found, gender=gender or found.gender)
        speaker = _speaker_of(phrase, "nominal" if phrase.anaphoric else "named")
        is_state = phrase.entry is None or phrase.entry.stands_for is not None
        return Resolved(speaker, gender, phrase.number, phrase.head, is_state=is_state)

    def _source_gender(self, frame: Frame) -> str | None:
        """Gives the gender by the verb, by «قولها» where «نقلت R عن S» agrees with the carrier."""
        if frame.carry is None and frame.relay is None:
            return _agreement(frame)[0]
        told = self._sequence.tokens.keys[frame.cue[1] : frame.content]
        owned = next((key for key in told if "qawl" in function_classes(key)), "")
        return "f" if owned.endswith("ها") else "m" if owned.endswith("ه") else None

    def _referred(self, phrase: PhraseReading, start: int) -> Resolved | None:
        """Gives whom «الخطيب», «الوزير» or «الصحيفة» means: by name, by head noun, by kind."""
        entity = self._entity_named(phrase)
        if entity is not None:
            return Resolved(_speaker_of_entity(entity, "nominal"), None, "sg", phrase.head)
        turn = self.discourse.named(phrase.name) or self._issuer(phrase, start)
        if turn is not None and phrase.kind == "document":
            speaker = replace_how(turn.speaker, "nominal")
            return Resolved(speaker, turn.gender, turn.number, phrase.head, turn)
        if turn is None and not _is_bare_name(phrase):
            turn = self.discourse.by_head(phrase.head) or self._unnamed(phrase)
        if turn is not None and turn.speaker.kind in (phrase.kind, "person", "anonymous"):
            speaker = replace_how(turn.speaker, "nominal")
            return Resolved(speaker, turn.gender, turn.number, phrase.head, turn)
        before = [m for m in self._mentions if m.end <= start and m.type == phrase.kind == "media"]
        if before:
            entity = self._entities[before[-1].entity]
            return Resolved(_speaker_of_entity(entity, "nominal"), None, "sg", phrase.head)
        return None

    def _unnamed(self, phrase: PhraseReading) -> Turn | None:
        """«المسؤول» is whoever has spoken; a «القبطان» only one who is called nothing else."""
        classes = self._classes(phrase.head)
        turn = self.discourse.by_kind(phrase.kind, phrase.gender)
        if turn is None or not classes:
            return None
        anybody = classes & ANYBODY or not classes & CALLINGS
        return turn if anybody or not self._is_called(turn.speaker) else None

    def _is_called(self, speaker: Speaker) -> bool:
        """Tells whether a noun has said what somebody is, before a name or in its place."""
        heads = {turn.head for turn in self.discourse.turns if turn.speaker.name == speaker.name}
        heads.add(fold_key(speaker.name).partition(" ")[0])
        return any(self._classes(head) & PERSONS for head in heads if head)

    def _classes(self, key: str) -> frozenset[str]:
        """Gives the classes of a noun, of a demonym too; none of a name."""
        word = self._lexicon.word(key)
        if word is None or word.noun is None:
            return frozenset({"demonym"} if word is not None and word.demonym else ())
        return word.noun.classes

    def _issuer(self, phrase: PhraseReading, start: int) -> Turn | None:
        """«وشدد البيان» after «أكد S في بيان»: who spoke in the sentence that named it first."""
        if phrase.kind != "document" or phrase.head not in word_list("issued"):
            return None
        tokens = self._sequence.tokens
        named = {phrase.head.removeprefix("ال") + owner for owner in ("", "ه", "ها", "هم", "ا")}
        first = next((at for at, key in enumerate(tokens.keys) if key in named), None)
        if first is None or tokens.starts[first] >= start:
            return None
        sentence = self._sequence.start(self._sequence.sentence_start(first))
        spoken = (t for t in self.discourse.turns if t.speaker.kind in ISSUERS)
        return next((t for t in reversed(list(spoken)) if sentence <= t.offset < start), None)

    def _entity_named(self, phrase: PhraseReading) -> Entity | None:
        """Gives the first of the article whose full name holds the words: a person, or a body.

        A body only for words that no lexicon knows («الإنقاذ» of «جبهة الإنقاذ»).
        """
        words = frozenset(fold_key(phrase.name).split())
        types = {"person": ("person",), "unknown": ("person", "organisation")}.get(phrase.kind)
        if types is None or not words:
            return None
        named = (e for kind in types for e in self._entities.values() if e.type == kind)
        return next((e for e in named if words < frozenset(fold_key(e.name).split())), None)

    def _is_bare(self, mention: Mention, phrase: PhraseReading) -> bool:
        """A mention that only repeats the anaphoric words («المصدر») names nobody."""
        return self._entities[mention.entity].name in (phrase.name, mention.text)

    def _mention_in(self, source: Range, phrase: PhraseReading) -> Mention | None:
        """Gives the mention that names the source: over its personal name, if it has one."""
        within = phrase.person_name_span or source
        start, end = self._sequence.start(within[0]), self._sequence.end(within[1])
        inside = [m for m in self._mentions if m.start < end and m.end > start]
        wanted = TYPE_OF_KIND.get(phrase.kind)
        return next((m for m in inside if m.type == wanted), None)

    def _from_mention(self, mention: Mention, phrase: PhraseReading) -> Speaker:
        if phrase.members:
            return _speaker_of(phrase, "named")
        entity = self._entities[mention.entity]
        if phrase.kind == "government" and phrase.name != entity.name:
            return msgspec.structs.replace(_speaker_of(phrase, "named"), aliases=(entity.name,))
        return Speaker(
            name=entity.name,
            kind=phrase.kind,
            entity=entity.id,
            aliases=entity.aliases,
            how="nominal" if phrase.anaphoric else "named",
        )

    def _elided(self, frame: Frame) -> Resolved | None:
        gender, number = _agreement(frame)
        described = self._antecedent(frame.cue[0], gender)
        if described is not None:
            return described
        turn = self.discourse.latest(gender, number)
        subject = self._clause_subject(frame, turn)
        if subject is not None:
            return subject
        if turn is not None:
            speaker = replace_how(turn.speaker, "elided")
            gender = turn.gender or gender
            return Resolved(speaker, gender, turn.number, turn.head, turn, evidence=turn.evidence)
        return self._subject_before(frame, gender)

    def _antecedent(self, cue: int, gender: str | None) -> Resolved | None:
        """«الناطق، الذي قال إن C»: who stands before the relative pronoun, if the verb agrees."""
        keys = self._sequence.tokens.keys
        pronoun = keys[cue - 1] if cue else ""
        if pronoun not in word_list("relatives") or (pronoun[-2:] == "تي") != (gender == "f"):
            return None
        end = cue - 2 if keys[cue - 2] in "،," else cue - 1
        if end < 1:
            return None
        last = self._sequence.end(end)
        named = (m for m in self._mentions if m.end == last and m.type in SPEAKING)
        mention = next(named, None)
        if mention is not None:
            return self._elided_mention(mention, gender)
        phrase = self._sequence.phrase_before(end, self._lexicon)
        if phrase is None:
            return None
        reading = self.read(phrase)
        return Resolved(_speaker_of(reading, "elided"), gender, reading.number, reading.head)

    def _clause_subject(self, frame: Frame, turn: Turn | None) -> Resolved | None:
        """«ودافع الناطق عن القرار، وقال…»: the subject of the sentence, when it has not spoken."""
        first = self._sequence.sentence_start(frame.cue[0])
        start, cue = self._sequence.start(first), self._sequence.start(frame.cue[0])
        if frame.cue[0] - first < MIN_CLAUSE or (turn is not None and turn.offset >= start):
            return None
        limit = self._sequence.start(min(first + SUBJECT_WITHIN, frame.cue[0]))
        named = (m for m in self._mentions if start <= m.start < limit and m.end <= cue)
        mention = next((m for m in named if m.type in SPEAKING), None)
        if mention is None or not self._is_subject(first, mention.start):
            return None
        return self._elided_mention(mention, _agreement(frame)[0])

    def _elided_mention(self, mention: Mention, gender: str | None) -> Resolved:
        speaker = _speaker_of_entity(self._entities[mention.entity], "elided")
        span = make_span(self._sequence.text, mention.start, mention.end)
        return Resolved(speaker, gender, None, None, evidence=span)

    def _is_subject(self, first: int, start: int) -> bool:
        """The subject follows its verb at once, with at most its own title between."""
        return self._sequence.is_subject_position(first, self._sequence.tokens.at(start))

    def _subject_before(self, frame: Frame, gender: str | None) -> Resolved | None:
        """Nobody has spoken yet: the subject of the sentence, else the last one named, is meant."""
        first = self._sequence.sentence_start(frame.cue[0])
        start = self._sequence.start(frame.cue[0])
        named = [m for m in self._mentions if m.end <= start and m.type in SPEAKING]
        here = [m for m in named if m.start >= self._sequence.start(first)]
        if here:
            return self._elided_mention(here[0], gender)
        phrase = self._sequence.first_phrase(first, frame.cue[0], self._lexicon)
        if phrase is not None:
            reading = self.read(phrase)
            return Resolved(_speaker_of(reading, "elided"), gender, None, reading.head)
        if named:
            return self._elided_mention(named[-1], gender)
        return (
            None
            if frame.rule.options.get("mode") == "noun"
            else Resolved(UNKNOWN, None, None, None)
        )


def _is_bare_name(phrase: PhraseReading) -> bool:
    """«وأكد بوتين»: one word that is a name means whom it names, never whoever spoke last."""
    span = phrase.person_name_span
    return span is not None and span[1] - span[0] == 1 and not phrase.head.startswith("ال")


def _speaker_of_entity(entity: Entity, how: How) -> Speaker:
    return Speaker(
        name=entity.name,
        kind=KIND_OF_TYPE[entity.type],
        entity=entity.id,
        aliases=entity.aliases,
        how=how,
    )


def _speaker_of(phrase: PhraseReading, how: How) -> Speaker:
    kind = TYPE_OF_KIND.get(phrase.kind)
    return Speaker(
        name=phrase.name,
        kind=phrase.kind,
        entity=entity_id(kind, phrase.name) if kind is not None else None,
        how=how,
        members=tuple(entity_id("person", name) for name in phrase.members),
    )


def replace_how(speaker: Speaker, how: How) -> Speaker:
    """Gives the same speaker, found in another way."""
    return msgspec.structs.replace(speaker, how=how)


def _agreement(frame: Frame) -> tuple[str | None, str | None]:
    person = frame.verb.person if frame.verb is not None else ""
    person = (frame.carry or "").rpartition(".")[2] if frame.carry else person
    person = person.removeprefix("3").partition(".")[0]
    gender = {"m": "m", "f": "f"}.get(person[:1])
    number = {"s": "sg", "d": "du", "p": "pl"}.get(person[1:2])
    return gender, number
