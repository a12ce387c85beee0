"""People in an article: title and name, post and name, name alone, post alone."""

from musnad.lexicons import Noun, Word
from musnad.lexicons.verbs import verb_table
from musnad.stages.read_language.mentions_begin import INSIDE_POSTS
from musnad.stages.read_language.mentions_posts import (
    LONGEST_POST,
    country_of,
    post_end,
    with_post,
)
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.text.names import (
    BASIM,
    HYPHENS,
    PRONOUNS,
    display_name,
    find_name,
    is_definite_given,
    is_family,
    is_word,
)

CALLING = frozenset(("title", "office"))
IMPERFECT = ("ي", "ت", "سي", "ست")
FUTURE = ("سي", "ستق", "ستع")
LONGEST_UNKNOWN = 4
ENDING_SUBJECT = frozenset(("،", "ان", ":", "«", '"', "بان"))
OPENING = frozenset('"«“(')
CLOSING = frozenset('"»”)')
QUOTATION_MARKS = OPENING.union(CLOSING) - set("()")
JOINED = ("وال", "بال", "فال", "كال", "لل")


def find_titled(scan: Scan, at: int, word: Word) -> Found | None:
    """Gives the person whom a title or post at this token introduces or, alone, means."""
    noun = word.noun
    if noun is None or scan.keys[at + 1 : at + 2] == ["الدين"]:
        return None
    span = _name_after(scan, at, word, noun) or _surname_after(scan, at, word, noun)
    if span is not None:
        person = _person(scan, span, "mentions.title-name")
        return with_post(scan, person, at, span[0])
    if "office" in noun.classes:
        return _post_alone(scan, at, word)
    return None


def find_named(scan: Scan, at: int, word: Word) -> Found | None:  # noqa: ARG001 - all finders are called alike
    """Gives the person whose name begins with a given name at this token."""
    span = None if scan.particle(at) else _name_at(scan, at)
    if span is None or span[1] - span[0] < 2 or not _plausible(scan, at):
        return None
    return _person(scan, span, "mentions.given-name")


def find_unlisted(scan: Scan, at: int) -> Found | None:
    """Gives the person whom no list holds, right after a verb of saying at this token.

    «وقال زيلان مورفاي إن»: two to four words of no language before a mark or «إن».
    """
    first = at + 1
    if first >= len(scan.keys) or not scan.seen[first].foreign or scan.words[first] is not None:
        return None
    if not _long_unknown(scan, first):
        return None
    span = _name_at(scan, first)
    if span is None or span[1] - span[0] < 2 or scan.definite(first):
        return None
    closed = span[1] >= len(scan.keys) or scan.keys[span[1]] in ENDING_SUBJECT
    return _person(scan, span, "mentions.said-name") if closed else None


def find_before_post(scan: Scan, at: int, done: int) -> Found | None:
    """Gives the unlisted person whom the definite post at this token explains.

    «زيلان مورفاي، مدير الميناء», «زيلان مورفاي المدير الفني».
    """
    last = at - (scan.keys[at - 1] == "،") if at else 0
    first = last
    while first > done and last - first < LONGEST_UNKNOWN and _plain_foreign(scan, first - 1):
        first -= 1
    if last - first not in (2, 3) or (last == at and not scan.definite(at)):
        return None
    return _person(scan, (first, last), "mentions.name-post")


def _plain_foreign(scan: Scan, at: int) -> bool:
    key = scan.keys[at]
    if not is_word(key) or scan.definite(at) or key.endswith(PRONOUNS) or len(key) < 3:
        return False
    return _foreign(scan, at) and not (at and scan.keys[at - 1] in OPENING)


def find_latter(scan: Scan, at: int) -> Found | None:
    """Gives «الأخير» where it stands for the person named last, not as an adjective."""
    before = scan.words[at - 1] if at else None
    if not at or scan.definite(at - 1) or (before is not None and before.noun is not None):
        return None
    if not (scan.seen[at - 1].verb or scan.particle(at - 1)):
        return None
    return Found(
        "person", at, at + 1, 0, scan.printed(at, at + 1), "mentions.post",
        holds=True, anaphoric=True,
    )  # fmt: skip


def _plausible(scan: Scan, at: int) -> bool:
    """A name that is also a common word («جمعة», «علي») needs a clear name after it."""
    word = scan.words[at]
    stem = word.stem if word is not None else scan.keys[at]
    if stem not in scan.lexicon.plain_names:
        return True
    if at + 1 >= len(scan.keys) or (stem[0] == "و" and _replied(scan, at)):
        return False
    after = scan.words[at + 1]
    if after is None and stem == "علي":
        return scan.dotted and _foreign(scan, at + 1) and not scan.seen[at + 1].verb
    key = scan.keys[at + 1]
    if after is None or (after.cut and after.given and key[0] in "بلك"):
        if scan.definite(at + 1):
            return key.endswith("ي")
        return _foreign(scan, at + 1) and (key[-1] == "ي" or _introduced(scan, at))
    return after is not None and (after.given or after.link) and not (after.noun or after.cut)


