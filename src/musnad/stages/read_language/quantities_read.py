"""The grammar of a count: its number, its noun or currency, and the words that bound it."""

from typing import NamedTuple

from musnad.model.records import Comparator, Role
from musnad.stages.read_language.quantities_words import (
    ONES,
    Counted,
    Currency,
    count_words,
)
from musnad.stages.read_language.times_sense import Scan
from musnad.text.numbers import number_words, read_number

_MEASURED = 3
_SHORTEST = 3
_QUOTES = frozenset('"«“')
_ADJECTIVE_ENDINGS = ("ي", "يا", "يه", "يين", "يتين", "تين")
_OTHERS = frozenset(("اخرين", "اخرون", "اخر", "اخري", "اخرا", "اضافيا", "اضافيه", "اضافي"))


class Count(NamedTuple):
    """A count in tokens `start` to `end`; `low` and `high` are given for a range."""

    start: int
    end: int
    value: float | int | None
    unit: str
    role: Role
    comparator: Comparator
    low: float | int | None
    high: float | int | None
    rule: str
    bare: bool


def read_count(scan: Scan, at: int, word: str) -> Count | None:
    """Gives the count that starts at token `at`, whose word without prefix is `word`."""
    words = count_words()
    noun = words.nouns.get(word)
    if noun and noun.number == 2 and word not in number_words().plain:
        return _dual(scan, at, noun)
    if word in ONES:
        return _single(scan, at)
    if word in words.vague:
        return _vague(scan, at)
    if word in number_words().fractions:
        return _share(scan, at, word) or _numbered(scan, at)
    return _numbered(scan, at)


def _single(scan: Scan, at: int) -> Count | None:
    """Reads «خط واحد»: the noun stands before the number."""
    noun = count_words().nouns.get(scan.key(at - 1))
    if noun is None or noun.number != 1:
        return None
    return _count(at - 1, at + 1, 1, noun.unit, noun.role)


def _share(scan: Scan, at: int, word: str) -> Count | None:
    """Reads «ثلثي الشعب» as a percentage."""
    whole = scan.key(at + 1)
    noun = count_words().nouns.get(whole)
    people = noun is not None and noun.number == _MEASURED and whole[:2] == "ال"
    if not people and whole not in count_words().wholes:
        return None
    value = round(number_words().fractions[word] * 100, 2)
    end = at + 2 + (scan.key(at + 2)[:2] == "ال")
    return _count(at, end, value, "percent", "other")._replace(rule="quantity.share")


def read_pair(scan: Scan, count: Count) -> Count | None:
    """Gives the second count of «عشرات القتلى والجرحى», which has the same words."""
    key = scan.key(count.end)
    noun = count_words().nouns.get(key[1:]) if key[:1] == "و" else None
    if count.rule != "quantity.vague" or noun is None or noun.role in {"other", count.role}:
        return None
    return count._replace(end=count.end + 1, role=noun.role)


def _dual(scan: Scan, at: int, noun: Counted) -> Count | None:
    if scan.key(at)[:2] == "ال" and noun.unit != "person":
        return None
    end = _past_adjective(scan, at + 1)
    inner = count_words().nouns.get(scan.key(at + 1))
    if inner and inner.unit == "person" and inner.number == 2:
        end = at + 2
    return _count(at, end, 2, noun.unit, noun.role)._replace(rule="quantity.dual")


def _count(start: int, end: int, value: float | int | None, unit: str, role: Role) -> Count:
    return Count(start, end, value, unit, role, "=", value, value, "quantity.number", False)


def _vague(scan: Scan, at: int) -> Count | None:
    """Reads «عشرات الجنود», «آلاف الضحايا», «عدد من القتلى»."""
    words = count_words()
    firm = words.vague[scan.key(at)]
    here = at + 1
    while scan.key(here) in words.vague:
        here += 1
    joined = scan.key(here) == "من"
    if not (firm or joined or scan.key(at)[:3] == "بضع"):
        return None
    here += joined
    currency = words.currencies.get(scan.key(here))
    if currency:
        return _unbounded(at, here + 1, currency.default or currency.family, "other")
    noun = words.nouns.get(scan.key(here))
    if noun is None:
        return _alone(scan, at) if here == at + 1 else _people(scan, at, here)
    return _unbounded(at, _past_adjective(scan, here + 1), noun.unit, noun.role)


def _alone(scan: Scan, at: int) -> Count | None:
    """Reads «مقتل العشرات»: the vague word itself is the noun."""
    if scan.key(at)[:2] != "ال" or not count_words().vague[scan.key(at)]:
        return None
    return _unbounded(at, at + 1, "person", "other")._replace(bare=True)


def _people(scan: Scan, at: int, here: int) -> Count | None:
    """Reads «مئات من اللبنانيين»: people by where they come from."""
    key = scan.key(here)
    if not count_words().vague[scan.key(at)] or not key.endswith(("يين", "يون")):
        return None
    return _unbounded(at, here + 1, "person", "other")


def _unbounded(start: int, end: int, unit: str, role: Role) -> Count:
    return Count(start, end, None, unit, role, "~", None, None, "quantity.vague", False)


