"""What a noun phrase that names a source stands for: a person, a body, a state, nobody named."""

import re
from collections.abc import Iterator

from msgspec import structs

from musnad.lexicons import Entry, Lexicon, Match, Noun, Word
from musnad.lexicons.entries import Gender
from musnad.model.records import SpeakerKind
from musnad.text.analysis import Analysis
from musnad.text.joint_phrases import joint, may_be_joint, second_part
from musnad.text.names import (
    display_name,
    find_name,
    is_particle,
    is_word,
    trimmed,
)
from musnad.text.number_words import number_words
from musnad.text.phrase_names import first_comma, name_after
from musnad.text.phrase_parts import PRESS, counted_kind, display_phrase, press_name, stands_bare
from musnad.text.phrase_records import Phrase, PhraseReading

PERSONS = frozenset(("title", "office", "role", "anonymous"))
WITHIN = "في"
OPENING = frozenset("\"'«“‹")
CLOSING = frozenset("\"'»”›")
"""Marks after which a name in quotation marks is whole, whatever its last word («صباح اليوم»)."""
KINDS: tuple[tuple[str, SpeakerKind], ...] = (
    ("reporter", "media"),
    ("amount", "collective"),
    ("organisation", "organisation"),
    ("government", "government"),
    ("media", "media"),
    ("document", "document"),
    ("collective", "collective"),
)


def describe_phrase(analysis: Analysis, first: int, last: int, lexicon: Lexicon) -> PhraseReading:
    """Gives what the tokens `first` to `last` (half open) stand for as a source."""
    reading = _describe(analysis, first, last, lexicon)
    at = second_part(analysis, reading, (first, last), lexicon)
    if at is None:
        return reading
    other = describe_phrase(analysis, at, last, lexicon)
    if reading.person_name_span is None:
        reading = _describe(analysis, first, at, lexicon)
    return joint(reading, other) if may_be_joint(reading, other) else reading


def _describe(analysis: Analysis, first: int, last: int, lexicon: Lexicon) -> PhraseReading:
    keys = analysis.tokens.keys
    whole = last
    first, last = trimmed(keys, first, last)
    quoted = last < whole and keys[last] in CLOSING
    while not quoted and last - first > 1 and is_particle(analysis, last - 1, lexicon):
        last -= 1
    pointed = last - first > 1 and keys[first] in lexicon.pointing
    first += pointed
    last -= last - first > 1 and keys[last - 1] in lexicon.emphatic
    if first >= last:
        return PhraseReading("unknown", "", "", None, None, None, False, False)
    end = first_comma(keys, first, last)
    word = analysis.word(first, lexicon)
    if not keys[first].isalpha():
        name = display_phrase(Phrase(analysis, first, end, last, lexicon), None)
        return PhraseReading("collective", name, keys[first], None, "pl", None, False, False)
    match = lexicon.match_word(word, keys, first) if word is not None and word.starts else None
    if quoted and _titles_body(keys, first, last, word, match):
        name = display_phrase(Phrase(analysis, first, last, last, lexicon), None)
        return PhraseReading("organisation", name, keys[first], None, "sg", None, True, False)
    if match is not None and (word is None or not _noun_wins(word, match, first)):
        reading = _of_entry(analysis, match, first, end, lexicon)
        if reading is not None:
            return reading
    return _of_words(Phrase(analysis, first, end, last, lexicon), word)


def _titles_body(
    keys: list[str], first: int, last: int, word: Word | None, match: Match | None
) -> bool:
    """«"مرسى القوية"», «"عالم جديد"»: a state or a calling with more words, in quotation marks."""
    if word is None or first == 0 or keys[first - 1] not in OPENING or last - first == 1:
        return False
    if match is not None:
        return match.end < last and not word.noun and _fitting(match).kind == "state"
    return word.noun is not None and "role" in word.noun.classes and not word.definite


def _noun_wins(word: Word, match: Match, first: int) -> bool:
    """A post is read word by word for the name after it; so is one word that is also a noun."""
    is_post = all(entry.kind == "office" for entry in match.entries)
    alone = match.end == first + 1 and _fitting(match).kind != "state"
    return word.noun is not None and (is_post or alone)


