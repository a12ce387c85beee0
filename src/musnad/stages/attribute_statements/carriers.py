"""Which medium carries words where the verb of carrying does not name it itself."""

from musnad.lexicons import Lexicon
from musnad.stages.attribute_statements.discourse import Discourse, agreement_of
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.parts import Frame, Range, Turn
from musnad.stages.attribute_statements.sequence import Sequence


def find_carrier(
    frame: Frame, sequence: Sequence, discourse: Discourse, lexicon: Lexicon
) -> Range | None:
    """Gives the words for whoever carries: before its verb, or whoever spoke last and agrees.

    «صحيفة المنارة نقلت عن S», «ونقلت عن S», «ونقل الموقع عن S»; None where the verb of the
    report carries nothing.
    """
    if frame.carry is None:
        return None
    if frame.relay is not None:
        head = sequence.tokens.keys[frame.relay[0]]
        return _words(discourse.by_head(head, agreement_of(frame)[0]), sequence)
    return _before(frame, sequence, lexicon) or _words(_last(frame, discourse), sequence)


def _before(frame: Frame, sequence: Sequence, lexicon: Lexicon) -> Range | None:
    """Gives whoever stands right before the verb, «قد» or a comma between them."""
    cue, opening = frame.cue[0], sequence.sentence_start(frame.cue[0])
    for first in sorted(sequence.media, reverse=True):
        end = sequence.media[first]
        if opening <= first and cue - REACH <= end <= cue:
            return (first, end) if _leads_on(sequence, end, cue) else None
    last = cue - 1 if sequence.tokens.keys[cue - 1] in word_list("before_carrying") else cue
    return sequence.phrase_before(last, lexicon) if last > opening else None


def _leads_on(sequence: Sequence, first: int, last: int) -> bool:
    """Tells whether nothing but the rest of a phrase stands there («"المنارة" المحلية، قد»)."""
    keys, code_of = sequence.tokens.keys, sequence.code_of
    return all(
        code_of[at] in sequence.phrase_codes or keys[at] in word_list("before_carrying")
        for at in range(first, last)
    )


def _last(frame: Frame, discourse: Discourse) -> Turn | None:
    """Gives the medium that spoke last, where a masculine verb agrees with nobody since.

    «نقل عن S» may have nobody for its subject.
    """
    gender, number = agreement_of(frame)
    latest = discourse.latest(gender, number)
    if latest is not None and latest.speaker.kind == "media":
        return latest
    return discourse.by_kind("media", gender) if gender == "f" else None


def _words(turn: Turn | None, sequence: Sequence) -> Range | None:
    """Gives the tokens by which somebody who spoke was named."""
    if turn is None or turn.evidence is None:
        return None
    tokens = sequence.tokens
    return tokens.at(turn.evidence.start), tokens.at(turn.evidence.end - 1) + 1


REACH = 5
"""A medium is looked for in so many tokens before the verb."""
