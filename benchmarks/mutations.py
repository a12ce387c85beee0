"""Texts changed in ways that change nothing said, and what statements must then have in common."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from musnad.fold import fold_key
from musnad.model.records import Reading, Statement
from musnad.text.quotes import Quote, find_quotes

LETTER = re.compile(r"[^\W_]")
WORD = re.compile(r"[ء-غف-ي]+")
MARKS = re.compile("[\u064b-\u0652\u0670]")
JOINING = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")
SUN, MOON = "تثدذرزسشصضطظلن", "ءأإبجحخعغفقكمهوي"
VOWELLED = (
    (re.compile(f"(?<![ء-ي])(و?)ال(?=[{MOON}][ء-ي])"), "\\1ال\u0652"),
    (re.compile(f"(?<![ء-ي])(و?)ال([{SUN}])(?=[ء-ي])"), "\\1ال\\2\u0651"),
    (re.compile("(?<![ء-ي])و(?=ال)"), "و\u064e"),
    (re.compile("(?<![ء-ي])في(?![ء-ي])"), "ف\u0650ي"),
    (re.compile("(?<![ء-ي])عن(?![ء-ي])"), "ع\u064eن\u0652"),
    (re.compile("(?<![ء-ي])إلى(?![ء-ي])"), "إ\u0650ل\u064eى"),
    (re.compile("(?<![ء-ي])على(?![ء-ي])"), "ع\u064eل\u064eى"),
)
"""Vowels that hold whatever the sentence: of the article, of «و» and of four prepositions."""

Change = Callable[[str], str]
Key = tuple[object, ...]


class Mutation(NamedTuple):
    """A change of a text, and whether it may touch what stands on a changed line."""

    name: str
    change: Change
    touches: bool = False


def letters(table: dict[str, str]) -> Change:
    """Gives the change of letters for others."""
    return lambda text: text.translate(str.maketrans(table))


def final_ya(text: str) -> str:
    """Gives the text with «ى» for «ي» at the end of words, as in Egypt."""
    return re.sub("ي(?![ء-ي\u064b-\u0652])", "ى", text)


def vowelled(text: str) -> str:
    """Gives the text with vowels that are right in any sentence."""
    for pattern, written in VOWELLED:
        text = pattern.sub(written, text)
    return text


def stretched(text: str) -> str:
    """Gives the text with a tatweel in every third word, behind a letter that joins the next."""
    return every_third_word(text, lambda word: _after_joining(word, "\u0640"))


def every_third_word(text: str, change: Change) -> str:
    """Gives the text with every third word of four letters or more changed."""
    words = iter(range(len(text)))

    def changed(match: re.Match[str]) -> str:
        word = match[0]
        return change(word) if len(word) > 3 and next(words) % 3 == 0 else word

    return WORD.sub(changed, text)


def _after_joining(word: str, added: str) -> str:
    at = next((i for i in range(1, len(word) - 1) if word[i] in JOINING), None)
    return word if at is None else f"{word[: at + 1]}{added}{word[at + 1 :]}"


def sprinkled(mark: str) -> Change:
    """Gives the change that puts a character without width around every third word."""
    return lambda text: every_third_word(text, lambda word: f"{mark}{word}{mark}")


def quoted_with(opening: str, closing: str) -> Change:
    """Gives the change of the marks of all quotations, but on lines where one is not closed."""

    def change(text: str) -> str:
        quotes = find_quotes(text)
        odd = {text.count("\n", 0, at) for one in quotes if not one.closed for at in _ends(one)}
        level = [
            one for one in quotes if odd.isdisjoint(text.count("\n", 0, at) for at in _ends(one))
        ]
        marks = [(_mark_at(text, one.start), opening) for one in level]
        marks += [(_mark_at(text, one.end - 1), closing) for one in level]
        for (start, end), mark in sorted(marks, reverse=True):
            text = text[:start] + mark + text[end:]
        return text

    return change


def _ends(quote: Quote) -> tuple[int, int]:
    return quote.start, quote.end


def _mark_at(text: str, offset: int) -> tuple[int, int]:
    """Gives where the mark that holds the offset starts and ends: «<<» is one of two characters."""
    if text[offset] not in "<>'‘’" and text[offset : offset + 2] != '""':
        return offset, offset + 1
    start = offset - (text[offset - 1 : offset] == text[offset])
    return start, start + 1 + (text[start + 1 : start + 2] == text[start])


def without_last_mark(text: str) -> str:
    """Gives the text without the mark that closes its last quotation."""
    closed = [quote for quote in find_quotes(text) if quote.closed]
    return text[: closed[-1].end - 1] + text[closed[-1].end :] if closed else text


def with_stray_mark(text: str) -> str:
    """Gives the text with a mark too many at the end of its last line."""
    return f'{text} "'


MUTATIONS = (
    Mutation("without hamza", letters(dict(zip("أإآؤئ", "اااوي", strict=True)))),
    Mutation("final «ى» for «ي»", final_ya),
    Mutation("«ي» for «ى»", letters({"ى": "ي"})),
    Mutation("«ه» for «ة»", letters({"ة": "ه"})),
    Mutation("vowels added", vowelled),
    Mutation("vowels removed", lambda text: MARKS.sub("", text)),
    Mutation("tatweel", stretched),
    Mutation("quoted with «»", quoted_with("«", "»")),
    Mutation("quoted with “”", quoted_with("“", "”")),
    Mutation('quoted with ""', quoted_with('"', '"')),
    Mutation("quoted with ''", quoted_with("'", "'")),
    Mutation("last quotation not closed", without_last_mark, touches=True),
    Mutation("a quotation mark too many", with_stray_mark, touches=True),
    Mutation("RLM sprinkled", sprinkled("\u200f")),
    Mutation("LRM sprinkled", sprinkled("\u200e")),
    Mutation("ZWNJ sprinkled", sprinkled("\u200c")),
    Mutation("no-break spaces", lambda text: text.replace(" ", "\u00a0")),
)


def statement_keys(reading: Reading) -> Counter[Key]:
    """Gives what of the statements must stay: places counted in letters, values folded."""
    return Counter(_key(reading.article.text, one) for one in reading.statements)


def _key(text: str, one: Statement) -> Key:
    content = tuple((_place(text, part.start), _place(text, part.end)) for part in one.content)
    relays = tuple(fold_key(relay.name) for relay in one.relays)
    cue = (_place(text, one.cue.start), _place(text, one.cue.end))
    return (_line(text, one.cue.start), cue, content, _name(one), relays, one.act, one.mode)


def _name(one: Statement) -> str:
    return "".join(LETTER.findall(fold_key(one.speaker.name)))


def _place(text: str, offset: int) -> int:
    """Counts the letters before the offset on its line: other characters may come and go."""
    return _count(text[text.rfind("\n", 0, offset) + 1 : offset])


def _line(text: str, offset: int) -> str:
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    line = text[begin : end if end >= 0 else None]
    return "".join(LETTER.findall(fold_key(line)))


def _count(text: str) -> int:
    return len(LETTER.findall(fold_key(text)))


def differing_lines(before: str, after: str) -> frozenset[str]:
    """Gives the letters of the lines of a text that a change touched."""
    both = zip(before.split("\n"), after.split("\n"), strict=True)
    return frozenset(_line(old, 0) for old, new in both if old != new)


def kept(before: Reading, after: Reading, exempt: frozenset[str]) -> tuple[int, int]:
    """Gives how many statements stayed as they were, and how many had to."""
    wanted = Counter({k: n for k, n in statement_keys(before).items() if k[0] not in exempt})
    found = statement_keys(after)
    return (wanted & found).total(), wanted.total()


def changes(before: Reading, after: Reading, exempt: frozenset[str]) -> Iterator[Key]:
    """Gives the keys of statements that only one of the readings has."""
    old, new = statement_keys(before), statement_keys(after)
    for key in (*(old - new), *(new - old)):
        if key[0] not in exempt:
            yield key
