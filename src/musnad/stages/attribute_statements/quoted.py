"""What quotation marks beside a cue hold: a name, or the words of its speaker."""

from musnad.stages.attribute_statements.sequence import Sequence


def opens_quote(sequence: Sequence, token: int) -> bool:
    """Tells whether a word opens a quotation: «أعتقد أن…» is its speaker's first person there."""
    start = sequence.start(token)
    return any(quote.inner_start == start for quote in sequence.analysis.quotes)


def names_in_quotes(sequence: Sequence, cue: int) -> bool:
    """Tells whether few words in quotation marks before a cue are a name («وكالة "المنارة"»)."""
    quotes = [q for q in sequence.analysis.quotes if q.closed and q.end <= sequence.start(cue)]
    if not quotes:
        return False
    first, last = sequence.tokens.at(quotes[-1].start), sequence.tokens.at(quotes[-1].inner_end)
    behind = first > 0 and sequence.tokens.keys[first - 1].isalnum()
    return last - first <= (NAME_WORDS if behind else SURNAME_WORDS)


NAME_WORDS, SURNAME_WORDS = 4, 2
"""Quotation marks that hold a name open so many tokens before they close, behind a word or not."""
