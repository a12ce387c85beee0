"""The folded words around a count: counted nouns, roles, and what starts a count."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.lexicons.nouns import read_nouns
from musnad.lexicons.rows import read_demonyms
from musnad.lexicons.verbs import Verb, verb_table
from musnad.model.records import Role
from musnad.stages.read_language.times_words import time_words
from musnad.text.numbers import number_words

PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول")
PERSON, FAMILY = "person", "family"
PEOPLE = frozenset((PERSON, FAMILY))
_DOERS = frozenset(("office", "role", "reporter"))
_PAST = ("", "ت", "ا", "تا", "وا", "ن")
_PRESENT = ("", "ان", "ون", "وا")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


class Counted(NamedTuple):
    """A counted noun in one form; `number` is 1, 2 or 3; `sure` when the form has one number.

    `parts` says that it may come in parts, as a tonne does.
    """

    unit: str
    role: Role
    group: str | None
    number: int
    sure: bool
    parts: bool = False


class CountWords(NamedTuple):
    """Look-ups of folded words."""

    nouns: dict[str, Counted]
    bodies: dict[str, str]
    area: dict[str, str]
    words: dict[str, frozenset[str]]
    not_counted: frozenset[str]
    before: frozenset[str]
    particles: frozenset[str]
    vague: dict[str, bool]
    roles: dict[str, Role]
    places: dict[str, frozenset[str]]
    adjacent: frozenset[str]
    adjective_endings: tuple[str, ...]
    wholes: frozenset[str]


@cache
def count_words() -> CountWords:
    """Gives the folded tables of `lexicons/units.toml` and the vague words of numbers.toml."""
    units, numbers = builtin("units"), builtin("numbers")
    places = units["role_places"]
    return CountWords(
        nouns=_peoples() | _nouns(units),
        bodies={fold_key(word): group for group, row in units["bodies"].items() for word in row},
        area={
            form: unit
            for unit, row in units["area"].items()
            for one in row
            for form in noun_forms(one, unit)
        },
        words={name: _folded(row) for name, row in units["count_words"].items()},
        not_counted=_folded(units["not_counted"]["words"]) | _months(),
        before=_folded(units["not_counted"]["before"]),
        particles=_particles(units["not_counted"]),
        vague=_vague(numbers["vague"]),
        roles=_role_words(units["roles"]),
        places=_places(places),
        adjacent=_prefixed(places["adjacent"]),
        adjective_endings=tuple(map(fold_key, units["count_words"]["adjective_endings"])),
        wholes=_folded(numbers["percent"]["wholes"]),
    )


def _months() -> frozenset[str]:
    """Gives the names of months: a date within a name («ثورة 25 يناير») is no count."""
    words = time_words()
    return frozenset(words.months) - words.doubtful_months


def _peoples() -> dict[str, Counted]:
    """Gives members of nations and groups, and people by what they do, in all their forms."""
    table: dict[str, Counted] = {}
    for name, noun in read_nouns().items():
        if noun.classes & _DOERS and noun.gender == "m":
            number = 2 if noun.number == "du" else 3 if noun.plural else 1
            table |= _definite(name, Counted(PERSON, "other", None, number, sure=False))
    for file_name in ("states", "groups"):
        for form, people in read_demonyms(builtin(file_name)):
            number = 2 if people.number == "du" else 3 if people.plural else 1
            key = fold_key(form)
            if people.gender == "m" or number > 1:
                table |= _definite(key, Counted(PERSON, "other", None, number, sure=False))
    return table


def _definite(key: str, noun: Counted) -> dict[str, Counted]:
    return {key: noun, "ال" + key: noun}


def _states() -> frozenset[str]:
    """Gives the first words of the names of states."""
    rows = builtin("states")["state"]
    names = (name for row in rows for name in (row["name"], *row.get("aliases", ())))
    return frozenset(fold_key(name).split()[0] for name in names)


def _folded(words: list[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))


def _particles(rows: Mapping[str, list[str]]) -> frozenset[str]:
    """Particles alone and with a pronoun («منه», «عليهم»), and forms of reporting verbs."""
    joined = {
        word + pronoun
        for word in map(fold_key, rows["takes_pronoun"])
        for pronoun in rows["pronouns"]
    }
    verbs = {key for key, readings in verb_table().items() if _no_noun(key, readings)}
    return _folded(rows["particles"]) | joined | verbs


def _no_noun(key: str, readings: tuple[Verb, ...]) -> bool:
    """Says whether a verb form cannot be read as a noun, as «طلب», «طلبا» and «رد» can."""
    if any(verb.tense in {"part", "masdar"} for verb in readings):
        return False
    bare = any(verb.tense.endswith("past") and verb.person in {"3ms", "3md"} for verb in readings)
    return key.startswith("ا") or not bare


def _places(rows: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Gives the classes of words around a count that place its role."""
    table = {name: _folded(row) for name, row in rows.items()}
    blocked = {"blocked": table["clause"] | table["relative"]}
    released = {"released": _prefixed(rows["released"])}
    return table | blocked | released | {"states": _states()}


