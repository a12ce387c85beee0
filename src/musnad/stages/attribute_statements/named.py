"""Which name of the article stands in the words of a source, and the speaker it is."""

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import Entity, Mention, Speaker
from musnad.stages.attribute_statements.parts import Range, Resolved
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.speaker_names import (
    KIND_OF_TYPE,
    TYPE_OF_KIND,
    cuts_short,
    entity_named,
    first_of_two,
    is_full_name,
    is_part,
    names_holder,
    speaker_of,
    speaker_of_entity,
    with_printed,
)
from musnad.text.phrase_records import PhraseReading


class Named:
    """The names of one article, as sources use them."""

    def __init__(
        self,
        sequence: Sequence,
        mentions: tuple[Mention, ...],
        entities: dict[str, Entity],
        surnames: dict[str, Entity],
        lexicon: Lexicon,
    ) -> None:
        self._sequence = sequence
        self._mentions = mentions
        self._entities = entities
        self._surnames = surnames
        self._lexicon = lexicon

    def is_bare(self, mention: Mention, phrase: PhraseReading) -> bool:
        """Tells whether a mention only repeats the anaphoric words («المصدر») and names nobody.

        Nor does one of «النقابة والجمعية» name both.
        """
        name = self._entities[mention.entity].name
        return bool(phrase.members) or name in (phrase.name, mention.text)

    def over(self, source: Range, phrase: PhraseReading) -> Mention | None:
        """Gives the mention that names the source: over its personal name, if it has one.

        «رئيسة المحكمة، القاضية سلمى الراوي»: else the first name after a comma names the post.
        """
        within = phrase.person_name_span or source
        found = self._first(*within, TYPE_OF_KIND.get(phrase.kind, "person"))
        if phrase.kind != "person" or phrase.person_name_span is not None:
            return found
        comma = next((at for at in range(*source) if self._sequence.tokens.keys[at] in "،,"), None)
        named = self._first(comma, source[1], "person") if comma is not None else None
        return named if named is not None and self._is_full(named) else found

    def _first(self, first: int, last: int, wanted: str) -> Mention | None:
        start, end = self._sequence.start(first), self._sequence.end(last)
        for mention in self._mentions:
            if mention.start >= end:
                break
            if mention.end > start and mention.type == wanted:
                return mention
        return None

    def _is_full(self, mention: Mention) -> bool:
        return is_full_name(self._entities[mention.entity].name, self._lexicon)

    def beyond(self, source: Range, content: int) -> Mention | None:
        """«الوزير الذي زار المرفأ أمس، نادر الكتبي، إن C»: the name between commas before C."""
        keys, (start, end) = self._sequence.tokens.keys, (source[1], content - 1)
        for mention, words in zip(self._mentions, self._sequence.names, strict=True):
            apart = start < words[0] and words[1] <= end and keys[words[0] - 1] in "،,"
            closed = apart and (words[1] == end or keys[words[1]] in "،,")
            if closed and mention.type == "person" and self._is_called(mention):
                return mention
        return None

    def _is_called(self, mention: Mention) -> bool:
        """Tells whether a mention calls somebody by their name, not by a post."""
        name = self._entities[mention.entity].name.split()
        return self._is_full(mention) and mention.text.split()[-1] in name

    def speaker(self, mention: Mention, phrase: PhraseReading) -> Speaker:
        """Gives whom a mention names, by the name that the phrase ends with after a post."""
        if phrase.members:
            return speaker_of(phrase, "named")
        entity = first_of_two(self._entities[mention.entity], self._surnames)
        apart = phrase.kind == "government" or is_part(phrase)
        apart = apart and phrase.name != entity.name
        cut = cuts_short(phrase, entity, self._lexicon)
        full = entity_named(phrase, self._entities.values(), self._lexicon) if cut else None
        if full is not None:
            return speaker_of_entity(full, "nominal")
        if apart or names_holder(phrase, entity, self._lexicon) or cut:
            return msgspec.structs.replace(speaker_of(phrase, "named"), aliases=(entity.name,))
        return Speaker(
            name=entity.name,
            kind=phrase.kind if phrase.kind != "unknown" else KIND_OF_TYPE[entity.type],
            entity=entity.id,
            aliases=with_printed(entity, mention),
            how="nominal" if phrase.anaphoric else "named",
        )


def by_phrase(
    speaker: Speaker, gender: str | None, number: str | None, phrase: PhraseReading
) -> Resolved:
    """Gives a speaker as the phrase of a source names it: a place may be no state."""
    found = Resolved(speaker, gender, number, phrase.head)
    found.is_state = phrase.entry is None or phrase.entry.stands_for is not None
    return found
