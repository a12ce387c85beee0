"""Frames, scopes, speakers and chains joined into statements."""

import msgspec

from musnad.lexicons import Lexicon
from musnad.model.ids import SEPARATOR, begun_identity
from musnad.model.records import (
    Article,
    Attribution,
    Cue,
    Entity,
    Language,
    Relay,
    Span,
    Speaker,
    Statement,
)
from musnad.model.spans import make_span
from musnad.stages.attribute_statements.carriers import find_carrier
from musnad.stages.attribute_statements.chains import (
    build_chain,
    find_lead,
    find_relays,
    inherited,
    is_publisher,
    relay_of,
    through,
)
from musnad.stages.attribute_statements.circumstances import find_addressee, find_medium, find_said
from musnad.stages.attribute_statements.holders import find_holder
from musnad.stages.attribute_statements.judgement import CLAUSE, judge_act
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.manner import QUOTES, judge_manner, read_clause
from musnad.stages.attribute_statements.parts import Frame, Resolved, Scope, Turn
from musnad.stages.attribute_statements.scope import find_scope
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.speaker_names import (
    TYPE_OF_KIND,
    UNKNOWN,
    is_known,
    is_thing,
)
from musnad.stages.attribute_statements.speakers import Resolver


class Context:
    """What every statement of one article shares."""

    def __init__(
        self, article: Article, sequence: Sequence, language: Language, lexicon: Lexicon
    ) -> None:
        self.article = article
        self.sequence = sequence
        self.language = language
        self.lexicon = lexicon
        self.resolver = Resolver(sequence, language, lexicon)
        self.lead = find_lead(article, lexicon)
        self.identity = begun_identity("statement", article.id)


def join_statements(
    article: Article,
    sequence: Sequence,
    language: Language,
    frames: tuple[Frame, ...],
    lexicon: Lexicon,
) -> Attribution:
    """Gives the statements of the frames, in the order of their cues, and entities they add."""
    if not frames:
        return Attribution()
    context = Context(article, sequence, language, lexicon)
    found: list[Statement] = []
    trimmed = map(context.resolver.trimmed, frames)
    frames = tuple(f for f in trimmed if f.source is not None or "needs" not in f.rule.options)
    for index, frame in enumerate(frames):
        if frame.before and _passes_on(context, frame, found):
            continue
        scope = find_scope(sequence, frames, index)
        statement = _statement(context, frame, scope, found) if scope is not None else None
        if statement is not None:
            if frame.before:
                _close(found, statement, context)
            found.append(statement)
    held = [_with_holder(statement, found, context) for statement in found]
    return Attribution(statements=tuple(held), entities=_new_entities(held, context))


def _passes_on(context: Context, frame: Frame, found: list[Statement]) -> bool:
    """«قال S إن C، بحسب R»: a medium that closes the sentence carried its statements here."""
    carrier = frame.source or frame.relay
    if carrier is None:
        return False
    start = context.sequence.start(context.sequence.sentence_start(frame.cue[0]))
    here = [i for i, s in enumerate(found) if s.cue.start >= start and s.speaker.kind != "media"]
    relay = relay_of(carrier, frame.cue, context.sequence, context.language, context.lexicon)
    if not here or relay is None or context.resolver.read(carrier).kind != "media":
        return False
    if not is_publisher(relay.name, context.article, context.lexicon):
        for index in here:
            found[index] = _carried(found[index], relay, context)
    return True


def _close(found: list[Statement], closing: Statement, context: Context) -> None:
    """«فتح الجيش تحقيقا فيما وصفه بكذا، وفقا لوثيقة»: the source that closes carried it all."""
    for index, statement in enumerate(found):
        within = closing.content[0].start <= statement.cue.start < closing.cue.start
        if within and statement.speaker.name != closing.speaker.name:
            carried = through(closing, context.sequence.text)
            relays = (*closing.relays, carried, *statement.relays)
            chain = build_chain(context.lead, relays, statement.speaker, statement.source)
            found[index] = msgspec.structs.replace(
                statement, relays=relays, chain=chain, inside=statement.inside or closing.id
            )


