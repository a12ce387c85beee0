"""Where an article names people, bodies, places, media and peoples."""

from collections.abc import Callable

from musnad.lexicons import Lexicon, Word
from musnad.stages.read_language.mentions_bodies import find_body, find_known, find_people
from musnad.stages.read_language.mentions_persons import find_named, find_titled
from musnad.stages.read_language.mentions_scan import Found, Scan, make_scan
from musnad.text.analysis import Analysis

FINDERS: tuple[Callable[[Scan, int, Word], Found | None], ...] = (
    find_known, find_titled, find_body, find_named, find_people,
)  # fmt: skip


def find_mentions(analysis: Analysis, lexicon: Lexicon) -> tuple[Found, ...]:
    """Gives the outermost mentions in text order, not yet linked to entities."""
    scan = make_scan(analysis, lexicon)
    found: list[Found] = []
    done = 0
    for at, word in enumerate(scan.words):
        if word is None or at < done:
            continue
        mention = _at(scan, at, word)
        if mention is not None:
            found.append(mention)
            done = mention.last
    return tuple(found)


def _at(scan: Scan, at: int, word: Word) -> Found | None:
    for finder in FINDERS:
        mention = finder(scan, at, word)
        if mention is not None:
            return mention
    return None
