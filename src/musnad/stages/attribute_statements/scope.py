"""How far the content of a statement runs, and in which mode it is given."""

from bisect import bisect_right

from musnad.fold.characters import FORMATS
from musnad.stages.attribute_statements.discourse import agreement_of, conflict
from musnad.stages.attribute_statements.listed import function_classes, word_list
from musnad.stages.attribute_statements.parts import Frame, Scope
from musnad.stages.attribute_statements.sequence import Sequence
from musnad.stages.attribute_statements.words import is_finite, is_joined
from musnad.text.quotes import Quote

TRAILING = " \t\u00a0،,؛;.:!؟?…-–—" + FORMATS
LEADING = TRAILING + "\n"
NAME_IN_QUOTES = 3
"""Up to this many words in quotation marks may be a name or a title, no quotation."""
MIN_CONTENT = 4
"""So many words of content must stand before the article can take the word back."""


def find_scope(sequence: Sequence, frames: tuple[Frame, ...], index: int) -> Scope | None:
    """Gives the content of the frame at `index`, or None when nothing is left of it."""
    frame = frames[index]
    if frame.is_described:
        found = _described(sequence, frame)
    else:
        find = _before if frame.before else _after
        found = find(sequence, frames, index)
    if found is None:
        return None
    start, end, why = found
    start, end = _trim(sequence.text, start, end)
    if end - start < 2:
        return None
    return _with_mode(sequence, sequence.start(frame.cue[0]), (start, end), why)


Found = tuple[int, int, str] | None


def _described(sequence: Sequence, frame: Frame) -> Found:
    """«شارك في مليونية "لا للعنف"، التي دعت إليها S»: what is called for, before its clause."""
    keys, last = sequence.tokens.keys, frame.cue[0]
    while keys[last - 1] in "،," or keys[last - 1] in word_list("relatives"):
        last -= 1
    opening = max(sequence.sentence_start(frame.cue[0]), last - CALLED_WITHIN)
    for at in range(last - 1, opening - 1, -1):
        if keys[at].removeprefix("ال") in word_list("called"):
            return sequence.start(at), sequence.end(last), "what the clause describes"
    return None


CALLED_WITHIN = 9
"""What is called for begins at most so many tokens before the clause that describes it."""


def _after(sequence: Sequence, frames: tuple[Frame, ...], index: int) -> Found:
    frame = frames[index]
    if frame.content >= len(sequence.tokens):
        return None
    start = sequence.start(frame.content)
    if frame.rule.options.get("content") == "phrase":
        return start, sequence.end(frame.end), "end of the label"
    end, why = _clause_end(sequence, frames, index, start)
    quote = _quote_at(sequence, start)
    if quote is not None and _is_whole(sequence, quote, frame, end):
        return quote.inner_start, quote.inner_end, "end of the quotation"
    return start, end, why


def _clause_end(
    sequence: Sequence, frames: tuple[Frame, ...], index: int, start: int
) -> tuple[int, str]:
    """Gives where the clause ends: at the next cue of its level, else with its sentence."""
    outer = _quote_around(sequence, start)
    limit = _sentence_end(sequence, start)
    if "\n" in sequence.text[sequence.start(frames[index].cue[0]) : start]:
        limit = _broken_end(sequence, start)
    limit = min(limit, outer.inner_end) if outer is not None else limit
    why = "end of the sentence"
    for other in frames[index + 1 :]:
        cut = sequence.start(_begins(sequence, other))
        if cut >= limit:
            break
        takes_over = outer is None and _takes_over(sequence, frames[index], other)
        ends = takes_over or _ends_content(sequence, other, outer)
        if cut > start and ends and not _is_anothers(frames[index], other):
            limit, why = cut, f"next cue «{sequence.words(*other.cue)}»"
            break
    voice = _own_voice(sequence, frames[index], start, limit)
    return (voice, "the article's own voice goes on") if voice is not None else (limit, why)


