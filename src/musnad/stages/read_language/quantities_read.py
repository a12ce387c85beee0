"""The grammar of a count: its number, its noun or currency, and the words that bound it."""

from typing import NamedTuple

from musnad.model.records import Comparator, Role
from musnad.stages.read_language.quantities_words import (
    Counted,
    Currency,
    count_words,
    match_phrase,
)
from musnad.stages.read_language.times_sense import Scan
from musnad.text.numbers import number_words, read_number

_PARTICLES = frozenset(
    "في فى من علي الي عن مع بين حتي خلال بعد قبل منذ ضد عند هو هي هم قد لم لن لا ما التي الذي كان "
    "كانت كما او ثم لدي بل ان انه انها و اي اذ اذا هذا هذه ذلك تلك غير كل بعض ايضا فقط حيث بينما "
    "منهم منها بينهم بينها وهو وهي لكن ولا ولم".split()
)
_MEASURED = 3
_ADJECTIVE_ENDINGS = ("ي", "يا", "يه", "يين", "يتين", "تين", "يان")
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
    if word.removeprefix("ال") in words.vague:
        vague = _vague(scan, at)
        if vague or not word.isdecimal():
            return vague or _numbered(scan, at)
    return _numbered(scan, at)


def _dual(scan: Scan, at: int, noun: Counted) -> Count | None:
    if scan.key(at)[:2] == "ال" and noun.role == "other" and noun.unit != "person":
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
    word = scan.key(at).removeprefix("ال")
    here = at + 1
    while scan.key(here).removeprefix("ال") in words.vague:
        here += 1
    here += scan.key(here) == "من"
    currency = words.currencies.get(scan.key(here))
    if currency:
        return _unbounded(at, here + 1, currency.default or currency.family, "other")
    noun = words.nouns.get(scan.key(here))
    if noun is None:
        return _alone(scan, at, word) if here == at + 1 else _people(scan, at, here)
    if word in _LOOSE and noun.role == "other":
        return None
    return _unbounded(at, _past_adjective(scan, here + 1), noun.unit, noun.role)


_LOOSE = frozenset(("عدد", "عددا", "العديد", "عديد", "بضعه", "بضع"))


def _alone(scan: Scan, at: int, word: str) -> Count | None:
    """Reads «مقتل العشرات»: the vague word itself is the noun."""
    if scan.key(at)[:2] != "ال" or word in _LOOSE:
        return None
    return _unbounded(at, at + 1, "person", "other")._replace(bare=True)


def _people(scan: Scan, at: int, here: int) -> Count | None:
    """Reads «مئات من اللبنانيين»: people by where they come from."""
    key = scan.key(here)
    if scan.key(at).removeprefix("ال") in _LOOSE or not key.endswith(("يين", "يون")):
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
    second = _second(scan, number.end)
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


def _second(scan: Scan, at: int) -> tuple[float | int, int] | None:
    """Reads the second number of «10-20», «بين 5 و7», «3 أو 4»."""
    if scan.key(at) not in {"-", "–", "و", "الي", "او"} or not scan.key(at + 1).isdecimal():
        return None
    number = read_number(scan.tokens, at + 1)
    return (number.value, number.end) if number else None


def _with_noun(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    words = count_words()
    key = scan.key(end)
    percent = _percent_end(scan, end)
    if percent:
        return _count(at, percent, value, "percent", "other")._replace(rule="quantity.percent")
    money = _money(scan, at, end, value)
    if money:
        return money
    if key in words.not_counted or key in words.percent_signs:
        return None
    if key == "من":
        return _among(scan, at, end, value)
    noun = words.nouns.get(key)
    if noun:
        past = _past_adjective(scan, end + 1)
        return _count(at, past, value, noun.unit, noun.role)
    return _unknown_noun(scan, at, end, value)


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
    if not _looks_like_noun(key) or value < 2:
        return _count(at, end, value, "person", "other")._replace(bare=True)
    if key.endswith(("ي", "يا", "يين", "يون")) and scan.key(end + 1)[:2] != "ال":
        return _count(at, end + 1, value, "person", "other")
    unit = scan.text[scan.tokens.starts[end] : scan.tokens.ends[end]]
    return _count(at, end + 1, value, unit, "other")._replace(rule="quantity.object")


def _looks_like_noun(key: str) -> bool:
    return len(key) > 2 and "\u0621" <= key[0] <= "\u064a" and key not in _PARTICLES and key[:2] != "ال" and key[0] not in "وبلف"


def _past_adjective(scan: Scan, at: int) -> int:
    key = scan.key(at)
    nisba = len(key) > 3 and key.endswith(_ADJECTIVE_ENDINGS) and key[:2] != "ال"
    return at + 1 if key in _OTHERS or (nisba and key[0] not in "ولبف" and key not in _PARTICLES) else at
