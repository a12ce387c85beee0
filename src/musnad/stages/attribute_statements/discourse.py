"""Who has spoken in an article: its turns, and which of them agree with a verb."""

from dataclasses import dataclass, field
from functools import cache

from musnad.fold import fold_key
from musnad.model.records import SpeakerKind
from musnad.stages.attribute_statements.listed import function_classes
from musnad.stages.attribute_statements.parts import Frame, Turn
from musnad.text.name_keys import folded_words

MOST_RIVALS = 4
Agreement = tuple[str | None, str | None]


@dataclass(slots=True)
class Discourse:
    """Who has spoken so far in the article, the latest last; `inner` spoke in another's words."""

    turns: list[Turn] = field(default_factory=list)
    inner: Turn | None = None

    def add(self, turn: Turn, *, inner: bool, goes_on: bool = True) -> None:
        """Adds a turn: of the article's own level, or within the words of whoever spoke last.

        Who does no more than act in another's words («تتبنى الدولة C») does not go on to speak.
        """
        self.inner = turn if inner and goes_on else None
        if not inner:
            self.turns.append(turn)

    def latest(self, gender: str | None, number: str | None) -> Turn | None:
        """Gives the last turn that agrees with a verb form; unknown agreement agrees with all."""
        for turn in reversed(self.turns):
            if agrees(turn, gender, number):
                return turn
        return None

    def rivals(self, turn: Turn, agreement: Agreement, since: int) -> tuple[str, ...]:
        """Gives who else may be meant: all who agree since an offset, likeliest first, if several.

        Of speakers of one kind only: «المسؤول» is no body.
        """
        names = [
            each.speaker.name
            for each in reversed(self.turns)
            if each.offset >= since
            and each.speaker.kind == turn.speaker.kind
            and agrees(each, *agreement)
        ]
        others = [name for name in dict.fromkeys(names) if not _same(name, turn.speaker.name)]
        return (turn.speaker.name, *others[: MOST_RIVALS - 1]) if others else ()

    def named(self, name: str) -> Turn | None:
        """Gives the last turn of somebody whose full name holds this shorter one."""
        words = set(folded_words(name))
        holding = (t for t in reversed(self.turns) if words.issubset(folded_words(t.speaker.name)))
        return next(holding, None)

    def by_head(self, head: str, gender: str | None) -> Turn | None:
        """Gives the last turn of a source with this head noun and gender, definite or not."""
        bare = head.removeprefix("ال")
        alike = (turn for turn in reversed(self.turns) if bare in _heads(turn))
        return next((turn for turn in alike if compatible(turn.gender, gender)), None)

    def by_kind(self, kind: SpeakerKind, gender: str | None) -> Turn | None:
        """Gives the last turn of a source of this kind and gender; a woman is told by her verb."""
        alike = (turn for turn in reversed(self.turns) if turn.speaker.kind == kind)
        return next((turn for turn in alike if compatible(turn.gender or "m", gender)), None)


def _heads(turn: Turn) -> set[str]:
    """«الوكالة» is «وكالة الساحل للطاقة»: the first words of a head and of the printed source."""
    printed = turn.evidence.text if turn.evidence is not None else ""
    words = (each.partition(" ")[0] for each in (turn.head or "", printed))
    return {fold_key(word).removeprefix("ال") for word in words if word}


def _same(one: str, other: str) -> bool:
    """«مصدر ملاحي» and «مصدر ملاحي لوكالة» are no rivals."""
    words, others = set(folded_words(one)), set(folded_words(other))
    return words <= others or others <= words


def agrees(turn: Turn, gender: str | None, number: str | None) -> bool:
    """Tells whether a verb form may go on with who spoke."""
    if number == "pl" and turn.speaker.kind == "collective":
        return True
    return compatible(turn.gender, gender) and compatible(turn.number, number)


def compatible(one: str | None, other: str | None) -> bool:
    """Tells whether two genders or numbers agree; one that is not known agrees with any."""
    return one is None or other is None or one == other


def agreement_of(frame: Frame) -> Agreement:
    """Gives gender and number of whoever a cue agrees with, None where it does not tell."""
    if frame.carry:
        return _agreement(frame.carry.rpartition(".")[2])
    return _agreement(frame.verb.person if frame.verb is not None else "")


@cache
def _agreement(person: str) -> Agreement:
    """Gives gender and number of «3fs», «3md»."""
    person = person.removeprefix("3").partition(".")[0]
    gender = {"m": "m", "f": "f"}.get(person[:1])
    number = {"s": "sg", "d": "du", "p": "pl"}.get(person[1:2])
    return gender, number


def speaker_agreement(frame: Frame, keys: list[str]) -> Agreement:
    """Gives the agreement of whoever speaks: of the pronoun in «ونقلت عنه R», else of the cue."""
    if frame.carry is None and frame.relay is None:
        named = keys[frame.cue[1]] if frame.verb is None and frame.cue[1] < len(keys) else ""
        return OF_HIM.get(named.removeprefix("ل"), agreement_of(frame))
    told = keys[frame.cue[0] : frame.content + 1]
    pronoun = next((key for key in told if "of-him" in function_classes(key)), "")
    return OF_HIM.get(pronoun.removeprefix("عن"), agreement_of(frame))


def told_number(frame: Frame) -> str | None:
    """Gives the number of a source by a verb that tells several («S وT يؤكدان»)."""
    number = agreement_of(frame)[1] if frame.carry is None and frame.relay is None else None
    return number if number in ("du", "pl") else None


OF_HIM: dict[str, Agreement] = {
    "ه": ("m", "sg"), "ها": ("f", "sg"), "هم": (None, "pl"), "هما": (None, "du"),
}  # fmt: skip


def conflict(one: str | None, other: str | None) -> bool:
    """Tells whether two genders or numbers are known and differ."""
    return one is not None and other is not None and one != other


def source_gender(frame: Frame, keys: list[str]) -> str | None:
    """Gives the gender by the verb, by «قولها» where «نقلت R عن S» agrees with the carrier."""
    if frame.carry is None and frame.relay is None:
        return agreement_of(frame)[0]
    told = keys[frame.cue[1] : frame.content]
    owned = next((key for key in told if "qawl" in function_classes(key)), "")
    return "f" if owned.endswith("ها") else "m" if owned.endswith("ه") else None


def disagrees(turn: Turn, agreement: Agreement) -> bool:
    """Tells whether a verb form cannot go on with who spoke: it is another's, or of several."""
    gender, number = agreement
    several = number == "pl" and turn.number == "sg" and turn.speaker.kind in ONE
    return several or (number == "sg" and turn.number == "sg" and conflict(turn.gender, gender))


ONE = frozenset({"person", "anonymous", "document"})
"""Kinds of speakers who are not several."""
