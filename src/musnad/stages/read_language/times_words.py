"""The folded words of time expressions, each with the part that it plays."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Qualifier
from musnad.text.numbers import number_words

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_GRAMMAR_WORDS = (
    "عامي", "سنتي", "منذ", "قبل", "بعد", "هذا", "هذه", "الساعة", "شهر", "شهري", "ال",
    "الربع", "النصف", "الثلث",
)  # fmt: skip
_SEASON_DAYS = {2: 28, 5: 31, 8: 31, 11: 30}

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]


class Month(NamedTuple):
    """A month of the year in its own calendar."""

    number: int
    hijri: bool


class Unit(NamedTuple):
    """A unit of time in one of its forms: number 1, 2 or 3 (plural), with the article or not."""

    name: str
    number: int
    definite: bool


class Season(NamedTuple):
    """The months of a season; the last one is in the next year for winter."""

    first: int
    last: int
    last_day: int


class TimeWords(NamedTuple):
    """Look-ups of folded words and phrases."""

    weekdays: dict[str, int]
    bare_weekdays: dict[str, int]
    days: Phrases
    parts: Phrases
    after_parts: frozenset[str]
    day_words: frozenset[str]
    months: Phrases
    doubtful_months: frozenset[str]
    shifts: dict[str, int]
    few: frozenset[str]
    recent: frozenset[str]
    other: frozenset[str]
    units: dict[str, Unit]
    qualifiers: dict[str, Qualifier]
    seasons: dict[str, Season]
    decades: dict[str, int]
    minutes: Phrases
    periods: Phrases
    zones: frozenset[str]
    about: Phrases
    unsure: Phrases
    before_date: frozenset[str]
    before_year: frozenset[str]
    before_weekday: frozenset[str]
    before_today: frozenset[str]
    after_today: frozenset[str]
    future: frozenset[str]
    tense_stops: frozenset[str]
    not_future: frozenset[str]


@cache
def time_words() -> TimeWords:
    """Gives the folded tables of `lexicons/timewords.toml` and `lexicons/months.toml`."""
    table = builtin("timewords")
    weekdays = {fold_key(word): int(day) for day, row in table["weekdays"].items() for word in row}
    names, tense, shifts = table["names"], table["tense"], table["shifts"]
    return TimeWords(
        weekdays=weekdays,
        bare_weekdays={word.removeprefix("ال"): day for word, day in weekdays.items()},
        days=_phrases(_inverted(table["days"]) | _inverted(table["day_phrases"])),
        parts=_phrases(dict.fromkeys(table["day_parts"]["words"], True)),
        after_parts=_folded(table["day_parts"]["after"]),
        day_words=_folded(table["day_parts"]["day_words"]),
        months=_phrases(_months()),
        doubtful_months=_folded(builtin("months")["ambiguous"]["names"]),
        shifts={fold_key(w): value for value in (-1, 0, 1) for w in shifts[str(value)]},
        few=_folded(shifts["few"]),
        recent=_folded(shifts["recent"]),
        other=_folded(shifts["other"]),
        units=_units(table["units"]),
        qualifiers={fold_key(w): name for name, row in table["qualifiers"].items() for w in row},
        seasons=_seasons(table["seasons"]),
        decades={fold_key(w): int(tens) for tens, row in table["decades"].items() for w in row},
        minutes=_phrases(table["clock"]["minutes"]),
        periods=_phrases({w: p for p in _PERIODS for w in table["clock"][p]}),
        zones=_folded(table["clock"]["zone"]),
        about=_phrases(dict.fromkeys(table["approximate"]["words"], True)),
        unsure=_phrases(dict.fromkeys(table["approximate"]["unsure"], True)),
        before_year=_folded(names["before_year"]),
        before_date=_folded(names["before_date"]),
        before_weekday=_folded(names["before_weekday"]),
        before_today=_folded(names["before_today"]),
        after_today=_folded(names["after_today"]),
        future=_folded(tense["future"]),
        tense_stops=_folded(tense["stops"]),
        not_future=_folded(tense["not_future"]),
    )


_PERIODS = ("morning", "noon", "evening", "night")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _inverted(rows: Mapping[str, list[str]]) -> dict[str, int]:
    return {word: int(value) for value, row in rows.items() for word in row}


def _phrases(rows: Mapping[str, Any]) -> Phrases:
    """Phrases by their first word, longest first."""
    table: Phrases = {}
    for phrase, value in rows.items():
        words = tuple(fold_key(phrase).split())
        table.setdefault(words[0], []).append((words, value))
    for row in table.values():
        row.sort(key=lambda entry: -len(entry[0]))
    return table


def _months() -> dict[str, Month]:
    table = builtin("months")
    rows = {
        name: Month(row["number"], False)
        for row in table["gregorian"]
        for tradition in ("arabic", "levantine", "maghrebi", "english")
        for name in row[tradition]
    }
    hijri = {name: Month(row["number"], True) for row in table["hijri"] for name in row["names"]}
    return rows | hijri


def _units(table: Mapping[str, list[list[str]]]) -> dict[str, Unit]:
    rows = {}
    for name, forms in table.items():
        for number, words in enumerate(forms, 1):
            for word in map(fold_key, words):
                rows[word] = Unit(name, number, False)
                rows["ال" + word] = Unit(name, number, True)
    return rows


def _seasons(table: Mapping[str, dict[str, Any]]) -> dict[str, Season]:
    return {
        fold_key(name): Season(row["first"], row["last"], _SEASON_DAYS[row["last"]])
        for row in table.values()
        for name in row["names"]
    }


def match_phrase(table: Phrases, keys: list[str], at: int) -> tuple[Any, int] | None:
    """Gives the value of the longest phrase at token `at` and where it ends, or None."""
    if at >= len(keys):
        return None
    for words, value in table.get(keys[at], ()):
        end = at + len(words)
        if tuple(keys[at:end]) == words:
            return value, end
    return None


@cache
def starters() -> dict[str, tuple[str, str]]:
    """Gives, for each word that can start a time expression with attached و ف ب ل ك, its parts.

    The parts are the prefix letters that stand before the expression, and the word itself.
    """
    words = time_words()
    bases = {
        *words.weekdays, *words.days, *words.parts, *words.day_words, *words.months,
        *words.qualifiers, *words.seasons, *words.decades, *number_words().ordinals,
        *(word for word, unit in words.units.items() if unit.definite or unit.name == "year"),
        *map(fold_key, _GRAMMAR_WORDS),
    }  # fmt: skip
    table: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        for prefix in _PREFIXES:
            if prefix and base in {"ال", "منذ"} and prefix not in {"و", "ف"}:
                continue
            table.setdefault(prefix + base, (prefix, base))
        if base.startswith("ال") and len(base) > 2:
            table.setdefault("لل" + base[2:], ("ل", base))
            table.setdefault("ولل" + base[2:], ("ول", base))
    for base in bases:
        table[base] = ("", base)
    return table
