"""What the steps of attribution hand on: reports, subjects, scopes, and who is meant.

Nobody changes one: `dataclasses.replace` gives another.
"""

from dataclasses import dataclass

from musnad.lexicons.verbs import Verb
from musnad.model.records import Mode, Span, Speaker
from musnad.rules.schema import Rule

Range = tuple[int, int]
ASIDE = frozenset({"whose", "noun", "aside"})
"""Options of rules after whose reports nobody speaks on."""


@dataclass(slots=True, eq=False)
class Frame:
    """One report found: token ranges are half open, `content` is the token where it starts.

    `before` says that the content precedes the cue; `subject` is the rule that found a source
    standing before its verb.
    """

    rule: Rule
    cue: Range
    source: Range | None
    relay: Range | None
    content: int
    end: int
    before: bool
    verb: Verb | None
    carry: str | None = None
    subject: str | None = None

    @property
    def is_participle(self) -> bool:
        """Tells whether the cue is a participle («مضيفا»), which never has a source of its own."""
        return self.verb is not None and self.verb.tense == "part"

    @property
    def speaks(self) -> bool:
        """Tells whether the cue tells words, not only what somebody does («تتبنى S C»)."""
        noun = self.rule.options.get("mode") == "noun"
        return not noun or self.verb is None or bool(self.verb.frames & {"that", "quote"})

    @property
    def is_aside(self) -> bool:
        """Tells whether a report is only mentioned («للتنديد بـC»): nobody speaks on after it."""
        return not ASIDE.isdisjoint(self.rule.options) or self.is_described

    @property
    def is_described(self) -> bool:
        """Tells whether the cue only describes its content («الحوار الذي دعت إليه S»)."""
        return self.rule.options.get("content") == "described"


@dataclass(slots=True, eq=False)
class Subject:
    """Who stands as the subject of a verb: its tokens, half open, and what agrees with it."""

    words: Range
    gender: str | None
    number: str


@dataclass(slots=True, eq=False)
class Scope:
    """Content offsets, the mode, and why the content ends where it does."""

    start: int
    end: int
    mode: Mode
    why: str


@dataclass(slots=True, eq=False)
class Turn:
    """Somebody spoke: who, with which agreement, in which sentence, by which head noun."""

    speaker: Speaker
    gender: str | None
    number: str | None
    head: str | None
    offset: int
    evidence: Span | None = None


@dataclass(slots=True, eq=False)
class Resolved:
    """A speaker with the agreement and head noun by which later cues may mean it.

    `evidence` is where somebody was named who is not named here; `refused` says that the words
    after the cue name no source: its speaker is elided; `told` is the turn of whoever tells it,
    `carrier` the words for the medium that prints it.
    """

    speaker: Speaker
    gender: str | None
    number: str | None
    head: str | None
    continues: Turn | None = None
    told: Turn | None = None
    carrier: Range | None = None
    refused: bool = False
    is_state: bool = True
    evidence: Span | None = None
