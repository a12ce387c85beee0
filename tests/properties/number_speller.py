"""Spells numbers in Arabic words in all the ways that print has, to be read back."""

from typing import NamedTuple

MASCULINE = ("واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
FEMININE = ("واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
TENS = ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
HUNDREDS = ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
SCALES = {
    1_000_000_000: ("مليار", "ملياران", "مليارات"),
    1_000_000: ("مليون", "مليونان", "ملايين"),
    1_000: ("ألف", "ألفان", "آلاف"),
}


class Style(NamedTuple):
    """How a number is spelled.

    `feminine` counts women, `oblique` stands after a preposition, `construct` before its noun.
    """

    feminine: bool = False
    oblique: bool = False
    construct: bool = False
    hundred: str = "مئة"
    glued: bool = True
    apart: bool = False
    marked: bool = False
    short_eight: bool = False


def spell(value: int, style: Style) -> str:
    """Gives the words of a whole number from 0 to 999,999,999,999."""
    if value == 0:
        return "صفر"
    parts = []
    rest = value
    for scale, forms in SCALES.items():
        amount, rest = divmod(rest, scale)
        if amount:
            parts.append(_scaled(amount, forms, style, last=not rest))
    if rest:
        parts.append(_below_thousand(rest, style, style.feminine, style.construct))
    return (" و " if style.apart else " و").join(parts)


def _scaled(amount: int, forms: tuple[str, str, str], style: Style, last: bool) -> str:
    one, two, many = forms
    if amount == 1:
        return one
    if amount == 2:
        return _dual(two, style, style.construct and last)
    small = amount % 100
    before = _below_thousand(amount, style, feminine=False, construct=True)
    if 3 <= small <= 10:
        return f"{before} {many}"
    return f"{before} {one}{_tanwin(style) if small >= 11 else ''}"


def _tanwin(style: Style) -> str:
    return "ًا" if style.marked else "ا"


def _dual(word: str, style: Style, construct: bool) -> str:
    stem = word.removesuffix("ان")
    ending = "ين" if style.oblique else "ان"
    return stem + (ending[0] if construct else ending)


def _below_thousand(value: int, style: Style, feminine: bool, construct: bool) -> str:
    hundreds, rest = divmod(value, 100)
    parts = []
    if hundreds:
        parts.append(_hundreds(hundreds, style, construct and not rest))
    if rest:
        parts.append(_below_hundred(rest, style, feminine))
    return (" و " if style.apart else " و").join(parts)


def _hundreds(hundreds: int, style: Style, construct: bool) -> str:
    if hundreds == 1:
        return style.hundred
    if hundreds == 2:
        return _dual(style.hundred.removesuffix("ة") + "تان", style, construct)
    return HUNDREDS[hundreds - 3] + ("" if style.glued else " ") + style.hundred


def _below_hundred(value: int, style: Style, feminine: bool) -> str:
    tens, unit = divmod(value, 10)
    if value <= 10:
        return _unit(value, style, feminine)
    if tens == 1:
        return _teen(unit, style, feminine)
    ten = TENS[tens - 2]
    ten = ten.removesuffix("ون") + "ين" if style.oblique else ten
    joint = " و " if style.apart else " و"
    return f"{_unit(unit, style, feminine)}{joint}{ten}" if unit else ten


def _unit(value: int, style: Style, feminine: bool) -> str:
    word = (FEMININE if feminine else MASCULINE)[value - 1]
    if value == 2 and style.oblique:
        return word.removesuffix("ان") + "ين"
    if word == "ثماني" and style.short_eight:
        return "ثمانٍ" if style.marked else "ثمان"
    return word + ("ٌ" if style.marked and value > 2 and not feminine else "")


def _teen(unit: int, style: Style, feminine: bool) -> str:
    ten = "عشرة" if feminine else "عشر"
    if unit == 1:
        return ("إحدى " if feminine else "أحد ") + ten
    if unit == 2:
        two = "اثنت" if feminine else "اثن"
        return two + ("ي " if style.oblique else "ا ") + ten
    word = (FEMININE if feminine else MASCULINE)[unit - 1]
    if word == "ثماني" and style.short_eight:
        word = "ثمان"
    return f"{word}{'َ' if style.marked else ''} {ten}"
