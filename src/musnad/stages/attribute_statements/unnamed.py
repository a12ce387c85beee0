"""Whom a noun without a name means: «المسؤول» is who has spoken, «النقابة» no ministry."""

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import Speaker
from musnad.stages.attribute_statements.discourse import Discourse, Turn
from musnad.stages.attribute_statements.speaker_names import noun_classes
from musnad.text.phrases import PERSONS, PhraseReading

CALLINGS, ANYBODY = frozenset({"title", "role"}), frozenset({"office", "anonymous"})
"""Classes of nouns that say what somebody is by trade, and of those that may mean anybody."""


def unnamed(phrase: PhraseReading, discourse: Discourse, lexicon: Lexicon) -> Turn | None:
    """Gives who spoke: «المسؤول» is anybody, a «القبطان» only one who is called nothing else."""
    classes = noun_classes(phrase.head, lexicon)
    turn = discourse.by_kind(phrase.kind, phrase.gender)
    if turn is None or not classes or _is_other_body(turn, phrase, lexicon):
        return None
    anybody = classes & ANYBODY or not classes & CALLINGS
    return turn if anybody or not _is_called(turn.speaker, discourse, lexicon) else None


def _is_other_body(turn: Turn, phrase: PhraseReading, lexicon: Lexicon) -> bool:
    """«النقابة» is not the ministry that spoke before: each is called by what it is."""
    head = turn.head or ""
    known = "organisation" in noun_classes(head, lexicon)
    other = head.removeprefix("ال") != phrase.head.removeprefix("ال")
    return phrase.kind == "organisation" and known and other


def _is_called(speaker: Speaker, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Tells whether a noun has said what somebody is, before a name or in its place."""
    heads = {turn.head for turn in discourse.turns if turn.speaker.name == speaker.name}
    heads.add(fold_key(speaker.name).partition(" ")[0])
    return any(noun_classes(head, lexicon) & PERSONS for head in heads if head)