def _carried(statement: Statement, relay: Relay, context: Context) -> Statement:
    relays = (relay, *(r for r in statement.relays if r.inherited_from is None))
    chain = build_chain(context.lead, relays, statement.speaker, statement.source)
    return msgspec.structs.replace(statement, relays=relays, chain=chain)


def _with_holder(statement: Statement, found: list[Statement], context: Context) -> Statement:
    """«وزير الموانئ» alone is the person whom the article elsewhere calls by name and office."""
    holder = find_holder(statement, found, context.sequence.text, context.lexicon)
    if holder is None:
        return statement
    how = "nominal" if statement.source is not None else statement.speaker.how
    holder = msgspec.structs.replace(holder, how=how)
    way = build_chain(context.lead, statement.relays, holder, statement.source)
    return msgspec.structs.replace(statement, speaker=holder, chain=way)


class _Links:
    """The statements that this one stands in and that it continues.

    `follows` tells that another statement stands before it in the same sentence.
    """

    __slots__ = ("continued", "follows", "outer")

    def __init__(
        self, outer: Statement | None, continued: Statement | None, *, follows: bool
    ) -> None:
        self.outer = outer
        self.continued = continued
        self.follows = follows


def _statement(
    context: Context, frame: Frame, scope: Scope, earlier: list[Statement]
) -> Statement | None:
    resolved = context.resolver.resolve(frame)
    if resolved is None or _names_topic(context, frame, resolved):
        return None
    if frame.verb is not None and frame.verb.lemma in word_list("shows"):
        entities = context.language.entities
        if not is_known(resolved.speaker, resolved.head, entities, context.lexicon):
            return None
    outer = _enclosing(context, frame, scope, earlier) or _teller(resolved, earlier)
    if outer is not None and (outer.speaker.name == resolved.speaker.name or _unnamed(outer)):
        outer = None
    continued = _continued(resolved, earlier) if outer is None else None
    follows = _follows(context.sequence, frame, earlier)
    links = _Links(outer, continued, follows=follows)
    relays = _relays(context, frame, resolved, links)
    statement = _assemble(context, frame, scope, resolved, (relays, links))
    if resolved.speaker != UNKNOWN and not frame.is_aside:
        takes_turn = outer is None or (frame.source is None and outer.speaker.kind == "media")
        turn = _turn(context, frame, resolved)
        context.resolver.discourse.add(turn, inner=not takes_turn, goes_on=frame.speaks)
    return statement


def _teller(resolved: Resolved, earlier: list[Statement]) -> Statement | None:
    """Gives the statement in whose words somebody else speaks, though its content ends before."""
    if resolved.told is None:
        return None
    return next((s for s in reversed(earlier) if s.cue.start == resolved.told.offset), None)


def _named_at(context: Context, frame: Frame, resolved: Resolved) -> Span | None:
    """Gives where the speaker of the frame was named: here, or where it was last."""
    if frame.source is None or resolved.refused:
        return resolved.evidence
    sequence = context.sequence
    return make_span(sequence.text, sequence.start(frame.source[0]), sequence.end(frame.source[1]))


def _names_topic(context: Context, frame: Frame, resolved: Resolved) -> bool:
    """«مرسى: رئيس الوزراء يستقبل…»: a bare place or an ordinary noun is a topic, not who."""
    if not frame.rule.options.get("title"):
        return False
    if resolved.speaker.kind == "unknown" or _is_thing(resolved.speaker, context):
        return True
    bare = frame.cue[0] == 1 and resolved.speaker.kind == "government"
    topic = context.sequence.codes[frame.content + 1 : frame.content + 2]
    return bare and (topic in context.sequence.source_codes or not resolved.is_state)


def _is_thing(speaker: Speaker, context: Context) -> bool:
    return is_thing(speaker, context.language.entities, context.lexicon)


