"""An article gets its statements with their chains."""

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import Article, Attribution, Language
from musnad.stages.attribute_statements.confidence import with_confidence
from musnad.stages.attribute_statements.frames import compiled_rules, find_frames
from musnad.stages.attribute_statements.occasions import with_occasions
from musnad.stages.attribute_statements.sequence import build_sequence
from musnad.stages.attribute_statements.statements import join_statements
from musnad.stages.attribute_statements.words import words_of
from musnad.text.analysis import Analysis

__all__ = ["attribute_statements"]


def attribute_statements(
    article: Article,
    analysis: Analysis,
    language: Language,
    lexicon: Lexicon,
    without: frozenset[str] = frozenset(),
) -> Attribution:
    """Gives who said what, through whom; rules named in `without` are left out."""
    words = words_of(lexicon)
    sequence = build_sequence(analysis, language, words)
    frames = find_frames(sequence, compiled_rules(words, without))
    found = join_statements(article, sequence, language, frames, lexicon)
    published = article.published.value if article.published is not None else None
    told = with_occasions(found.statements, sequence, language, published)
    sure = with_confidence(told, sequence.text, language.mentions)
    return msgspec.structs.replace(found, statements=sure)
