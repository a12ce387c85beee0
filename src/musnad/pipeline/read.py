"""One page becomes its readings: the stages in order, nothing else."""

from hashlib import sha256
from importlib.metadata import version

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.records import (
    SCHEMA,
    Attribution,
    Cleaned,
    Entity,
    Event,
    Issue,
    Language,
    Page,
    Quantity,
    Reading,
    Received,
    SiteLines,
    Versions,
)
from musnad.model.sites import NO_SITE, SITE_LINES
from musnad.pipeline.ingested import ingested
from musnad.rules.cards import rules_sha256
from musnad.stages.attribute_statements import attribute_statements
from musnad.stages.clean_articles import clean_articles
from musnad.stages.code_events import code_events
from musnad.stages.read_language import NeuralTagger, read_language, time_issues
from musnad.text.analysis import Analysis, analyse
from musnad.trained import trained_sha256

ARABIC = "ar"
VERSION = version("musnad")
SHOWN = 40
"""Code points shown of a quotation that nothing closes."""
WORD_FILES = ("verbs.xz", "word_bands.xz", "confidence.json")
"""The trained files that tell about words and statements, whatever tagger finds names."""
NAME_FILES = ("name_bands.xz", "names.crf.gz")
"""The trained files of the light tagger of names."""
NEURAL = "names_neural"
"""The name of the neural tagger among the models of a reading."""


def read_page(
    received: Received,
    lexicon: Lexicon,
    neural: NeuralTagger | None = None,
    site: SiteLines = NO_SITE,
) -> tuple[Reading, ...]:
    """Gives one reading for each article on the page, at least one; faults are its issues.

    `site` are the lines of the page that its site is known to repeat.
    """
    page = ingested(received)
    articles = clean_articles(page, lexicon, site)
    readings = (read_article(page, cleaned, lexicon, neural) for cleaned in articles)
    return tuple(_with_site(reading, site) for reading in readings)


def read_article(
    page: Page, cleaned: Cleaned, lexicon: Lexicon, neural: NeuralTagger | None = None
) -> Reading:
    """Gives the reading of one article cut out of its page."""
    article = cleaned.article
    language, attribution = Language(), Attribution()
    events: tuple[Event, ...] = ()
    issues = (*page.issues, *(i for i in cleaned.issues if i not in page.issues))
    if article.language == ARABIC and article.text:
        analysis = analyse(article.text)
        issues += _unbalanced(analysis)
        language = read_language(article, analysis, lexicon, neural)
        issues += time_issues(language.times)
        attribution = attribute_statements(article, analysis, language, lexicon)
        events = code_events(article, analysis, language, attribution, lexicon)
    return Reading(
        schema=SCHEMA,
        article=article,
        blocks=cleaned.blocks,
        dropped=cleaned.dropped,
        entities=_entities(language, attribution),
        mentions=language.mentions,
        times=language.times,
        quantities=_with_statements(language.quantities, attribution),
        statements=attribution.statements,
        events=events,
        issues=issues,
        versions=Versions(
            musnad=VERSION,
            rules=rules_sha256(),
            lexicons=lexicon.sha256,
            models=_models(neural),
        ),
        passages=language.passages,
    )


def _with_site(reading: Reading, site: SiteLines) -> Reading:
    """Names, among what made the reading, the lines that its site repeats."""
    if not site.keys:
        return reading
    digest = sha256("\n".join(sorted(site.keys)).encode("utf-8", "surrogatepass")).hexdigest()
    models = {**reading.versions.models, SITE_LINES: digest}
    versions = msgspec.structs.replace(reading.versions, models=models)
    return msgspec.structs.replace(reading, versions=versions)


def _models(neural: NeuralTagger | None) -> dict[str, str]:
    """Gives the sha256 of each trained file that shapes readings, by its name."""
    if neural is None:
        return {name: trained_sha256(name) for name in (*NAME_FILES, *WORD_FILES)}
    return {NEURAL: neural.digest, **{name: trained_sha256(name) for name in WORD_FILES}}


def _unbalanced(analysis: Analysis) -> tuple[Issue, ...]:
    """Gives one issue with the beginning of each quotation that nothing closes."""
    text = analysis.text
    starts = (quote.start for quote in analysis.quotes if not quote.closed)
    opened = [text[at : at + SHOWN].partition("\n")[0] for at in starts]
    return (Issue(code="M-130", detail=" … ".join(opened)),) if opened else ()


def _entities(language: Language, attribution: Attribution) -> tuple[Entity, ...]:
    known = {entity.id for entity in language.entities}
    return (*language.entities, *(e for e in attribution.entities if e.id not in known))


def _with_statements(
    quantities: tuple[Quantity, ...], attribution: Attribution
) -> tuple[Quantity, ...]:
    """A count inside a statement is the word of its speaker: the innermost statement is named."""
    return tuple(_with_statement(quantity, attribution) for quantity in quantities)


def _with_statement(quantity: Quantity, attribution: Attribution) -> Quantity:
    holding = [
        s
        for s in attribution.statements
        if any(c.start <= quantity.start and quantity.end <= c.end for c in s.content)
    ]
    if not holding:
        return quantity
    innermost = min(holding, key=lambda s: s.content[-1].end - s.content[0].start)
    return msgspec.structs.replace(quantity, statement=innermost.id)
