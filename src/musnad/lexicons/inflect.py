"""The derived forms of demonyms and of the nouns that head names."""

from collections.abc import Iterator

from musnad.lexicons.entries import Gender, Number

Form = tuple[str, Gender, Number, bool]
SOUND: tuple[tuple[str, Gender, Number, bool], ...] = (
    ("", "m", "sg", False),
    ("ة", "f", "sg", False),
    ("ا", "m", "sg", False),
    ("ون", "m", "pl", True),
    ("ين", "m", "pl", True),
    ("ات", "f", "pl", True),
    ("ان", "m", "du", False),
    ("تان", "f", "du", False),
    ("تين", "f", "du", False),
)
CONSTRUCT: tuple[tuple[str, Gender, Number, bool], ...] = (
    ("ا", "m", "du", False),
    ("ي", "m", "du", False),
    ("تا", "f", "du", False),
    ("تي", "f", "du", False),
    ("و", "m", "pl", True),
    ("ي", "m", "pl", True),
)


def demonym_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Gives (form, gender, number, plural) of a masculine singular like «مرسوي»."""
    for ending, gender, number, plural in SOUND:
        yield singular + ending, gender, number, plural
    for form in plurals:
        yield form, "m", "pl", True


def person_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Gives the forms of a noun for people: given plurals first, then the sound ones."""
    for form in plurals:
        yield form, "m", "pl", True
    stem = singular.removesuffix("ي") if singular.endswith("ٍ") else singular
    for ending, gender, number, plural in SOUND + CONSTRUCT:
        yield stem + ending, gender, number, plural


def woman_forms(singular: str) -> Iterator[Form]:
    """Gives the forms of a noun for women, which ends in ة («أرملة»)."""
    stem = singular.removesuffix("ة")
    yield singular, "f", "sg", False
    yield stem + "ات", "f", "pl", True
    for ending in ("تان", "تين", "تا", "تي"):
        yield stem + ending, "f", "du", False


def thing_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Form]:
    """Gives the forms of a noun for things; the plural agrees as a feminine singular."""
    feminine = singular.endswith("ة")
    gender: Gender = "f" if feminine else "m"
    yield singular, gender, "sg", False
    if not feminine:
        yield singular + "ا", gender, "sg", False
    for form in plurals:
        yield form, "f", "sg", True
    stem = singular[:-1] + "ت" if feminine else singular
    for ending in ("ان", "ين", "ا", "ي"):
        yield stem + ending, gender, "du", False
    yield (singular[:-1] if feminine else singular) + "ات", "f", "sg", True