def _replied(scan: Scan, at: int) -> bool:
    """«ورد الجبلي»: «و» and a verb of saying before a definite word, not a given name."""
    return scan.keys[at][1:] in verb_table() and scan.definite(at + 1)


def _introduced(scan: Scan, at: int) -> bool:
    """Tells whether a verb of saying or a post stands before this token."""
    word = scan.words[at - 1] if at else None
    if at and scan.seen[at - 1].verb:
        return True
    if word is None or (word.demonym is not None and word.definite):
        return word is not None
    return word.noun is not None and bool(word.noun.classes & CALLING)


def _name_at(scan: Scan, at: int, *, titled: bool = False) -> tuple[int, int] | None:
    limit = at
    while limit < len(scan.keys) and limit - at < 9:
        if _breaks_name(scan, limit, at) and not (titled and _is_family(scan, limit, at)):
            break
        limit += 1
    return find_name(scan.analysis, at, limit, scan.lexicon, titled=titled) if limit > at else None


def _breaks_name(scan: Scan, at: int, first: int) -> bool:
    word = scan.words[at]
    if word is None:
        return scan.seen[at].verb or _acts(scan, at, first)
    if word.cut and not word.given:
        return True
    if not word.starts or word.given or at == first or word.link:
        return False
    return scan.lexicon.match_word(word, scan.keys, at) is not None


def _acts(scan: Scan, at: int, first: int) -> bool:
    """A word after a whole name that looks like a verb («محمود علي يزور»)."""
    key, before = scan.keys[at], scan.words[at - 1]
    if at == first or (before is not None and before.link) or scan.keys[at - 1] in HYPHENS:
        return False
    if at - first < 2:
        return key.startswith(FUTURE) and len(key) > 4
    if key[0] == "ا" and key[-1] == "ت":
        return True
    return len(key) > 4 and (
        key.startswith(IMPERFECT) or (key[0] == "و" and _goes_on(scan, at + 1))
    )


def _goes_on(scan: Scan, at: int) -> bool:
    """«… ومهيار خضور»: after «و» at the end of a name another name of two words begins."""
    return at < len(scan.words) and is_word(scan.keys[at]) and _foreign(scan, at)


def _name_after(scan: Scan, at: int, word: Word, noun: Noun) -> tuple[int, int] | None:
    """Gives the name in the words after a title or post, before the clause goes on."""
    if "title" in noun.classes and at + 1 < len(scan.keys):
        span = _titled_name(scan, at + 1, word)
        if span is not None:
            return span
    quoted = False
    for place in range(at + 1, min(at + LONGEST_POST, len(scan.keys))):
        each = scan.seen[place]
        here = each.word
        if each.closes and _ends_post(scan, place):
            return None
        quoted ^= scan.keys[place] in QUOTATION_MARKS
        if quoted:
            continue
        if here is not None and _is_title(here) and place + 1 < len(scan.keys):
            span = _titled_name(scan, place + 1, here)
            if span is not None:
                return span
        if each.opens and _starts_name(scan, place):
            return _name_at(scan, place, titled=True)
    return None


def _surname_after(scan: Scan, at: int, word: Word, noun: Noun) -> tuple[int, int] | None:
    """«الرئيس الحداد»: one definite word that is no adjective, noun or word of the language."""
    place = at + 1
    if "office" not in noun.classes or not word.definite or place >= len(scan.keys):
        return None
    key, other = scan.keys[place], scan.words[place]
    if (
        not scan.definite(place)
        or key.startswith("لل")
        or scan.lexicon.ordinary(key)
        or key in scan.lexicon.ranks
    ):
        return None
    if key[2:] in scan.lexicon.adjectives or scan.printed(place, place + 1).endswith("ة"):
        return None
    if other is not None and not other.given and _other(scan, place, other):
        return None
    following = place + 1 < len(scan.keys) and scan.definite(place + 1)
    return None if following or scan.particle(place) else (place, place + 1)


def _ends_post(scan: Scan, at: int) -> bool:
    key = scan.keys[at]
    if key == "،":
        return at + 1 >= len(scan.keys) or not (
            _known_start(scan, at + 1) or (_closed(scan, at - 1) and _long_unknown(scan, at + 1))
        )
    if not is_word(key):
        return key not in '"«»“”' and not scan.abbreviated(at - 1)
    word = scan.words[at]
    another = word is not None and word.cut and word.given and key[0] == "و"
    return bool(another) or scan.seen[at].verb or (scan.particle(at) and key not in INSIDE_POSTS)


