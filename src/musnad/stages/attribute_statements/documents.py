"""Who issued a document that speaks: «نشر S بيانا. وشدد البيان على أن C»."""

from musnad.lexicons import Lexicon
from musnad.stages.attribute_statements.clauses import Clauses
from musnad.stages.attribute_statements.listed import function_classes, word_list
from musnad.stages.attribute_statements.parts import Frame, Range, Subject, Turn
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import is_joined
from musnad.text.phrase_records import PhraseReading

ENDINGS = ("", "ه", "ها", "هم", "ا", "ين", "ان")
"""What a document has after its stem where it is named first («بيانا», «بيانها», «مرسومين»)."""

ISSUERS = frozenset({"person", "organisation", "government", "collective"})


def first_named(phrase: PhraseReading, start: int, sequence: Sequence) -> int | None:
    """Gives the token before an offset that first names a document which somebody issues."""
    known = word_list("issued") | word_list("issued_reports")
    if phrase.kind != "document" or phrase.head not in known:
        return None
    stem = phrase.head.removeprefix("ال")
    named = {lead + stem + ending for lead in ("", "ل", "ب") for ending in ENDINGS}
    first = next((at for at, key in enumerate(sequence.tokens.keys) if key in named), None)
    return first if first is not None and sequence.tokens.starts[first] < start else None


def told_by(document: int, start: int, turns: list[Turn], sequence: Sequence) -> Turn | None:
    """Gives who spoke in the sentence that first names a document, before an offset.

    A report, or a document that is only gone by («وفقا لمذكرة S»), has to stand in their name.
    """
    opening = sequence.start(sequence.sentence_start(document))
    named = sequence.start(document)
    strict = not is_issued(sequence.tokens.keys[document])
    told = (t for t in reversed(turns) if t.speaker.kind in ISSUERS and opening <= t.offset < start)
    return next((t for t in told if not strict or _stands_in(t, named)), None)


def is_issued(key: str) -> bool:
    """Tells whether a word is a document that somebody issues as their own words («بيان»)."""
    issued = word_list("issued")
    return any(key.endswith(ending) and key.removesuffix(ending) in issued for ending in ENDINGS)


def _stands_in(turn: Turn, offset: int) -> bool:
    return turn.evidence is not None and turn.evidence.start <= offset < turn.evidence.end


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
