"""How a word is cut and read as a verb.

They stand apart because modules with records of msgspec are not compiled.
"""

from msgspec import Struct


class Cut(Struct, frozen=True, gc=False):
    """One way to cut a folded word; `restored` is what the stem regains without its pronoun."""

    lead: str
    stem: str
    end: str
    restored: str = ""


class VerbReading(Struct, frozen=True, gc=False):
    """One way to read a word as a verb; the weights of all ways are shares of 1.

    `tense` is past, pres, imp, part or masdar; `mood` ind, sub or juss; `voice` act or pass;
    `person` 1 to 3; `gender` m or f; `number` s, d or p; each is empty where the form has none.
    `lead` are the particles before the form, `end` the pronoun after it, both folded.
    """

    lemma: str
    pattern: str
    tense: str
    mood: str
    voice: str
    person: str
    gender: str
    number: str
    lead: str
    end: str
    weight: float
