"""Known names, and bodies, media and peoples recognised by their head nouns."""

from functools import cache

from musnad.fold import fold_key
from musnad.lexicons import Entry, Match, Noun, Word, builtin
from musnad.model.records import EntityType
from musnad.stages.read_language.mentions_posts import country_of
from musnad.stages.read_language.mentions_scan import QUOTES, Found, Scan
from musnad.stages.read_language.place_context import likely_place, told_place
from musnad.text.names import is_word

LONGEST_BODY = 12
TOLD = frozenset(("media", "role"))
"""What «ل» stands before when somebody is told, where a whole body stands before it."""


def find_known(scan: Scan, at: int, word: Word) -> Found | None:
    """Gives the name from the lexicon that begins at this token."""
    if not word.starts:
        return None
    match = scan.lexicon.match_word(word, scan.keys, at)
    if match is None or _is_person(scan, at, word, match):
        return None
    entry = _best(scan, at, match)
    if entry is None:
        return None
    last = match.end if entry.type == "place" else _with_abbreviation(scan, match.end)
    head = word.noun.lemma if word.noun is not None and match.end - at > 1 else None
    return Found(
        entry.type, at, last, match.cut, entry.name, "mentions.known",
        entry=entry, head=head, country=entry.country,
    )  # fmt: skip


def _is_person(scan: Scan, at: int, word: Word, match: Match) -> bool:
    if not word.given or match.end > at + 1:
        return False
    after = scan.words[at + 1] if at + 1 < len(scan.keys) else None
    return after is not None and (after.given or after.link)


def _best(scan: Scan, at: int, match: Match) -> Entry | None:
    """Gives the entry meant: the workspace's and states first; plain words need a head noun."""
    single = match.end == at + 1
    chosen = None
    for each in _states_first(match.entries):
        if not (single and each.needs_head) or _after_head(scan, at, each):
            chosen = each
            break
    if not single or (chosen is not None and chosen.type == "place"):
        return chosen
    return told_place(scan, at, match) or chosen or likely_place(scan, at, match)


