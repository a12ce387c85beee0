"""How, to whom and when words were said: medium, hearer, day."""

from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import Lexicon, builtin
from musnad.model.records import Time
from musnad.stages.attribute_statements.chains import OPENING
from musnad.stages.attribute_statements.listed import (
    function_classes,
    media_names,
    word_list,
)
from musnad.stages.attribute_statements.masdars import is_masdar
from musnad.stages.attribute_statements.parts import Frame
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import ADDRESSING

MEDIUM_WITHIN = 10
"""A medium is looked for in so many tokens before the cue, within its sentence."""
LINE_END = "\n"
COMMA = "،"
UPON = fold_key("على")
WITHIN_IT = frozenset(("فيه", "فيها", "فيهما"))
WRITTEN_WITHIN = 25
"""What «فيها» after a cue takes up is looked for in so many tokens before it."""
ATTACHED = ("بال", "لل")
"""What leads to a medium within its own word («للتلفزيون»)."""


@cache
def _media_kinds() -> dict[str, str]:
    return {fold_key(word): word for word in builtin("speech")["lists"]["medium_kinds"]}


def find_medium(
    frame: Frame, sequence: Sequence, content_start: int, lexicon: Lexicon
) -> str | None:
    """Gives the medium named between cue and content, before the cue, or as the source."""
    keys, last = sequence.tokens.keys, sequence.tokens.at(content_start)
    first = max(frame.cue[0] - MEDIUM_WITHIN, sequence.sentence_start(frame.cue[0]))
    for start, end in ((frame.cue[1], last), (first, frame.cue[0])):
        if any(kind.medium for kind in sequence.kinds[start:end]):
            medium = _named_between(keys, start, end)
            if medium is not None:
                return medium
    return _document(frame, keys, lexicon) or _medium_within(frame, sequence)


def _named_between(keys: list[str], start: int, end: int) -> str | None:
    """Gives the first medium that a word before it leads to."""
    for index in range(start, end):
        if keys[index] in media_names() and _leads_to(keys, index):
            medium = medium_at(keys, index)
            if medium is not None:
                return medium
    return None


def _leads_to(keys: list[str], index: int) -> bool:
    """Tells whether a word before leads to a medium: «على» to what one writes on only."""
    key, before = keys[index], keys[index - 1]
    if before in OPENING and index > 1:
        before = keys[index - 2]
    if before == UPON:
        return fold_key(media_names()[key]) in word_list("platforms")
    return before in word_list("leads_to_occasion") or key.startswith(ATTACHED)


def _document(frame: Frame, keys: list[str], lexicon: Lexicon) -> str | None:
    """Gives the document that is the source itself: «وينص القرار على أن»."""
    if frame.source is None:
        return None
    medium, word = medium_at(keys, frame.source[0]), lexicon.word(keys[frame.source[0]])
    if medium is not None or word is None or word.noun is None:
        return medium
    return word.noun.lemma if "document" in word.noun.classes else None


def _medium_within(frame: Frame, sequence: Sequence) -> str | None:
    """«بعث برسالة إلى الوزير دعا فيها إلى الحوار»: what a pronoun after the cue takes up."""
    if not _stands_within(frame, sequence):
        return None
    keys = sequence.tokens.keys
    start = sequence.sentence_start(frame.cue[0])
    before = range(frame.cue[0] - 1, max(start, frame.cue[0] - WRITTEN_WITHIN) - 1, -1)
    return next((medium for at in before if (medium := medium_at(keys, at)) is not None), None)


def _stands_within(frame: Frame, sequence: Sequence) -> bool:
    after = frame.cue[1]
    return not WITHIN_IT.isdisjoint(sequence.tokens.keys[after - 1 : after + 1])


def medium_at(keys: list[str], index: int) -> str | None:
    """Gives the usual name of the medium at a word, with «صحفي» or «تلفزيوني» where it has it.

    The article makes no difference («الكلمة التي ألقاها»); «مؤتمر» alone is no medium.
    """
    named, kinds = media_names(), _media_kinds()
    name = _plain(keys[index], named)
    if name is None:
        return None
    kind = _plain(keys[index + 1], kinds) if index + 1 < len(keys) else None
    if kind is None and fold_key(name) in word_list("media_of_a_kind"):
        return None
    return f"{name} {kind}" if kind and " " not in name else name


def _plain(key: str, table: dict[str, str]) -> str | None:
    """Gives what a table has for a word, without the article or without the ending of «تقريرا»."""
    return table.get(key) or table.get(key.removeprefix("ال")) or table.get(key.removesuffix("ا"))


def find_addressee(frame: Frame, sequence: Sequence, *, refused: bool) -> str | None:
    """Gives whom a demand or a report is said to: «دعا S الأهالي إلى C», «قال S للصحفيين».

    `refused` says that the words after the verb are no source but whom it addresses.
    """
    keys = sequence.tokens.keys
    if frame.source is not None and refused:
        return _refused(sequence, *frame.source) if _addresses(frame) else None
    start = frame.cue[1] if frame.source is None or frame.subject else frame.source[1]
    if start == len(keys):
        return None
    if keys[start] in word_list("listeners") and not _names_hearer(sequence, start + 1):
        return "ال" + sequence.words(start, start + 1).removeprefix("لل")
    return _hearers(sequence, start, frame.content) if _addresses(frame) else None


