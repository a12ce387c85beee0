"""The words of the interface in one language: labels, digits, counts, dates and names."""

import re
import tomllib
from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from musnad.text.romanise import romanise

Tongue = Literal["ar", "en"]
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
LABELS = Path(__file__).parent / "labels"

_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>\d\d(?::\d\d)?))?)?)?"
)
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN_RUN = re.compile(r"[A-Za-z0-9](?:[ -~\u00c0-\u024f]*[A-Za-z0-9])?")
_ARABIC_RUN = re.compile(
    rf"«[^«»]*{_ARABIC.pattern}[^«»]*»"
    rf"|{_ARABIC.pattern}+(?:[\s\u200c-\u200f،؛…:.()/–—-]+{_ARABIC.pattern}+)*"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a text in one script: `foreign` when it is not that of its line."""

    text: str
    foreign: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A text of either language, with its own direction, cut where the script changes."""

    arabic: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that a page says in one language; `names` maps Arabic names and ids to English."""

    tongue: Tongue
    labels: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """Gives the writing direction of the interface for `dir`."""
        return "rtl" if self.tongue == "ar" else "ltr"

    def named(self, names: Mapping[str, str]) -> "Wording":
        """Gives the same wording that also knows these English names."""
        return Wording(self.tongue, self.labels, _joined(names, self.names))

    def label(self, key: str, **values: str) -> str:
        """Gives the label under `section.key`, its blanks filled; `KeyError` when it is absent."""
        section, _, name = key.partition(".")
        text: str = self.labels[section][name]
        return text.format(**values) if values else text

    def issue(self, code: str, detail: str) -> str:
        """Gives what an issue code means, or its detail when the code is unknown."""
        return str(self.labels["issue"].get(code, detail))

    def reason(self, text: str) -> str:
        """Gives a reason or detail of the reading in the language of the interface.

        One of no known form, such as what a rule says of itself, stays as it is.
        """
        if self.tongue == "en":
            return text
        for form, key in _reason_forms():
            if found := form.fullmatch(text):
                return self.label(f"reason.{key}", **found.groupdict())
        return text

    def digits(self, value: object) -> str:
        """Gives a number or text with the digits of the interface."""
        text = str(value)
        if self.tongue == "en":
            return text.translate(_LATIN_DIGITS)
        return text.translate(_ARABIC_DIGITS)

    def counted(self, number: int, noun: str) -> str:
        """Gives a count with its noun in the right number: «مصدران», «١١ مصدرا», "3 origins"."""
        forms: Sequence[str] = self.labels["count"][noun]
        if self.tongue == "en":
            return forms[0] if number == 0 else f"{number:,} {forms[1 if number == 1 else 2]}"
        form = forms[_arabic_number(number)]
        return form if number <= 2 else f"{self.digits(number)} {form}"

    def share(self, value: float) -> str:
        """Gives a share between 0 and 1 with two places: «٠٫٩١», "0.91"."""
        text = f"{value:.2f}"
        return self.digits(text).replace(".", "٫") if self.tongue == "ar" else text

    def date(self, value: str | None) -> str:
        """Gives an ISO 8601 date, month, year, week or interval in words; None has its own word."""
        if value is None:
            return self.label("date.none")
        start, slash, end = value.partition("/")
        if slash:
            return self.label("date.interval", start=self.date(start), end=self.date(end))
        if week := _WEEK.fullmatch(value):
            year, number = week.groups()
            parts = {"week": self.digits(int(number)), "year": self.digits(year)}
            return self.label("date.week", **parts)
        return self._day(value)

    def _day(self, value: str) -> str:
        found = _DATE.match(value)
        if found is None:
            return self.digits(value)
        month = int(found["month"] or 0)
        if not 0 <= month <= 12:
            return self.digits(value)
        day = str(int(found["day"])) if found["day"] else ""
        name = self.labels["months"]["names"][month - 1] if month else ""
        words = " ".join(part for part in (day, name, found["year"]) if part)
        comma = "،" if self.tongue == "ar" else ","
        return self.digits(f"{words}{comma} {found['clock']}" if found["clock"] else words)

    def name(self, name: str, entity: str | None = None) -> str:
        """Gives a name as the interface shows it: as printed, else its English name, else
        romanised.
        """
        if self.tongue == "ar":
            return name
        known = self.names.get(entity or "") or self.names.get(name)
        return known if known and not _ARABIC.search(known) else romanise(name)

    def medium(self, medium: str) -> str:
        """Gives the medium of a statement in the language of the interface."""
        if self.tongue == "ar":
            return medium
        return str(self.labels["medium"].get(medium) or romanise(medium))


def _joined(first: Mapping[str, str], then: Mapping[str, str]) -> Mapping[str, str]:
    """A view of both without a copy: a lexicon holds thousands of names."""
    return ChainMap(dict(first), cast(dict[str, str], then)) if then else first


def line(text: str) -> Line:
    """Gives a text of unknown language as a line: the language of its first letter is its own."""
    first = next((letter for letter in text if letter.isalpha()), "")
    arabic = bool(_ARABIC.match(first))
    runs: list[Run] = []
    last = 0
    for found in (_LATIN_RUN if arabic else _ARABIC_RUN).finditer(text):
        runs += [Run(text[last : found.start()], foreign=False), Run(found[0], foreign=True)]
        last = found.end()
    runs.append(Run(text[last:], foreign=False))
    return Line(arabic, tuple(run for run in runs if run.text))


def _arabic_number(number: int) -> int:
    if number <= 2:
        return number
    rest = number % 100
    return 3 if 3 <= rest <= 10 else 4 if rest >= 11 else 5


@cache
def _reason_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    known = wording("en").labels["reason"]
    forms = dict(sorted(known.items(), key=lambda one: one[1].count("{")))
    blank = re.compile(r"\\{(\w+)\\}")
    return tuple(
        (re.compile(blank.sub(r"(?P<\1>.+?)", re.escape(form)), re.S), key)
        for key, form in forms.items()
    )


@cache
def wording(tongue: Tongue) -> Wording:
    """Gives the wording of a language, read once from its label file."""
    labels = tomllib.loads((LABELS / f"{tongue}.toml").read_text(encoding="utf-8"))
    return Wording(tongue, labels)