def _of_entry(
    analysis: Analysis, match: Match, first: int, end: int, lexicon: Lexicon
) -> PhraseReading | None:
    entry = _fitting(match)
    given = analysis.word(first, lexicon)
    leads = (given is not None and given.given) or entry.needs_head
    if entry.type == "place" and leads and match.end < end:
        return None
    if entry.type == "place":
        name = entry.stands_for or entry.name
        return PhraseReading(
            "government", name, entry.name, entry.gender or "f", "sg", None, True, False, entry
        )
    if entry.type == "person":
        return PhraseReading(
            "person", entry.name, entry.name, "m", "sg", (first, match.end), True, False, entry
        )
    if entry.type == "group":
        return PhraseReading(
            "collective", entry.name, entry.name, "m", "pl", None, True, False, entry
        )
    kind: SpeakerKind = "media" if entry.type == "media" else "organisation"
    gender = entry.gender or _ending(entry)
    return PhraseReading(kind, entry.name, entry.name, gender, "sg", None, True, False, entry)


def _ending(entry: Entry) -> Gender | None:
    return "f" if entry.name.split()[0].endswith("ة") else None


def _fitting(match: Match) -> Entry:
    """Gives the state before its capital or a town of the same name, a medium before a place."""
    for entry in match.entries:
        if entry.kind == "state" or entry.type in {"media", "organisation"}:
            return entry
    return match.entries[0]


def _of_words(phrase: Phrase, word: Word | None) -> PhraseReading:
    noun = word.noun if word is not None else None
    head = phrase.analysis.tokens.keys[phrase.first]
    if noun is None and head.endswith("ه") and head[2:] in phrase.lexicon.adjectives:
        name = display_phrase(phrase, word)
        return PhraseReading("organisation", name, head, "f", "sg", None, True, True)
    if word is None or (word.given and not (noun and _is_post(word, noun))):
        return _of_name(phrase)
    if noun is None:
        return _of_adjective(phrase, word)
    others = {"collective"} if _is_envoy(phrase, noun) else {"reporter", "collective"}
    if noun.classes & PERSONS and not noun.classes & others:
        state = _state(phrase, word, noun) if noun.classes >= STATE_OR_TITLE else None
        return state or _of_person(phrase, word, noun)
    if noun.plural and "organisation" in noun.classes:
        return _of_body(phrase, word, noun, "collective")
    counted = counted_kind(phrase, word.stem) if "amount" in noun.classes else None
    kind: SpeakerKind = next((kind for name, kind in KINDS if name in noun.classes), "person")
    return _of_body(phrase, word, noun, counted or _refined(phrase, noun, kind))


def _is_envoy(phrase: Phrase, noun: Noun) -> bool:
    """«مندوب مرسى الدائم» holds a post, «مندوب وكالة الساحل» and «مندوبنا» report."""
    if "office" not in noun.classes or phrase.end == phrase.first + 1:
        return False
    after = phrase.analysis.word(phrase.first + 1, phrase.lexicon)
    reports = after is not None and after.noun is not None and "media" in after.noun.classes
    return not reports and _known_inside(phrase, "media") is None


STATE_OR_TITLE = frozenset({"title", "government"})
"""The classes of «دولة»: of a state before its name, of a head of government otherwise."""


def _state(phrase: Phrase, word: Word, noun: Noun) -> PhraseReading | None:
    """«دولة السهل» and «الدولة» are the state, «دولة الرئيس» a title."""
    if word.definite:
        return _of_body(phrase, word, noun, "government")
    at = phrase.first + 1
    match = phrase.lexicon.match(phrase.analysis.tokens.keys, at) if at < phrase.end else None
    if match is None or _fitting(match).type != "place":
        return None
    return _of_entry(phrase.analysis, match, at, phrase.end, phrase.lexicon)


def _is_post(word: Word, noun: Noun) -> bool:
    return word.definite or bool(noun.classes & {"office", "document", "organisation"})


def _of_name(phrase: Phrase) -> PhraseReading:
    analysis, lexicon = phrase.analysis, phrase.lexicon
    if _is_common(phrase):
        return _of_common(phrase)
    span = find_name(analysis, phrase.first, phrase.end, lexicon, titled=True)
    span = span or (phrase.first, phrase.end)
    name = display_name(analysis, *span, lexicon)
    alone = span[1] - span[0] == 1 and span[1] == phrase.end
    kind: SpeakerKind = "media" if _reports(phrase, span[1]) else "person"
    gender = _apposed_gender(phrase, span[1])
    return PhraseReading(
        kind, name, analysis.tokens.keys[phrase.first], gender, "sg", span, True, alone
    )


