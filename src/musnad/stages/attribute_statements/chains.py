"""Through whom: the relays of a statement and its whole way from the outlet to the speaker."""

from musnad.lexicons import Lexicon
from musnad.model.ids import identity
from musnad.model.records import Article, Hop, Relay, Span, Speaker
from musnad.model.spans import make_span
from musnad.stages.attribute_statements.frames import Frame, Range
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.text.phrases import describe_phrase

SPOKEN_TO = ("لوكال", "لصحيف", "لقنا", "لموقع", "لاذاع", "لمجل", "لشبك", "لتلفزيون", "للتلفزيون")


def find_relays(
    frame: Frame, sequence: Sequence, article: Article, lexicon: Lexicon
) -> tuple[Relay, ...]:
    """Gives the carriers that the frame itself names, outermost first, never the publisher."""
    found: list[Relay] = []
    if frame.relay is not None:
        found.append(_relay(frame.relay, frame.cue, sequence, lexicon))
    last = frame.source[0] if frame.relay is not None and frame.source else frame.cue[1]
    found += [
        _relay((at, end), (cue, at), sequence, lexicon)
        for cue, at, end in _media_beside(frame, sequence, lexicon, last)
    ]
    return tuple(relay for relay in found if not is_publisher(relay.name, article, lexicon))


def _relay(words: Range, cue: Range, sequence: Sequence, lexicon: Lexicon) -> Relay:
    name = describe_phrase(sequence.analysis, *words, lexicon).name
    return Relay(
        name=name,
        entity=identity("entity", "media", name),
        span=make_span(sequence.text, sequence.start(words[0]), sequence.end(words[1])),
        cue=make_span(sequence.text, sequence.start(cue[0]), sequence.end(cue[1])),
    )


def _media_beside(
    frame: Frame, sequence: Sequence, lexicon: Lexicon, first: int
) -> list[tuple[int, int, int]]:
    """Media named between cue and content by «بحسب», «نقلا عن» or «لوكالة»."""
    found: list[tuple[int, int, int]] = []
    keys, last = sequence.tokens.keys, min(frame.content, len(sequence.tokens))
    for at in range(first, last):
        begins = _carrier_after(keys, at)
        if begins is None:
            continue
        match = _media_match(keys, begins, last, lexicon)
        if match is not None:
            found.append((at, begins, match))
    return found


def _carrier_after(keys: list[str], at: int) -> int | None:
    key = keys[at]
    if key.startswith(SPOKEN_TO):
        return at
    if key in ACCORDING:
        return at + 2 if keys[at + 1 : at + 2] == ["ل"] else at + 1
    if key == "نقلا" and keys[at + 1 : at + 2] == ["عن"]:
        return at + 2
    return None


ACCORDING = frozenset({"بحسب", "حسب", "وفق", "وفقا", "طبقا", "حسبما"})


def _media_match(keys: list[str], at: int, last: int, lexicon: Lexicon) -> int | None:
    """Gives the token after a known medium that stands within five tokens of `at`."""
    for begin in range(at, min(at + 5, last)):
        word = lexicon.word(keys[begin])
        if word is None:
            continue
        match = lexicon.match_word(word, keys, begin) if word.starts else None
        if match is not None and match.entries[0].type == "media":
            return match.end
        if begin > at and not (word.noun and "media" in word.noun.classes):
            break
    return None


def is_publisher(name: str, article: Article, lexicon: Lexicon) -> bool:
    """Tells whether a name is the outlet of the article itself."""
    if article.outlet is None:
        return False
    ours = {article.outlet.name} | {e.name for e in lexicon.entries(article.outlet.name)}
    theirs = {name} | {e.name for e in lexicon.entries(name)}
    return bool(ours & theirs)


def build_chain(
    article: Article, relays: tuple[Relay, ...], speaker: Speaker, source: Span | None
) -> tuple[Hop, ...]:
    """Gives the whole way of a statement, outermost first; what the text leaves out is a gap."""
    hops = [_outlet_hop(article)]
    relayed = {relay.name for relay in relays}
    hops += [Hop(role="credit", name=name) for name in _credits(article) if name not in relayed]
    hops += [
        Hop(role="relay", name=relay.name, entity=relay.entity, evidence=relay.span)
        for relay in relays
    ]
    gap = "the text does not name the speaker" if speaker.kind == "unknown" else None
    hops.append(
        Hop(role="speaker", name=speaker.name, entity=speaker.entity, evidence=source, gap=gap)
    )
    return tuple(hops)


def _outlet_hop(article: Article) -> Hop:
    if article.outlet is None:
        return Hop(role="outlet", name="", gap="the page does not name its outlet")
    return Hop(role="outlet", name=article.outlet.name, entity=article.outlet.entity)


def _credits(article: Article) -> tuple[str, ...]:
    agencies = article.dateline.agencies if article.dateline is not None else ()
    outlet = article.outlet.name if article.outlet is not None else None
    names = dict.fromkeys((*article.credits, *agencies))
    return tuple(name for name in names if name != outlet)
