"""The rows of lexicon files as entries, each with every spelling it goes by."""

from collections.abc import Iterator, Sequence
from functools import cache

from musnad.fold import fold_key
from musnad.lexicons.entries import Demonym, Entry
from musnad.lexicons.files import builtin, builtin_text
from musnad.lexicons.form import Row
from musnad.lexicons.inflect import demonym_forms
from musnad.lexicons.nouns import read_nouns
from musnad.lexicons.ordinary import is_ordinary, read_ordinary
from musnad.model.records import EntityType

SHORT = 3
LEAST_ARAB, LEAST_WITH_ARTICLE, LEAST_FAR = 20_000, 40_000, 100_000
"""Inhabitants from which a name is that of a place though nothing says so."""
Named = tuple[str, Entry]
TYPES: dict[str, EntityType] = {
    "media": "media",
    "organisation": "organisation",
    "group": "group",
    "place": "place",
    "person": "person",
}


def read_entries(tables: dict[str, list[Row]]) -> Iterator[Named]:
    """Gives (spelling, entry) for each name and alias of the tables, in their order."""
    for table, rows in tables.items():
        for row in rows:
            for entry in _entries(table, row):
                for spelling in _names(entry):
                    yield spelling, entry


def read_demonyms(tables: dict[str, list[Row]]) -> Iterator[tuple[str, Demonym]]:
    """Gives (form, demonym) for each form of each demonym of states and groups."""
    for row in (*tables.get("state", ()), *tables.get("group", ())):
        if "demonym" not in row:
            continue
        code = row.get("code", row.get("country", ""))
        plurals = tuple(row.get("demonym_plural", ()))
        for singular in (row["demonym"], *row.get("demonym_variants", ())):
            for form, gender, number, plural in demonym_forms(singular, plurals):
                yield form, Demonym(row["name"], code, gender, number, plural)


def read_places() -> Iterator[Named]:
    """Gives (spelling, entry) for the built-in places, the most populous of a name first.

    A capital is left out: its state gives it, with the place's coordinates.
    """
    for place in _places():
        if place.kind != "capital":
            for spelling in _names(place):
                yield spelling, place


@cache
def _places() -> tuple[Entry, ...]:
    lines = builtin_text("places.tsv").splitlines()[1:]
    return tuple(_place(*line.split("\t")) for line in lines)


def _place(
    geoname: str, names: str, name_en: str, country: str, admin: str, *figures: str
) -> Entry:
    (name, *aliases), (lat, lon, kind, people) = names.split("|"), figures
    return Entry(
        "place", name, name_en, kind, country,
        aliases=tuple(aliases), lat=float(lat), lon=float(lon), population=int(people),
        needs_head=_common(name, int(people), country), geoname=int(geoname), admin=admin,
    )  # fmt: skip


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases)


@cache
def _capitals() -> dict[tuple[str, str], Entry]:
    """Gives the row of each capital by its state and every folded name."""
    seats = (place for place in _places() if place.kind == "capital")
    return {
        (place.country or "", fold_key(name)): place for place in seats for name in _names(place)
    }


def read_divisions() -> Iterator[Named]:
    """Gives (spelling, entry) for the first divisions of the Arab states, towns of one name aside.

    They have no coordinates: a division is never a pin.
    """
    known = {(place.country, fold_key(name)) for place in _places() for name in _names(place)}
    for row in builtin("regions")["place"]:
        known.update(
            (row.get("country"), fold_key(name)) for name in (row["name"], *row.get("aliases", ()))
        )
    for country, table in builtin("governorates").items():
        for line in table["names"].strip().split("\n"):
            admin, _, name = line.partition(" ")
            entry = Entry(
                "place", name.rstrip("*"), kind="province", country=country, admin=admin,
                needs_head=name.endswith("*"),
            )  # fmt: skip
            if (country, fold_key(entry.name)) not in known:
                yield entry.name, entry


def _common(name: str, people: int, country: str) -> bool:
    """Tells whether a place is so small, or its name so plain, that it may be a common word."""
    if " " in name:
        return False
    arab = country in builtin("governorates")
    least = LEAST_FAR if not arab else LEAST_WITH_ARTICLE if name.startswith("ال") else LEAST_ARAB
    return people < least or len(name) <= SHORT or _is_plain(fold_key(name))


def _is_plain(key: str) -> bool:
    """Tells whether a folded name is a word of the language or of persons' names as well."""
    stem = key.removeprefix("ال")
    if stem in _plain_words() or key in _plain_words():
        return True
    return is_ordinary(key, _stems(), _words("phrase_words", "particles"))


@cache
def _stems() -> frozenset[str]:
    return read_ordinary()


@cache
def _plain_words() -> frozenset[str]:
    adjectives = _words("phrase_words", "adjectives")
    return adjectives | _words("given_names", "given") | frozenset(read_nouns())


@cache
def _words(file: str, table: str) -> frozenset[str]:
    return frozenset(fold_key(builtin(file)[table]).split())


def _entries(table: str, row: Row) -> Sequence[Entry]:
    if table == "state":
        return _state(row)
    if table == "office":
        return (Entry("person", row["title"], row.get("title_en"), "office"),)
    kind = row.get("kind", "person" if table == "person" else None)
    return (
        Entry(
            TYPES[table], row["name"], row.get("name_en"), kind,
            row.get("country"), row.get("sector"),
            aliases=tuple(row.get("aliases", ())), domains=tuple(row.get("domains", ())),
            owner=row.get("owner"), office=row.get("office"),
            needs_head=row.get("needs_head", False),
            lat=row.get("lat"), lon=row.get("lon"),
        ),
    )  # fmt: skip


def _state(row: Row) -> Sequence[Entry]:
    name, code = row["name"], row.get("code")
    aliases = tuple(row.get("aliases", ()))
    gender = row.get("gender", "f")
    state = Entry(
        "place", name, row.get("name_en"), "state", code, "GOV", name, gender, aliases=aliases
    )
    if "capital" not in row:
        return (state,)
    spelled = (row["capital"], *row.get("capital_aliases", ()))
    found = (_capitals().get((code or "", fold_key(spelling))) for spelling in spelled)
    seat = next((place for place in found if place is not None), None) or Entry("place", "")
    others = dict.fromkeys(
        spelling for spelling in (*spelled, seat.name, *seat.aliases) if spelling
    )
    capital = Entry(
        "place", row["capital"], row.get("capital_en"), "capital", code, "GOV", name, "f",
        aliases=tuple(others)[1:], lat=seat.lat, lon=seat.lon, population=seat.population,
        geoname=seat.geoname, admin=seat.admin,
    )  # fmt: skip
    return state, capital
