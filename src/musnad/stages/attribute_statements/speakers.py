"""Who is meant: a source phrase, a pronoun or nothing at all resolved over the article."""

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import Entity, How, Language, Mention, Speaker
from musnad.model.spans import make_span
from musnad.stages.attribute_statements.asides import whose_aside
from musnad.stages.attribute_statements.clauses import Clauses
from musnad.stages.attribute_statements.discourse import (
    Agreement,
    Discourse,
    agreement_of,
    compatible,
    conflict,
    disagrees,
    source_gender,
    speaker_agreement,
    told_number,
)
from musnad.stages.attribute_statements.documents import (
    ISSUERS,
    first_named,
    issuing,
    printed,
    told_by,
)
from musnad.stages.attribute_statements.frames import speaks_alone
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.named import Named, by_phrase
from musnad.stages.attribute_statements.parts import Frame, Range, Resolved, Subject, Turn
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.speaker_names import (
    UNKNOWN,
    entity_named,
    is_bare_name,
    is_described,
    joint_entities,
    replace_how,
    speaker_of,
    speaker_of_entity,
    surnames,
)
from musnad.stages.attribute_statements.subjects import (
    is_acted_upon,
    is_subject,
    quotes_unannounced,
    reports_clause,
)
from musnad.stages.attribute_statements.unnamed import meant_by, unnamed
from musnad.stages.attribute_statements.within import (
    body_before,
    described_before,
    describes_thing,
    goes_on_within,
    inner_subject,
)
from musnad.stages.attribute_statements.words import ADDRESSING
from musnad.text.phrase_records import PhraseReading
from musnad.text.phrases import describe_phrase

SPEAKING = frozenset({"person", "organisation", "media", "anonymous", "collective", "document"})
PLURAL = frozenset({"group", "collective"})
MIN_CLAUSE = 3  # tokens of a sentence before a cue, for it to have a clause before it