def _known_start(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    return word is not None and (word.given or word.link or _is_title(word))


def _is_title(word: Word) -> bool:
    noun = word.noun
    return noun is not None and "title" in noun.classes and not noun.classes & {"role", "document"}


def _titled_name(scan: Scan, at: int, title: Word) -> tuple[int, int] | None:
    word, key = scan.words[at], scan.keys[at]
    if not is_word(key) or key.startswith(JOINED) or (word is not None and word.cut):
        return None
    if not _plausible(scan, at) if key == "علي" else scan.particle(at):
        return None
    if word is not None and (
        _is_masdar_of(scan, at) or (not word.given and _other(scan, at, word))
    ):
        return None
    bare = key.removeprefix("ال")
    if bare in scan.lexicon.adjectives:
        return None
    if key != BASIM and (word is None or (word.starts and not word.given)):
        return _unknown_name(scan, at, title)
    return _name_at(scan, at, titled=True)


def _is_masdar_of(scan: Scan, at: int) -> bool:
    """«أعلن المدير نجاح العملية»: a name that is a masdar too, before what it is done to."""
    word, after = scan.words[at], at + 1
    if word is None or word.stem not in scan.lexicon.deed_names or after >= len(scan.keys):
        return False
    key, other = scan.keys[after], scan.words[after]
    if not is_word(key) or scan.particle(after) or _is_family(scan, after, at):
        return False
    if other is not None:
        return not (other.given or other.link)
    return scan.lexicon.ordinary(key)


def _other(scan: Scan, at: int, word: Word) -> bool:
    """Tells whether a known word after a title is no name («الرئيس السوري»)."""
    known = word.noun or word.demonym or word.cut
    return bool(known) or scan.lexicon.names_clearly(word, scan.keys, at)


def _unknown_name(scan: Scan, at: int, title: Word) -> tuple[int, int] | None:
    """«الرئيس الأسد»; after an indefinite title («سيد») an unknown word is no name."""
    if scan.seen[at].verb or not title.definite or scan.lexicon.ordinary(scan.keys[at]):
        return None
    if scan.keys[at].startswith("ال"):
        if scan.printed(at, at + 1).endswith("ة"):
            return None
        return at, at + 1
    return _name_at(scan, at, titled=True)


def _starts_name(scan: Scan, at: int) -> bool:
    word, key = scan.words[at], scan.keys[at]
    if not is_word(key) or scan.keys[at - 1] in '"«“':
        return False
    if scan.particle(at - 1) or scan.particle(at):
        return False
    if key.startswith("ال"):
        return is_definite_given(scan.analysis, at, scan.lexicon) and _lets_follow(scan, at - 1)
    if key == BASIM:
        return _lets_follow(scan, at - 1)
    if word is not None:
        named = (word.given or word.link) and not word.cut and not word.definite
        closed = _lets_follow(scan, at - 1)
        after_mark = scan.keys[at - 1] == "،" and not _is_masdar_of(scan, at)
        clear = after_mark or _plausible(scan, at) or _is_family(scan, at + 1, at)
        return named and closed and clear
    before_mark = at - 1 if scan.keys[at - 1] != "،" else at - 2
    return _closed(scan, before_mark) and _long_unknown(scan, at)


def _is_family(scan: Scan, at: int, first: int) -> bool:
    """«… الجغرافيا سليم البحّار»: the family's name tells that a common word is a name here."""
    if at != first + 1 or at >= len(scan.keys):
        return False
    return is_family(scan.analysis, at, scan.lexicon)


def _lets_follow(scan: Scan, at: int) -> bool:
    """Tells whether a name may follow this token of a post: not after «وجود» or «وزير»."""
    word = scan.words[at]
    if word is None:
        return scan.definite(at) or not scan.lexicon.ordinary(scan.keys[at])
    return word.noun is None or word.definite or word.owned


def _closed(scan: Scan, at: int) -> bool:
    word = scan.words[at]
    if scan.keys[at].startswith("ال") or scan.keys[at] in CLOSING:
        return True
    return word is not None and (word.definite or bool(word.starts) or word.demonym is not None)


def _long_unknown(scan: Scan, at: int) -> bool:
    """Two to four words of no language up to a mark or particle: a name that no list holds."""
    end = at
    while end < len(scan.keys) and end - at <= LONGEST_UNKNOWN and _foreign(scan, end):
        key = scan.keys[end]
        if len(key) > 4 and key.endswith(PRONOUNS):
            return False
        if scan.definite(end) and not key.endswith("ي"):
            return False
        end += 1
    if end - at not in range(2, LONGEST_UNKNOWN + 1):
        return False
    return end >= len(scan.keys) or scan.stops(end) or scan.lexicon.ordinary(scan.keys[end])


def _foreign(scan: Scan, at: int) -> bool:
    """Tells whether a token is neither a known word nor one of the language; given names are."""
    each = scan.seen[at]
    return each.foreign and (each.word is not None or not scan.particle(at))


def _post_alone(scan: Scan, at: int, word: Word) -> Found | None:
    end = post_end(scan, at)
    if word.definite and at and scan.definite(at - 1):
        return None
    if not word.definite and not any(_closed(scan, place) for place in range(at + 1, end)):
        return None
    post = Found(
        "person", at, end, word.cut, scan.printed(at, end, word.cut), "mentions.post",
        holds=True, anaphoric=end == at + 1, country=country_of(scan, at, end),
    )  # fmt: skip
    return with_post(scan, post, at, end)


def _person(scan: Scan, span: tuple[int, int], made_by: str) -> Found:
    first, last = span
    word = scan.words[first]
    cut = word.cut if word is not None else 0
    name = display_name(scan.analysis, first, last, scan.lexicon)
    return Found("person", first, last, cut, name, made_by, anaphoric=last - first == 1)
