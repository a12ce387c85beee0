"""The grammar of a count: its number, and the noun or currency that it counts."""

from typing import NamedTuple

from musnad.model.records import Comparator, Role
from musnad.stages.read_language.quantities_money import money_unit, read_measured
from musnad.stages.read_language.quantities_words import (
    FAMILY,
    PEOPLE,
    PERSON,
    Counted,
    count_words,
)
from musnad.stages.read_language.times_sense import Scan
from musnad.text.numbers import number_words, read_number, read_share

_ONE, _TWO, _MANY = 1, 2, 3
_SHORTEST = 3
_THOUSAND = 1000


class Count(NamedTuple):
    """A count in tokens `start` to `end`; of the first token `prefix` letters are left out.

    `low` and `high` are given for a range; a `bare` number has no noun.
    """

    start: int
    end: int
    value: float | int | None
    unit: str
    role: Role = "other"
    group: str | None = None
    comparator: Comparator = "="
    low: float | int | None = None
    high: float | int | None = None
    rule: str = "quantity.number"
    bare: bool = False
    prefix: int = 0

    @property
    def people(self) -> bool:
        """Whether people are counted, one by one or by families."""
        return self.unit in PEOPLE


def read_count(scan: Scan, at: int, word: str) -> Count | None:
    """Gives the count that starts at token `at`, whose word without prefix is `word`."""
    if word.isdecimal():
        return _numbered(scan, at)
    words = count_words()
    noun = words.nouns.get(word)
    if noun and noun.number == _TWO and word not in number_words().plain:
        return _dual(scan, at, noun)
    if word in words.words["one"]:
        return _after_noun(scan, at, _ONE)
    if word in words.vague:
        return _vague(scan, at)
    return _share(scan, at, word) or _pointed(scan, at) or _numbered(scan, at)


def _after_noun(scan: Scan, at: int, number: int) -> Count | None:
    """Reads «خط واحد», «نازحين اثنين»: the noun stands before the number."""
    nouns, key = count_words().nouns, scan.key(at - 1)
    prefix = key not in nouns and key[:1] == "و"
    noun = nouns.get(key[prefix:])
    dual = noun is not None and number == _TWO and not noun.sure and key.endswith("ين")
    if noun is None or noun.unit == FAMILY or (noun.number != number and not dual):
        return None
    count = _counted(at - 1, at + 1, number, noun)
    return count._replace(prefix=int(prefix))


def _pointed(scan: Scan, at: int) -> Count | None:
    if scan.key(at) not in count_words().words["two"]:
        return None
    return _after_noun(scan, at, _TWO)


def _share(scan: Scan, at: int, word: str) -> Count | None:
    """Reads «ثلثي الشعب» and «ثلاثة أرباع السكان» as a percentage."""
    share = read_share(scan.keys, word, at)
    if share is None:
        return None
    whole = scan.key(share[1])
    noun = count_words().nouns.get(whole)
    people = noun is not None and noun.number == _MANY and whole[:2] == "ال"
    if not people and whole not in count_words().wholes:
        return None
    end = share[1] + 1 + (scan.key(share[1] + 1)[:2] == "ال")
    value = round(share[0] * 100, 2)
    return Count(at, end, value, "percent", low=value, high=value, rule="quantity.share")


def read_pair(scan: Scan, count: Count) -> Count | None:
    """Gives the second count of «عشرات القتلى والجرحى», whose noun alone is its words."""
    key = scan.key(count.end)
    noun = count_words().nouns.get(key[1:]) if key[:1] == "و" else None
    if count.rule != "quantity.vague" or noun is None or noun.role in {"other", count.role}:
        return None
    start, end = count.end, count.end + 1
    return count._replace(start=start, end=end, prefix=1, role=noun.role, group=noun.group)


def _dual(scan: Scan, at: int, noun: Counted) -> Count | None:
    definite = scan.key(at)[:2] == "ال"
    if definite and noun.unit not in PEOPLE:
        return None
    inner = count_words().nouns.get(scan.key(at + 1))
    if inner and inner.unit == PERSON and inner.number == _TWO:
        return _counted(at, at + 2, 2, noun)._replace(group=inner.group, rule="quantity.dual")
    end = at + 1 + (scan.key(at + 1) in count_words().words["two"])
    return _counted(at, _past_adjective(scan, end), 2, noun)._replace(rule="quantity.dual")


def _counted(start: int, end: int, value: float | int | None, noun: Counted) -> Count:
    return Count(start, end, value, noun.unit, noun.role, noun.group, low=value, high=value)


