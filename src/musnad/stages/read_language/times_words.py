"""The folded words of time expressions, each with the part that it plays."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.model.records import Qualifier
from musnad.text.numbers import number_words

_PREFIXES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_SEASON_DAYS = {2: 28, 5: 31, 8: 31, 11: 30}

Phrases = dict[str, list[tuple[tuple[str, ...], Any]]]


FIRST_YEAR, LAST_YEAR = 1300, 2150
"""The years, common and Hijri, that figures alone may mean."""
_DAYS, _YEARS = range(32), range(FIRST_YEAR, LAST_YEAR + 1)
TRADITIONS = ("arabic", "levantine", "maghrebi", "libyan", "english")
"""The namings of the months of the common calendar in lexicons/months.toml."""


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
    weeks: frozenset[str]
    qualifiers: dict[str, Qualifier]
    seasons: dict[str, Season]
    decades: dict[str, int]
    minutes: Phrases
    periods: Phrases
    zones: frozenset[str]
    zone_marks: Phrases
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
    this: frozenset[str]
    year_nouns: frozenset[str]
    month_nouns: frozenset[str]
    around: dict[str, int]
    during: frozenset[str]
    shares: dict[str, int]
    day_leads: frozenset[str]
    thousands: frozenset[str]
    year_duals: frozenset[str]
    year_of: frozenset[str]
    bare_year_leads: frozenset[str]
    sure_year_leads: frozenset[str]
    between: frozenset[str]
    year_followers: frozenset[str]
    hijri_marks: frozenset[str]
    common_marks: frozenset[str]
    links: frozenset[str]
    range_words: frozenset[str]
    month_leads: frozenset[str]
    month_of: frozenset[str]
    of_month: frozenset[str]
    counted_from: frozenset[str]
    after_unit: frozenset[str]
    first_day: frozenset[str]
    clock: frozenset[str]
    no_prefix: frozenset[str]
    rates: frozenset[str]
    relative: frozenset[str]
    last: frozenset[str]
    inside: frozenset[str]
    deictic_names: frozenset[str]


@cache
def time_words() -> TimeWords:
    """Gives the folded tables of `lexicons/timewords.toml` and `lexicons/months.toml`."""
    table = builtin("timewords")
    weekdays = {fold_key(word): int(day) for day, row in table["weekdays"].items() for word in row}
    names, tense, shifts = table["names"], table["tense"], table["shifts"]
    grammar = table["grammar"]
    return TimeWords(
        weekdays=weekdays,
        bare_weekdays={word.removeprefix("ال"): day for word, day in weekdays.items()},
        days=fold_phrases(_inverted(table["days"]) | _inverted(table["day_phrases"])),
        parts=fold_phrases(dict.fromkeys(table["day_parts"]["words"], True)),
        after_parts=_folded(table["day_parts"]["after"]),
        day_words=_folded(table["day_parts"]["day_words"]),
        months=fold_phrases(_months()),
        doubtful_months=_folded(builtin("months")["ambiguous"]["names"]),
        shifts={fold_key(w): value for value in (-1, 0, 1) for w in shifts[str(value)]},
        few=_folded(shifts["few"]),
        recent=_folded(shifts["recent"]),
        other=_folded(shifts["other"]),
        units=_units(table["units"]),
        weeks=frozenset(w for w, one in _units(table["units"]).items() if one.name == "week"),
        qualifiers={fold_key(w): name for name, row in table["qualifiers"].items() for w in row},
        seasons=_seasons(table["seasons"]),
        decades={fold_key(w): int(tens) for tens, row in table["decades"].items() for w in row},
        minutes=fold_phrases(table["clock"]["minutes"]),
        periods=fold_phrases({w: p for p in _PERIODS for w in table["clock"][p]}),
        zones=_folded(table["clock"]["zone"]),
        zone_marks=fold_phrases(dict.fromkeys(table["clock"]["zone_marks"], True)),
        about=fold_phrases(dict.fromkeys(table["approximate"]["words"], True)),
        unsure=fold_phrases(dict.fromkeys(table["approximate"]["unsure"], True)),
        before_year=_folded(names["before_year"]),
        before_date=_folded(names["before_date"]),
        before_weekday=_folded(names["before_weekday"]),
        before_today=_folded(names["before_today"]),
        after_today=_folded(names["after_today"]),
        future=_folded(tense["future"]),
        tense_stops=_folded(tense["stops"]),
        not_future=_folded(tense["not_future"]) | _names_like_futures(),
        this=_folded(grammar["this"]),
        year_nouns=_folded(grammar["year_nouns"]),
        month_nouns=_folded(grammar["month_nouns"]),
        around={fold_key(w): s for s, n in _AROUND for name in n for w in grammar[name]},
        during=_folded(grammar["during"]),
        shares={fold_key(w): months for name, months in _SHARES for w in grammar[name]},
        day_leads=_folded(grammar["day_leads"]),
        thousands=_folded(grammar["thousands"]),
        year_duals=_folded(grammar["year_duals"]),
        year_of=_folded(grammar["year_of"]),
        bare_year_leads=_folded(grammar["bare_year_leads"]),
        sure_year_leads=_folded(grammar["sure_year_leads"]),
        between=_folded(grammar["between"]),
        year_followers=_folded(grammar["year_followers"]),
        hijri_marks=_folded(grammar["hijri_marks"]),
        common_marks=_folded(grammar["common_marks"]),
        links=_folded(grammar["links"]),
        range_words=_folded(grammar["range_words"]),
        month_leads=_folded(grammar["month_leads"]),
        month_of=_folded(grammar["month_of"]),
        of_month=_folded(grammar["of_month"]),
        counted_from=_folded(grammar["counted_from"]),
        after_unit=_folded(grammar["after_unit"]),
        first_day=_folded(grammar["first_day"]),
        clock=_folded(table["clock"]["words"]),
        no_prefix=_folded(grammar["no_prefix"]),
        rates=_folded(grammar["rates"]),
        relative=_folded(grammar["relative"]),
        last=_folded(grammar["last"]),
        inside=_folded(grammar["inside"]),
        deictic_names=_folded(names["deictic"]),
    )


_AROUND = ((-1, ("since", "before")), (1, ("after",)))
_SHARES = (("quarter", 3), ("third", 4), ("half", 6))
_PERIODS = ("morning", "noon", "evening", "night")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _names_like_futures() -> frozenset[str]:
    """Gives the personal names that look like «سـ» with a verb: «سيرغي», «ستيفن»."""
    table = builtin("given_names")
    names = (name for part in ("given", "foreign") for name in table[part].split())
    return frozenset(key for key in map(fold_key, names) if key.startswith("س"))


def _inverted(rows: Mapping[str, list[str]]) -> dict[str, int]:
    return {word: int(value) for value, row in rows.items() for word in row}


def fold_phrases(rows: Mapping[str, Any]) -> Phrases:
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
        for tradition in TRADITIONS
        for name in row.get(tradition, ())
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
        if len(words) == 1 or tuple(keys[at:end]) == words:
            return value, end
    return None


class PlainWords(NamedTuple):
    """Look-ups of the words that only a phrase read alone may use."""

    skipped: frozenset[str]
    now: Phrases
    first_words: dict[str, int]
    middle_day: frozenset[str]
    rest: Phrases
    later: Phrases
    begin: Phrases
    to: Phrases
    shifts: dict[str, int]
    two_away: Phrases
    days: Phrases
    parts: Phrases
    instants: Phrases
    fine_units: dict[str, Unit]
    every: frozenset[str]
    recurring: dict[str, str]
    whole: frozenset[str]
    throughout: Phrases
    length_leads: frozenset[str]
    shares_after: dict[str, str]
    shares_before: dict[str, str]


@cache
def plain_words() -> PlainWords:
    """Gives the folded tables of the sections `plain` and `length` of timewords.toml."""
    table, length = builtin("timewords")["plain"], builtin("timewords")["length"]
    recurring = table["recurring"]
    return PlainWords(
        skipped=_folded(table["skipped"]),
        now=fold_phrases(dict.fromkeys(table["now"], True)),
        first_words=_by_word(table["first_words"]),
        middle_day=_folded(table["middle_day"]),
        rest=fold_phrases(dict.fromkeys(table["rest"], True)),
        later=fold_phrases({w: part for part, row in table["hedged"].items() for w in row}),
        begin=fold_phrases(dict.fromkeys(table["begin"], True)),
        to=fold_phrases(dict.fromkeys(table["to"], True)),
        shifts=_by_word(table["shifts"]),
        two_away=fold_phrases(dict.fromkeys(table["two_away"], True)),
        days=fold_phrases(_inverted(table["days"])),
        parts=fold_phrases({w: part for part, row in table["parts"].items() for w in row}),
        instants=fold_phrases({w: hour for hour, row in table["instants"].items() for w in row}),
        fine_units=_units(table["fine_units"]),
        every=_folded(recurring["every"]),
        recurring={fold_key(w): c for c, row in recurring.items() if c != "every" for w in row},
        whole=_folded(length["whole"]),
        throughout=fold_phrases(dict.fromkeys(length["throughout"], True)),
        length_leads=_folded(table["lengths"]["leads"]),
        shares_after={fold_key(w): share for share, row in length["halves"].items() for w in row},
        shares_before={fold_key(w): share for share, row in length["before"].items() for w in row},
    )


def _by_word(rows: Mapping[str, list[str]]) -> dict[str, int]:
    return {fold_key(word): value for word, value in _inverted(rows).items()}


@cache
def starters() -> dict[str, tuple[str, str]]:
    """Gives, for each word that can start a time expression with attached و ف ب ل ك, its parts.

    The parts are the prefix letters that stand before the expression, and the word itself.
    """
    words, numbers = time_words(), number_words()
    tables = (
        words.weekdays, words.days, words.parts, words.day_words, words.months, words.qualifiers,
        words.seasons, words.decades, words.first_day, words.this, words.around, words.shares,
        words.year_duals, words.month_nouns, words.clock, numbers.ordinals, numbers.plain,
    )  # fmt: skip
    bases = {"ال", *(word for table in tables for word in table)}
    bases |= {"ال" + word for word in (*numbers.plain, *words.seasons)}
    bases |= {word for word, unit in words.units.items() if unit.definite or unit.name == "year"}
    table: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        for prefix in _PREFIXES:
            if prefix not in {"", "و", "ف"} and base in words.no_prefix:
                continue
            table.setdefault(prefix + base, (prefix, base))
        if base.startswith("ال") and len(base) > 2:
            table.setdefault("لل" + base[2:], ("ل", base))
            table.setdefault("ولل" + base[2:], ("ول", base))
    for base in bases:
        table[base] = ("", base)
    return table


@cache
def triggers() -> frozenset[str]:
    """Gives the words and figures at which reading is tried: a day of a month, a year, a starter.

    A number word is none: it is read when its month comes.
    """
    plain, ordinals = number_words().plain, number_words().ordinals
    words = (
        key
        for key, (_, base) in starters().items()
        if base not in plain or base in ordinals or base in time_words().decades
    )
    figures = (*_DAYS, *_YEARS)
    return frozenset((*words, *map(str, figures), *(f"{figure:02d}" for figure in _DAYS)))
