"""Through whom: the relays of a statement and its whole way from the outlet to the speaker."""

import re
from functools import lru_cache

import msgspec

from musnad.fold import fold_key
from musnad.lexicons import Lexicon
from musnad.model.records import (
    Article,
    Entity,
    Hop,
    Language,
    Mention,
    Relay,
    Span,
    Speaker,
    Statement,
)
from musnad.model.spans import make_span
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.parts import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.text.name_keys import entity_id
from musnad.text.phrases import describe_phrase


def find_relays(
    frame: Frame, first: int, sequence: Sequence, language: Language, lexicon: Lexicon
) -> tuple[Relay, ...]:
    """Gives the carriers that the frame itself names from token `first` on, outermost first."""
    if frame.relay is not None:
        named = [(frame.relay, frame.cue)]
    else:
        beside = _media_beside(frame, first, sequence, lexicon)
        named = [(words, (max(words[0] - 1, 0), words[0])) for words in beside]
    if not named:
        return ()
    relays = [relay_of(words, cue, sequence, language, lexicon) for words, cue in named]
    return tuple(relay for relay in relays if relay is not None)


def relay_of(
    words: Range, cue: Range, sequence: Sequence, language: Language, lexicon: Lexicon
) -> Relay | None:
    """Gives the relay that these words name, with the words that lead to it.

    «الوكالة» alone is the medium named last; a platform («فيسبوك») carries nobody's word.
    """
    start, end = sequence.start(words[0]), sequence.end(words[1])
    entity = _medium_at(start, end, language)
    if entity is None:
        phrase = describe_phrase(sequence.analysis, *words, lexicon)
        if phrase.anaphoric:
            entity = _medium_before(start, language)
            if entity is None:
                return None
    name = entity.name if entity is not None else phrase.name
    if fold_key(name) in word_list("platforms"):
        return None
    return Relay(
        name=name,
        entity=entity.id if entity is not None else entity_id("media", name),
        span=make_span(sequence.text, start, end),
        cue=make_span(sequence.text, sequence.start(cue[0]), sequence.end(cue[1])),
    )


def inherited(relay: Relay, continued: Statement) -> Relay:
    """Gives a relay as it goes on with the statement that it was named in."""
    origin = relay.inherited_from or continued.id
    return msgspec.structs.replace(relay, inherited_from=origin)


def through(outer: Statement, text: str) -> Relay:
    """Gives the speaker of a statement as the relay of one within its words."""
    return Relay(
        name=outer.speaker.name,
        entity=outer.speaker.entity,
        span=outer.source,
        cue=make_span(text, outer.cue.start, outer.cue.end),
    )


def _medium_at(start: int, end: int, language: Language) -> Entity | None:
    over = (m for m in language.mentions if m.start < end and start < m.end and m.type == "media")
    return _entity(next(over, None), language)


def _medium_before(start: int, language: Language) -> Entity | None:
    before = [m for m in language.mentions if m.end <= start and m.type == "media"]
    return _entity(before[-1] if before else None, language)


def _entity(mention: Mention | None, language: Language) -> Entity | None:
    if mention is None:
        return None
    return next((e for e in language.entities if e.id == mention.entity), None)


def _media_beside(frame: Frame, first: int, sequence: Sequence, lexicon: Lexicon) -> list[Range]:
    """Gives the media named in the frame's sentence before the content, apart from the source."""
    last = min(frame.content, len(sequence.tokens)) if not frame.before else frame.end
    source = range(*frame.source) if frame.source is not None else range(0)
    keys, mentions = sequence.tokens.keys, sequence.media
    found: list[Range] = []
    named = any(first <= at < last for at in mentions)
    if not named and not _may_name(keys[first : last + 1]):
        return found
    for at in range(first, last):
        noun = _may_lead(keys, at) and _is_media_noun(keys, at, lexicon)
        if not noun and at not in mentions:
            continue
        if at in source or (found and at < found[-1][1]) or _is_broadcast(keys, at):
            continue
        if at in mentions and _carries(keys, at, first):
            if _is_medium(sequence, at, mentions[at], lexicon):
                found.append((at, mentions[at]))
        elif noun:
            stop = frame.cue[0] if at < frame.cue[0] else last
            found.append((at, _phrase_end(keys, at, stop)))
    return _without_networks(_without_programmes(found, keys), keys)


def _without_networks(found: list[Range], keys: list[str]) -> list[Range]:
    """«القناة الأولى بالتلفزيون الرسمي» is one medium: what the first belongs to is left out."""
    ends = {last for _, last in found}
    return [words for words in found if words[0] not in ends or keys[words[0]][0] != "ب"]


def _may_name(keys: list[str]) -> bool:
    """Tells whether words may hold a noun for a medium: addressed with لـ, or with its name."""
    words = " ".join(("", *keys))
    attached = " ل" in words or " ول" in words or " فل" in words
    return attached or not OPENING.isdisjoint(keys)


def _without_programmes(found: list[Range], keys: list[str]) -> list[Range]:
    """Gives the media, and a programme only where its channel is not told."""
    media = [words for words in found if keys[words[0]] not in word_list("programmes")]
    return media or found


