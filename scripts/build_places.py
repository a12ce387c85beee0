#!/usr/bin/env python3
"""Writes src/musnad/lexicons/places.tsv from GeoNames rows and the spellings that news uses.

With --check only tells whether the table is what this script writes.
Kept are all places of the Arab states, towns from 20,000 inhabitants of their neighbours and from
50,000 elsewhere. Of the spellings of a place only Arabic ones stay, the most frequent in news
first; left out are one that news hardly uses beside another, and a name that a bigger place of the
same state bears. Far towns of one Latin name share their Arabic names: «قرطبة» is in Argentina too.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from corpora.news import CORPORA, articles  # noqa: E402
from shared import absence, shared_folder  # noqa: E402

from musnad.fold import fold_key  # noqa: E402
from musnad.lexicons import builtin  # noqa: E402

TARGET = ROOT / "src/musnad/lexicons/places.tsv"
NEIGHBOURS = frozenset(["IL", "IR", "TR", "AF", "PK", "ET", "ER", "TD", "ML", "NE", "SS", "CY"])
LEAST_NEAR, LEAST_FAR = 20_000, 50_000
CITY = 50_000
SHORT_FAR, KNOWN_FAR = 4, 200_000
LONGEST = 4
SHORTEST = 3
CLITICS = ("", "و", "ب", "ل")
RARE = 0.03
MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e]")
ARABIC = re.compile("[ء-غف-ي ]+")
ASIDE = re.compile(r"\s*(?:[(،,-]|لبنان$).*")
CALLED = re.compile("^(?:مدينة|قرية|محافظة|ولاية|والاية|شعبية|بلدية|إمارة|شهر) (?=.)")
WORD = re.compile(r"[^\W\d_]+")
HEADER = "id\tnames\tname_en\tcountry\tadmin\tlat\tlon\tkind\tpopulation"

Place = dict[str, str]


def main() -> int:
    """Writes the table, or with --check says whether it is up to date."""
    shared = shared_folder()
    if shared is None:
        print(absence("places.tsv was"))
        return 0
    fresh = table(shared)
    if "--check" in sys.argv:
        return int(TARGET.read_text("utf-8") != fresh)
    TARGET.write_text(fresh, encoding="utf-8")
    print(f"{TARGET.name}: {fresh.count(chr(10)) - 1} places")
    return 0


def table(shared: Path) -> str:
    """Gives the table: GeoNames rows with their names counted in news."""
    rows = list(read_rows(shared / "data/places/geonames_ar.tsv"))
    spelled = {row["geonameid"]: spellings(row["arabic_names"]) for row in rows}
    counts = count_names(shared, {name for names in spelled.values() for name in names})
    capitals = capital_names()
    rows.sort(key=lambda row: (-people(row), row["geonameid"]))
    shared_names = namesakes(rows, spelled, counts)
    lines: list[str] = []
    taken: set[tuple[str, str]] = set()
    for row in rows:
        own = usual_names(spelled[row["geonameid"]], row["name"], counts)
        usual = [*shared_names.get(latin(row), ()), *own] if own else []
        names = [
            name
            for name in once(usual)
            if (row["country"], fold_key(name)) not in taken and is_telling(name, row)
        ]
        if names and is_kept(row):
            taken.update((row["country"], fold_key(name)) for name in names)
            lines.append(line(row, names, capitals))
    return "\n".join((HEADER, *lines)) + "\n"


def once(names: Iterable[str]) -> Iterable[str]:
    """Gives of the names that fold to one key the first."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(fold_key(name), name)
    return by_key.values()


def read_rows(path: Path) -> Iterator[Place]:
    """Gives the rows of the table; no quoting, as GeoNames writes it."""
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def spellings(written: str) -> tuple[str, ...]:
    """Gives the names in Arabic letters, without marks, «مدينة» and what is said aside."""
    plain = (
        CALLED.sub("", ASIDE.sub("", MARKS.sub("", name)).strip()) for name in written.split("|")
    )
    return tuple(dict.fromkeys(name for name in plain if len(name) > 1 and ARABIC.fullmatch(name)))