class Resolver:
    """Resolves the sources of one article, in the order of their cues."""

    def __init__(self, sequence: Sequence, language: Language, lexicon: Lexicon) -> None:
        self._sequence = sequence
        self._lexicon = lexicon
        self._mentions = language.mentions
        self._entities = {entity.id: entity for entity in language.entities}
        self._surnames = surnames(language, lexicon)
        self._named = Named(sequence, self._mentions, self._entities, self._surnames, lexicon)
        self._clauses = Clauses(sequence, language, self._surnames, lexicon)
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
        if nobody and quotes_unannounced(self._sequence, frame):
            return None
        if nobody and self._is_shown(frame, frame.source):
            return None
        if nobody or self._is_addressed(frame, phrase):
            elided = self._elided(frame)
            if elided is not None and elided.speaker.kind != "unknown":
                elided.refused = True
                return elided
        return self._from_phrase(frame, frame.source, phrase)

    def _is_shown(self, frame: Frame, source: Range) -> bool:
        """«وهذا يؤكد أن C», «وما يؤكد النقطة أن C»: a thing shows it, whoever spoke before.

        «العلاقة فقد أوضح أنها»: a verb of the past with its clause goes on with who spoke.
        """
        if frame.relay is not None or frame.before or frame.verb is None:
            return False
        if self._sequence.tokens.keys[source[0]] in word_list("leads_elided"):
            return False
        if frame.subject is None:
            return not speaks_alone(self._sequence, frame)
        return frame.verb.tense != "past" or not reports_clause(self._sequence, frame)

    def _unlisted(self, frame: Frame, source: Range, phrase: PhraseReading) -> Resolved | None:
        """«وأضاف الرياحي أن C»: part of a name before, else itself; a thing only has an object."""
        if not reports_clause(self._sequence, frame):
            return None
        entity = entity_named(phrase, self._entities.values(), self._lexicon)
        if entity is None:
            return self._from_phrase(frame, source, phrase)
        gender = agreement_of(frame)[0]
        return Resolved(speaker_of_entity(entity, "nominal"), gender, "sg", phrase.head)

    def trimmed(self, frame: Frame) -> Frame:
        """Gives a frame whose source ends before a verb, or before the words that it addresses.

        «الحكومة تلقت بلاغا من مقاول، أفاد بأن»: who stands before another verb is not its source.
        """
        if frame.source is None or frame.source[1] - frame.source[0] == 1:
            return frame
        source = self._clauses.trimmed(frame.source)
        if source == frame.source:
            return frame
        if frame.subject is not None and self._clauses.is_clause(source[1]):
            return frame.of(None, None, frame.content)
        return frame.of(source, frame.subject, frame.content)

    def read(self, source: Range) -> PhraseReading:
        """Gives what the words of a source phrase say about who it is; keeps joint speakers."""
        phrase = describe_phrase(self._sequence.analysis, *source, self._lexicon)
        for entity in joint_entities(phrase):
            self.joint.setdefault(entity.id, entity)
        return phrase

    def _names_nobody(self, source: Range, phrase: PhraseReading) -> bool:
        """An ordinary word that heads no source («لكنه», «تعاون») is none."""
        first = self._sequence.tokens.keys[source[0]]
        ordinary = phrase.kind == "unknown" and self._lexicon.ordinary(first)
        return ordinary and self._named.over(source, phrase) is None

    def _is_addressed(self, frame: Frame, phrase: PhraseReading) -> bool:
        """«وطالبت الحكومة» after a woman spoke: the body after a verb of demand may be addressed.

        It is when somebody who agrees with the verb has spoken, in the same sentence or where
        the body itself does not agree.
        """
        if frame.verb is None or not frame.verb.frames & ADDRESSING:
            return False
        if frame.subject is not None or frame.is_aside:
            return False
        gender, number = agreement_of(frame)
        turn = self.discourse.latest(gender, number)
        assert frame.source is not None
        if is_acted_upon(self._sequence.tokens.keys[frame.source[0]], phrase):
            return True
        if turn is None:
            return False
        start = self._sequence.start(self._sequence.sentence_start(frame.cue[0]))
        same_sentence = turn.offset >= start and turn.gender == gender is not None
        return same_sentence or conflict(phrase.gender, gender)

    def _from_phrase(self, frame: Frame, source: Range, phrase: PhraseReading) -> Resolved:
        gender = source_gender(frame, self._sequence.tokens.keys) or phrase.gender
        person = self._by_surname(source)
        if person is not None:
            return Resolved(speaker_of_entity(person, "nominal"), gender, "sg", phrase.head)
        number = told_number(frame) or phrase.number
        mention = self._named.over(source, phrase)
        if phrase.kind == "person" and phrase.person_name_span is None:
            mention = self._named.beyond(source, frame.content) or mention
        if mention is not None and not (phrase.anaphoric and self._named.is_bare(mention, phrase)):
            return by_phrase(self._named.speaker(mention, phrase), gender, number, phrase)
        if phrase.anaphoric:
            agreeing = msgspec.structs.replace(phrase, gender=gender)
            found = self._referred(agreeing, self._sequence.start(source[0]))
            if found is not None:
                found.gender = gender or found.gender
                return found
        speaker = speaker_of(phrase, "nominal" if phrase.anaphoric else "named")
        return by_phrase(speaker, gender, number, phrase)

    def _by_surname(self, source: Range) -> Entity | None:
        """«وأضاف سلطان»: a word alone is the person whose name ends with it, whatever it means."""
        keys = [key for key in self._sequence.tokens.keys[slice(*source)] if key.isalpha()]
        return self._surnames.get(keys[0]) if len(keys) == 1 else None

    def _referred(self, phrase: PhraseReading, start: int) -> Resolved | None:
        """Gives whom «الخطيب», «الوزير» or «الصحيفة» means: by name, by head noun, by kind."""
        entity = entity_named(phrase, self._entities.values(), self._lexicon)
        if entity is not None:
            return Resolved(speaker_of_entity(entity, "nominal"), None, "sg", phrase.head)
        turn = self.discourse.named(phrase.name) or self._issuer(phrase, start)
        if turn is not None and phrase.kind == "document":
            speaker = replace_how(turn.speaker, "nominal")
            return Resolved(speaker, turn.gender, turn.number, phrase.head, turn)
        if turn is None and not is_bare_name(phrase):
            turn = self.discourse.by_head(phrase.head, phrase.gender)
            guessed = unnamed(phrase, self.discourse, self._lexicon) if turn is None else None
            if guessed is not None:
                return self._guessed(guessed, phrase)
        meant = meant_by(phrase, turn, self.discourse, self._sequence.tokens.keys)
        if meant is not None:
            speaker = replace_how(meant.speaker, "nominal")
            return Resolved(speaker, meant.gender, meant.number, phrase.head, meant)
        before = [m for m in self._mentions if m.end <= start and m.type == phrase.kind == "media"]
        if before and phrase.head in word_list("any_medium"):
            entity = self._entities[before[-1].entity]
            return Resolved(speaker_of_entity(entity, "nominal"), None, "sg", phrase.head)
        return None

    def _guessed(self, turn: Turn, phrase: PhraseReading) -> Resolved | None:
        """«المسؤول» is the last of its kind who spoke; all of them are its candidates."""
        if turn.speaker.kind not in (phrase.kind, "person", "anonymous"):
            return None
        speaker = self._among(turn, (phrase.gender, phrase.number), 0, "nominal")
        return Resolved(speaker, turn.gender, turn.number, phrase.head, turn)

    def _issuer(self, phrase: PhraseReading, start: int) -> Turn | None:
        """«وشدد البيان» after «أكد S في بيان» or «نشر S بيانا»: whoever issued it."""
        document = first_named(phrase, start, self._sequence)
        if document is None:
            return None
        opening = self._sequence.start(self._sequence.sentence_start(document))
        told = told_by(document, start, self.discourse.turns, self._sequence)
        subject = issuing(document, self._sequence, self._clauses) if told is None else None
        found = self._of_subject(subject) if subject is not None else None
        if found is None or found.speaker.kind not in ISSUERS:
            return told
        return Turn(found.speaker, found.gender, found.number, found.head, opening, found.evidence)

    def _printed(self, frame: Frame, gender: str | None) -> Resolved | None:
        """«نشرت R وثيقة، أفادت بأن C»: the document speaks, R carries it."""
        found = printed(frame, self._sequence, self._clauses, self._lexicon)
        reading = self.read(found[1]) if found is not None else None
        if found is None or reading is None or self.read(found[0]).kind != "media":
            return None
        if not compatible(reading.gender, gender):
            return None
        resolved = Resolved(speaker_of(reading, "elided"), gender, reading.number, reading.head)
        resolved.carrier = found[0]
        return resolved

    def _elided(self, frame: Frame) -> Resolved | None:
        if "whose" in frame.rule.options:
            aside = whose_aside(frame, self._sequence, self._mentions, self._clauses, SPEAKING)
            return self._of_subject(aside) if aside else Resolved(UNKNOWN, None, None, None)
        gender, number = speaker_agreement(frame, self._sequence.tokens.keys)
        described = self._printed(frame, gender) or self._antecedent(frame, gender)
        described = described or self._told_within(frame, (gender, number))
        if described is not None:
            return described
        turn = self.discourse.latest(gender, number) or body_before(
            frame, self.discourse, self._sequence
        )
        subject = self._clause_subject(frame, turn)
        if subject is not None or describes_thing(frame, self._sequence.tokens.keys):
            return subject
        if turn is not None:
            speaker = self._among(turn, (gender, number), self._sentence_of(turn), "elided")
            gender = turn.gender or gender
            return Resolved(speaker, gender, turn.number, turn.head, turn, turn.evidence)
        return self._subject_before(frame, (gender, number))

    def _sentence_of(self, turn: Turn) -> int:
        """Gives where the sentence of a turn begins: of several who spoke in it any may go on."""
        at = self._sequence.tokens.at(turn.offset)
        return self._sequence.start(self._sequence.sentence_start(at))

    def _among(self, turn: Turn, agreement: Agreement, since: int, how: How) -> Speaker:
        rivals = self.discourse.rivals(turn, agreement, since)
        speaker = replace_how(turn.speaker, how)
        return msgspec.structs.replace(speaker, candidates=rivals) if rivals else speaker

    def _antecedent(self, frame: Frame, gender: str | None) -> Resolved | None:
        """Gives whom a clause describes that reports: «الناطق، الذي قال إن», «لمسعف، قال إن».

        The clause follows a relative pronoun, or a comma after somebody indefinite.
        """
        end = described_before(frame, gender, self._sequence)
        if end is None:
            return None
        if self._sequence.tokens.keys[frame.cue[0] - 1] not in word_list("of_antecedent"):
            phrases = self._sequence.phrases_before(end, self._lexicon)
            described = (each for each in map(self.read, phrases) if is_described(each, gender))
            reading = next(described, None)
            return self._as_antecedent(reading, end, gender) if reading is not None else None
        last = self._sequence.end(end)
        mention = next((m for m in self._mentions if m.end == last and m.type in SPEAKING), None)
        if mention is not None:
            return self._elided_mention(mention, gender)
        phrase = self._sequence.phrase_before(end, self._lexicon)
        if phrase is None:
            return None
        whole, number = self.read(phrase), agreement_of(frame)[1]
        nearer = map(self.read, self._sequence.phrases_before(end, self._lexicon))
        several = (each for each in nearer if each.number == number == "pl")
        reading = whole if whole.number != "sg" else next(several, whole)
        return self._as_antecedent(reading, end, gender)

    def _as_antecedent(self, reading: PhraseReading, end: int, gender: str | None) -> Resolved:
        found = None
        if reading.anaphoric:
            found = self._referred(reading, self._sequence.start(end - 1))
        speaker = speaker_of(reading, "elided")
        return found or Resolved(speaker, gender, reading.number, reading.head)

    def _told_within(self, frame: Frame, agreement: Agreement) -> Resolved | None:
        """«قال S إن الشركة لم تفتح المرفأ، وأكدت أن C»: S does not agree, the company says C.

        «قال S إن الوزير أكد B، مضيفا C»: a participle goes on with the verb before it.
        """
        told = self.discourse.turns[-1] if self.discourse.turns else None
        first = self._sequence.sentence_start(frame.cue[0])
        if told is None or told.offset < self._sequence.start(first):
            return None
        inner = self.discourse.inner if frame.is_participle else None
        clauses = self._clauses
        if inner and goes_on_within(told, inner, frame, self._sequence, clauses):
            speaker = replace_how(inner.speaker, "elided")
            found = Resolved(speaker, inner.gender, inner.number, inner.head)
            found.told = told
            return found
        if not disagrees(told, agreement) or (frame.is_participle and agreement[1] != "pl"):
            return None
        subject = inner_subject(told, frame, self._sequence, clauses, self.read)
        if subject is None and not frame.is_participle:
            return None
        found = self._of_subject(subject) if subject else Resolved(UNKNOWN, None, None, None)
        found.told = told
        return found

    def _clause_subject(self, frame: Frame, turn: Turn | None) -> Resolved | None:
        """«ودافع الناطق عن القرار، وقال…»: the subject of the sentence, when it has not spoken."""
        first = self._sequence.sentence_start(frame.cue[0])
        start = self._sequence.start(first)
        if frame.cue[0] - first < MIN_CLAUSE or (turn is not None and turn.offset >= start):
            return None
        subject = self._clauses.subject(first, frame.cue[0])
        gender, number = agreement_of(frame)
        if subject is None or not compatible(subject.number, number):
            return None
        return self._of_subject(subject) if compatible(subject.gender, gender) else None

    def _of_subject(self, subject: Subject) -> Resolved:
        """Gives who the words of a subject name, as somebody whom the cue leaves out."""
        phrase = self.read(subject.words)
        if subject.number == "pl" and phrase.kind == "person" and not phrase.members:
            phrase = msgspec.structs.replace(phrase, kind="collective")
        mention = self._named.over(subject.words, phrase)
        if phrase.anaphoric and (mention is None or self._named.is_bare(mention, phrase)):
            found = self._referred(phrase, self._sequence.start(subject.words[0]))
            if found is not None:
                return found
        speaker = self._named.speaker(mention, phrase) if mention else speaker_of(phrase, "elided")
        start, end = self._sequence.start(subject.words[0]), self._sequence.end(subject.words[1])
        span = make_span(self._sequence.text, start, end)
        speaker = replace_how(speaker, "elided")
        gender = subject.gender or phrase.gender
        return Resolved(speaker, gender, subject.number, phrase.head, evidence=span)

    def _elided_mention(self, mention: Mention, gender: str | None) -> Resolved:
        speaker = speaker_of_entity(self._entities[mention.entity], "elided")
        span = make_span(self._sequence.text, mention.start, mention.end)
        return Resolved(speaker, gender, None, None, evidence=span)

    def _subject_before(self, frame: Frame, agreement: Agreement) -> Resolved | None:
        """Nobody who spoke agrees: the subject of the sentence, else the last one named, is meant.

        A mention in the singular is not meant by «وأكدوا».
        """
        first = self._sequence.sentence_start(frame.cue[0])
        start = self._sequence.start(frame.cue[0])
        wanted = PLURAL if agreement[1] in ("du", "pl") else SPEAKING
        named = [m for m in self._mentions if m.end <= start and m.type in wanted]
        first = self._clauses.past_dateline(first, frame.cue[0])
        here = [m for m in named if m.start >= self._sequence.start(first)]
        if here:
            return self._elided_mention(here[0], agreement[0])
        phrase = self._sequence.first_phrase(first, frame.cue[0], self._lexicon)
        if phrase is not None:
            reading = self.read(self._clauses.trimmed(phrase))
            if compatible(reading.number, agreement[1]):
                return Resolved(speaker_of(reading, "elided"), *agreement, reading.head)
        if named:
            return self._elided_mention(named[-1], agreement[0])
        is_noun = frame.rule.options.get("mode") == "noun"
        return None if is_noun else Resolved(UNKNOWN, None, None, None)
