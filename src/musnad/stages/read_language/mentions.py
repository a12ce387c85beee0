"""Where an article names people, bodies, places, media and peoples."""

from musnad.lexicons import Word
from musnad.stages.read_language.mentions_begin import Beginning
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
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.stages.read_language.names_features import rule_marks
from musnad.stages.read_language.names_neural import NeuralTagger
from musnad.stages.read_language.names_tagger import names_tagger
from musnad.stages.read_language.vocabulary import Seen


def find_mentions(scan: Scan, neural: NeuralTagger | None = None) -> tuple[Found, ...]:
    """Gives the outermost mentions in text order, not yet linked to entities.

    The neural tagger proposes names when it is given, else the light one.
    """
    found = find_by_rules(scan)
    marks = rule_marks(found, len(scan.keys))
    if neural is not None:
        return with_neural(scan, found, neural.tag(scan, marks))
    tagged = names_tagger().tag(scan.seen, marks, decided_words(scan, found))
    return with_proposals(scan, found, tagged)


def find_by_rules(scan: Scan) -> tuple[Found, ...]:
    """Gives the outermost mentions that rules and lexicon find, in text order."""
    found: list[Found] = []
    done = 0
    for at in [at for at, seen in enumerate(scan.seen) if seen.begins]:
        if at < done:
            continue
        mention = _at(scan, at, scan.seen[at])
        if mention is None:
            continue
        if mention.holds and mention.office:
            named = find_before_post(scan, at, done)
            found += [named] if named is not None else []
        found.append(mention)
        done = mention.last
    return tuple(found)


def _at(scan: Scan, at: int, seen: Seen) -> Found | None:
    if seen.word is None:
        return find_latter(scan, at) if "latter" in seen.begins else find_unlisted(scan, at)
    for beginning in seen.begins:
        mention = _beginning_so(beginning, scan, at, seen.word)
        if mention is not None:
            return mention
    return None


def _beginning_so(beginning: Beginning, scan: Scan, at: int, word: Word) -> Found | None:
    if beginning == "known":
        return find_known(scan, at, word)
    if beginning == "titled":
        return find_titled(scan, at, word)
    if beginning == "body":
        return find_body(scan, at, word)
    return find_named(scan, at, word) if beginning == "named" else find_people(scan, at, word)
