"""An article gets its events."""

from bisect import bisect_right

from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, Attribution, Event, Language
from musnad.model.spans import make_span
from musnad.stages.code_events.merge import merge_events
from musnad.stages.code_events.parties import (
    Scene,
    find_date,
    find_parties,
    find_place,
    make_scene,
)
from musnad.stages.code_events.status import find_status, innermost_statement
from musnad.stages.code_events.triggers import Trigger, find_triggers
from musnad.text.analysis import Analysis

__all__ = ["code_events"]


def code_events(
    article: Article,
    analysis: Analysis,
    language: Language,
    attribution: Attribution,
    lexicon: Lexicon,  # noqa: ARG001 - all stages are called alike
) -> tuple[Event, ...]:
    """Gives the distinct events of an article, in text order; unclear parts are null."""
    triggers = find_triggers(analysis.tokens)
    if not triggers:
        return ()
    scene = make_scene(analysis, language)
    rows = []
    for trigger in triggers:
        offset = analysis.tokens.starts[trigger.start]
        at = max(0, bisect_right(analysis.sentences, (offset, len(article.text))) - 1)
        event = _event(article, scene, trigger, attribution, analysis.sentences[at])
        rows.append((at, trigger.word, event))
    return merge_events(rows)


def _event(
    article: Article,
    scene: Scene,
    trigger: Trigger,
    attribution: Attribution,
    sentence: tuple[int, int],
) -> Event:
    tokens = scene.analysis.tokens
    span = make_span(article.text, tokens.starts[trigger.start], tokens.ends[trigger.end - 1])
    statement = innermost_statement(attribution, span.start)
    actor, recipient = find_parties(scene, trigger)
    status = find_status(scene.analysis, trigger, statement)
    told = "told by a statement" if statement else "told by the article"
    return Event(
        id=identity("event", article.id, trigger.word.type, span.start, span.end),
        trigger=span,
        type=trigger.word.type,
        mode=None,
        actor=actor,
        recipient=recipient,
        place=find_place(scene, trigger),
        date=find_date(scene, trigger, sentence),
        status=status,
        statement=statement.id if statement else None,
        background=False,
        quantities=(),
        reason=f"«{trigger.word.lemma}», {told}",
        made_by=f"event.{trigger.word.type.lower()}.{trigger.word.kind}",
    )
