"""The day on which quoted words were spoken: «قال أمس: "سنغادر غدا"» counts from yesterday."""

from bisect import bisect_right
from datetime import date

from musnad.lexicons.verbs import verb_table
from musnad.stages.read_language.times_sense import without_prefix
from musnad.stages.read_language.times_told import Told
from musnad.stages.read_language.times_words import time_words
from musnad.text.analysis import Analysis
from musnad.text.quotes import Quote

NAME_LENGTH = 20
"""A quotation up to this length is a name or a single word."""


def quote_around(analysis: Analysis, offset: int) -> Quote | None:
    """Gives the innermost quotation around an offset."""
    around = (quote for quote in analysis.quotes if quote.inner_start <= offset < quote.inner_end)
    return min(around, key=_length, default=None)


def quote_length(analysis: Analysis, offset: int) -> int:
    """Gives the length of the innermost quotation around an offset, 0 outside quotations."""
    quote = quote_around(analysis, offset)
    return _length(quote) if quote else 0


def _length(quote: Quote) -> int:
    return quote.inner_end - quote.inner_start


def sentence_start(analysis: Analysis, offset: int) -> int:
    """Gives the offset where the sentence around an offset begins."""
    at = bisect_right(analysis.sentences, (offset, len(analysis.text))) - 1
    return analysis.sentences[at][0] if at >= 0 else 0


def day_of_speaking(analysis: Analysis, told: Told, offset: int) -> date | None:
    """Gives the day that the clause before a quotation dates its speaking to, None if it does not.

    The clause has a verb of saying in the past and no other verb's day: «الذي وصل أمس» is none.
    """
    quote = quote_around(analysis, offset) if told.speaks_of_days else None
    if quote is None or _length(quote) <= NAME_LENGTH:
        return None
    start = sentence_start(analysis, quote.start)
    found = told.day_within(start, quote.start)
    if found is None or quote_around(analysis, found[0]):
        return None
    return found[1] if _is_speech(analysis, start, quote.start) else None


def _is_speech(analysis: Analysis, start: int, end: int) -> bool:
    tokens = analysis.tokens
    keys = tokens.keys[tokens.at(start) : tokens.at(end)]
    if any(key in time_words().relative for key in keys):
        return False
    readings = (verb_table().get(key) or verb_table().get(without_prefix(key), ()) for key in keys)
    return any(verb.tense == "past" for verbs in readings for verb in verbs)
