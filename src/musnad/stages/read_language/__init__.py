"""An article gets its names, times, quantities, and the passages that are not standard Arabic."""

from musnad.lexicons import Lexicon
from musnad.model.records import Article, Language
from musnad.stages.read_language.entities import link_mentions
from musnad.stages.read_language.mentions import find_mentions
from musnad.stages.read_language.mentions_scan import make_scan
from musnad.stages.read_language.names_neural import NeuralTagger
from musnad.stages.read_language.passages import find_passages
from musnad.stages.read_language.quantities import find_quantities
from musnad.stages.read_language.times import find_times, time_issues
from musnad.text.analysis import Analysis

__all__ = ["NeuralTagger", "read_language", "time_issues"]


def read_language(
    article: Article, analysis: Analysis, lexicon: Lexicon, neural: NeuralTagger | None = None
) -> Language:
    """Gives entities, mentions, times, quantities and passages, each in text order.

    The neural tagger, when it is given, proposes names in place of the light one.
    """
    scan = make_scan(analysis, lexicon)
    found = find_mentions(scan, neural)
    entities, mentions = link_mentions(article, found, scan)
    times = find_times(article, analysis, scan.seen)
    quantities = find_quantities(article, analysis, scan.seen, times)
    return Language(
        entities=entities, mentions=mentions, times=times, quantities=quantities,
        passages=find_passages(article.id, analysis),
    )  # fmt: skip
