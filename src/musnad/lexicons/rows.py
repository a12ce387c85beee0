"""The rows of lexicon files as entries, each with every spelling it goes by."""

from collections.abc import Iterator, Sequence

from musnad.lexicons.entries import Demonym, Entry
from musnad.lexicons.files import builtin_text
from musnad.lexicons.form import Row
from musnad.lexicons.inflect import demonym_forms
from musnad.model.records import EntityType

SHORT = 3
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
                for spelling in (entry.name, *entry.aliases):
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
    """Gives (spelling, entry) for the built-in places, the most populous of a name first."""
    for line in builtin_text("places.tsv").splitlines()[1:]:
        names, name_en, country, lat, lon, kind, people = line.split("\t")
        name, *aliases = names.split("|")
        entry = Entry(
            "place", name, name_en, kind, country,
            aliases=tuple(aliases), lat=float(lat), lon=float(lon), population=int(people),
            needs_head=_common(name, int(people)),
        )  # fmt: skip
        for spelling in (name, *aliases):
            yield spelling, entry


def _common(name: str, people: int) -> bool:
    """Tells whether a place is so small, or its name so plain, that it may be a common word."""
    if " " in name:
        return False
    return people < (60_000 if name.startswith("ال") else 20_000) or len(name) <= SHORT


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
    capital = Entry(
        "place", row["capital"], row.get("capital_en"), "capital", code, "GOV", name, "f",
        aliases=tuple(row.get("capital_aliases", ())),
    )  # fmt: skip
    return state, capital
