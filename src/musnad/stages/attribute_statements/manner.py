"""How a content is meant: whether its main clause is negated, and its modality."""

from musnad.model.records import Modality, Polarity
from musnad.stages.attribute_statements.kinds import Kind
from musnad.stages.attribute_statements.manner_words import MAYBE, manner_words
from musnad.text.verbs import pick_verb, read_verb

IMPERFECT_LETTERS = "يتنا"
QUOTES = frozenset("\"«»“”‹›'")


class Clause:
    """The first words of a content without quotation marks, and its main clause.

    `main` are the places of the words up to the verb, that included; `opening` and `following`
    are the first two words, empty where there is none.
    """

    __slots__ = ("following", "kinds", "main", "opening", "words")

    def __init__(self, words: list[str], kinds: list[Kind]) -> None:
        self.words = words
        self.kinds = kinds
        self.main = _up_to_verb(words, kinds)
        self.opening = words[0] if words else ""
        self.following = self.after(0)

    def after(self, at: int) -> str:
        """Gives the word after a place, empty where there is none."""
        return self.words[at + 1] if at + 1 < len(self.words) else ""


def read_clause(words: list[str], kinds: list[Kind]) -> Clause:
    """Gives the clause that a content opens with, «إن» or «لكن» before it left out."""
    if not QUOTES.isdisjoint(words):
        kept = [at for at, word in enumerate(words) if word not in QUOTES]
        words, kinds = [words[at] for at in kept], [kinds[at] for at in kept]
    listed = manner_words().modality_opening
    if words and _ends_clause(words[0], kinds[0]) and words[0] not in listed:
        first = 0 if " ".join(words[:2]) in listed else 1
        words, kinds = words[first:], kinds[first:]
    return Clause(words, kinds)


def judge_manner(clause: Clause) -> tuple[Polarity, Modality]:
    """Gives polarity and modality of a content: what stands before the verb of its main clause."""
    listed, opening, following = manner_words(), clause.opening, clause.following
    negated = opening in listed.opening and following not in listed.affirmed
    modality = listed.modality_opening.get(f"{opening} {following}")
    modality = modality or listed.modality_opening.get(opening)
    for at in clause.main:
        if not (clause.kinds[at].modal or clause.kinds[at].future):
            continue
        word, after = clause.words[at], clause.after(at)
        negated = negated or (word in listed.negated and after not in listed.affirmed)
        modality = modality or _modality(word, after, clause.kinds[at])
    return "negated" if negated else "affirmative", modality or "fact"


def _ends_clause(word: str, kind: Kind) -> bool:
    return "that" in kind.classes or word in manner_words().ends


def _up_to_verb(words: list[str], kinds: list[Kind]) -> list[int]:
    """Gives the places of the words of the main clause up to its verb."""
    opening, within, main = manner_words().within, False, list[int]()
    for at, word in enumerate(words):
        kind = kinds[at]
        verb = kind.finite or kind.future
        if within:
            within = not verb
            continue
        if not word.isalnum() or (kind.bounds and _ends_clause(word, kind)):
            break
        within = kind.bounds and word in opening
        if not within:
            main.append(at)
        if verb:
            break
    return main


def _modality(word: str, after: str, kind: Kind) -> Modality | None:
    if kind.future:
        return "future"
    if word == MAYBE:
        return "possible" if _is_to_come(after) else None
    listed = manner_words()
    of_two = listed.modality.get(f"{word} {after}") if word in listed.modality_of_two else None
    return of_two or listed.modality.get(word)


def _is_to_come(word: str) -> bool:
    """«قد يفتح», «قد لا يفتح»: after «قد» a verb of the present tells what may be."""
    if word in manner_words().negated:
        return True
    verb = pick_verb(read_verb(word, word), MAYBE) if word[:1] in IMPERFECT_LETTERS else None
    return verb is not None and verb.tense == "pres"
