"""Where a person's name stands in a noun phrase that a title or a post opens."""

from musnad.lexicons import Word
from musnad.text.names import find_name, is_definite_given, is_particle, is_word
from musnad.text.phrase_records import Phrase

COMMAS = frozenset(("،", ",", "؛"))
OPENING = frozenset("«“([‹")
FOREIGN_TITLES = frozenset(("مستر", "مسيو", "مدام", "ليدي", "سير", "لورد"))
CLOSING = frozenset('"»”)›’]')
MARKS = OPENING | CLOSING
FULL_NAME = 2
"""Words of a name that may stand in quotation marks."""


def first_comma(keys: list[str], first: int, last: int) -> int:
    """Gives the first comma of tokens `first` to `last`, else `last`."""
    for at in range(first, last):
        if keys[at] in COMMAS:
            return at
    return last


def name_after(phrase: Phrase) -> tuple[int, int] | None:
    """Gives the name that a title or a post leads to, in its own segment or a later one.

    «حاكم ولاية بلاتو، زيلان مورفاي»: a full name stands before one word of the segment before.
    """
    found = _name_within(phrase, phrase.first + 1, phrase.end) or _quoted_name(phrase)
    if found is not None and found[1] - found[0] > 1:
        return found
    start = phrase.end + 1
    while start < phrase.last:
        end = first_comma(phrase.analysis.tokens.keys, start, phrase.last)
        at = _skip_titles(phrase, start, end)
        below = find_name(phrase.analysis, at, end, phrase.lexicon, titled=True)
        if below is not None and (found is None or below[1] - below[0] > 1):
            return below
        start = end + 1
    return found


def _quoted_name(phrase: Phrase) -> tuple[int, int] | None:
    """«رئيس الوزراء "زيلان مورفاي"»: a full name in quotation marks behind a whole post."""
    keys, last = phrase.analysis.tokens.keys, phrase.end
    last -= last == len(keys) or keys[last] not in CLOSING
    if keys[last] not in CLOSING:
        return None
    opening = next((at for at in range(last - 1, phrase.first, -1) if keys[at] in MARKS), None)
    before = keys[opening - 1] if opening is not None else ""
    heads = before in phrase.lexicon.naming or before == ""
    if opening is None or heads or not _closes(before, phrase.lexicon.word(before)):
        return None
    known = phrase.lexicon.match(keys, opening + 1)
    span = find_name(phrase.analysis, opening + 1, last, phrase.lexicon, titled=True)
    whole = span is not None and span[1] == last and last - opening > FULL_NAME
    return span if whole and known is None else None


def _skip_titles(phrase: Phrase, at: int, end: int) -> int:
    while at < end:
        word = phrase.analysis.word(at, phrase.lexicon)
        titled = word is not None and word.noun is not None and "title" in word.noun.classes
        key = phrase.analysis.tokens.keys[at]
        if not (titled or key in phrase.lexicon.ranks or not is_word(key)):
            return at
        at += 1
    return at


def _name_within(phrase: Phrase, start: int, end: int) -> tuple[int, int] | None:
    keys = phrase.analysis.tokens.keys
    for at in range(start, end):
        if not is_word(keys[at]) or keys[at - 1] in OPENING or keys[start:at].count('"') % 2:
            continue
        if keys[at] in phrase.lexicon.ranks and at + 1 < end:  # «اللواء أركان حرب نادر»
            continue
        span = find_name(phrase.analysis, at, end, phrase.lexicon, titled=True)
        if _may_begin(phrase, at, end, span):
            return span or (at, at + 1)
    return None


def _may_begin(phrase: Phrase, at: int, end: int, span: tuple[int, int] | None) -> bool:
    keys = phrase.analysis.tokens.keys
    before = phrase.analysis.word(at - 1, phrase.lexicon)
    if span is not None and _is_title(before) and at - 1 > phrase.first:
        return True
    if span is None:
        return _title_surname(phrase, at, before)
    if keys[at].startswith("ال"):
        given = is_definite_given(phrase.analysis, at, phrase.lexicon)
        return given or _title_surname(phrase, at, before)
    return _begins_name(phrase, at, span[1] == end, span[1] == at + 1)


def _begins_name(phrase: Phrase, at: int, to_end: bool, alone: bool) -> bool:
    keys, lexicon = phrase.analysis.tokens.keys, phrase.lexicon
    word, before = phrase.analysis.word(at, lexicon), phrase.analysis.word(at - 1, lexicon)
    if any(is_particle(phrase.analysis, place, lexicon) for place in (at, at - 1)):
        return False
    if word is None or word.link:
        return to_end and _closes(keys[at - 1], before)
    if word.given:
        if word.stem in lexicon.masdar_names and alone:
            return False
        return before is None or before.noun is None or before.definite or at - 1 == phrase.first
    return False


def _is_title(word: Word | None) -> bool:
    classes = word.noun.classes if word is not None and word.noun is not None else ()
    return "title" in classes and "organisation" not in classes and "role" not in classes


def _is_title_alone(word: Word) -> bool:
    """«د.», «مستر»: titles that take no article; «مهندس السفن» has a complement."""
    return _is_title(word) and (len(word.stem) == 1 or word.stem in FOREIGN_TITLES)


def _title_surname(phrase: Phrase, at: int, before: Word | None) -> bool:
    """«الرئيس الأسد»: a title or definite post and one definite word that is no adjective.

    «العميد الركن نادر»: what a title or a given name follows is part of the title.
    """
    key = phrase.analysis.tokens.keys[at]
    word = phrase.analysis.word(at, phrase.lexicon)
    if at != phrase.first + 1 or before is None or not key.startswith("ال"):
        return False
    if key in phrase.lexicon.ranks:
        return False
    if not (before.definite or _is_title_alone(before)):
        return False
    if word is not None and not word.given and (word.noun or word.demonym):
        return False
    keys = phrase.analysis.tokens.keys
    known = word is not None and phrase.lexicon.names_clearly(word, keys, at)
    if known or key.removeprefix("ال") in phrase.lexicon.adjectives:
        return False
    after = phrase.analysis.word(at + 1, phrase.lexicon) if at + 1 < phrase.end else None
    given = after is not None and after.given and not after.cut
    return given == _is_title(after)  # «السيد» is both, and tells nothing


def _closes(key: str, before: Word | None) -> bool:
    """Tells whether a complement may end with this word, so that a name can follow."""
    if key in CLOSING or key.startswith("ال"):
        return True
    return before is not None and (
        before.definite or _is_place(before) or before.demonym is not None
    )


def _is_place(word: Word) -> bool:
    """«مرسى» closes a complement; «ولاية» and «شركة», which open names too, do not."""
    return bool(word.starts) and word.noun is None
