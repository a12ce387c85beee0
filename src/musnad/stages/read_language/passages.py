"""Where an article leaves standard Arabic: passages in dialect or in another language."""

import re
from collections.abc import Iterator, Set
from functools import cache

from msgspec.structs import replace

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.ids import identity
from musnad.model.records import Dialect, Passage
from musnad.text.analysis import Analysis

LATIN_WORDS, OTHER_WORDS = 5, 3
"""So many words of another script in a row are a passage; fewer are a name."""
_GAP = "[^\\w\\n/@#]+"
_LATIN = re.compile(rf"[A-Za-zÀ-ɏ]{{1,30}}(?:{_GAP}[A-Za-zÀ-ɏ0-9]{{1,30}}){{{LATIN_WORDS - 1},}}")
_CYRILLIC = re.compile(rf"[Ѐ-ӿ]{{1,30}}(?:{_GAP}[Ѐ-ӿ0-9]{{1,30}}){{{OTHER_WORDS - 1},}}")
_HEBREW = re.compile(rf"[א-ת]{{1,30}}(?:{_GAP}[א-ת0-9]{{1,30}}){{{OTHER_WORDS - 1},}}")
_NOT_ARABIC = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06d2\u06c1\u06d5\u06c6]")
_FOREIGN = re.compile(f"[A-Za-zÀ-ɏЀ-ӿא-ת{_NOT_ARABIC.pattern[1:-1]}]")
"""Letters of which a text without passages in other languages mostly has none: one quick look."""
_WORD = re.compile(r"[^\W\d_]+")
LEAST_FUNCTION_WORDS, LEAST_DIALECT = 3, 2
SPARSEST = 12
"""A dialect word in twelve at least: a sentence that quotes one is standard."""


def find_passages(article_id: str, analysis: Analysis) -> tuple[Passage, ...]:
    """Gives the passages that are not standard Arabic, in text order, none inside another."""
    return tuple(
        replace(each, id=identity("passage", article_id, each.start, each.end))
        for each in _passages(analysis)
    )


def _passages(analysis: Analysis) -> list[Passage]:
    """Gives the passages, their ids still empty."""
    found = list(_dialects(analysis))
    if _FOREIGN.search(analysis.text):
        found += [*_other_scripts(analysis.text), *_arabic_letters(analysis)]
    found.sort(key=lambda passage: (passage.start, -passage.end))
    joined: list[Passage] = []
    for passage in found:
        last = joined[-1] if joined else None
        if last is None or passage.start >= last.end:
            joined = _joined(joined, passage, analysis.text)
    return joined


def _joined(before: list[Passage], passage: Passage, text: str) -> list[Passage]:
    """Adds a passage, as one with the last where nothing but marks stands between them."""
    last = before[-1] if before else None
    if last is None or (last.language, last.dialect) != (passage.language, passage.dialect):
        return [*before, passage]
    between = text[last.end : passage.start]
    if "\n" in between or any(map(str.isalnum, between)):
        return [*before, passage]
    whole = _passage(text, last.start, passage.end, passage.language, passage.dialect)
    return [*before[:-1], whole]


def _passage(
    text: str, start: int, end: int, language: str, dialect: Dialect | None = None
) -> Passage:
    made_by = "passage.dialect" if dialect else "passage.language"
    return Passage(
        id="", start=start, end=end, text=text[start:end], language=language, dialect=dialect,
        made_by=made_by,
    )  # fmt: skip


def _other_scripts(text: str) -> Iterator[Passage]:
    for match in _LATIN.finditer(text):
        words = match[0].split()
        if 2 * sum(word[:1].islower() for word in words) >= len(words):  # no name
            yield _passage(text, *match.span(), _commonest(match[0].lower(), "latin", 2))
    for pattern, language in ((_CYRILLIC, "ru"), (_HEBREW, "he")):
        for match in pattern.finditer(text):
            yield _passage(text, *match.span(), language)


def _arabic_letters(analysis: Analysis) -> Iterator[Passage]:
    """Gives sentences of Persian, Urdu and Kurdish: their letters and their commonest words."""
    if _NOT_ARABIC.search(analysis.text) is None:
        return
    for start, end in analysis.sentences:
        sentence = analysis.text[start:end]
        if _NOT_ARABIC.search(sentence) is None:
            continue
        language = _commonest(sentence, "arabic_letters", LEAST_FUNCTION_WORDS)
        if language != "und":
            yield _passage(analysis.text, start, end, language)


def _commonest(text: str, table: str, least: int) -> str:
    """Gives the language whose common words the text has most of, `und` when it has too few."""
    words = set(_WORD.findall(text))
    counts = {name: len(words & known) for name, known in _common_words(table).items()}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= least else "und"


@cache
def _common_words(table: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in builtin("passages")[table].items()}


@cache
def _dialect_words() -> dict[str, frozenset[Dialect]]:
    found: dict[str, frozenset[Dialect]] = {}
    for name, words in builtin("passages")["dialects"].items():
        for key in map(fold_key, words.split()):
            found[key] = found.get(key, frozenset()) | {name}
    return found


@cache
def _dialect_keys() -> frozenset[str]:
    return frozenset(_dialect_words())


@cache
def _beside() -> frozenset[str]:
    return frozenset(map(fold_key, builtin("passages")["dialects_beside"]["all"].split()))


def _dialects(analysis: Analysis) -> Iterator[Passage]:
    tokens, known = analysis.tokens, _dialect_keys()
    if known.isdisjoint(tokens.keys):
        return
    for sentence in analysis.sentences:
        first, last = tokens.at(sentence[0]), tokens.at(sentence[1] - 1) + 1
        places = [at for at in range(first, last) if tokens.keys[at] in known]
        for start, end in dict.fromkeys(_spoken(analysis, sentence, at) for at in places):
            words = tokens.keys[tokens.at(start) : tokens.at(end - 1) + 1]
            dialect = _dialect([key for key in words if key[0].isalpha()])
            if dialect is not None:
                yield _passage(analysis.text, start, end, "ar", dialect)


def _spoken(analysis: Analysis, sentence: tuple[int, int], at: int) -> tuple[int, int]:
    """Gives what of a sentence is judged for a word: the quotation that holds it, or all."""
    place = analysis.tokens.starts[at]
    start, end = sentence
    for quote in analysis.quotes:
        if quote.inner_start <= place < quote.inner_end:
            start, end = max(sentence[0], quote.inner_start), min(sentence[1], quote.inner_end)
    return start, end


def _dialect(words: list[str]) -> Dialect | None:
    """Gives the dialect of words, None where they have too little of one."""
    known = _dialect_words()
    marked: Set[str] = known.keys() & set(words)
    beside = _beside().intersection(words)
    if not marked or len(marked) + bool(beside) < LEAST_DIALECT:
        return None
    if sum(word in marked for word in words) * SPARSEST < len(words):
        return None
    counts = {name: sum(name in known[word] for word in marked) for name in _groups()}
    return max(counts, key=lambda name: counts[name])


@cache
def _groups() -> tuple[Dialect, ...]:
    return tuple(builtin("passages")["dialects"])