def _is_common(phrase: Phrase) -> bool:
    """Tells whether the phrase begins with a word of the language («توصيف», «فيه»)."""
    key = phrase.analysis.tokens.keys[phrase.first]
    if phrase.analysis.word(phrase.first, phrase.lexicon) is not None:
        return False
    if is_particle(phrase.analysis, phrase.first, phrase.lexicon) or key in number_words().plain:
        return True
    return phrase.lexicon.ordinary(key) and not _leads_to_given(phrase)


def _leads_to_given(phrase: Phrase) -> bool:
    """«تشاي جون»: a word before a given name may be the first of a foreign name."""
    at = phrase.first + 1
    after = phrase.analysis.word(at, phrase.lexicon) if at < phrase.end else None
    return after is not None and after.given and after.cut == 0 and after.noun is None


def _of_common(phrase: Phrase) -> PhraseReading:
    name = display_phrase(phrase, None)
    head = phrase.analysis.tokens.keys[phrase.first]
    if SEVERAL.fullmatch(head):
        return PhraseReading("collective", name, head, "m", "pl", None, True, False)
    return PhraseReading("unknown", name, head, None, None, None, head.startswith("ال"), False)


SEVERAL = re.compile("ال.{4,}ون")
"""«المحتفلون»: the shape of people who act, which no other word of so many letters has."""


def _reports(phrase: Phrase, at: int) -> bool:
    noun = _apposed_noun(phrase, at)
    return noun is not None and "reporter" in noun.classes


def _apposed_noun(phrase: Phrase, at: int) -> Noun | None:
    keys = phrase.analysis.tokens.keys
    while at < phrase.last and not is_word(keys[at]):
        at += 1
    word = phrase.analysis.word(at, phrase.lexicon) if at < phrase.last else None
    return word.noun if word is not None else None


def _apposed_gender(phrase: Phrase, at: int) -> Gender | None:
    noun = _apposed_noun(phrase, at)
    return noun.gender if noun is not None and noun.classes & {"office", "role", "title"} else None


def _of_person(phrase: Phrase, word: Word, noun: Noun) -> PhraseReading:
    span = None if noun.plural or _is_beside(phrase, word, noun) else name_after(phrase)
    kind: SpeakerKind = "person"
    if span is not None:
        name = display_name(phrase.analysis, *span, phrase.lexicon)
        anaphoric = span[1] - span[0] == 1
    else:
        name = display_phrase(phrase, word, whole=True)
        kind = _nameless_kind(phrase, word, noun)
        anaphoric = kind in {"person", "anonymous"} and stands_bare(phrase, word)
    return PhraseReading(
        kind,
        name,
        word.stem,
        noun.gender,
        noun.number,
        span,
        word.definite,
        anaphoric,
    )


def _is_beside(phrase: Phrase, word: Word, noun: Noun) -> bool:
    """«مصدر مقرب من رئيس النقابة، نادر الكتبي»: the name is the president's, not the source's."""
    if "anonymous" not in noun.classes or word.definite:
        return False
    analysis, lexicon = phrase.analysis, phrase.lexicon
    others = (analysis.word(at, lexicon) for at in range(phrase.first + 1, phrase.end))
    return any(each and each.noun and "office" in each.noun.classes for each in others)


def _nameless_kind(phrase: Phrase, word: Word, noun: Noun) -> SpeakerKind:
    classes = noun.classes
    posted = "office" in classes and not noun.plural and _has_post(phrase, word)
    if "anonymous" in classes and not posted:
        return "anonymous"
    if noun.number != "sg" or noun.plural:
        return "anonymous" if noun.lemma == "شاهد" else "collective"
    if "office" in classes or "title" in classes:
        return "person" if word.definite or _has_post(phrase, word) else "anonymous"
    return "person" if word.definite and stands_bare(phrase, word) else "anonymous"


def _has_post(phrase: Phrase, word: Word) -> bool:
    """Tells whether a definite complement makes the post one man's («وزير الدفاع»)."""
    if word.definite:
        return True
    keys = phrase.analysis.tokens.keys
    for at in range(phrase.first + 1, phrase.end):
        if is_particle(phrase.analysis, at, phrase.lexicon):
            return False
        complement = phrase.analysis.word(at, phrase.lexicon)
        if keys[at].startswith("ال") or (complement is not None and complement.starts):
            return True
    return False


