"""What a later sentence tells of words before it: «جاء ذلك خلال مؤتمر صحفي عقده اليوم»."""

from collections.abc import Iterator
from collections.abc import Sequence as Row
from typing import NamedTuple

from msgspec.structs import replace

from musnad.model.records import Language, Mention, Statement, Time
from musnad.stages.attribute_statements.circumstances import DAY, day_of, medium_at
from musnad.stages.attribute_statements.listed import word_list
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import is_joined, read_verb

CAME = "جاء"
LEADS_WITHIN, TOLD_WITHIN = 8, 30
"""The preposition stands so many tokens after the verb, what it leads to so many more."""


class Occasion(NamedTuple):
    """A sentence that tells on what occasion words fell: its tokens, the medium, the day."""

    at: int
    lead: int
    end: int
    medium: str | None
    day: str | None


def with_occasions(
    found: Row[Statement], sequence: Sequence, language: Language, published: str | None
) -> tuple[Statement, ...]:
    """Gives the statements with the medium and the day that a sentence after them tells.

    It tells of whom it names, else of the last speaker before it: of all that he said there, and
    of what goes on.
    """
    statements = list(found)
    if CAME in sequence.text:
        for occasion in _occasions(sequence, language.times, published):
            last = _last(statements, occasion, sequence, language.mentions)
            for index in _told(statements, last) if last is not None else ():
                statements[index] = _on(statements[index], occasion, sequence)
    return tuple(statements)


def _occasions(sequence: Sequence, times: Row[Time], published: str | None) -> Iterator[Occasion]:
    keys, came = sequence.tokens.keys, word_list("came")
    for at in [at for at, key in enumerate(keys) if key in came]:
        lead = _lead(keys, at)
        if lead is None:
            continue
        end = _end(keys, lead + 1)
        medium = medium_at(keys, lead + 1) or medium_at(keys, lead + 2)
        first, last = sequence.start(lead), sequence.end(end)
        within = (time for time in times if first <= time.start and time.end <= last)
        days = (day_of(time, published) for time in within)
        day = next((day for day in days if day is not None and len(day) == DAY), None)
        if medium is not None or day is not None:
            yield Occasion(at, lead, end, medium, day)


def _lead(keys: Row[str], at: int) -> int | None:
    """Gives the preposition: at once after «جاء ذلك», later after «جاءت تصريحات الوزير»."""
    said, leads = word_list("was_said"), word_list("leads_to_telling")
    after = keys[at + 1 : at + 1 + LEADS_WITHIN]
    if not after or after[0] not in said:
        return None
    near = after[1:2] if after[0] in word_list("points_back") else after[1:]
    return next((at + 2 + n for n, key in enumerate(near) if key in leads), None)


def _end(keys: Row[str], first: int) -> int:
    """Gives where the occasion ends: before what else the sentence tells a time of, or a cue."""
    stops = word_list("occasion_ends")
    last = min(first + TOLD_WITHIN, len(keys))
    ends = (at for at in range(first, last) if keys[at] in stops or _reports(keys[at]))
    return next(ends, last)


def _reports(key: str) -> bool:
    """Tells whether a word begins another report: «مشيرا», «وأضاف»; «أدلى بها» does not."""
    verbs = read_verb(key)[0]
    return bool(verbs) and (is_joined(key) or any(verb.tense == "part" for verb in verbs))


def _last(
    statements: Row[Statement], occasion: Occasion, sequence: Sequence, mentions: Row[Mention]
) -> int | None:
    """Gives the last statement before the sentence of whom it names, else of whomever it is.

    «جاء كلام الوزير» tells of the minister only; who is unknown is told of nothing.
    """
    start, end = sequence.start(occasion.at), sequence.end(occasion.end)
    before = [index for index, each in enumerate(statements) if each.cue.start < start]
    own = [index for index in before if statements[index].inside is None] or before
    people = [m for m in mentions if m.type == "person" and start <= m.start and m.end <= end]
    named = {mention.entity for mention in people}
    of_named = [index for index in own if statements[index].speaker.entity in named]
    lead = sequence.start(occasion.lead)
    if not of_named and any(mention.start < lead for mention in people):
        return None
    last = next(reversed(of_named or own), None)
    return None if last is None or statements[last].speaker.kind == "unknown" else last


def _told(statements: Row[Statement], last: int) -> Iterator[int]:
    """Gives the statements of one speaker up to the last and what goes on after them."""
    name, ids = statements[last].speaker.name, set[str]()
    for index in range(last, -1, -1):
        if statements[index].speaker.name == name:
            ids.add(statements[index].id)
            yield index
        elif statements[index].inside is None:
            break
    for index in range(last + 1, len(statements)):
        if statements[index].continues in ids:
            ids.add(statements[index].id)
            yield index


def _on(statement: Statement, occasion: Occasion, sequence: Sequence) -> Statement:
    medium, said = statement.medium or occasion.medium, statement.said or occasion.day
    if (medium, said) == (statement.medium, statement.said):
        return statement
    words = sequence.words(occasion.at, occasion.end)
    why = (*statement.why, f"attribute.occasion: «{words}»")
    return replace(statement, medium=medium, said=said, why=why)
