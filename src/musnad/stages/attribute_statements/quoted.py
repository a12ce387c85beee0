"""What quotation marks beside a cue hold: a name, or the words of its speaker."""

from musnad.rules.schema import Rule
from musnad.stages.attribute_statements.sequence import Range, Sequence


def opens_quote(sequence: Sequence, token: int) -> bool:
    """Tells whether a word opens a quotation: «أعتقد أن…» is its speaker's first person there."""
    start = sequence.start(token)
    return any(quote.inner_start == start for quote in sequence.analysis.quotes)


def names_in_quotes(sequence: Sequence, cue: int) -> bool:
    """Tells whether few words in quotation marks before a cue are a name («وكالة "المنارة"»).

    «"نادر الكتبي" يطالب»: so is all that is in them where it is a name of the article.
    """
    quotes = [q for q in sequence.analysis.quotes if q.closed and q.end <= sequence.start(cue)]
    if not quotes:
        return False
    first, last = sequence.tokens.at(quotes[-1].start), sequence.tokens.at(quotes[-1].inner_end)
    if (first + 1, last) in sequence.names:
        return True
    behind = first > 0 and sequence.tokens.keys[first - 1].isalnum()
    return last - first <= (NAME_WORDS if behind else SURNAME_WORDS)


NAME_WORDS, SURNAME_WORDS = 4, 2
"""Quotation marks that hold a name open so many tokens before they close, behind a word or not."""


def outside_names(
    rule: Rule, sequence: Sequence, source: Range | None, content: int
) -> tuple[Range | None, int] | None:
    """Gives source and content so that no name is cut in two, None where nothing is reported.

    «نشرت صحيفة "المد" المرسوية نتائج C»: what is reported stands behind the whole name, save
    of a name of its own («اتهم الجيش، قوات "المد" بـC»).
    """
    name = _name_over(sequence, content)
    if name is None:
        return source, content
    nominal = rule.options.get("mode") == "noun" and rule.options.get("content") is None
    follows = sequence.codes[name[1] + 1 : name[1] + 2] in sequence.phrase_codes
    if source is None or not (nominal and follows):
        return None
    return (source, name[0]) if source[1] <= name[0] else ((source[0], name[1]), name[1])


def _name_over(sequence: Sequence, token: int) -> Range | None:
    """Gives the name that begins before this token and holds it, if one does.

    «منظمة "صوت من أجل البحر"»: a quotation that opens within a name is nobody's words.
    """
    key = sequence.tokens.keys[token] if token < len(sequence.tokens) else ""
    inside = key.startswith("ال") and sequence.code_of[token] in sequence.inside_codes
    if not inside and key not in OPENING:
        return None
    return next((name for name in sequence.names if name[0] < token < name[1]), None)


OPENING = frozenset('"«“‹')