def _follows(sequence: Sequence, frame: Frame, earlier: list[Statement]) -> bool:
    if not earlier:
        return False
    return earlier[-1].cue.start >= sequence.start(sequence.sentence_start(frame.cue[0]))


def _unnamed(outer: Statement) -> bool:
    return outer.speaker.kind == "unknown"


def _continued(resolved: Resolved, earlier: list[Statement]) -> Statement | None:
    """Gives the last statement of the same speaker that stands in no other's words.

    Nobody named goes on with whom the cue takes up, in whose words ever that one spoke.
    """
    if resolved.speaker == UNKNOWN:
        return None
    turn = resolved.continues
    if turn is not None and resolved.speaker.how == "elided":
        return next((s for s in reversed(earlier) if s.cue.start == turn.offset), None)
    name = resolved.speaker.name
    for statement in reversed(earlier):
        if statement.inside is None and statement.speaker.name == name:
            return statement
    return None


def _turn(context: Context, frame: Frame, resolved: Resolved) -> Turn:
    return Turn(
        speaker=resolved.speaker,
        gender=resolved.gender,
        number=resolved.number,
        head=resolved.head,
        offset=context.sequence.start(frame.cue[0]),
        evidence=_named_at(context, frame, resolved),
    )


def _enclosing(
    context: Context, frame: Frame, scope: Scope, earlier: list[Statement]
) -> Statement | None:
    """Gives the innermost statement whose content holds the cue and the content of this one."""
    start = min(context.sequence.start(frame.cue[0]), scope.start)
    for statement in reversed(earlier):
        if statement.content[0].start <= start and scope.end <= statement.content[-1].end:
            return statement
    return None


def _relays(context: Context, frame: Frame, resolved: Resolved, links: _Links) -> tuple[Relay, ...]:
    """Gives the frame's own relays, else those the same speaker's words came through before."""
    own = _own_relays(context, frame, resolved, links)
    if not own and links.continued is not None:
        return tuple(inherited(relay, links.continued) for relay in links.continued.relays)
    if links.outer is None:
        return own
    return (*links.outer.relays, through(links.outer, context.sequence.text), *own)


def _own_relays(
    context: Context, frame: Frame, resolved: Resolved, links: _Links
) -> tuple[Relay, ...]:
    sequence, language, lexicon = context.sequence, context.language, context.lexicon
    opening = sequence.sentence_start(frame.cue[0])
    if resolved.speaker.kind == "media" and frame.relay is None:
        return ()
    found = find_relays(
        frame, frame.cue[0] if links.follows else opening, sequence, language, lexicon
    )
    carrier = resolved.carrier
    if carrier is None and not found:
        carrier = find_carrier(frame, sequence, context.resolver.discourse, lexicon)
    if carrier is not None:
        printer = relay_of(carrier, (opening, opening + 1), sequence, language, lexicon)
        found = (printer,) if printer is not None else found
    return tuple(
        relay
        for relay in found
        if relay.name != resolved.speaker.name
        and not is_publisher(relay.name, context.article, lexicon)
    )


