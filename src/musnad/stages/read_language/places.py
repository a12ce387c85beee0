"""Which place of a name is meant, told by the countries that the article speaks of."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from msgspec.structs import replace

from musnad.fold import fold_key
from musnad.lexicons import Entry, Lexicon, builtin
from musnad.model.records import Article, Place, PlacePrecision
from musnad.stages.read_language.mentions_scan import Found, Scan
from musnad.text.analysis import Analysis
from musnad.text.memo import Memo

PRECISIONS: dict[str | None, PlacePrecision] = {
    "state": "country", "capital": "town", "city": "town", "town": "town", "village": "town",
    "port": "town", "district": "district", "province": "province", "region": "province",
}  # fmt: skip
NEAR = 12
NEARBY, SAID, FILED = 3.0, 1.0, 1.0
"""What a country counts that is spoken of near the name, anywhere, or in dateline and outlet."""
CLEAR = 1.5
"""How many times more the text must speak of one country than of another."""
FAR_BIGGER = 8
KNOWN_ARAB, WORLD_KNOWN = 100_000, 500_000
"""Inhabitants from which a place is meant whatever other country the text speaks of."""
TOLD_ENOUGH = 2
PART_OF = {"EH": "MA"}
"""Whose towns the press tells of with the nation of another code of the lists."""
SIZES = {"state": 10**9, "province": 300_000, "region": 300_000}


@dataclass(slots=True, eq=False)
class Evidence:
    """The countries that the text speaks of: at which token each, and those of its head lines.

    `towns` are the tokens at which a place tells it that is no state.
    """

    tokens: list[int]
    countries: list[str]
    towns: frozenset[int]
    above: tuple[str, ...]


class PlaceFinder:
    """Finds the places meant in one article; what it speaks of is read when a name needs it."""

    def __init__(self, article: Article, found: Sequence[Found], scan: Scan) -> None:
        self.article = article
        self.found = found
        self.seen = scan.seen
        self.analysis = scan.analysis
        self.lexicon = scan.lexicon
        self.placed = _places(scan.lexicon)
        self._evidence: Evidence | None = None

    @property
    def evidence(self) -> Evidence:
        """Gives the countries of the nations, states, bodies and clear places that are named."""
        if self._evidence is None:
            self._evidence = self._read_evidence()
        return self._evidence

    def _read_evidence(self) -> Evidence:
        said = [(at, each.nation) for at, each in enumerate(self.seen) if each.nation]
        towns = set()
        for each in self.found:
            countries = self._countries(each)
            said += [(each.first, country) for country in countries if len(countries) == 1]
            if each.type == "place" and (each.entry is None or each.entry.kind != "state"):
                towns.add(each.first)
        said.sort()
        above = tuple(_head_lines(self.article, self.lexicon))
        tokens = [at for at, _ in said]
        return Evidence(tokens, [country for _, country in said], frozenset(towns), above)

    def _countries(self, each: Found) -> frozenset[str]:
        """Gives the countries that the thing named may belong to."""
        if each.type != "place":
            return frozenset((each.country,)) if each.country else frozenset()
        return frozenset(entry.country for entry in self.candidates(each) if entry.country)

    def candidates(self, each: Found) -> tuple[Entry, ...]:
        """Gives the places that bear the name as it is written, the biggest first."""
        keys = self.analysis.tokens.keys[each.first : each.last]
        written = (keys[0][each.cut :], *keys[1:])
        return (
            self.placed[" ".join(written)]
            or self.placed[each.name]
            or self.placed[" ".join(_bare_name(written, self.lexicon))]
        )

    def find(self, mentions: Sequence[Found]) -> tuple[Entry | None, Place]:
        """Gives the entry meant, None when that is open, and where it lies, with the reason."""
        named = [self.candidates(each) for each in mentions]
        common = [entry for entry in named[0] if all(entry in others for others in named[1:])]
        division = all(_divided(each, self.analysis) for each in mentions)
        if division:
            common = [entry for entry in common if _is_division(entry)] or common
        if not common:
            return None, Place(reason="no list of places has this name")
        entry, reason = self._choice(common, mentions)
        others = tuple(_told(other) for other in common if other is not entry)
        if entry is None:
            return None, Place(candidates=others, reason=reason)
        place = _located(entry, division=division)
        return entry, replace(place, candidates=others, reason=reason)

    def _choice(
        self, common: Sequence[Entry], mentions: Sequence[Found]
    ) -> tuple[Entry | None, str]:
        if common[0].kind == "state":
            return common[0], "the name of a state"
        if len(common) == 1:
            return self._unless_told_otherwise(
                common[0], mentions, "the only place of this name in the lists"
            )
        weights = self._weights(mentions)
        first, second = sorted(common, key=lambda entry: -weights[entry.country or ""])[:2]
        mine, other = weights[first.country or ""], weights[second.country or ""]
        if first.country == second.country:
            return first, f"the biggest of this name in {first.country}"
        if mine > 0 and mine >= CLEAR * other:
            return first, f"the text speaks of {first.country}"
        if weights[common[0].country or ""] >= other and _is_far_bigger(*common[:2]):
            return self._unless_told_otherwise(
                common[0], mentions, "by far the biggest of this name"
            )
        return None, f"nothing decides between {first.country} and {second.country}"

    def _unless_told_otherwise(
        self, entry: Entry, mentions: Sequence[Found], reason: str
    ) -> tuple[Entry | None, str]:
        """Gives the entry and the reason, no entry where the text is of another country."""
        arab = entry.country in builtin("governorates")
        sure = _size(entry) >= (KNOWN_ARAB if arab else WORLD_KNOWN)
        other = None if sure else self._other_country(entry, mentions)
        if other is None:
            return entry, reason
        return None, f"the text speaks of {other}, the lists know one in {entry.country}"

    def _other_country(self, entry: Entry, mentions: Sequence[Found]) -> str | None:
        """Gives the country told twice near the name, once by a place, the entry's own nowhere."""
        evidence, own = self.evidence, {each.first for each in mentions}
        rows = [
            row
            for row in zip(evidence.tokens, evidence.countries, strict=True)
            if row[0] not in own
        ]
        mine = {entry.country, PART_OF.get(entry.country or "")}
        if not mine.isdisjoint((*evidence.above, *(country for _, country in rows))):
            return None
        near = [row for row in rows if any(abs(row[0] - at) <= NEAR for at in own)]
        told = Counter(country for _, country in near)
        placed = {country for at, country in near if at in evidence.towns}
        likely = (country for country, count in told.most_common() if count >= TOLD_ENOUGH)
        return next((country for country in likely if country in placed), None)

    def _weights(self, mentions: Sequence[Found]) -> dict[str, float]:
        """Gives how much the text speaks of each country, near the name above all."""
        evidence = self.evidence
        weights: defaultdict[str, float] = defaultdict(float)
        for country in evidence.countries:
            weights[country] += SAID
        for country in evidence.above:
            weights[country] += FILED
        for each in mentions:
            first = bisect_left(evidence.tokens, each.first - NEAR)
            last = bisect_left(evidence.tokens, each.last + NEAR)
            for country in set(evidence.countries[first:last]):
                weights[country] += NEARBY
        for part, whole in PART_OF.items():
            weights[part] += weights[whole]
        return weights