def _vague(scan: Scan, at: int) -> Count | None:
    """Reads «عشرات الجنود», «آلاف الضحايا», «عدد من القتلى»."""
    words = count_words()
    here = at + 1
    while scan.key(here) in words.vague:
        here += 1
    here += scan.key(here) in words.words["large"] and scan.key(here + 1) == "من"
    joined = scan.key(here) == "من"
    if not (words.vague[scan.key(at)] or joined or scan.key(at)[:3] == "بضع"):
        return None
    here += joined
    currency = money_unit(scan, here)
    if currency:
        return _unbounded(at, currency[1], currency[0])
    noun = words.nouns.get(scan.key(here))
    if noun is None:
        return _alone(scan, at) if here == at + 1 else _people(scan, at, here)
    count = _unbounded(at, _past_adjective(scan, here + 1), noun.unit)
    return _with_body(scan, count._replace(role=noun.role, group=noun.group), here + 1)


def _alone(scan: Scan, at: int) -> Count | None:
    """Reads «مقتل العشرات»: the vague word itself is the noun."""
    if scan.key(at)[:2] != "ال" or not count_words().vague[scan.key(at)]:
        return None
    return _unbounded(at, at + 1, PERSON)._replace(bare=True)


def _people(scan: Scan, at: int, here: int) -> Count | None:
    """Reads «مئات من اللبنانيين»: people by where they come from."""
    if not count_words().vague[scan.key(at)] or not scan.key(here).endswith(("يين", "يون")):
        return None
    return _unbounded(at, here + 1, PERSON)


def _unbounded(start: int, end: int, unit: str) -> Count:
    return Count(start, end, None, unit, comparator="~", rule="quantity.vague")


def _numbered(scan: Scan, at: int) -> Count | None:
    if not _may_count(scan, at):
        return None
    number = read_number(scan.tokens, at)
    if number is None:
        return None
    second = _second(scan, at, number.end)
    last, end = second or (number.value, number.end)
    count = _with_noun(scan, at, end, last)
    if count is None:
        return None
    if second:
        return _range(scan, count, _scaled(scan, number.value, last, end), last)
    return _thousands(scan, count, at, end) if isinstance(last, float) else count


def _scaled(scan: Scan, first: float | int, last: float | int, end: int) -> float | int:
    """Gives the first number of «200 إلى 250 مليون» the scale of the second."""
    scale = number_words().scales.get(scan.key(end - 1), 1)
    return first * scale if first < scale and first * scale < last else first


def _range(scan: Scan, count: Count, first: float | int, last: float | int) -> Count | None:
    if first >= last:
        return None
    start = count.start
    start -= scan.key(start - 1) == "بين"
    start -= start < count.start and scan.key(start - 1) == "ما"
    start -= scan.key(start - 1) == "من" and "الي" in scan.keys[count.start : count.end]
    return count._replace(start=start, value=None, comparator="~", low=first, high=last)


def _thousands(scan: Scan, count: Count, at: int, end: int) -> Count:
    """Reads «12.500 شخص» as thousands; of money or goods it may be either, so bounds are given."""
    value = count.value
    groups = scan.keys[at:end]
    if not isinstance(value, float) or len(groups) != _MANY or count.unit == "percent":
        return count
    fraction = groups[0] if groups[1] == "ر" else groups[2]
    if len(fraction) != _MANY:
        return count
    many = round(value * _THOUSAND)
    noun = count_words().nouns.get(scan.key(end))
    if count.people or (noun and not noun.parts):
        return count._replace(value=many, low=many, high=many)
    return count._replace(
        value=None, comparator="~", low=value, high=many, rule="quantity.two-readings"
    )


def _may_count(scan: Scan, at: int) -> bool:
    before = scan.key(at - 1)
    if before in count_words().before or before.removeprefix("ال") in number_words().plain:
        return False
    if before in {"-", "/", ".", ":", ",", "ر", "%"} and scan.touches(at):
        return False
    return not (before.isascii() and before.isalnum() and scan.touches(at))


def _second(scan: Scan, start: int, at: int) -> tuple[float | int, int] | None:
    """Reads the second number of «10-20», «بين 5 و7», «3 أو 4»."""
    key = scan.key(at)
    between = scan.key(start - 1) == "بين"
    attached = between and key[:1] == "و" and len(key) > 1
    if not (attached or (key == "و" and between) or key in count_words().words["links"]):
        return None
    at += not attached
    written, scan.keys[at : at + 1] = scan.keys[at : at + 1], [scan.key(at).removeprefix("و")]
    number = read_number(scan.tokens, at)
    scan.keys[at : at + 1] = written
    return (number.value, number.end) if number else None