def _numbered(scan: Scan, at: int) -> Count | None:
    if not _may_count(scan, at):
        return None
    number = read_number(scan.tokens, at)
    if number is None:
        return None
    second = _second(scan, at, number.end)
    last, end = second or (number.value, number.end)
    count = _with_noun(scan, at, end, last)
    if count is None or not second:
        return count
    if number.value >= last:
        return None
    return count._replace(value=None, comparator="~", low=number.value, high=last)


def _may_count(scan: Scan, at: int) -> bool:
    before = scan.key(at - 1)
    if before in count_words().before or before in number_words().plain:
        return False
    if before in {"-", "/", ".", ":", ","} and scan.touches(at):
        return False
    return not (before.isascii() and before.isalnum() and scan.touches(at))


def _second(scan: Scan, start: int, at: int) -> tuple[float | int, int] | None:
    """Reads the second number of «10-20», «بين 5 و7», «3 أو 4»."""
    link = scan.key(at)
    if link == "و" and scan.key(start - 1) != "بين":
        return None
    if link not in {"-", "–", "و", "الي", "او"}:
        return None
    number = read_number(scan.tokens, at + 1)
    return (number.value, number.end) if number else None


def _with_noun(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    words = count_words()
    key = scan.key(end)
    measured = _measured(scan, at, end, value)
    if measured:
        return measured
    if key in words.not_counted or key in words.percent_signs:
        return None
    if key == "من":
        return _among(scan, at, end, value)
    quoted = key in _QUOTES
    noun = words.nouns.get(scan.key(end + quoted))
    if noun:
        past = _past_adjective(scan, end + quoted + 1)
        return _count(at, past, value, noun.unit, noun.role)
    return None if quoted else _unknown_noun(scan, at, end, value)


def _measured(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    """Reads a percentage or an amount of money."""
    percent = _percent_end(scan, end)
    if percent:
        return _count(at, percent, value, "percent", "other")._replace(rule="quantity.percent")
    return _money(scan, at, end, value)


def _percent_end(scan: Scan, at: int) -> int | None:
    words = count_words()
    key = scan.key(at)
    if key in words.percent_signs or key in words.percent_words:
        return at + 1
    if key in {"في", "فى", "ب"} and scan.key(at + 1) in words.percent_after_in:
        return at + 2
    return None


def _money(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    words = count_words()
    sign = words.signs.get(scan.key(end)) or words.signs.get(scan.key(at - 1))
    if sign:
        after = scan.key(end) in words.signs
        return _count(at - (not after), end + after, value, sign, "other")._replace(
            rule="quantity.money"
        )
    currency = words.currencies.get(scan.key(end))
    if currency is None:
        return None
    unit, past = money_unit(scan, end + 1, currency)
    return _count(at, past, value, unit, "other")._replace(rule="quantity.money")


def money_unit(scan: Scan, at: int, currency: Currency) -> tuple[str, int]:
    """Gives the code of a currency and where its name ends; the family when none is said."""
    code = currency.by.get(scan.key(at).removeprefix("ال"))
    if code:
        return code, at + 1
    return currency.default or currency.family, at


def _among(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    """Reads «3 من أفراد الطاقم»."""
    noun = count_words().nouns.get(scan.key(end + 1))
    if noun is None or noun.number != _MEASURED or noun.unit != "person":
        return _unknown_noun(scan, at, end, value)
    past = end + 2 + (scan.key(end + 2)[:2] == "ال" and scan.key(end + 1)[:2] != "ال")
    return _count(at, past, value, "person", noun.role)


def _unknown_noun(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    """Reads a number before a noun that no list knows, or before none at all."""
    key = scan.key(end)
    if not _looks_like_noun(key) or value < 2 or (1900 <= value <= 2100 and end == at + 1):
        return _count(at, end, value, "person", "other")._replace(bare=True)
    if key.endswith(("يا", "يين", "يون")) or (key[-1] == "ي" and scan.key(end + 1)[:2] != "ال"):
        return _count(at, end + 1, value, "person", "other")
    unit = scan.text[scan.tokens.starts[end] : scan.tokens.ends[end]]
    return _count(at, end + 1, value, unit, "other")._replace(rule="quantity.object")


def _looks_like_noun(key: str) -> bool:
    if len(key) < _SHORTEST or key in count_words().particles or key.startswith(("ال", "و")):
        return False
    if key[0] in "بلف" and not key.endswith((*_ADJECTIVE_ENDINGS, "ات", "ا")):
        return False
    if _looks_like_verb(key):
        return False
    ordinal = key in number_words().ordinals or "ال" + key in number_words().ordinals
    return "\u0621" <= key[0] <= "\u064a" and not ordinal


def _looks_like_verb(key: str) -> bool:
    """Says whether a word ends as «غرقوا», «قدّمت», «وصلتا» or is of the form «يصلون»."""
    feminine = (key.endswith("ت") and key[-2] not in "اي") or key.endswith("تا")
    plural = key.endswith("وا") or (key[0] == "ي" and key.endswith("ون"))
    return plural or (feminine and len(key) > _SHORTEST + key.endswith("تا"))


def _past_adjective(scan: Scan, at: int) -> int:
    key = scan.key(at)
    if key in _OTHERS:
        return at + 1
    nisba = len(key) > _SHORTEST and key.endswith(_ADJECTIVE_ENDINGS)
    attached = key.startswith(("ال", "و", "ل", "ب", "ف")) or key in count_words().particles
    return at + 1 if nisba and not attached else at