def _refused(sequence: Sequence, first: int, last: int) -> str | None:
    """Gives whom words name that look like a source."""
    first = _past_adverbs(sequence, first, last)
    last = next((at for at in range(first, last) if not _names_hearer(sequence, at)), last)
    return sequence.words(first, last) if first < last else None


def _hearers(sequence: Sequence, start: int, content: int) -> str | None:
    """Gives whom the words before the content name, where what follows opens the content."""
    keys = sequence.tokens.keys
    start = _past_adverbs(sequence, start, content)
    hearers = range(start, min(content, len(keys)))
    end = next((at for at in hearers if not _names_hearer(sequence, at)), content)
    closing = end + 1 if keys[end : end + 1] == [COMMA] else end
    if start >= end or closing >= len(keys):
        return None
    closed = keys[closing] in word_list("before_content") or _opens_content(keys[closing])
    return sequence.words(start, end) if closed else None


def _past_adverbs(sequence: Sequence, start: int, content: int) -> int:
    """Gives the first token after «دائما», «اليوم», a comma that stand before who is addressed."""
    keys = sequence.tokens.keys
    while start < content and (
        keys[start] == COMMA
        or sequence.code_of[start] == sequence.time_code
        or "adv" in sequence.kinds[start].classes
        or keys[start] in word_list("always")
    ):
        start += 1
    return start


def _names_hearer(sequence: Sequence, at: int) -> bool:
    key = sequence.tokens.keys[at]
    return sequence.code_of[at] in sequence.phrase_codes and not _opens_content(key)


def _opens_content(key: str) -> bool:
    return key.startswith(("بال", "لل")) or (key[0] in "بل" and is_masdar(key[1:]))


def _addresses(frame: Frame) -> bool:
    verb = frame.verb
    return verb is not None and verb.act != "accuse" and not verb.frames.isdisjoint(BY_NAME)


BY_NAME = ADDRESSING - {"li"}
"""Frames of verbs whose hearer stands before the content."""


def find_said(
    frame: Frame,
    sequence: Sequence,
    content_start: int,
    times: tuple[Time, ...],
    published: str | None,
) -> str | None:
    """Gives the day named beside the cue, outside the content: never one after publication."""
    cue = sequence.start(frame.cue[0])
    last = cue + NEAR if content_start < cue else max(cue, content_start)
    for time in reversed(times):
        if cue - NEAR <= time.end <= last:
            day = day_of(time, published)
            if day is not None and _is_beside(frame, sequence, content_start, time):
                return day
    return None


def day_of(time: Time, published: str | None) -> str | None:
    """Gives the day of a time (its month or year, if that is all), never one to come."""
    if time.value is None or time.status != "resolved" or time.precision not in SAID_PRECISIONS:
        return None
    day = time.value[:DAY]
    over = "/" in time.value or (published is not None and day > published[: len(day)])
    return None if over else day


def _is_beside(frame: Frame, sequence: Sequence, content_start: int, time: Time) -> bool:
    """A time stands between cue and content, or opens the clause of the cue right before it.

    Where the content stands before the cue, it stands right behind who spoke. One that tells of
    the source only («الذي انتخب أمس», «حركة 17 مارس») is none.
    """
    first, last = sequence.tokens.at(time.start), sequence.tokens.at(time.end - 1) + 1
    if first < sequence.sentence_start(frame.cue[0]) or _of_source(frame, sequence, first):
        return False
    if content_start < sequence.start(frame.cue[0]):
        named = frame.source[1] if frame.source is not None else frame.cue[1]
        return first == named
    if frame.cue[1] <= first:
        return time.end <= content_start
    near = last <= frame.cue[0] <= last + TIME_BEFORE and not frame.is_participle
    return near and (_opens_clause(sequence, first) or _stands_within(frame, sequence))


def _of_source(frame: Frame, sequence: Sequence, first: int) -> bool:
    keys, since = sequence.tokens.keys, word_list("since")
    if not since.isdisjoint((keys[first], keys[max(first - 1, 0)])):
        return True
    if frame.source is not None and frame.source[0] <= first < frame.source[1]:
        return True
    between = keys[frame.cue[1] : first]
    relative = ("rel" in function_classes(key) for key in between)
    clause = next((at for at, opens in enumerate(relative) if opens), len(between))
    occasion = not word_list("leads_to_occasion").isdisjoint(between[:clause])
    return clause < len(between) and not occasion


def _opens_clause(sequence: Sequence, first: int) -> bool:
    keys, at = sequence.tokens.keys, first
    while at > 0 and keys[at - 1] in word_list("leads_to_time"):
        at -= 1
    opens = at == sequence.sentence_start(first) or keys[at - 1] in word_list("phrase_ends")
    return opens or keys[at - 1] == LINE_END


SAID_PRECISIONS = frozenset(("minute", "hour", "day", "month", "year"))
DAY = len("2031-05-06")
TIME_BEFORE, NEAR = 2, 100
"""A time right before a cue is at most so many tokens (a comma, a particle) away from it, and
never so many letters."""