def _is_far_bigger(biggest: Entry, other: Entry) -> bool:
    return _size(biggest) >= FAR_BIGGER * max(_size(other), 1)


def _head_lines(article: Article, lexicon: Lexicon) -> Iterator[str]:
    names = (
        article.dateline.place if article.dateline is not None else None,
        article.outlet.name if article.outlet is not None else None,
    )
    for name in names:
        entries = lexicon.entries(name) if name else ()
        countries = {entry.country for entry in entries if entry.country}
        if len(countries) == 1:
            yield countries.pop()


@lru_cache(maxsize=4)
def _places(lexicon: Lexicon) -> Memo[str, tuple[Entry, ...]]:
    """Gives the places of each name, the biggest first, sought when they are asked for."""
    return Memo(partial(_placed, lexicon), 8192)


def _placed(lexicon: Lexicon, name: str) -> tuple[Entry, ...]:
    entries = (entry for entry in lexicon.entries(name) if entry.type == "place")
    return tuple(sorted(entries, key=lambda entry: -_size(entry)))


def _size(entry: Entry) -> int:
    return max(entry.population, SIZES.get(entry.kind or "", 0))


def _divided(each: Found, analysis: Analysis) -> bool:
    """Tells whether «محافظة» or a like word stands before the name."""
    keys = analysis.tokens.keys
    before = keys[each.first - 1] if each.first else ""
    return before in _before_divided() or keys[each.first] in _before_divided()


@cache
def _before_divided() -> frozenset[str]:
    return frozenset(clitic + word for clitic in ("", "و", "ب", "ل") for word in division_words())


@cache
def _seat_words() -> frozenset[str]:
    return division_words() | frozenset(fold_key(builtin("place_words")["seats"]).split())


def _bare_name(keys: Sequence[str], lexicon: Lexicon) -> Sequence[str]:
    """«محافظة تعز اليمنية», «ميناء صور» without the noun before and the nation after the name."""
    first, last = 0, len(keys)
    while first < last - 1 and keys[first] in _seat_words():
        first += 1
    while last > first and (word := lexicon.word(keys[last - 1])) is not None and word.demonym:
        last -= 1
    return keys[first:last]


@cache
def division_words() -> frozenset[str]:
    """Gives the folded nouns that say that a division is meant."""
    tables = builtin("governorates").values()
    words = [builtin("place_words")["parts"], *(table["words"] for table in tables)]
    return frozenset(fold_key(" ".join(words)).split())


@cache
def _divisions() -> dict[tuple[str, str], str]:
    """Gives the name of each division by country and code."""
    named: dict[tuple[str, str], str] = {}
    for country, table in builtin("governorates").items():
        for line in table["names"].strip().split("\n"):
            code, _, name = line.partition(" ")
            named[country, code] = name.rstrip("*")
    return named


def _is_division(entry: Entry) -> bool:
    """Tells whether a division bears the entry's name."""
    if entry.kind in {"province", "region"}:
        return True
    name = _divisions().get((entry.country or "", entry.admin or ""), "")
    return fold_key(name) in {fold_key(spelling) for spelling in (entry.name, *entry.aliases)}


def _located(entry: Entry, *, division: bool) -> Place:
    precision: PlacePrecision | None = PRECISIONS.get(entry.kind, "point")
    if division and precision == "town":
        precision = "province" if _is_division(entry) else "district"
    country = precision == "country"
    if precision == "point" and entry.lat is None:
        precision = None
    return Place(
        lat=None if country else entry.lat,
        lon=None if country else entry.lon,
        precision=precision,
        country=entry.country,
        admin=_divisions().get((entry.country or "", entry.admin or "")),
        geonames_id=entry.geoname,
    )


def _told(entry: Entry) -> str:
    return ", ".join(part for part in (entry.name, entry.country) if part)
