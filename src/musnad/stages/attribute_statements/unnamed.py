"""Whom a noun without a name means: «المسؤول» is who has spoken, «النقابة» no ministry."""

from musnad.lexicons import Lexicon
from musnad.model.records import Speaker
from musnad.stages.attribute_statements.discourse import Discourse
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.parts import Turn
from musnad.stages.attribute_statements.speaker_names import noun_classes
from musnad.text.name_keys import first_word
from musnad.text.phrase_records import PhraseReading
from musnad.text.phrases import PERSONS

CALLINGS, ANYBODY = frozenset({"title", "role"}), frozenset({"office", "anonymous"})
"""Classes of nouns that say what somebody is by trade, and of those that may mean anybody."""

CALLED_BY_KIND = frozenset({"organisation", "document"})


def unnamed(phrase: PhraseReading, discourse: Discourse, lexicon: Lexicon) -> Turn | None:
    """Gives who spoke: «المسؤول» is anybody, a «القبطان» only one who is called nothing else."""
    classes = noun_classes(phrase.head, lexicon)
    turn = discourse.by_kind(phrase.kind, phrase.gender)
    if turn is None or not classes or _is_another(turn, phrase, lexicon):
        return None
    if phrase.number == "pl" and turn.number == "sg":  # «المسؤولون» is no spokesman
        return None
    anybody = classes & ANYBODY or not classes & CALLINGS
    return turn if anybody or not _is_called(turn.speaker, discourse, lexicon) else None


def meant_by(
    phrase: PhraseReading, turn: Turn | None, discourse: Discourse, keys: list[str]
) -> Turn | None:
    """Gives who of those that spoke is meant: whom a noun fits, or for «المصدر» the last."""
    if turn is not None:
        return turn if _may_mean(phrase, turn) else None
    return _last_source(phrase, discourse, keys)


def _last_source(phrase: PhraseReading, discourse: Discourse, keys: list[str]) -> Turn | None:
    """«المصدر» where nobody was called so is whoever spoke last: a ministry, its spokesman."""
    anyone = phrase.head in word_list("any_source") and phrase.definite
    if not anyone or not discourse.turns or not word_list("a_source").isdisjoint(keys):
        return None
    return discourse.turns[-1]


def _may_mean(phrase: PhraseReading, turn: Turn) -> bool:
    """Tells whether a noun may mean who spoke: «الوكالة» is no paper's only, a body's too."""
    kind = turn.speaker.kind
    bodies = {phrase.kind, kind} == {"media", "organisation"} and turn.head is not None
    return bodies or kind in (phrase.kind, "person", "anonymous")


def _is_another(turn: Turn, phrase: PhraseReading, lexicon: Lexicon) -> bool:
    """«مراسلنا» is the correspondent who spoke, no other paper; a body is called what it is."""
    head = first_word(turn.speaker.name)
    ours = phrase.kind == "media" and phrase.head.endswith("نا")
    paper = ours and "media" in noun_classes(head, lexicon)
    return paper or _is_other_body(turn, phrase, lexicon)


def _is_other_body(turn: Turn, phrase: PhraseReading, lexicon: Lexicon) -> bool:
    """«النقابة» is no ministry, «البيان» no report that spoke before: each is called what it is."""
    head, bare = turn.head or "", phrase.head.removeprefix("ال")
    known = phrase.kind in noun_classes(head, lexicon)
    other = not head.removeprefix("ال").startswith(bare)
    kept = phrase.kind in CALLED_BY_KIND and phrase.head not in word_list("any_document")
    return kept and known and other


def _is_called(speaker: Speaker, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Tells whether a noun has said what somebody is, before a name or in its place."""
    heads = {turn.head for turn in discourse.turns if turn.speaker.name == speaker.name}
    heads.add(first_word(speaker.name))
    return any(noun_classes(head, lexicon) & PERSONS for head in heads if head)
