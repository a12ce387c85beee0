"""Who acts, whom it befalls, where and when, told by what stands around a trigger."""

from bisect import bisect_left
from typing import NamedTuple

from musnad.model.records import Entity, EventPlace, Language, Mention, Party, Time
from musnad.model.spans import outermost
from musnad.stages.code_events.triggers import Trigger, event_words
from musnad.text.analysis import Analysis

_ACTORS = frozenset(("person", "organisation", "group"))
_SIDES = _ACTORS | {"place"}
_NEAR, _PLACE_REACH, _TIME_REACH = 5, 14, 9
_LINKING = frozenset(
    ("في", "فى", "من", "علي", "الي", "عن", "مع", "ان", "امام", "ضد", "التي", "الذي")
)
_IN = frozenset(("في", "فى", "شمال", "شمالي", "جنوب", "جنوبي", "شرق", "شرقي", "غرب", "غربي", "الي"))


class Scene(NamedTuple):
    """An article as the coder sees it: its tokens, and its mentions and times by token."""

    analysis: Analysis
    mentions: tuple[tuple[int, int, Mention], ...]
    times: tuple[tuple[int, int, Time], ...]
    entities: dict[str, Entity]


def make_scene(analysis: Analysis, language: Language) -> Scene:
    """Gives the scene of an article."""
    tokens, mentions = analysis.tokens, outermost(language.mentions)
    return Scene(
        analysis,
        tuple((tokens.at(m.start), tokens.at(m.end - 1) + 1, m) for m in mentions),
        tuple((tokens.at(t.start), tokens.at(t.end - 1) + 1, t) for t in language.times),
        {entity.id: entity for entity in language.entities},
    )


def _after(scene: Scene, at: int, reach: int) -> list[tuple[int, int, Mention]]:
    """Mentions that start in the next tokens of the clause."""
    keys = scene.analysis.tokens.keys
    end = min(len(keys), at + reach + 1)
    stop = next((i for i in range(at, end) if keys[i] in {".", "\n", "،", ",", ":", "؛"}), end)
    first = bisect_left(scene.mentions, at, key=lambda row: row[0])
    rows = []
    for row in scene.mentions[first:]:
        if row[0] >= stop:
            break
        rows.append(row)
    return rows


def find_parties(scene: Scene, trigger: Trigger) -> tuple[Party | None, Party | None]:
    """Gives actor and recipient; null where the pattern is not clear."""
    kind = trigger.word.kind
    sides = _sides(scene, trigger)
    if sides:
        return sides
    first = _subject(scene, trigger)
    party = _party(scene, first[2]) if first else None
    other = _linked(scene, trigger)
    if kind in {"patient", "weak"}:
        return None, party
    if other is None and kind == "verb" and first and trigger.word.type == "CONSULT":
        rest = [row for row in _after(scene, first[1], _NEAR + 3) if row[2].type in _ACTORS]
        other = _party(scene, rest[0][2]) if rest else None
    return (party, None) if other == party else (party, other)


def _subject(scene: Scene, trigger: Trigger) -> tuple[int, int, Mention] | None:
    """Gives the name that the trigger governs: right after it, or a person after a title."""
    keys = scene.analysis.tokens.keys
    for row in _after(scene, trigger.end, _NEAR):
        start, _, mention = row
        between = keys[trigger.end : start]
        state = mention.type == "place" and trigger.word.kind == "verb" and not between
        if state or (mention.type in _ACTORS and not between):
            return row
        titled = mention.type == "person" and not any(key in _LINKING for key in between)
        if titled and trigger.word.kind != "agent":
            return row
    return None


def _sides(scene: Scene, trigger: Trigger) -> tuple[Party, Party] | None:
    """Reads «اشتباكات بين X وY»."""
    keys = scene.analysis.tokens.keys
    link = next(
        (at for at in range(trigger.end, trigger.end + 6) if keys[at : at + 1] == ["بين"]), 0
    )
    named = [row for row in _after(scene, link + 1, 10) if row[2].type in _SIDES] if link else []
    if len(named) < 2 or named[0][0] > link + 3:
        return None
    first, second = _party(scene, named[0][2]), _party(scene, named[1][2])
    return (first, second) if first != second else None


def _linked(scene: Scene, trigger: Trigger) -> Party | None:
    """Reads the other side after «مع», «على», «ضد»."""
    keys, links = scene.analysis.tokens.keys, event_words().links[trigger.word.type]
    for at in range(trigger.end, min(len(keys), trigger.end + 10)):
        if keys[at] in {".", "\n", "،", ",", ":"}:
            return None
        if keys[at] in links:
            near = [row for row in _after(scene, at + 1, 4) if row[2].type in _SIDES]
            return _party(scene, near[0][2]) if near else None
    return None


def _party(scene: Scene, mention: Mention) -> Party:
    entity = scene.entities.get(mention.entity)
    return Party(name=entity.name if entity else mention.text, entity=mention.entity)


def find_place(scene: Scene, trigger: Trigger) -> EventPlace | None:
    """Gives the place named with «في» or a direction in the clause after the trigger."""
    keys, starts = scene.analysis.tokens.keys, scene.analysis.tokens.starts
    for start, _, mention in _after(scene, trigger.end, _PLACE_REACH):
        attached = mention.start > starts[start] and keys[start][:1] == "ب"
        led = any(key in _IN for key in keys[max(trigger.end, start - 3) : start])
        if mention.type == "place" and (led or attached or start == trigger.end):
            entity = scene.entities.get(mention.entity)
            return _event_place(mention, entity)
    return None


def _event_place(mention: Mention, entity: Entity | None) -> EventPlace:
    """Gives the place as the language stage resolved it."""
    if entity is None or entity.place is None:
        return EventPlace(name=entity.name if entity else mention.text, entity=mention.entity)
    where = entity.place
    return EventPlace(
        name=entity.name, entity=entity.id, lat=where.lat, lon=where.lon, precision=where.precision
    )


def find_date(scene: Scene, trigger: Trigger, sentence: tuple[int, int]) -> str | None:
    """Gives the value of the nearest resolved time in the sentence, null when it is far."""
    starts = scene.analysis.tokens.starts
    best: tuple[int, str] | None = None
    for start, end, time in scene.times:
        if not time.value or time.status != "resolved" or not _inside(starts[start], sentence):
            continue
        away = start - trigger.end if start >= trigger.end else trigger.start - end
        if away <= _TIME_REACH and (best is None or away < best[0]):
            best = (away, time.value)
    return best[1] if best else None


def _inside(offset: int, sentence: tuple[int, int]) -> bool:
    return sentence[0] <= offset < sentence[1]
