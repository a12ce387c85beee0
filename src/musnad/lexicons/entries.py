"""The frozen records of the names and nouns that a lexicon knows."""

from typing import Literal

from msgspec import Struct

from musnad.model.records import EntityType

Gender = Literal["m", "f"]
Number = Literal["sg", "du", "pl"]
NounClass = Literal[
    "title", "office", "role", "reporter", "anonymous", "collective", "amount",
    "organisation", "government", "media", "document", "place", "weak",
]  # fmt: skip


class Entry(Struct, frozen=True, gc=False):
    """A name that the lexicon knows, in its usual spelling.

    `kind` refines the type: of media `agency`, `paper`…; of places `state`, `capital`, `city`….
    `stands_for` is the state whose government a capital or a state's name may stand for.
    `population` counts inhabitants; `office` is the title of a person known by it.
    `geoname` is its number in GeoNames, `admin` its first division there.
    `needs_head`: a spelling of one word is also a common word, so it counts after «صحيفة» only.
    """

    type: EntityType
    name: str
    name_en: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    stands_for: str | None = None
    gender: Gender | None = None
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    office: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geoname: int | None = None
    admin: str | None = None
    needs_head: bool = False


class Noun(Struct, frozen=True, gc=False):
    """A common noun that heads a name or a source phrase; gender and number as a verb sees them.

    The plural of a thing counts as feminine singular («قالت مصادر»). A `construct` form stands
    before its complement only («طرفي النزاع»), never with ال.
    """

    lemma: str
    classes: frozenset[NounClass]
    gender: Gender
    number: Number
    plural: bool = False
    construct: bool = False


class Demonym(Struct, frozen=True, gc=False):
    """An adjective or a member of a nation («روسية», «الروس») and the name of the state."""

    state: str
    code: str
    gender: Gender
    number: Number
    plural: bool = False


class Start(Struct, frozen=True, gc=False):
    """The names that begin with a folded word: it `alone`, and longer ones.

    Their `lengths` are sorted, longest first; the `seconds` are the words right after it.
    """

    first: str
    alone: tuple[Entry, ...]
    lengths: tuple[int, ...]
    seconds: frozenset[str]