def _assemble(
    context: Context,
    frame: Frame,
    scope: Scope,
    resolved: Resolved,
    passed: tuple[tuple[Relay, ...], _Links],
) -> Statement:
    sequence, (relays, links) = context.sequence, passed
    text = sequence.text
    cue = make_span(text, sequence.start(frame.cue[0]), sequence.end(frame.cue[1]))
    named_at = _named_at(context, frame, resolved)
    source = named_at if frame.source is not None and not resolved.refused else None
    dated = context.article.published
    published = dated.value if dated is not None else None
    kept = links.continued if _goes_on(frame) else None
    first, last = sequence.tokens.at(scope.start), sequence.tokens.at(scope.end - 1)
    end = min(last + 1, first + CLAUSE)
    clause = read_clause(sequence.tokens.keys[first:end], sequence.kinds[first:end])
    polarity, modality = judge_manner(clause)
    led_by = next(
        (k for k in reversed(sequence.tokens.keys[max(first - 2, 0) : first]) if k not in QUOTES),
        "",
    )
    timed = sequence.time_code in sequence.codes[first + 1 : end + 1]
    return Statement(
        id=context.identity(SEPARATOR.join(map(str, (cue.start, cue.end, scope.start, scope.end)))),
        cue=Cue(start=cue.start, end=cue.end, text=cue.text, lemma=_lemma(frame, cue.text)),
        source=source,
        speaker=resolved.speaker,
        relays=relays,
        chain=build_chain(context.lead, relays, resolved.speaker, named_at),
        content=(make_span(text, scope.start, scope.end),),
        mode=scope.mode,
        act=judge_act(frame, clause, led_by, dated=timed),
        medium=find_medium(frame, sequence, scope.start, context.lexicon)
        or (kept.medium if kept else None),
        addressee=find_addressee(frame, sequence, refused=resolved.refused),
        said=find_said(frame, sequence, scope.start, context.language.times, published)
        or (kept.said if kept else None),
        polarity=polarity,
        modality=modality,
        continues=links.continued.id if links.continued is not None else None,
        inside=links.outer.id if links.outer is not None else None,
        confidence=0.0,
        made_by=frame.rule.id,
        why=_why(frame, scope, resolved),
    )


def _goes_on(frame: Frame) -> bool:
    """Tells whether a cue goes on with what its speaker has begun to say («وأضاف نادر»)."""
    return frame.source is None or (frame.verb is not None and "cont" in frame.verb.frames)


def _lemma(frame: Frame, text: str) -> str:
    if frame.carry is not None:
        return "نقل"
    return frame.verb.lemma if frame.verb is not None else text


def _why(frame: Frame, scope: Scope, resolved: Resolved) -> tuple[str, ...]:
    lines = [f"{frame.rule.id}: {frame.rule.why}"]
    if frame.subject is not None:
        lines.append(f"{frame.subject}: the source stands before its verb")
    if resolved.continues is not None:
        lines.append(f"speaker: {resolved.speaker.how}, continues the last speaker that agrees")
    elif frame.source is None:
        lines.append("speaker: elided, the subject named before the cue")
    lines.append(f"content ends at: {scope.why}")
    return tuple(lines)


def _new_entities(found: list[Statement], context: Context) -> tuple[Entity, ...]:
    """Gives the speakers, relays and joint speakers that are no entities of the article yet."""
    known = {entity.id for entity in context.language.entities}
    new: dict[str, Entity] = {}
    for statement in found:
        speaker = statement.speaker
        named = speaker.entity if speaker.kind in TYPE_OF_KIND else None
        if named is not None and named not in known and named not in new:
            new[named] = _entity(speaker)
        for member in speaker.members:
            new.setdefault(member, context.resolver.joint[member])
        for medium, name in _media(statement):
            if medium is not None and medium not in known and medium not in new:
                new[medium] = _medium(medium, name, context.lexicon)
    return tuple(entity for entity in new.values() if entity.id not in known)


def _media(statement: Statement) -> list[tuple[str | None, str]]:
    """Gives id and name of the outlet, of whom it credits and of the relays."""
    passed = (hop for hop in statement.chain if hop.role in ("outlet", "credit"))
    relays = [(relay.entity, relay.name) for relay in statement.relays]
    return [*((hop.entity, hop.name) for hop in passed), *relays]


def _medium(medium_id: str, name: str, lexicon: Lexicon) -> Entity:
    known = next((entry for entry in lexicon.entries(name) if entry.type == "media"), None)
    if known is None:
        return Entity(id=medium_id, type="media", name=name)
    return Entity(
        id=medium_id,
        type="media",
        name=name,
        name_en=known.name_en,
        aliases=known.aliases,
        country=known.country,
    )


def _entity(speaker: Speaker) -> Entity:
    assert speaker.entity is not None
    return Entity(id=speaker.entity, type=TYPE_OF_KIND[speaker.kind], name=speaker.name)
