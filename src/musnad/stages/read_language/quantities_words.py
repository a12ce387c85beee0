"""The folded words around a count: counted nouns, currencies, roles, comparators."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from musnad.fold import fold_key
from musnad.lexicons import builtin
from musnad.lexicons.verbs import Verb, verb_table
from musnad.model.records import Role
from musnad.stages.read_language.times_words import Phrases, match_phrase
from musnad.text.numbers import number_words

ONES = frozenset(("واحد", "واحده", "واحدا", "وحيد", "وحيده", "وحيدا"))
_PREFIXES = ("", "و", "ف", "ب", "ل", "وب", "ول")
_ROLES: tuple[Role, ...] = ("killed", "wounded", "arrested", "displaced", "missing", "kidnapped")

__all__ = ["ONES", "CountWords", "Counted", "Currency", "count_words", "match_phrase", "triggers"]


class Counted(NamedTuple):
    """A counted noun in one form; `number` is 1, 2 or 3; `sure` when the form has one number."""

    unit: str
    role: Role
    number: int
    sure: bool


class Currency(NamedTuple):
    """A currency word: its family, its usual code, and the codes by adjective."""

    family: str
    default: str | None
    by: dict[str, str]


class CountWords(NamedTuple):
    """Look-ups of folded words."""

    nouns: dict[str, Counted]
    currencies: dict[str, Currency]
    signs: dict[str, str]
    not_counted: frozenset[str]
    before: frozenset[str]
    particles: frozenset[str]
    comparators: Phrases
    vague: dict[str, bool]
    roles: dict[str, Role]
    adjacent: frozenset[str]
    counting: frozenset[str]
    reaching: frozenset[str]
    inherited: frozenset[str]
    percent_signs: frozenset[str]
    percent_words: frozenset[str]
    percent_after_in: frozenset[str]
    wholes: frozenset[str]


@cache
def count_words() -> CountWords:
    """Gives the folded tables of `lexicons/units.toml` and `lexicons/numbers.toml`."""
    units, numbers = builtin("units"), builtin("numbers")
    roles, percent = units["roles"], numbers["percent"]
    return CountWords(
        nouns=_nouns(units),
        currencies=_currencies(units["currency"]),
        signs=dict(units["currency_signs"]),
        not_counted=_folded(units["not_counted"]["words"]),
        before=_folded(units["not_counted"]["before"]),
        particles=_particles(units["not_counted"]),
        comparators=_comparators(numbers["comparators"]),
        vague=_vague(numbers["vague"]),
        roles=_role_words(roles),
        adjacent=_prefixed(roles["adjacent"]),
        counting=_folded(roles["counting"]),
        reaching=_folded(roles["reaching"]),
        inherited=_folded(roles["inherited"]),
        percent_signs=frozenset(percent["signs"]),
        percent_words=_folded(percent["words"]),
        percent_after_in=_folded(percent["after_in"]),
        wholes=_folded(percent["wholes"]),
    )


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


def _prefixed(words: list[str]) -> frozenset[str]:
    return frozenset(prefix + word for word in map(fold_key, words) for prefix in ("", *"وفبل"))


def _vague(rows: Mapping[str, list[str]]) -> dict[str, bool]:
    """Vague words, with and without the article: true for those that any noun may follow."""
    loose = _folded(rows["loose"])
    words = {word: word not in loose for word in map(fold_key, rows["words"])}
    return words | {"ال" + word: firm for word, firm in words.items()}


def _comparators(rows: Mapping[str, list[str]]) -> Phrases:
    table: Phrases = {}
    for sign, phrases in rows.items():
        for phrase in phrases:
            words = tuple(fold_key(phrase).split())
            for prefix in ("", "و", "ب", "ل"):
                table.setdefault(prefix + words[0], []).append(
                    ((prefix + words[0], *words[1:]), (sign, len(prefix)))
                )
    for row in table.values():
        row.sort(key=lambda entry: -len(entry[0]))
    return table


def _role_words(roles: Mapping[str, list[str]]) -> dict[str, Role]:
    table: dict[str, Role] = {}
    for role in _ROLES:
        for word in map(fold_key, roles[role]):
            for prefix in ("", "و", "ف", "ب", "ل", "وب"):
                table.setdefault(prefix + word, role)
    for role in _ROLES:
        table |= dict.fromkeys(map(fold_key, roles[role]), role)
    return table


def _nouns(units: Mapping[str, Any]) -> dict[str, Counted]:
    rows: dict[str, Counted] = {}
    for unit, words in units["object"].items():
        for word in words:
            rows |= _forms(word, unit, "other")
    for role, table in units["person"].items():
        for word in table["words"]:
            rows |= _forms(word, "person", role)
    return rows


def _forms(row: str, unit: str, role: Role) -> dict[str, Counted]:
    """All forms of «singular plural…», with and without the article."""
    singular, *plurals = row.split()
    stem = fold_key(singular)
    joined = stem[:-1] + "ت" if singular.endswith("ة") else stem
    forms = {stem: (1, True), stem + "ا": (1, True), joined + "ان": (2, True)}
    forms[joined + "ين"] = (2, "+ون" not in plurals)
    for plural in _plurals(stem, joined, plurals):
        forms[plural] = (3, plural not in forms)
    counted = {form: Counted(unit, role, *kind) for form, kind in forms.items()}
    return counted | {"ال" + form: kind for form, kind in counted.items()}


def _plurals(stem: str, joined: str, plurals: list[str]) -> Iterator[str]:
    for plural in plurals:
        if plural == "+ون":
            yield from (stem + "ون", stem + "ين", stem + "و", stem + "ي")
        elif plural == "+ات":
            yield (joined[:-1] if joined != stem else stem) + "ات"
        else:
            yield from (fold_key(plural), fold_key(plural) + "ا")


def _currencies(rows: list[dict[str, Any]]) -> dict[str, Currency]:
    table = {}
    for row in rows:
        by = {
            fold_key(adjective) + ending: code
            for adjective, code in row.get("by", {}).items()
            for ending in ("", "ه", "ا")
        }
        currency = Currency(row["family"], row.get("default"), by)
        forms = (form for word in row["words"] for form in _forms(word, "", "other"))
        table.update(dict.fromkeys(forms, currency))
    return table


@cache
def triggers() -> dict[str, tuple[str, str]]:
    """Gives, for each word that can start a count with its prefixes, the prefix and the word."""
    words, numbers = count_words(), number_words()
    duals = {form for form, kind in words.nouns.items() if kind.number == 2 and kind.sure}
    bases = {
        *(word for word, value in numbers.plain.items() if value > 1),
        *numbers.scales, *numbers.dual_scales, *numbers.fractions, *words.vague, *duals, *ONES,
    }  # fmt: skip
    table: dict[str, tuple[str, str]] = {}
    for base in sorted(bases):
        for prefix in _PREFIXES:
            table.setdefault(prefix + base, (prefix, base))
    return table | {base: ("", base) for base in bases}
