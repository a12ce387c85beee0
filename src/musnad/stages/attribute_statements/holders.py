"""Who holds a post that stands alone, and who says below what a headline has somebody say."""

import re
from functools import lru_cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Speaker, Statement
from musnad.text.name_keys import first_word


def find_holder(
    statement: Statement, found: list[Statement], text: str, lexicon: Lexicon
) -> Speaker | None:
    """Gives the person whom an article elsewhere names, where a statement names a post only."""
    return _holder(statement, found, lexicon) or _told_below(statement, found, text, lexicon)


def _holder(statement: Statement, found: list[Statement], lexicon: Lexicon) -> Speaker | None:
    """Gives who elsewhere has a name and all the words of this office."""
    if not _is_office(statement.speaker, lexicon):
        return None
    words = _words(statement.speaker.name)
    holders = [
        other
        for other in found
        if other.source is not None
        and other.speaker.kind == "person"
        and words < _words(other.source.text)
        and not _is_office(other.speaker, lexicon)
    ]
    before = [other for other in holders if other.cue.start < statement.cue.start]
    return next((other.speaker for other in (*reversed(before), *holders)), None)


def _told_below(
    statement: Statement, found: list[Statement], text: str, lexicon: Lexicon
) -> Speaker | None:
    """«بحار: C» in the headline, «قال نادر الكتبي إن C» below: one speaker, named by the body."""
    body = text.find("\n")
    if statement.cue.start > body or statement.source is None:
        return None
    speaker = statement.speaker
    if speaker.kind != "anonymous" and not _is_office(speaker, lexicon):
        return None
    said = _words(statement.content[0].text)
    if len(said) < FEW_WORDS:
        return None
    below = [s for s in found if s.cue.start > body and s.inside is None]
    named = {s.speaker.name: s.speaker for s in below if s.speaker.kind == "person"}
    shared = {name: len(said & _said_by(name, below)) / len(said) for name in named}
    best = max(shared, key=shared.__getitem__, default=None)
    if best is None or shared[best] < MOST or _is_office(named[best], lexicon):
        return None
    return named[best]


def _said_by(name: str, statements: list[Statement]) -> frozenset[str]:
    said = (_words(s.content[0].text) for s in statements if s.speaker.name == name)
    return frozenset().union(*said)


FEW_WORDS = 4
"""Fewer words of a headline are not enough to know them again."""
MOST = 0.6
"""Such a part of the words of a headline stands again in what its speaker says below."""


def _is_office(speaker: Speaker, lexicon: Lexicon) -> bool:
    """Tells whether a person is named by nothing but a post."""
    if speaker.kind != "person":
        return False
    first = first_word(speaker.name)
    word = lexicon.word(first) if first else None
    return word is not None and word.noun is not None and not word.noun.classes.isdisjoint(POSTS)


POSTS = frozenset({"office", "role", "title"})


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(ARTICLE.sub("", word) for word in fold_key(text).split())


ARTICLE = re.compile("^و?(?:ال)?|[،,]$")