def count_names(shared: Path, names: Iterable[str]) -> Counter[str]:
    """Gives how often each name stands in our news, hamzas and ة counted as printed."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        wanted[name.split()[0]].add(name)
    counts: Counter[str] = Counter()
    for corpus in CORPORA:
        for article in articles(shared, corpus):
            text = f"{article.get('title')} {article.get('text') or article.get('raw')}"
            words = WORD.findall(MARKS.sub("", text))
            for at, word in enumerate(words):
                counts.update(names_at(words, at, word, wanted))
    return counts


def names_at(words: list[str], at: int, word: str, wanted: dict[str, set[str]]) -> Iterator[str]:
    """Gives the wanted names that begin with the word at this place, a clitic taken off or not."""
    for clitic in CLITICS:
        first = word[len(clitic) :]
        if word.startswith(clitic) and first in wanted:
            ends = range(at + 1, at + LONGEST + 1)
            yield from wanted[first].intersection(
                " ".join((first, *words[at + 1 : end])) for end in ends
            )


def usual_names(names: tuple[str, ...], latin: str, counts: Counter[str]) -> list[str]:
    """Gives one spelling for each folded name, the usual one first, rare ones left out."""
    long = [name for name in names if len(name) >= SHORTEST] or list(names)
    inside = {
        name: max((counts[each] for each in names if each.endswith(f" {name}")), default=0)
        for name in long
    }
    often = {name: counts[name] - inside[name] for name in long}
    ranked = sorted(long, key=lambda name: (-often[name], -form(name, latin), name))
    by_key: dict[str, str] = {}
    for name in ranked:
        by_key.setdefault(fold_key(name), name)
    most = often[ranked[0]] if ranked else 0
    kept = [name for name in by_key.values() if often[name] >= most * RARE]
    return [name for name in kept if "ال" + fold_key(name) not in by_key or often[name] > most / 2]


def namesakes(
    rows: Iterable[Place], spelled: dict[str, tuple[str, ...]], counts: Counter[str]
) -> dict[str, list[str]]:
    """Gives the usual Arabic names of the far places of one Latin name, the most frequent first."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if is_kept(row) and row["country"] not in NEIGHBOURS | set(builtin("governorates")):
            shared[latin(row)] += usual_names(spelled[row["geonameid"]], row["name"], counts)[:1]
    return {
        name: sorted(usual, key=lambda each: -counts[each])
        for name, usual in shared.items()
        if len(usual) > 1
    }


def latin(row: Place) -> str:
    """Gives the Latin name without marks."""
    letters = unicodedata.normalize("NFD", row["name"].lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def form(name: str, latin: str) -> int:
    """Gives how well formed a spelling is: its article as the Latin name's, hamza and ة written."""
    article = bool(re.match(r"(?:al|a[rshdtznḑşţz̧]|el)[ -]", latin, re.IGNORECASE))
    hamzas = sum(letter in "أإآؤئء" for letter in name[:1] + name[-1:])
    return 2 * (name.startswith("ال") == article) + hamzas + name.endswith("ة") - name.endswith("ه")


def capital_names() -> set[tuple[str, str]]:
    """Gives the state and the folded name of each capital, in all its spellings."""
    return {
        (state.get("code", ""), fold_key(name))
        for state in builtin("states")["state"]
        if "capital" in state
        for name in (state["capital"], *state.get("capital_aliases", ()))
    }


def people(row: Place) -> int:
    """Gives how many live there, 0 where GeoNames does not know."""
    return int(row["population"] or 0)


def is_kept(row: Place) -> bool:
    """Tells whether a place is big enough for its part of the world."""
    country = row["country"]
    if country in builtin("governorates"):
        return True
    return people(row) >= (LEAST_NEAR if country in NEIGHBOURS else LEAST_FAR)


def is_telling(name: str, row: Place) -> bool:
    """Tells whether a name is no short word, which far off is hardly ever the town («كان»)."""
    arab = row["country"] in builtin("governorates")
    return arab or len(name) > SHORT_FAR or people(row) >= KNOWN_FAR


def line(row: Place, names: list[str], capitals: set[tuple[str, str]]) -> str:
    """Gives a place as a line of the table."""
    count = people(row)
    seat = any((row["country"], fold_key(name)) in capitals for name in names)
    kind = "capital" if seat and count >= CITY else "city" if count >= CITY else "town"
    return "\t".join(
        (row["geonameid"], "|".join(names), row["name"], row["country"], row["admin1"],
         f"{float(row['lat']):.3f}", f"{float(row['lon']):.3f}", kind, str(count))
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
