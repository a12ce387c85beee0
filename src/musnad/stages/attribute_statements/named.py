"""Which name of the article stands in the words of a source, and the speaker it is."""

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import Entity, Mention, Speaker
from musnad.stages.attribute_statements.parts import Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.speaker_names import (
    KIND_OF_TYPE,
    TYPE_OF_KIND,
    first_of_two,
    is_full_name,
    is_part,
    names_holder,
    speaker_of,
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
        return bool(phrase.members) or self._entities[mention.entity].name in (phrase.name, mention.text)

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

    def speaker(self, mention: Mention, phrase: PhraseReading) -> Speaker:
        """Gives whom a mention names, by the name that the phrase ends with after a post."""
        if phrase.members:
            return speaker_of(phrase, "named")
        entity = first_of_two(self._entities[mention.entity], self._surnames)
        apart = phrase.kind == "government" or is_part(phrase)
        if (phrase.name != entity.name and apart) or names_holder(phrase, entity, self._lexicon):
            return msgspec.structs.replace(speaker_of(phrase, "named"), aliases=(entity.name,))
        return Speaker(
            name=entity.name,
            kind=phrase.kind if phrase.kind != "unknown" else KIND_OF_TYPE[entity.type],
            entity=entity.id,
            aliases=with_printed(entity, mention),
            how="nominal" if phrase.anaphoric else "named",
        )
