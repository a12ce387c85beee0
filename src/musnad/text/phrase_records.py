"""The records of a noun phrase that names a source: under reading, and read."""

from msgspec import Struct

from musnad.lexicons import Entry, Lexicon
from musnad.lexicons.entries import Gender, Number
from musnad.model.records import SpeakerKind
from musnad.text.analysis import Analysis


class Phrase(Struct, frozen=True, gc=False):
    """A phrase under reading: its first segment ends at `end`, its appositions at `last`."""

    analysis: Analysis
    first: int
    end: int
    last: int
    lexicon: Lexicon


class PhraseReading(Struct, frozen=True, gc=False):
    """What a source phrase stands for.

    `name` is for display, without clitics and titles; `head` the folded head word; gender and
    number are those of a verb that follows. `person_name_span` are tokens, half open.
    `anaphoric`: the phrase alone does not say who is meant («الوزير», «المصدر», a surname).
    `members` are those who speak together («مرسى والسهل»), each by itself.
    """

    kind: SpeakerKind
    name: str
    head: str
    gender: Gender | None
    number: Number | None
    person_name_span: tuple[int, int] | None
    definite: bool
    anaphoric: bool
    entry: Entry | None = None
    members: tuple["PhraseReading", ...] = ()