def _states_first(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    states = tuple([each for each in entries if each.kind == "state"]) if len(entries) > 1 else ()
    return (*states, *(each for each in entries if each.kind != "state")) if states else entries


def _after_head(scan: Scan, at: int, entry: Entry) -> bool:
    before = at - 1
    if before >= 0 and scan.keys[before] in QUOTES:
        before -= 1
    word = scan.words[before] if before >= 0 else None
    wanted = {"media": "media", "place": "place"}.get(entry.type, "organisation")
    return word is not None and word.noun is not None and wanted in word.noun.classes


def _with_abbreviation(scan: Scan, end: int) -> int:
    """«هيومن رايتس ووتش (HRW)»: short Latin letters in brackets belong to the name."""
    keys = scan.keys
    if end + 2 < len(keys) and keys[end] == "(" and keys[end + 2] == ")":
        short = keys[end + 1]
        if short.isascii() and short.isalpha() and len(short) <= 8:
            return end + 3
    return end


def find_body(scan: Scan, at: int, word: Word) -> Found | None:
    """Gives the organisation or medium whose head noun stands at this token."""
    noun = word.noun
    if noun is None or _no_head(scan, at, word, noun):
        return None
    last, quoted = _body_end(scan, at)
    kind = _kind(scan, at, last, noun)
    if last > at + 1 and "weak" in noun.classes and not (quoted or _distinct(scan, at, last)):
        return None
    if last == at + 1:
        return _bare(scan, at, word, noun, kind)
    if not (word.definite or quoted or _is_definite(scan, at, last)):
        return None
    known = _known_inside(scan, at, last, kind)
    entry = known if kind == "media" else None
    if entry is None and noun.lemma == SITE and not quoted and _is_ground(scan, at):
        return None
    name = entry.name if entry is not None else scan.printed(at, last, word.cut)
    return Found(
        kind, at, _with_abbreviation(scan, last), word.cut, name, "mentions.head-noun",
        entry=entry, head=noun.lemma, country=country_of(scan, at, last),
        anaphoric=word.definite and _only_nation(scan, at, last),
    )  # fmt: skip


def _is_ground(scan: Scan, at: int) -> bool:
    """«في موقع الحادث», «مهاجمة موقع المنارة العسكري»: a place, no medium on the net."""
    words = ground_words()
    before = scan.keys[at - 1] if at else ""
    follows = scan.keys[at + 1 : at + 4]
    if not words["sites"].isdisjoint(follows):
        return False
    return before in words["before"] or not words["grounds"].isdisjoint(follows)


@cache
def ground_words() -> dict[str, frozenset[str]]:
    """Gives the words that tell a place from a medium on the net, both «موقع»."""
    tables: dict[str, str] = builtin("place_words")["site"]
    return {name: frozenset(fold_key(words).split()) for name, words in tables.items()}


SITE = "موقع"


def _no_head(scan: Scan, at: int, word: Word, noun: Noun) -> bool:
    """Tells whether a head noun names no body here: an adjective, or said of a body."""
    of_body = "weak" in noun.classes and _heads_clearly(scan, at + 1)
    return of_body or _adjective(scan, at, word, noun)


def _adjective(scan: Scan, at: int, word: Word, noun: Noun) -> bool:
    """«الشؤون الداخلية»: after a definite word it says of what kind that is."""
    return word.definite and noun.lemma.endswith("ية") and at > 0 and scan.definite(at - 1)


def _heads_clearly(scan: Scan, at: int) -> bool:
    """«مكتب شركة …»: the noun after a weak head heads the body itself."""
    word = scan.words[at] if at < len(scan.words) else None
    if word is None or word.noun is None or word.definite or word.owned or word.cut:
        return False
    return "organisation" in word.noun.classes and "weak" not in word.noun.classes


def _only_nation(scan: Scan, first: int, last: int) -> bool:
    """«الصحيفة الأميركية» repeats a body named before, if there is one of this head."""
    words = scan.words[first + 1 : last]
    return all(word is not None and word.demonym is not None for word in words)


def _distinct(scan: Scan, first: int, last: int) -> bool:
    """Tells whether a nation or a known name sets this body apart from a common noun."""
    words = scan.words[first + 1 : last]
    return any(word is not None and (word.demonym or word.starts) for word in words)


def _bare(scan: Scan, at: int, word: Word, noun: Noun, kind: EntityType) -> Found | None:
    if not word.definite:
        return None
    return Found(
        kind, at, at + 1, word.cut, scan.printed(at, at + 1, word.cut), "mentions.nominal",
        anaphoric=True, head=noun.lemma,
    )  # fmt: skip


def _kind(scan: Scan, at: int, last: int, noun: Noun) -> EntityType:
    if "media" not in noun.classes:
        return "organisation"
    if "organisation" not in noun.classes:
        return "media"
    stems = {key.lstrip("ول").removeprefix("ال") for key in scan.keys[at + 1 : last]}
    news = stems & scan.lexicon.news or _known_inside(scan, at, last, "media") is not None
    return "media" if news else "organisation"


def _known_inside(scan: Scan, first: int, last: int, wanted: EntityType) -> Entry | None:
    for at in range(first + 1, last):
        word = scan.words[at]
        if word is not None and word.starts:
            match = scan.lexicon.match_word(word, scan.keys, at)
            for entry in match.entries if match is not None else ():
                if entry.type == wanted:
                    return entry
    return None


def _is_definite(scan: Scan, first: int, last: int) -> bool:
    for at in range(first + 1, last):
        word = scan.words[at]
        if scan.definite(at) or (word is not None and word.starts):
            return True
    return False


def _body_end(scan: Scan, at: int) -> tuple[int, bool]:
    """Gives where the complement of a head noun ends, and whether it holds a quoted name."""
    end, quoted = at + 1, False
    while end < len(scan.keys) and end - at < LONGEST_BODY:
        key = scan.keys[end]
        if key in QUOTES and key != "(":
            close = _closing(scan, end)
            if close is None:
                break
            end, quoted = close + 1, True
            continue
        if scan.stops(end) or not _complements(scan, at, end):
            break
        closed = quoted or _definite_head(scan, at, end) or _closed(scan, at, end)
        if (closed and not _qualifies(scan, end)) or _serves(scan, at, end):
            break
        end += 1
    return end, quoted


def _definite_head(scan: Scan, first: int, at: int) -> bool:
    """«الوزارة» takes adjectives or «لـ», no genitive; after «لـ» anything may follow."""
    head = scan.words[first]
    reached = any(scan.keys[place].startswith("ل") for place in range(first + 1, at))
    return head is not None and head.definite and not reached


def _closed(scan: Scan, first: int, at: int) -> bool:
    """«قوات الأمن» is closed by its definite complement: adjectives follow, no other noun."""
    key = scan.keys[at]
    return at - first > 1 and scan.definite(at - 1) and not key.startswith("وال")


def _serves(scan: Scan, first: int, at: int) -> bool:
    """«وزارة الموانئ لتأمين…»: after a head and one common word «ل» tells a purpose."""
    head, before = scan.words[first], scan.words[at - 1]
    common = before is None or not (before.starts or before.demonym or before.given)
    construct = head is not None and not head.definite and at == first + 2
    return construct and scan.keys[at].startswith("ل") and scan.definite(at - 1) and common


def _qualifies(scan: Scan, at: int) -> bool:
    key, word = scan.keys[at], scan.words[at]
    if word is not None and word.demonym is not None:
        return True
    if key.removeprefix("ال") in scan.lexicon.adjectives:
        return True
    if key.startswith("ال") and key[2:] in scan.lexicon.field_adjectives:
        return True
    return key.startswith("ل") or (word is None and key.endswith(("يه", "ي")))


def _closing(scan: Scan, at: int) -> int | None:
    """Gives where a short quotation that opens here closes; «"… الشرطة". وقالت "» closes one."""
    wanted = QUOTES[scan.keys[at]]
    start = scan.analysis.tokens.starts[at]
    if not any(quote.start == start and quote.closed for quote in scan.analysis.quotes):
        return None
    for place in range(at + 1, min(at + 8, len(scan.keys))):
        if scan.keys[place] == wanted:
            return place
    return None


def _complements(scan: Scan, first: int, at: int) -> bool:
    key, word, lexicon = scan.keys[at], scan.words[at], scan.lexicon
    after_definite = scan.definite(at - 1)
    if key.startswith("وال"):
        head = scan.words[first]
        joins = head is not None and head.noun is not None
        return joins and after_definite and _same_field(scan, head, word)
    if word is not None:
        if word.cut:
            return key[0] == "ل" and _may_be_owner(scan, first, at, word)
        if word.definite and word.noun is not None and word.noun.classes & {"title", "office"}:
            return word.noun.plural and (at - 1 == first or not after_definite)
        return not word.given or at - 1 == first or word.starts is not None
    if scan.definite(at) or key in lexicon.adjectives:
        return True
    nearer = at + 1 < len(scan.keys) and scan.definite(at + 1)
    return is_word(key) and nearer and (not after_definite or key.startswith("ل"))


def _may_be_owner(scan: Scan, first: int, at: int, word: Word) -> bool:
    """«الاتحاد العام لنقابات العمال», «الهيئة العامة للإذاعة» go on after «ل».

    «قالت الرئاسة لقناة النورس», «الشرطة للتلفزيون»: who spoke told a medium or the press.
    """
    noun, head = word.noun, scan.words[first]
    public = scan.keys[at].startswith("لل")
    if noun is None:
        return public
    if not public:
        return "media" not in noun.classes
    whole = head is not None and head.definite and at == first + 1
    return not whole or noun.classes.isdisjoint(TOLD)


def _same_field(scan: Scan, head: Word | None, word: Word | None) -> bool:
    """«وزارة التربية والتعليم» goes on; «الوزارة والسفير», «الجيش والشرطة» do not."""
    noun = head.noun if head is not None else None
    if noun is None or fold_key(noun.lemma) not in scan.lexicon.coordinating:
        return False
    return word is None or (word.noun is None and word.demonym is None and not word.starts)


def find_people(scan: Scan, at: int, word: Word) -> Found | None:
    """Gives the people that a definite plural names: «الروس», «السوريين»."""
    before = scan.words[at - 1] if at else None
    if before is not None and before.noun is not None and before.noun.plural:
        return None
    printed = scan.printed(at, at + 1, word.cut)
    name = printed[:-2] + "ون" if printed.endswith("ين") else printed
    return Found(
        "group", at, at + 1, word.cut, name, "mentions.people",
        country=(word.demonym.code or None) if word.demonym is not None else None,
    )  # fmt: skip
