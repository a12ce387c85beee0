"""Who issued a document that speaks: «نشر S بيانا. وشدد البيان على أن C»."""

from musnad.lexicons import Lexicon
from musnad.stages.attribute_statements.clauses import Clauses, Subject
from musnad.stages.attribute_statements.frames import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import function_classes, is_joined, word_list
from musnad.text.phrases import PhraseReading

ENDINGS = ("", "ه", "ها", "هم", "ا", "ين", "ان")
"""What a document has after its stem where it is named first («بيانا», «بيانها», «مرسومين»)."""


def first_named(phrase: PhraseReading, start: int, sequence: Sequence) -> int | None:
    """Gives the token before an offset that first names a document which somebody issues."""
    if phrase.kind != "document" or phrase.head not in word_list("issued"):
        return None
    named = {phrase.head.removeprefix("ال") + ending for ending in ENDINGS}
    first = next((at for at, key in enumerate(sequence.tokens.keys) if key in named), None)
    return first if first is not None and sequence.tokens.starts[first] < start else None


def issuing(document: int, sequence: Sequence, clauses: Clauses) -> Subject | None:
    """Gives the subject of the verb of issuing that stands before a document in its sentence."""
    keys, opening = sequence.tokens.keys, sequence.sentence_start(document)
    verbs = (at for at in range(opening, document) if "issues" in function_classes(keys[at]))
    verb = next(verbs, None)
    return clauses.subject_of(verb, document) if verb is not None else None


def printed(
    frame: Frame, sequence: Sequence, clauses: Clauses, lexicon: Lexicon
) -> tuple[Range, Range] | None:
    """Gives who prints and the document that speaks in «نشرت R وثيقة، أفادت بأن C»."""
    keys, cue = sequence.tokens.keys, frame.cue[0]
    first = sequence.sentence_start(cue)
    if "issues" not in function_classes(keys[first]) or is_joined(keys[cue]):
        return None
    printer = clauses.subject_of(first, cue)
    start = printer.words[0] if printer is not None else cue
    document = next((at for at in range(start, cue) if _is_printed(keys[at], lexicon)), None)
    return ((start, document), (document, document + 1)) if document is not None else None


def _is_printed(key: str, lexicon: Lexicon) -> bool:
    """Tells whether a word is an indefinite document that a medium has not written itself."""
    word = lexicon.word(key)
    if word is None or word.noun is None or word.definite or word.cut:
        return False
    return "document" in word.noun.classes and key not in lexicon.press_products