def _refined(phrase: Phrase, noun: Noun, kind: SpeakerKind) -> SpeakerKind:
    """«وكالة» and «شبكة» head media when news is what they are of, bodies otherwise."""
    if not {"media", "organisation"} <= noun.classes:
        return kind
    keys = phrase.analysis.tokens.keys[phrase.first + 1 : phrase.end]
    if any(key.lstrip("ول").removeprefix("ال") in phrase.lexicon.news for key in keys):
        return "media"
    known = _known_inside(phrase, "media")
    return "media" if known is not None or len(keys) == 0 else "organisation"


def _known_inside(phrase: Phrase, wanted: str) -> Entry | None:
    for at in range(phrase.first + 1, phrase.end):
        match = phrase.lexicon.match(phrase.analysis.tokens.keys, at)
        if match is not None and match.end <= phrase.end:
            for entry in match.entries:
                if entry.type == wanted:
                    return entry
    return None


def _of_body(phrase: Phrase, word: Word, noun: Noun, kind: SpeakerKind) -> PhraseReading:
    entry = None
    if "reporter" in noun.classes and not noun.plural and name_after(phrase) is not None:
        return structs.replace(_of_person(phrase, word, noun), kind="media")
    if kind == "media":
        entry = _known_inside(phrase, "media")
    if kind == "document":
        issuer = _issuer(phrase)
        if issuer is not None:
            return issuer
    name = entry.name if entry is not None else display_phrase(phrase, word)
    if kind == "media" and noun.lemma == PRESS and not word.definite:
        name = press_name(name)
    anaphoric = entry is None and stands_bare(phrase, word) and kind != "government"
    return PhraseReading(
        kind, name, word.stem, noun.gender, noun.number, None, word.definite, anaphoric, entry
    )


def _issuer(phrase: Phrase) -> PhraseReading | None:
    """Gives who issued the document: «بيان صادر عن X», «حصيلة لـX», «بيان من X».

    «تقرير في صحيفة X» is hers; the opinion that «استطلاع للرأي» asks for issues nothing.
    """
    for at in _issuer_starts(phrase):
        reading = describe_phrase(phrase.analysis, at, phrase.last, phrase.lexicon)
        word = phrase.analysis.word(at, phrase.lexicon)
        if word is not None and reading.kind in {"organisation", "government", "person", "media"}:
            return reading
    return None


def _issuer_starts(phrase: Phrase) -> Iterator[int]:
    keys = phrase.analysis.tokens.keys
    for at in range(phrase.first + 1, phrase.end):
        word, before = phrase.analysis.word(at, phrase.lexicon), keys[at - 1]
        if keys[at] == WITHIN or keys[at] in phrase.lexicon.opinion:
            continue
        if (
            before in phrase.lexicon.issuing
            or (before == WITHIN and _is_press(phrase, word))
            or (word is not None and keys[at].startswith("ل") and word.cut == 1)
            or (at == phrase.first + 1 and word is not None and _may_issue(phrase, at, word))
        ):
            yield at


def _is_press(phrase: Phrase, word: Word | None) -> bool:
    """Tells whether a medium's noun follows in a document that media write themselves."""
    own = phrase.analysis.tokens.keys[phrase.first] in phrase.lexicon.press_products
    return own and word is not None and word.noun is not None and "media" in word.noun.classes


def _may_issue(phrase: Phrase, at: int, word: Word) -> bool:
    """«بيان الداخلية» and «بيان وزارة الموانئ» name who issued them, «مذكرة داخلية» does not.

    Nor does «نشرتها» in «وثيقة نشرتها صحيفة»: a verb, no bulletin of hers. What a paper writes
    itself («تقرير نشرته صحيفة») is hers, a document that she prints is not.
    """
    keys, lexicon = phrase.analysis.tokens.keys, phrase.lexicon
    if keys[at] in lexicon.printing and keys[phrase.first] not in lexicon.press_products:
        return False
    named = word.definite or at + 1 < phrase.end
    return bool(word.starts) or (word.noun is not None and named)


def _of_adjective(phrase: Phrase, word: Word) -> PhraseReading:
    name = display_phrase(phrase, word)
    demonym = word.demonym
    if demonym is None:
        return _of_name(phrase)
    kind: SpeakerKind = "collective" if demonym.plural else "person"
    gender, number, alone = demonym.gender, demonym.number, not demonym.plural
    return PhraseReading(kind, name, word.stem, gender, number, None, word.definite, alone)
