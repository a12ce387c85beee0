"""Values in EDTF (ISO 8601-2) where ISO 8601 says less: decades, seasons, quarters, «about»."""

from musnad.stages.read_language.times_sense import Placed, Sense

_SEASONS = {3: "21", 6: "22", 9: "23", 12: "24"}
_PARTS = {3: 33, 4: 37, 6: 40}
"""The first number of quarters, thirds and halves of a year."""
_DECADE = 10


def edtf(sense: Sense, placed: Placed) -> str | None:
    """Gives the value in EDTF; None without a value, and for weeks, which it does not have."""
    if placed.value is None or placed.precision == "week":
        return None
    return _special(sense, placed.value) + ("~" if sense.about else "")


def _special(sense: Sense, value: str) -> str:
    if sense.season is not None:
        return f"{value[:4]}-{_SEASONS[sense.season.first]}"
    first, _, last = value.partition("/")
    if sense.rule == "time.decade" and int(last[:4]) - int(first[:4]) == _DECADE - 1:
        return f"{first[:3]}X"
    if sense.rule == "time.share" and last and not sense.hijri:
        months = int(last[5:]) - int(first[5:]) + 1
        return f"{first[:4]}-{_PARTS[months] + (int(first[5:]) - 1) // months}"
    return value
