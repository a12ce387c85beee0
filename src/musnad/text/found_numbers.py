"""All numbers of a text: cardinals, fractions, percentages and ordinals, outside any article."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from musnad.fold import fold_key, fold_view
from musnad.lexicons import builtin
from musnad.text.figures import MOST_FIGURES, read_figures
from musnad.text.number_words import number_words
from musnad.text.numbers import read_number, read_ordinal, read_share, whole
from musnad.text.tokens import Tokens, find_tokens

Kind = Literal["number", "fraction", "percent", "ordinal", "definite", "relative"]
_PREFIXES = ("", "و", "ب", "ل", "ف", "ال", "وال", "بال")


class FoundNumber(NamedTuple):
    """A number in the tokens, or the characters, from `start` to before `end`.

    A `definite` one («العشرون») is a cardinal or an ordinal; a `relative` one is counted from
    the `origin`, which is the current place or the end.
    """

    start: int
    end: int
    kind: Kind
    value: float | int
    origin: str = "start"


def read_numbers(text: str) -> tuple[FoundNumber, ...]:
    """Gives the numbers of a text in its order; `start` and `end` are offsets in it."""
    tokens = find_tokens(fold_view(text))
    return tuple(
        one._replace(start=tokens.starts[one.start], end=tokens.ends[one.end - 1])
        for one in find_numbers(tokens)
    )


def find_numbers(tokens: Tokens) -> Iterator[FoundNumber]:
    """Gives the numbers among tokens; figures glued to the letters after them are a name."""
    at = 0
    while at < len(tokens):
        found = _relative(tokens.keys, at) or _ordinal(tokens.keys, at) or _signed(tokens, at)
        if found is None:
            at += 1
            continue
        yield found
        at = found.end


@cache
def _places() -> dict[str, list[tuple[tuple[str, ...], int, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for origin, rows in builtin("numbers")["relative"].items():
        for offset, phrases in rows.items():
            for words in (tuple(fold_key(phrase).split()) for phrase in phrases):
                table.setdefault(words[0], []).append((words, int(offset), origin))
    return table


def _relative(keys: list[str], at: int) -> FoundNumber | None:
    for words, offset, origin in _places().get(keys[at], ()):
        if tuple(keys[at : at + len(words)]) == words:
            return FoundNumber(at, at + len(words), "relative", offset, origin)
    return None


@cache
def _more_ordinals() -> tuple[dict[str, int], dict[str, int]]:
    """Gives ordinals without the article, and those that stand only in a compound."""
    tables = (builtin("numbers")[name] for name in ("indefinite_ordinals", "compound_ordinals"))
    loose, compound = (
        {fold_key(word): int(value) for value, words in table.items() for word in words}
        for table in tables
    )
    return loose, compound


def _ordinal(keys: list[str], at: int) -> FoundNumber | None:
    found = read_ordinal(keys, at)
    loose, compound = _more_ordinals()
    if found and found[0] >= 20 and keys[at] not in compound and found[1] == at + 1:
        return FoundNumber(at, found[1], "definite", found[0])
    if found:
        return FoundNumber(at, found[1], "ordinal", found[0])
    if keys[at] in compound:
        longer = read_ordinal(["الاول", *keys[at + 1 : at + 4]], 0)
        if longer and longer[1] > 1:
            value = longer[0] - 1 + compound[keys[at]]
            return FoundNumber(at, at + longer[1], "ordinal", value)
    if keys[at] in loose:
        return FoundNumber(at, at + 1, "ordinal", loose[keys[at]])
    return None


def _signed(tokens: Tokens, at: int) -> FoundNumber | None:
    """Reads a number with its sign, «سالب خمسة» and «-5»."""
    word = tokens.keys[at] in number_words().signs["minus"]
    dash = tokens.keys[at] in {"-", "−"} and (at == 0 or _apart(tokens, at))
    if not (word or dash):
        return _percent(tokens, _cardinal(tokens, at))
    found = _percent(tokens, _cardinal(tokens, at + 1))
    return found._replace(start=at, value=-found.value) if found else None


def _apart(tokens: Tokens, at: int) -> bool:
    """Says whether token `at` is printed apart from the one before, which is no number."""
    if tokens.keys[at - 1] in {"<", ">", "="}:
        return True
    return tokens.ends[at - 1] < tokens.starts[at] and not tokens.keys[at - 1].isdecimal()


def _cardinal(tokens: Tokens, at: int) -> FoundNumber | None:
    if at >= len(tokens):
        return None
    found = _plain(tokens, at) or _point(tokens, at)
    if found is None:
        return None
    over = _over(tokens, found)
    return over or found


def _point(tokens: Tokens, at: int) -> FoundNumber | None:
    """Reads «.08»."""
    keys = tokens.keys
    if keys[at] not in {".", "٫"} or at + 1 >= len(keys) or not keys[at + 1].isdecimal():
        return None
    if tokens.ends[at] != tokens.starts[at + 1] or (
        at and tokens.ends[at - 1] == tokens.starts[at]
    ):
        return None
    return FoundNumber(at, at + 2, "number", float("0." + keys[at + 1]))


def _plain(tokens: Tokens, at: int) -> FoundNumber | None:
    if tokens.keys[at].isdecimal():
        return _figures(tokens, at)
    for prefix in _PREFIXES:
        if tokens.keys[at].startswith(prefix):
            found = _in_words(tokens, at, prefix)
            if found:
                return found
    return None


def _figures(tokens: Tokens, at: int) -> FoundNumber | None:
    """Reads figures, with a scale or as «3/4» and «1 4/5»."""
    fraction = _slashed(tokens, at)
    if fraction:
        return fraction
    figures = read_figures(tokens, at)
    if figures is None:
        return None
    value, end = figures
    if _glued(tokens, end):
        return None
    mixed = _slashed(tokens, end) if end < len(tokens) and isinstance(value, int) else None
    if mixed and mixed.value < 1:
        return FoundNumber(at, mixed.end, "fraction", whole(value + mixed.value))
    number = read_number(tokens, at)
    return FoundNumber(at, number.end, "number", number.value) if number else None


def _glued(tokens: Tokens, at: int) -> bool:
    """Says whether letters stand right after the figures, as in «4K»."""
    if at >= len(tokens) or tokens.ends[at - 1] != tokens.starts[at]:
        return False
    return tokens.keys[at][0].isalpha() and tokens.keys[at] not in number_words().scales


def _slashed(tokens: Tokens, at: int) -> FoundNumber | None:
    """Reads «3/4»; with another slash beside it is a date, after a long number a telephone."""
    keys = tokens.keys[at : at + 4]
    if len(keys) < 3 or keys[1] != "/" or not (keys[0].isdecimal() and keys[2].isdecimal()):
        return None
    date = keys[3:] == ["/"] or (
        at and tokens.keys[at - 1] in {"/", "-"} and not _opens(tokens, at)
    )
    if date or len(keys[0]) > 3 or len(keys[2]) > MOST_FIGURES or not int(keys[2]):
        return None
    return FoundNumber(at, at + 3, "fraction", whole(int(keys[0]) / int(keys[2])))


def _opens(tokens: Tokens, at: int) -> bool:
    return tokens.keys[at - 1] == "-" and (at == 1 or _apart(tokens, at - 1))


def _in_words(tokens: Tokens, at: int, prefix: str) -> FoundNumber | None:
    word = tokens.keys[at][len(prefix) :]
    written, tokens.keys[at] = tokens.keys[at], word
    try:
        return _worded(tokens, at, prefix)
    finally:
        tokens.keys[at] = written


def _worded(tokens: Tokens, at: int, prefix: str) -> FoundNumber | None:
    keys, words = tokens.keys, number_words()
    number = read_number(tokens, at)
    share = read_share(keys, keys[at], at) if keys[at] else None
    divisor = words.fifths.get(keys[at])
    if share and not (number and number.end > share[1]):
        return FoundNumber(at, share[1], "fraction", whole(share[0]))
    if divisor and at + 1 < len(keys) and keys[at + 1][:2] == "ال":
        return FoundNumber(at, at + 1, "fraction", whole(1 / divisor))
    if number is None or (number.value == 1 and at and keys[at - 1] == "اي"):
        return None
    kind: Kind = "definite" if prefix.endswith("ال") and number.value >= 20 else "number"
    return FoundNumber(at, number.end, kind, number.value)


def _over(tokens: Tokens, found: FoundNumber) -> FoundNumber | None:
    """Reads «واحد على ثلاثة», «واحد من مئة»: what is above and below a line."""
    keys, end, signs = tokens.keys, found.end, number_words().signs
    end += keys[end : end + 1] == ["جزء"] or keys[end : end + 1] == ["اجزاء"]
    if end + 1 >= len(keys) or keys[end] not in signs["over"] | signs["of"]:
        return None
    below = _plain(tokens, end + 1)
    if below is None or not below.value or below.kind not in {"number", "fraction"}:
        return None
    if keys[end] in signs["of"] and below.value <= found.value:
        return None
    return FoundNumber(found.start, below.end, "fraction", found.value / below.value)


def _percent(tokens: Tokens, found: FoundNumber | None) -> FoundNumber | None:
    """Makes a number before «بالمئة» or after «نسبة» a percentage."""
    if found is None:
        return None
    keys, (signs, words, after_in, before) = tokens.keys, _percent_words()
    here = keys[found.end] if found.end < len(keys) else ""
    if here in signs or here in words:
        return found._replace(end=found.end + 1, kind="percent")
    if (
        here in {"في", "ب"}
        and keys[found.end + 1 : found.end + 2]
        and keys[found.end + 1] in after_in
    ):
        return found._replace(end=found.end + 2, kind="percent")
    if found.start and keys[found.start - 1] in before | words:
        return found._replace(start=found.start - 1, kind="percent")
    return found


@cache
def _percent_words() -> tuple[frozenset[str], ...]:
    table = builtin("numbers")["percent"]
    return tuple(
        frozenset(map(fold_key, table[name])) for name in ("signs", "words", "after_in", "before")
    )