def _prefixed(words: list[str]) -> frozenset[str]:
    return frozenset(prefix + word for word in map(fold_key, words) for prefix in ("", *"وفبل"))


def _vague(rows: Mapping[str, list[str]]) -> dict[str, bool]:
    """Vague words, with and without the article: true for those that any noun may follow."""
    loose = _folded(rows["loose"])
    words = {word: word not in loose for word in map(fold_key, rows["words"])}
    return words | {"ال" + word: firm for word, firm in words.items()}


def _role_words(rows: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Role]:
    table: dict[str, Role] = {}
    for prefix in reversed(("", "و", "ف", "ب", "ل", "وب")):
        for role in get_args(Role)[::-1]:
            forms = _role_forms(rows[role]) if role in rows else ()
            table |= {prefix + fold_key(form): role for form in forms}
    return table


def _role_forms(row: Mapping[str, list[str]]) -> Iterator[str]:
    yield from row.get("words", ())
    for noun in row.get("nouns", ()):
        joined = noun[:-1] + "ت" if noun.endswith("ة") else noun
        yield noun
        yield from (joined + pronoun for pronoun in _PRONOUNS)
    for past, present in (verb.split() for verb in row.get("verbs", ())):
        yield from (past + ending for ending in _PAST)
        yield from (start + present[1:] + ending for start in "يت" for ending in _PRESENT)


def _nouns(units: Mapping[str, Any]) -> dict[str, Counted]:
    rows: dict[str, Counted] = {}
    for name in ("object", "measure"):
        for unit, words in units[name].items():
            for word in words:
                rows |= noun_forms(word, unit, parts=name == "measure")
    for word in units["families"]["words"]:
        rows |= noun_forms(word, FAMILY)
    for row in units["people"]:
        for word in row["words"]:
            rows |= noun_forms(word, PERSON, row.get("role", "other"), row.get("group"))
    return rows


def noun_forms(
    row: str, unit: str, role: Role = "other", group: str | None = None, parts: bool = False
) -> dict[str, Counted]:
    """Gives all forms of «singular plural plural…», with and without the article."""
    singular, *plurals = row.split()
    stem = fold_key(singular)
    joined = stem[:-1] + "ت" if singular.endswith("ة") else stem
    forms = {stem: (1, True), stem + "ا": (1, True), joined + "ان": (2, True)}
    forms[joined + "ين"] = (2, "+ون" not in plurals)
    for plural in _plurals(stem, joined, plurals):
        forms[plural] = (3, plural not in forms)
    counted = {form: Counted(unit, role, group, *kind, parts) for form, kind in forms.items()}
    return counted | {"ال" + form: kind for form, kind in counted.items()}


def _plurals(stem: str, joined: str, plurals: list[str]) -> Iterator[str]:
    for plural in plurals:
        if plural == "+ون":
            yield from (stem + "ون", stem + "ين", stem + "و", stem + "ي")
        elif plural == "+ات":
            yield (joined[:-1] if joined != stem else stem) + "ات"
        else:
            yield from (fold_key(plural), fold_key(plural) + "ا")


@cache
def triggers() -> dict[str, tuple[str, str]]:
    """Gives, for each word that can start a count with its prefixes, the prefix and the word."""
    words, numbers = count_words(), number_words()
    duals = {form for form, kind in words.nouns.items() if kind.number == 2 and kind.sure}
    bases = {
        *(word for word, value in numbers.plain.items() if value > 1), *numbers.compound,
        *numbers.scales, *numbers.dual_scales, *numbers.fractions, *words.vague, *duals,
        *words.words["one"],
    }  # fmt: skip
    table: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        for prefix in PREFIXES:
            if prefix + base not in words.particles:
                table.setdefault(prefix + base, (prefix, base))
    return table | {base: ("", base) for base in bases}