def _is_medium(sequence: Sequence, at: int, end: int, lexicon: Lexicon) -> bool:
    """«بوابة الميناء» is a gate: an ambiguous noun needs a name that the lexicon knows."""
    word = sequence.analysis.word(at, lexicon)
    lemma = sequence.tokens.keys[at] if word is None else word.stem.removeprefix("ال")
    if lemma not in word_list("ambiguous_media"):
        return True
    return any(lexicon.entries(sequence.words(first, end)) for first in (at, at + 1) if first < end)


def _carries(keys: list[str], at: int, first: int) -> bool:
    """A medium carries the words when a preposition leads to it, up to three words before."""
    before = keys[max(first, at - 3) : at]
    return keys[at][0] == "ل" or any(
        key in word_list("leads_to_media") or key[0] == "ل" for key in before
    )


def _is_broadcast(keys: list[str], at: int) -> bool:
    """«عبر التلفزيون الرسمي»: a station of the state without a name is how somebody spoke."""
    if keys[at] not in word_list("stations"):
        return False
    following = keys[at + 1] if at + 1 < len(keys) else ""
    return following in word_list("of_the_state") and keys[at - 1] not in word_list("spoken_to")


def _may_lead(keys: list[str], at: int) -> bool:
    return keys[at].startswith(ATTACHED) or keys[min(at + 1, len(keys) - 1)] in OPENING


def _is_media_noun(keys: list[str], at: int, lexicon: Lexicon) -> bool:
    """Tells whether a noun for a medium is addressed with لـ, or led to and has a quoted name."""
    key = keys[at]
    named = 0 < at < len(keys) - 1 and keys[at + 1] in OPENING
    led = named and keys[at - 1] in word_list("leads_to_media")
    word = lexicon.word(key) if led or key.startswith(ATTACHED) else None
    if word is None or word.noun is None:
        return False
    if "media" not in word.noun.classes and key not in word_list("programmes"):
        return False
    return led or (word.cut > 0 and key[word.cut - 1] == "ل")


ATTACHED = ("ل", "ول", "فل")
OPENING = frozenset("\"«“‹('")
CLOSING = frozenset("\"»”›)'")


def _phrase_end(keys: list[str], at: int, last: int) -> int:
    end = at + 1
    while end < last and keys[end] not in word_list("phrase_ends") and end - at < 5:
        end += 1
    if end < last and keys[end] in OPENING:
        end = next((i + 1 for i in range(end + 2, min(end + 7, last)) if keys[i] in CLOSING), end)
    return end


def is_publisher(name: str, article: Article, lexicon: Lexicon) -> bool:
    """Tells whether a name is the outlet of the article, by name, alias or domain."""
    if article.outlet is None:
        return False
    outlet = article.outlet.name
    entries = lexicon.entries(name)
    ours = {outlet} | {entry.name for entry in lexicon.entries(outlet)}
    if ours & ({name} | {entry.name for entry in entries}):
        return True
    return any(_is_handle(outlet, domain) for entry in entries for domain in entry.domains)


def _is_handle(outlet: str, domain: str) -> bool:
    """«officialmina7», «Mina7.Newspaper»: a domain's own name, with words that any outlet adds."""
    handle = outlet.lower()
    for own in domain.split(".")[:-1]:
        before, found, after = handle.partition(own)
        if found and not _is_added(own) and _is_added(before) and _is_added(after):
            return True
    return False


def _is_added(piece: str) -> bool:
    """Tells whether a piece of a handle says nothing of whose it is: «official», «news», «7»."""
    return _added_words().fullmatch(piece) is not None


@lru_cache(maxsize=1)
def _added_words() -> re.Pattern[str]:
    words = sorted(word_list("handle_words"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))}|[\W\d_])*")


def find_lead(article: Article, lexicon: Lexicon) -> tuple[Hop, ...]:
    """Gives what the way of every statement of an article begins with: its outlet, its credits."""
    credits = _credits(article, lexicon)
    return (
        _outlet_hop(article),
        *(Hop(role="credit", name=name, entity=entity_id("media", name)) for name in credits),
    )


def build_chain(
    lead: tuple[Hop, ...], relays: tuple[Relay, ...], speaker: Speaker, source: Span | None
) -> tuple[Hop, ...]:
    """Gives the whole way of a statement, outermost first; what the text leaves out is a gap."""
    passed = {speaker.name, *(relay.name for relay in relays)}
    gap = "the text does not name the speaker" if speaker.kind == "unknown" else None
    return (
        *(hop for hop in lead if hop.role == "outlet" or hop.name not in passed),
        *(
            Hop(role="relay", name=relay.name, entity=relay.entity, evidence=relay.span)
            for relay in relays
        ),
        Hop(role="speaker", name=speaker.name, entity=speaker.entity, evidence=source, gap=gap),
    )


def _outlet_hop(article: Article) -> Hop:
    if article.outlet is None:
        return Hop(role="outlet", name="", gap="the page does not name its outlet")
    return Hop(role="outlet", name=article.outlet.name, entity=article.outlet.entity)


def _credits(article: Article, lexicon: Lexicon) -> tuple[str, ...]:
    """Gives whom the article as a whole credits, each once by its usual name, but its outlet."""
    agencies = article.dateline.agencies if article.dateline is not None else ()
    known = (
        next((e.name for e in lexicon.entries(name) if e.type == "media"), name)
        for name in (*article.credits, *agencies)
    )
    return tuple(name for name in dict.fromkeys(known) if not is_publisher(name, article, lexicon))