def _own_voice(sequence: Sequence, frame: Frame, start: int, end: int) -> int | None:
    """Gives where «، علما أن…», «، وكان…» takes the word back, outside quotation marks.

    A noun as content also ends before «، فيما…», «ولم…», «، وقدّم…», save in a clause of its own.
    """
    keys, first = sequence.tokens.keys, sequence.tokens.at(start)
    first += MIN_CONTENT
    last = min(sequence.tokens.at(end - 1), len(keys) - 1)
    nominal = frame.rule.options.get("mode") == "noun"
    breaks = nominal and not COMMAS.isdisjoint(keys[first - 1 : last])
    if not breaks and not any(kind.turns for kind in sequence.kinds[first:last]):
        return None
    own, opens = word_list("own_voice"), word_list("clause_within")
    comes, recalls = word_list("comes"), word_list("recalls")
    for at in range(first, last):
        key, comma = keys[at], keys[at - 1] in "،,"
        nominal = nominal and key not in opens
        speaks = (key in comes or key in recalls) and _speaks_of_it(keys, at)
        leaves = speaks or (nominal and _leaves_noun(key, comma=comma))
        if leaves or (comma and key in own):
            offset = sequence.start(at)
            if not _is_quoted(sequence, offset):
                return offset
    return None


COMMAS = frozenset("،,")


def _speaks_of_it(keys: list[str], at: int) -> bool:
    """«ويأتي تصريحه ردا على…», «ويذكر أن…»: the article speaks of what was said, or adds to it."""
    if keys[at] in word_list("comes"):
        return keys[at + 1] in word_list("what_comes")
    return keys[at] in word_list("recalls") and keys[at + 1] in word_list("adds")


def _leaves_noun(key: str, *, comma: bool) -> bool:
    """Tells whether a verb of its own follows a noun as content («… المرفأ ولم يحدد موعدا»)."""
    if key[0] == "و":
        joined = comma and is_finite(key) and not function_classes(key)
        return joined or key in word_list("and_particles")
    return comma and key in word_list("leaves_noun")


def _is_quoted(sequence: Sequence, offset: int) -> bool:
    return _quote_around(sequence, offset) is not None


def _is_whole(sequence: Sequence, quote: Quote, frame: Frame, end: int) -> bool:
    """A quotation is the whole content after a colon, or when its clause ends with it."""
    introduced = sequence.tokens.keys[frame.content - 1]
    rest = sequence.text[quote.end : end].strip(TRAILING)
    words = len(sequence.text[quote.inner_start : quote.inner_end].split())
    at_once = introduced.isalnum() and frame.rule.trigger.endswith("quote")
    enough = words > NAME_IN_QUOTES and (introduced in ":،," or at_once)
    return enough or not rest


def _begins(sequence: Sequence, other: Frame) -> int:
    """Gives the token where a report begins: its particle («لكن», «كما»), else its cue."""
    if other.subject == AFTER_PARTICLE and other.source is not None:
        particle = max(other.source[0] - 1, 0)
        return particle - (sequence.tokens.keys[particle] in word_list("complementizers"))
    keys, before = sequence.tokens.keys, other.cue[0] - 1
    saves = "save" in sequence.kinds[before - 1].classes
    if (keys[before - 1], keys[before]) == WHILE or (saves and keys[before] in SAVING):
        return before - 1
    return before if keys[before] in word_list("joins_report") else other.cue[0]


WHILE = ("في", "حين")
SAVING = frozenset({"انه", "انها", "انهم"})
"""«إلا أنه قال», «غير أنها أكدت»: with «إلا» they begin another report of the same speaker."""
AFTER_PARTICLE = "attribute.subject-after-particle"


def _ends_content(sequence: Sequence, other: Frame, outer: Quote | None) -> bool:
    """A following cue ends the content when it continues it or stands behind a comma."""
    if outer is None and _quote_around(sequence, sequence.start(other.cue[0])) is not None:
        return False
    if other.before or other.is_participle:
        return True
    begins = _begins(sequence, other)
    before, key = sequence.tokens.keys[begins - 1], sequence.tokens.keys[begins]
    if "save" in sequence.kinds[begins].classes:
        return True
    if before.isalnum():
        contrasts = sequence.tokens.keys[other.cue[0] - 1] in word_list("contrasts")
        return contrasts and outer is None and _is_of_another(other)
    return key[0] in "وف" or begins != other.cue[0]


def _is_of_another(other: Frame) -> bool:
    """«إن الطريق مفتوح بينما قال S إنه مغلق»: a verb of the past, and who speaks behind it."""
    told = other.verb is not None and other.verb.tense == "past"
    return told and other.source is not None and other.source[0] > other.cue[0]


def _takes_over(sequence: Sequence, frame: Frame, other: Frame) -> bool:
    """«طالب بـC وقال…», «وفيما قالت S إن C، أكد T أن D»: a verb beside that of the frame.

    In the second no particle joins it to what S says.
    """
    at, keys = other.cue[0], sequence.tokens.keys
    if frame.rule.options.get("mode") == "noun" and is_joined(keys[at]):
        return True
    past = other.verb is not None and other.verb.tense == "past" and other.source is not None
    return past and other.subject is None and keys[at - 1] in "،,"


