"""Words after a verb whose nouns no lexicon knows: its subject, or nobody at all."""

from musnad.lexicons import Lexicon
from musnad.stages.attribute_statements.listed import DECLINED, function_classes
from musnad.stages.attribute_statements.parts import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import ADDRESSING
from musnad.text.phrase_records import PhraseReading

PREPOSED = ("ب", "ل", "ك", "و", "ف")
"""Letters that open a word and are written with it."""


def is_subject(sequence: Sequence, frame: Frame, source: Range, lexicon: Lexicon) -> bool:
    """Tells whether unlisted words are the subject of their verb: «أسطول الشمال», «العريضة».

    They are a definite noun or a noun with its complement, agree with the verb, and are not whom
    a verb of demand addresses («ودعا شعب السهل»).
    """
    keys = sequence.tokens.keys
    head = keys[source[0]]
    if frame.verb is None or frame.verb.frames & ADDRESSING:
        return False
    if function_classes(head) - DECLINED:
        return False
    if not _agrees(frame.verb.person, head):
        return False
    if head.startswith("ال"):
        return len(head) > len("الان")
    return _heads_complement(keys, source, lexicon)


def _agrees(person: str, head: str) -> bool:
    """«أعلن» goes with no noun in ة or ات; «أعلنت» goes with any, for it may be a plural."""
    return person == "3fs" or (person == "3ms" and not head.endswith(("ه", "ات")))


def _heads_complement(keys: list[str], source: Range, lexicon: Lexicon) -> bool:
    head, following = keys[source[0]], keys[source[0] + 1 : source[1]][:1]
    if not following or not following[0].startswith("ال") or head.startswith(PREPOSED):
        return False
    return lexicon.word(head) is None


def is_acted_upon(head: str, phrase: PhraseReading) -> bool:
    """«طالب المتظاهرين بـC»: in the ending of an object several are no subject."""
    return phrase.number == "pl" and head.startswith("ال") and head.endswith("ين")


def reports_clause(sequence: Sequence, frame: Frame) -> bool:
    """Tells whether «أن», a colon or a quotation opens what the verb reports."""
    before = sequence.tokens.keys[frame.content - 1]
    start = sequence.start(frame.content) if frame.content < len(sequence.tokens) else -1
    quoted = any(quote.start == start for quote in sequence.analysis.quotes)
    return quoted or before == ":" or "that" in sequence.kinds[frame.content - 1].classes


def quotes_unannounced(sequence: Sequence, frame: Frame) -> bool:
    """«توعدوا بمحاسبة "كل من أخطأ"»: without a colon the quotation belongs to the object."""
    before = sequence.tokens.keys[frame.content - 1]
    return frame.rule.trigger == "fin.quote" and before.isalnum() and not frame.before
