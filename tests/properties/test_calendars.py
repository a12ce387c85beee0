"""Every day of a century, in every calendar and spelling, is read back."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hijridate import Hijri

from musnad.lexicons import builtin, load_lexicon
from musnad.model.records import Article, PageRef
from musnad.stages.read_language.times import find_times
from musnad.stages.read_language.vocabulary import see
from musnad.text.analysis import analyse

DAYS = [date(1950, 1, 1) + timedelta(count) for count in range(36_890)]
"""1950–2050."""
HIJRI_DAYS = [
    (Hijri(year, month, day), date(*Hijri(year, month, day).to_gregorian().datetuple()))
    for year in range(1343, 1501)
    for month in range(1, 13)
    for day in range(1, Hijri(year, month, 1).month_length() + 1)
]
"""All that the Umm al-Qura calendar covers: August 1924 to November 2077."""
BATCH = 1000
UNITS = [
    "",
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
]
COUNTS = ["", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = {
    20: "عشرين", 30: "ثلاثين", 40: "أربعين", 50: "خمسين", 60: "ستين", 70: "سبعين", 80: "ثمانين",
    90: "تسعين",
}  # fmt: skip
TEENS = {10: "عشرة", 11: "أحد عشر", 12: "اثني عشر"}


def names(tradition: str, at: int = 0) -> list[str]:
    rows = sorted(builtin("months")["gregorian"], key=lambda row: row["number"])
    return [row[tradition][min(at, len(row[tradition]) - 1)] for row in rows]


def ordinal(day: int) -> str:
    """Gives «الخامس والعشرين» for 25."""
    if day in (10, 20, 30):
        return {10: "العاشر", 20: "العشرين", 30: "الثلاثين"}[day]
    tens = {0: "", 1: " عشر", 2: " والعشرين", 3: " والثلاثين"}[day // 10]
    first = "الحادي" if day % 10 == 1 and day > 10 else UNITS[day % 10]
    return first + tens


def counted(number: int) -> str:
    """Gives «خمسة وعشرين» for 25."""
    if number < 10:
        return COUNTS[number]
    if number < 20:
        return TEENS.get(number) or f"{COUNTS[number % 10]} عشر"
    unit = COUNTS[number % 10]
    return f"{unit} و{TENS[number - number % 10]}" if unit else TENS[number]


def spelled_year(year: int) -> str:
    """Gives «ألف وتسعمئة وخمسين» for 1950."""
    start = "ألف وتسعمئة" if year < 2000 else "ألفين"
    return start + (f" و{counted(year % 100)}" if year % 100 else "")


def read_back(phrases: list[str]) -> list[str | None]:
    """Gives the values of phrases, each a sentence of its own in a text without a date."""
    text = "\n".join(f"افتتح الميناء في {phrase}." for phrase in phrases)
    article = Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
        language="ar", part_of=None, text=text, page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip
    analysis = analyse(text)
    found = find_times(article, analysis, see(analysis, load_lexicon()))
    return [time.value for time in found]


def batches(days: list[date]) -> Iterator[list[date]]:
    return (days[at : at + BATCH] for at in range(0, len(days), BATCH))


GULF, LEVANTINE, MAGHREBI = names("arabic"), names("levantine"), names("maghrebi")
MOROCCAN = names("maghrebi", at=1)
FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SPELLINGS: dict[str, Callable[[date], str]] = {
    "gulf": lambda day: f"{day.day} {GULF[day.month - 1]} {day.year}",
    "levantine": lambda day: f"{day.day} {LEVANTINE[day.month - 1]} {day.year}",
    "maghrebi": lambda day: f"{day.day} {MAGHREBI[day.month - 1]} {day.year}",
    "moroccan, arabic figures": lambda day: (
        f"{day.day} {MOROCCAN[day.month - 1]} {day.year}".translate(FIGURES)
    ),
    "dual": lambda day: f"{day.day} {LEVANTINE[day.month - 1]}/{GULF[day.month - 1]} {day.year}",
    "words": lambda day: (
        f"{ordinal(day.day)} من {LEVANTINE[day.month - 1]} عام {spelled_year(day.year)}"
    ),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_day_of_a_century(spelling: str) -> None:
    spell = SPELLINGS[spelling]
    for days in batches(DAYS):
        assert read_back([spell(day) for day in days]) == [day.isoformat() for day in days]


def test_every_day_of_a_leap_year_in_counts() -> None:
    days = [day for day in DAYS if day.year == 2000]
    phrases = [f"{counted(day.day)} {LEVANTINE[day.month - 1]} {day.year}" for day in days]
    assert read_back(phrases) == [day.isoformat() for day in days]


def test_every_day_of_the_hijri_calendar() -> None:
    months = [row["names"][0] for row in builtin("months")["hijri"]]
    for at in range(0, len(HIJRI_DAYS), BATCH):
        batch = HIJRI_DAYS[at : at + BATCH]
        phrases = [f"{day.day} {months[day.month - 1]} {day.year} هـ" for day, _ in batch]
        assert read_back(phrases) == [common.isoformat() for _, common in batch]