def _with_noun(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    words, key = count_words(), scan.key(end)
    measured = read_measured(scan, at, end, value)
    if measured:
        start, past, value, unit, rule = measured
        return Count(start, past, value, unit, low=value, high=value, rule=rule)
    if key in words.area and scan.key(end + 1) in words.words["square"]:
        return Count(at, end + 2, value, words.area[key], low=value, high=value)
    if key in words.not_counted:
        return None
    if key == "من":
        return _among(scan, at, end, value)
    quoted = key in words.words["quotes"] or (key == ")" and _in_brackets(scan, at, value))
    noun = words.nouns.get(scan.key(end + quoted))
    if noun:
        at -= key == ")"
        past = _past_adjective(scan, end + quoted + 1)
        count = _cases(scan, at, end, value, noun) or _counted(at, past, value, noun)
        return _with_body(scan, count, end + quoted + 1)
    return None if quoted else _unknown_noun(scan, at, end, value)


def _in_brackets(scan: Scan, at: int, value: float | int) -> bool:
    """Says whether a number alone is in brackets: «إصابة (5) أشخاص», no years of a life."""
    return scan.key(at - 1) == "(" and not 1000 <= value <= 2100


def _cases(scan: Scan, at: int, end: int, value: float | int, noun: Counted) -> Count | None:
    """Reads «3 حالات وفاة» as people."""
    role = count_words().roles.get(scan.key(end + 1)) if noun.unit == "case" else None
    return Count(at, end + 2, value, PERSON, role, low=value, high=value) if role else None


def _with_body(scan: Scan, count: Count, at: int) -> Count:
    """Gives a count of people of no group the group of the body that is named at `at`."""
    open_group = count.group in {None, "men"} and count.unit == PERSON
    body = _body(scan, at) if open_group else None
    return count._replace(group=body) if body else count


def _body(scan: Scan, at: int) -> str | None:
    """Gives the group of «عناصر الشرطة» and «عنصرا من قوات الأمن»."""
    bodies = count_words().bodies
    at += scan.key(at) == "من"
    first, second = bodies.get(scan.key(at)), bodies.get(scan.key(at + 1))
    return second if first == "forces" and second else (None if first == "forces" else first)


def _among(scan: Scan, at: int, end: int, value: float | int) -> Count | None:
    """Reads «3 من أفراد الطاقم»."""
    noun = count_words().nouns.get(scan.key(end + 1))
    if noun is None or noun.number != _MANY or noun.unit != PERSON:
        group = _body(scan, end)
        return _unknown_noun(scan, at, end, value)._replace(group=group)
    past = end + 2 + (scan.key(end + 2)[:2] == "ال" and scan.key(end + 1)[:2] != "ال")
    return _with_body(scan, _counted(at, past, value, noun), end + 2)


def _unknown_noun(scan: Scan, at: int, end: int, value: float | int) -> Count:
    """Reads a number before a noun that no list knows, or before none at all."""
    key = scan.key(end)
    count = Count(at, end, value, PERSON, low=value, high=value)
    if not _looks_like_noun(key) or value < _TWO:
        return count._replace(bare=True)
    if 1900 <= value <= 2100 and end == at + 1 and not key.endswith(("ا", "ه")):
        return count._replace(bare=True)
    nation = key.endswith(("يا", "يين", "يون")) or (
        key[-1] == "ي" and scan.key(end + 1)[:2] != "ال"
    )
    if nation or (3 <= value <= 10 and _sound_plural(key)):
        return count._replace(end=end + 1)
    unit = scan.text[scan.tokens.starts[end] : scan.tokens.ends[end]]
    return count._replace(end=end + 1, unit=unit, rule="quantity.object")


def _sound_plural(key: str) -> bool:
    """Says whether a noun has the plural of persons («محرضين»), not one as «عناوين» has."""
    return key.endswith(("ين", "ون")) and not (len(key) == 6 and key[2] == "ا")


def _looks_like_noun(key: str) -> bool:
    words = count_words()
    if len(key) < _SHORTEST or key in words.particles or key.startswith(("ال", "و")):
        return False
    if key[0] in "بلف" and not key.endswith((*words.adjective_endings, "ات", "ا")):
        return False
    if _looks_like_verb(key) or key in words.roles:
        return False
    ordinals = number_words().ordinals
    return "\u0621" <= key[0] <= "\u064a" and not (key in ordinals or "ال" + key in ordinals)


def _looks_like_verb(key: str) -> bool:
    """Says whether a word ends as «غرقوا», «قدّمت», «وصلتا» or is of the form «يصلون»."""
    feminine = (key.endswith("ت") and key[-2] not in "اي") or key.endswith("تا")
    plural = key.endswith("وا") or (key[0] == "ي" and key.endswith("ون"))
    return plural or (feminine and len(key) > _SHORTEST + key.endswith("تا"))


def _past_adjective(scan: Scan, at: int) -> int:
    words, key = count_words(), scan.key(at)
    if key in words.words["others"]:
        return at + 1
    nisba = len(key) > _SHORTEST and key.endswith(words.adjective_endings)
    attached = key.startswith(("ال", "و", "ل", "ب", "ف")) or key in words.particles
    return at + 1 if nisba and not attached else at
