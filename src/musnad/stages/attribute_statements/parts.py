"""What the steps of attribution hand on: reports, subjects, scopes, and who is meant."""

from musnad.lexicons.verbs import Verb
from musnad.model.records import Mode, Span, Speaker
from musnad.rules.schema import Rule

Range = tuple[int, int]
ASIDE = frozenset({"whose", "noun", "aside"})
"""Options of rules after whose reports nobody speaks on."""


class Frame:
    """One report found: token ranges are half open, `content` is the token where it starts.

    `before` says that the content precedes the cue; `subject` is the rule that found a source
    standing before its verb.
    """

    __slots__ = (
        "before", "carry", "content", "cue", "end", "relay", "rule", "source", "subject", "verb",
    )  # fmt: skip

    def __init__(  # noqa: PLR0913, PLR0917 - one for each attribute
        self,
        rule: Rule,
        cue: Range,
        source: Range | None,
        relay: Range | None,
        content: int,
        end: int,
        before: bool,
        verb: Verb | None,
        carry: str | None = None,
        subject: str | None = None,
    ) -> None:
        self.rule = rule
        self.cue = cue
        self.source = source
        self.relay = relay
        self.content = content
        self.end = end
        self.before = before
        self.verb = verb
        self.carry = carry
        self.subject = subject

    def of(self, source: Range | None, subject: str | None, content: int) -> "Frame":
        """Gives the report as one of another source, found by a rule, with its content."""
        return Frame(
            self.rule, self.cue, source, self.relay, content, self.end, self.before, self.verb,
            self.carry, subject,
        )  # fmt: skip

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


class Subject:
    """Who stands as the subject of a verb: its tokens, half open, and what agrees with it."""

    __slots__ = ("gender", "number", "words")

    def __init__(self, words: Range, gender: str | None, number: str) -> None:
        self.words = words
        self.gender = gender
        self.number = number


class Scope:
    """Content offsets, the mode, and why the content ends where it does."""

    __slots__ = ("end", "mode", "start", "why")

    def __init__(self, start: int, end: int, mode: Mode, why: str) -> None:
        self.start = start
        self.end = end
        self.mode = mode
        self.why = why


class Turn:
    """Somebody spoke: who, with which agreement, in which sentence, by which head noun."""

    __slots__ = ("evidence", "gender", "head", "number", "offset", "speaker")

    def __init__(
        self,
        speaker: Speaker,
        gender: str | None,
        number: str | None,
        head: str | None,
        offset: int,
        evidence: Span | None = None,
    ) -> None:
        self.speaker = speaker
        self.gender = gender
        self.number = number
        self.head = head
        self.offset = offset
        self.evidence = evidence


class Resolved:
    """A speaker with the agreement and head noun by which later cues may mean it.

    `continues` is the turn that it goes on with, `evidence` where somebody was named who is not
    named here. Whoever resolves may add: `refused`, that the words after the cue name no source:
    its speaker is elided; `told`, the turn of whoever tells it; `carrier`, the words for the
    medium that prints it; `is_state`, false where a place is named that is no state.
    """

    __slots__ = (
        "carrier", "continues", "evidence", "gender", "head", "is_state", "number", "refused",
        "speaker", "told",
    )  # fmt: skip

    def __init__(
        self,
        speaker: Speaker,
        gender: str | None,
        number: str | None,
        head: str | None,
        continues: Turn | None = None,
        evidence: Span | None = None,
    ) -> None:
        self.speaker = speaker
        self.gender = gender
        self.number = number
        self.head = head
        self.continues = continues
        self.evidence = evidence
        self.told: Turn | None = None
        self.carrier: Range | None = None
        self.refused = False
        self.is_state = True