def _before(sequence: Sequence, frames: tuple[Frame, ...], index: int) -> Found:
    """Gives the quotation before the cue, else its sentence from the last cue's content on."""
    frame = frames[index]
    cue_start = sequence.start(frame.cue[0])
    for quote in reversed(sequence.analysis.quotes):
        if quote.closed and quote.end <= cue_start and not quote.depth:
            gap = sequence.text[quote.end : cue_start].strip(TRAILING)
            if not gap:
                return quote.inner_start, quote.inner_end, "the quotation before the cue"
            break
    start = _sentence_start(sequence, cue_start)
    here = [f for f in frames[:index] if not f.before and sequence.start(f.cue[0]) >= start]
    inside = [f for f in here if _is_main(sequence, f)]
    if inside:
        start = sequence.start(inside[-1].content)
    if len(sequence.text[start:cue_start].split()) < LEAST_BEFORE:
        return None  # «وتعليقا على ما ذكره S، …»
    return start, cue_start, "the clause before the cue"


LEAST_BEFORE = 2
"""Fewer words before a cue are no clause."""


def _is_anothers(frame: Frame, other: Frame) -> bool:
    """«قالت S إن الوزير زارها، وأكد أن C»: a verb that S does not agree with is told by S."""
    if other.source is not None or other.before or other.is_participle:
        return False
    (gender, number), (theirs, several) = agreement_of(frame), agreement_of(other)
    return number == several == "sg" and conflict(gender, theirs)


def _is_main(sequence: Sequence, frame: Frame) -> bool:
    """Tells whether a cue leads its clause: «فيما وصفه بأنه…» only describes something."""
    first, key = frame.cue[0], sequence.tokens.keys[frame.cue[0]]
    opens = sequence.start(first) == _sentence_start(sequence, sequence.start(first))
    return opens or frame.is_participle or is_joined(key) or frame.subject is not None


def _quote_at(sequence: Sequence, start: int) -> Quote | None:
    for quote in sequence.analysis.quotes:
        if quote.start == start:
            return quote
    return None


def _quote_around(sequence: Sequence, offset: int) -> Quote | None:
    for quote in sequence.analysis.quotes:
        if quote.inner_start <= offset < quote.inner_end:
            return quote
    return None


def _sentence_end(sequence: Sequence, offset: int) -> int:
    sentences = sequence.analysis.sentences
    return sentences[_sentence_of(sequence, offset)][1] if sentences else len(sequence.text)


def _broken_end(sequence: Sequence, offset: int) -> int:
    """Gives where a sentence ends that goes on over broken lines, below the line of its cue."""
    sentences = sequence.analysis.sentences
    at = _sentence_of(sequence, offset)
    while at + 1 < len(sentences):
        end, following = sentences[at][1], sentences[at + 1][0]
        parted = "\n" not in sequence.text[end:following]
        if parted or sequence.tokens.ends_line(end):
            break
        at += 1
    return sentences[at][1]


def _sentence_start(sequence: Sequence, offset: int) -> int:
    sentences = sequence.analysis.sentences
    return sentences[_sentence_of(sequence, offset)][0] if sentences else 0


def _sentence_of(sequence: Sequence, offset: int) -> int:
    return max(0, bisect_right(sequence.analysis.sentences, (offset, len(sequence.text))) - 1)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in TRAILING:
        end -= 1
    while end > start and text[start] in LEADING:
        start += 1
    return start, end


def _with_mode(sequence: Sequence, cue: int, content: tuple[int, int], why: str) -> Scope:
    """Content that is one whole quotation is direct; one with quoted words in it is mixed.

    A report within a quotation, cue and all, is no quotation of its own.
    """
    start, end = content
    for quote in sequence.analysis.quotes:
        if quote.inner_start <= cue < quote.inner_end:
            continue
        if quote.inner_start <= start and end <= quote.inner_end:
            return Scope(start, end, "direct", why)
        if quote.start <= start and abs(quote.end - end) <= 1 and quote.start == start:
            return Scope(quote.inner_start, quote.inner_end, "direct", why)
    mixed = any(
        start <= q.start and q.start < end and len(_words_in(sequence, q)) > 1
        for q in sequence.analysis.quotes
    )
    return Scope(start, end, "mixed" if mixed else "indirect", why)


def _words_in(sequence: Sequence, quote: Quote) -> list[str]:
    return sequence.text[quote.inner_start : quote.inner_end].split()
