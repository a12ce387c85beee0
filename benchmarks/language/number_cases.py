"""Number cases that others published, read by us and by a bare search for figures."""

import csv
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from language import Row, Table
from musnad.lexicons import load_lexicon
from musnad.model.records import Article, PageRef, Quantity
from musnad.stages.read_language.quantities import find_quantities
from musnad.stages.read_language.vocabulary import see
from musnad.text.analysis import analyse
from musnad.text.found_numbers import read_numbers
from musnad.text.found_ranges import read_ranges

MODELS = (
    "NumberModel", "NumberRangeModel", "OrdinalModel", "OrdinalModelSuppressExtendedTypes",
    "PercentModel",
)  # fmt: skip
DIMENSIONS = ("Numeral", "Ordinal", "AmountOfMoney", "Quantity")
KINDS = {
    "NumberModel": {"number", "fraction", "definite"},
    "OrdinalModel": {"ordinal", "relative", "definite"},
    "OrdinalModelSuppressExtendedTypes": {"ordinal"},
    "PercentModel": {"percent"},
}
SAME_MODEL = {"Duckling Numeral": "NumberModel", "Duckling Ordinal": "OrdinalModel"}
CLOSE = 1e-6
TO_GRAMS = {"kilogram": 1000, "gram": 1, "milligram": 0.001}
WHY = Path(__file__).with_name("number_cases_why.toml")
FIGURES = re.compile(r"\d+")

Values = tuple[float | str | None, ...]


class Result(NamedTuple):
    """What a case asks for or a reader gives: a span and values that must be equal."""

    start: int
    end: int
    values: Values


class Case(NamedTuple):
    """One published case; the place of a result may be wrong there, its words are not."""

    source: str
    number: int
    text: str
    wanted: tuple[Result, ...]


Reader = Callable[[Case], Sequence[Result]]


def measure(shared: Path) -> Table:
    """Gives the share of cases read wholly right, for each file and for all."""
    cases = [*_recognizer_cases(shared), *_duckling_cases(shared)]
    right = [passes(case, _ours(case)) for case in cases]
    plain = [passes(case, _figures(case)) for case in cases]
    names = [*MODELS, *(f"Duckling {name}" for name in DIMENSIONS)]
    places = {name: [i for i, one in enumerate(cases) if one.source == name] for name in names}
    rows = [_row(name, at, right, plain) for name, at in places.items()]
    whole = _row("all", list(range(len(cases))), right, plain)
    missed = [case for case, ok in zip(cases, right, strict=True) if not ok]
    about = (
        "Recognizers and Duckling, Arabic; right: each wanted value with a span that touches the "
        "wanted words, and nothing more found; beside it a search for figures"
    )
    return Table("Number cases", about, [*rows, whole._replace(floor="number cases")], _why(missed))


def _why(missed: Sequence[Case]) -> list[str]:
    """Gives a line for each case that is not read, with the reason."""
    table = tomllib.loads(WHY.read_text("utf-8"))
    reasons = {
        (source, number): why
        for why, sources in table.items()
        for source, numbers in sources.items()
        for number in numbers
    }
    return [
        f"{case.source} {case.number}: {reasons.get((case.source, case.number), 'not yet read')}: "
        f"{case.text.strip()!r} wants {[one.values for one in case.wanted]}, "
        f"got {[one.values for one in _ours(case)]}"
        for case in missed
    ]


def _row(name: str, at: list[int], right: list[bool], plain: list[bool]) -> Row:
    ours, others = (sum(one[i] for i in at) / len(at) for one in (right, plain))
    return Row(f"{name} ({len(at)} cases)", ours, (("figures", others),))


def passes(case: Case, found: Sequence[Result]) -> bool:
    """Says whether all that is wanted was found, in its order, and nothing else."""
    pairs = list(zip(case.wanted, found, strict=False))
    return len(found) == len(case.wanted) and all(
        _same(wanted.values, one.values)
        and one.start < max(wanted.end, wanted.start + 1)
        and wanted.start < one.end
        for wanted, one in pairs
    )


def _same(wanted: Values, found: Values) -> bool:
    return len(wanted) == len(found) and all(
        abs(a - b) <= CLOSE * max(abs(a), abs(b))
        if isinstance(a, int | float) and isinstance(b, int | float)
        else a == b
        for a, b in zip(wanted, found, strict=True)
    )


def _recognizer_cases(shared: Path) -> Iterator[Case]:
    folder = shared / "data" / "dates_numbers" / "recognizers" / "Number" / "Arabic"
    for name in MODELS:
        for number, case in enumerate(json.loads((folder / f"{name}.json").read_text("utf-8-sig"))):
            text, wanted, start = case["Input"], [], 0
            for one in case["Results"]:
                place = text.find(one["Text"], start)
                start = max(place, 0) if place >= 0 else max(one["Start"], 0)
                end = start + max(len(one["Text"]), 1)
                wanted.append(Result(start, end, _wanted_values(name, one.get("Resolution"))))
                start = end
            yield Case(name, number, text, tuple(wanted))


