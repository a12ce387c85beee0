"""Who is meant: a source phrase, a pronoun or nothing at all resolved over the article."""

from dataclasses import dataclass, field

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Entity, Language, Mention, Speaker, SpeakerKind
from musnad.stages.attribute_statements.frames import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.text.phrases import PhraseReading, describe_phrase

KIND_OF_TYPE: dict[str, SpeakerKind] = {
    "person": "person", "organisation": "organisation", "place": "government",
    "group": "collective", "media": "media", "document": "document", "anonymous": "anonymous",
    "collective": "collective",
}  # fmt: skip
TYPE_OF_KIND = {
    "person": "person", "organisation": "organisation", "government": "place", "media": "media",
    "anonymous": "anonymous", "collective": "collective", "document": "document",
}  # fmt: skip
UNKNOWN = Speaker(name="", kind="unknown", entity=None, how="elided")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody spoke: who, with which agreement, in which sentence, by which head noun."""

    speaker: Speaker
    gender: str | None
    number: str | None
    head: str | None
    offset: int
    statement: int

    @property
    def name_words(self) -> frozenset[str]:
        """Gives the folded words of the speaker's name."""
        return frozenset(fold_key(self.speaker.name).split())


@dataclass(slots=True)
class Discourse:
    """Who has spoken so far in the article, the latest last."""

    turns: list[Turn] = field(default_factory=list)

    def latest(self, gender: str | None, number: str | None) -> Turn | None:
        """Gives the last turn that agrees with a verb form; unknown agreement agrees with all."""
        agreeing = (turn for turn in reversed(self.turns) if _agrees(turn, gender, number))
        return next(agreeing, None)

    def named(self, name: str) -> Turn | None:
        """Gives the last turn of somebody whose full name holds this shorter one."""
        words = set(fold_key(name).split())
        holding = (
            t for t in reversed(self.turns) if words <= set(fold_key(t.speaker.name).split())
        )
        return next(holding, None)

    def by_head(self, head: str, kind: SpeakerKind) -> Turn | None:
        """Gives the last turn of a source with this head noun, else the last of this kind."""
        same = [turn for turn in self.turns if turn.head == head]
        alike = [turn for turn in self.turns if turn.speaker.kind == kind]
        found = same or alike
        return found[-1] if found else None


def _agrees(turn: Turn, gender: str | None, number: str | None) -> bool:
    if number == "pl" and turn.speaker.kind == "collective":
        return True
    return _compatible(turn.gender, gender) and _compatible(turn.number, number)


def _compatible(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


@dataclass(frozen=True, slots=True)
class Resolved:
    """A speaker with the agreement and head noun by which later cues may mean it."""

    speaker: Speaker
    gender: str | None
    number: str | None
    head: str | None
    continues: Turn | None = None


class Resolver:
    """Resolves the sources of one article, in the order of their cues."""

    def __init__(self, sequence: Sequence, language: Language, lexicon: Lexicon) -> None:
        self._sequence = sequence
        self._lexicon = lexicon
        self._mentions = language.mentions
        self._entities = {entity.id: entity for entity in language.entities}
        self.discourse = Discourse()

    def resolve(self, frame: Frame) -> Resolved | None:
        """Gives the speaker of a frame; None when its rule needs one and there is none."""
        if frame.source is not None:
            return self._from_phrase(frame, frame.source)
        return self._elided(frame)

    def read(self, source: Range) -> PhraseReading:
        """Gives what the words of a source phrase say about who it is."""
        return describe_phrase(self._sequence.analysis, *source, self._lexicon)

    def _from_phrase(self, frame: Frame, source: Range) -> Resolved:
        phrase = self.read(source)
        mention = self._mention_in(source, phrase)
        gender = phrase.gender or _verb_gender(frame)
        if mention is not None and not (phrase.anaphoric and self._is_bare(mention, phrase)):
            speaker = self._from_mention(mention, phrase)
            return Resolved(speaker, gender, phrase.number, phrase.head)
        if phrase.anaphoric:
            turn = self.discourse.named(phrase.name)
            turn = turn or self.discourse.by_head(phrase.head, phrase.kind)
            if turn is not None and turn.speaker.kind in (phrase.kind, "person", "anonymous"):
                speaker = replace_how(turn.speaker, "nominal")
                return Resolved(speaker, gender or turn.gender, turn.number, phrase.head, turn)
        speaker = Speaker(
            name=phrase.name,
            kind=phrase.kind,
            entity=identity("entity", TYPE_OF_KIND.get(phrase.kind, "group"), phrase.name),
            how="nominal" if phrase.anaphoric else "named",
        )
        return Resolved(speaker, gender, phrase.number, phrase.head)

    def _is_bare(self, mention: Mention, phrase: PhraseReading) -> bool:
        """A mention that only repeats the anaphoric words («المصدر») names nobody."""
        return self._entities[mention.entity].name in (phrase.name, mention.text)

    def _mention_in(self, source: Range, phrase: PhraseReading) -> Mention | None:
        start, end = self._sequence.start(source[0]), self._sequence.end(source[1])
        inside = [m for m in self._mentions if m.start < end and m.end > start]
        wanted = TYPE_OF_KIND.get(phrase.kind)
        fitting = [m for m in inside if m.type == wanted]
        if fitting:
            return fitting[0]
        return None if wanted != "person" else next((m for m in inside if m.type == "person"), None)

    def _from_mention(self, mention: Mention, phrase: PhraseReading) -> Speaker:
        entity = self._entities[mention.entity]
        return Speaker(
            name=entity.name,
            kind=phrase.kind,
            entity=entity.id,
            aliases=entity.aliases,
            how="nominal" if phrase.anaphoric else "named",
        )

    def _elided(self, frame: Frame) -> Resolved | None:
        gender, number = _agreement(frame)
        turn = self.discourse.latest(gender, number)
        if turn is not None:
            how = "elided"
            return Resolved(
                replace_how(turn.speaker, how), turn.gender or gender, turn.number, turn.head, turn
            )
        return self._subject_before(frame, gender)

    def _subject_before(self, frame: Frame, gender: str | None) -> Resolved | None:
        """Nobody has spoken yet: the last person or body named before the cue is meant."""
        start = self._sequence.start(frame.cue[0])
        before = [m for m in self._mentions if m.end <= start and m.type in KIND_OF_TYPE]
        people = [m for m in before if m.type in ("person", "organisation", "media")]
        if not people:
            return None
        mention = people[0] if frame.is_participle else people[-1]
        entity: Entity = self._entities[mention.entity]
        speaker = Speaker(
            name=entity.name, kind=KIND_OF_TYPE[entity.type], entity=entity.id,
            aliases=entity.aliases, how="elided",
        )  # fmt: skip
        return Resolved(speaker, gender, None, None)


def replace_how(speaker: Speaker, how: str) -> Speaker:
    """Gives the same speaker, found in another way."""
    return Speaker(
        name=speaker.name,
        kind=speaker.kind,
        entity=speaker.entity,
        aliases=speaker.aliases,
        how=how,  # type: ignore[arg-type]
        members=speaker.members,
    )


def _agreement(frame: Frame) -> tuple[str | None, str | None]:
    person = frame.verb.person if frame.verb is not None else ""
    person = (frame.carry or "").rpartition(".")[2] if frame.carry else person
    person = person.removeprefix("3").partition(".")[0]
    gender = {"m": "m", "f": "f"}.get(person[:1])
    number = {"s": "sg", "d": "du", "p": "pl"}.get(person[1:2])
    return gender, number


def _verb_gender(frame: Frame) -> str | None:
    return _agreement(frame)[0]
