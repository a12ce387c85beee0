"""Where an article names people, bodies, places, media and peoples."""

from musnad.lexicons import Lexicon, Word
from musnad.stages.read_language.mentions_bodies import find_body, find_known, find_people
from musnad.stages.read_language.mentions_neural import with_neural
from musnad.stages.read_language.mentions_persons import (
    find_before_post,
    find_latter,
    find_named,
    find_titled,
    find_unlisted,
)
from musnad.stages.read_language.mentions_proposed import decided_words, with_proposals
from musnad.stages.read_language.mentions_scan import Found, Scan, finite_forms, make_scan
from musnad.stages.read_language.names_features import rule_marks
from musnad.stages.read_language.names_neural import NeuralTagger
from musnad.stages.read_language.names_tagger import names_tagger
from musnad.text.analysis import Analysis


def find_mentions(
    analysis: Analysis, lexicon: Lexicon, neural: NeuralTagger | None = None
) -> tuple[Found, ...]:
    """Gives the outermost mentions in text order, not yet linked to entities.

    The neural tagger proposes names when it is given, else the light one.
    """
    scan = make_scan(analysis, lexicon)
    found = find_by_rules(scan)
    marks = rule_marks(found, len(scan.keys))
    if neural is not None:
        return with_neural(scan, found, neural.tag(scan, marks))
    tagged = names_tagger().tag(scan.seen, marks, decided_words(scan, found))
    return with_proposals(scan, found, tagged)


def find_by_rules(scan: Scan) -> tuple[Found, ...]:
    """Gives the outermost mentions that rules and lexicon find, in text order."""
    lexicon = scan.lexicon
    found: list[Found] = []
    done = 0
    verbs, latter, keys = finite_forms(), lexicon.latter, scan.keys
    for at, word in enumerate(scan.words):
        if at < done or (word is None and keys[at] not in verbs and keys[at] not in latter):
            continue
        mention = _unlisted(scan, at) if word is None else _at(scan, at, word)
        if mention is None:
            continue
        if mention.holds and mention.office:
            named = find_before_post(scan, at, done)
            found += [named] if named is not None else []
        found.append(mention)
        done = mention.last
    return tuple(found)


def _unlisted(scan: Scan, at: int) -> Found | None:
    if scan.keys[at] in scan.lexicon.latter:
        return find_latter(scan, at)
    return find_unlisted(scan, at)


def _at(scan: Scan, at: int, word: Word) -> Found | None:
    mention = find_known(scan, at, word) if word.starts else None
    if mention is None and word.noun is not None:
        mention = find_titled(scan, at, word) or find_body(scan, at, word)
    if mention is None and (word.given or word.link):
        mention = find_named(scan, at, word)
    if mention is None and word.demonym is not None:
        mention = find_people(scan, at, word)
    return mention