def _wanted_values(name: str, resolution: dict[str, Any] | None) -> Values:
    if not resolution or not resolution["value"]:
        return ("none is given",)
    value = resolution["value"]
    if name == "NumberRangeModel":
        return _range_values(value)
    if name == "PercentModel":
        return (float(value.removesuffix("%")),)
    if name == "OrdinalModel":
        return (float(resolution["offset"]), resolution["relativeTo"])
    return (float(value),)


def _range_values(value: str) -> Values:
    """Gives both bounds; where one side is open also whether the other is left out."""
    low, _, high = value[1:-1].partition(",")
    numbers = tuple(float(one) if one else None for one in (low, high))
    if low and high:
        return numbers
    return (*numbers, value[0] == "(" and bool(low), value[-1] == ")" and bool(high))


def _duckling_cases(shared: Path) -> Iterator[Case]:
    path = shared / "data" / "dates_numbers" / "duckling_ar_examples.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for number, row in enumerate(rows):
        if row["dimension"] in DIMENSIONS:
            wanted = Result(0, len(row["text"]), _duckling_values(row["expected"]))
            yield Case(f"Duckling {row['dimension']}", number, row["text"], (wanted,))


def _duckling_values(expected: str) -> Values:
    """Reads «(NumeralValue 20)», «(simple Dollar 10)», «(between Dollar (10, 20))»."""
    words = expected.strip("()").split(" (Just")[0].replace("Nothing", "").split()
    numbers = tuple(map(float, re.findall(r"-?\d[\d.e]*", expected)))
    if words[0] == "NumeralValue":
        return numbers
    if words[0] == "OrdinalData":
        return (*numbers, "start")
    if words[0] == "between":
        return (words[1], *numbers)
    return (words[0], words[1], *numbers)


def _ours(case: Case) -> list[Result]:
    if case.source == "NumberRangeModel":
        return _our_ranges(case.text)
    if case.source in {"Duckling AmountOfMoney", "Duckling Quantity"}:
        return _our_quantities(case)
    return _our_numbers(case.text, SAME_MODEL.get(case.source, case.source))


def _our_numbers(text: str, model: str) -> list[Result]:
    return [
        Result(one.start, one.end, (one.value, one.origin)[: 1 + (model == "OrdinalModel")])
        for one in read_numbers(text)
        if one.kind in KINDS[model]
    ]


def _our_ranges(text: str) -> list[Result]:
    found = []
    for one in read_ranges(text):
        both = one.low is not None and one.high is not None
        sides = () if both else (one.above, one.below)
        found.append(Result(one.start, one.end, (one.low, one.high, *sides)))
    return found


def _our_quantities(case: Case) -> list[Result]:
    article = Article(
        id="a", text_sha256="", source_id="a", url=None, outlet=None, title=None, subtitle=None,
        byline=None, section=None, tags=(), published=None, dateline=None, credits=(),
        language="ar", part_of=None, text=case.text, page=PageRef(sha256="", encoding="utf-8"),
    )  # fmt: skip
    analysis = analyse(case.text)
    found = find_quantities(article, analysis, see(analysis, load_lexicon()))
    return [Result(one.start, one.end, _quantity_values(one)) for one in found]


UNITS = {
    "USD": "Dollar", "cent": "Cent", "EUR": "EUR", "pound": "Pound", "gram": "Gram",
    "ounce": "Ounce", "cup": "Cup",
}  # fmt: skip


def _quantity_values(one: Quantity) -> Values:
    unit, value = UNITS.get(one.unit, one.unit), one.value
    if one.unit in TO_GRAMS and value is not None:
        unit, value = "Gram", value * TO_GRAMS[one.unit]
    if one.comparator == "~" and one.low is not None:
        return (unit, one.low, one.high)
    name = {">": "above", ">=": "above", "<": "under", "<=": "under"}.get(one.comparator, "simple")
    return (name, unit, value)


def _figures(case: Case) -> list[Result]:
    """Gives what a bare search for figures finds, in the shape that the case asks for."""
    found = []
    for one in FIGURES.finditer(case.text):
        value = float(one.group())
        shape: Values = (value,)
        if case.source in {"OrdinalModel", "Duckling Ordinal"}:
            shape = (value, "start")
        elif case.source == "NumberRangeModel":
            shape = (value, value)
        elif case.source in {"Duckling AmountOfMoney", "Duckling Quantity"}:
            shape = ("simple", *case.wanted[0].values[1:2], value)
        found.append(Result(one.start(), one.end(), shape))
    return found
