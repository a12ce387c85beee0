"""The frozen records behind the public reading (docs/reference/reading.md).

Offsets are code points, half open, into `Article.text`. Records carry no behaviour;
spans are made by `musnad.model.spans` only.
"""

from typing import Literal

from msgspec import Struct

SCHEMA = "musnad.reading/1"

EntityType = Literal[
    "person", "organisation", "place", "group", "media", "document", "anonymous", "collective"
]
SpeakerKind = Literal[
    "person", "organisation", "government", "anonymous", "collective", "document", "media",
    "unknown",
]  # fmt: skip
How = Literal["named", "elided", "pronoun", "nominal"]
Mode = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "assert", "announce", "deny", "demand", "warn", "threaten", "promise", "accuse",
    "praise", "condemn", "opinion", "express",
]  # fmt: skip
Modality = Literal["fact", "future", "possible", "conditional", "obligation"]
Polarity = Literal["affirmative", "negated"]
Precision = Literal["minute", "day", "month", "year", "interval"]
TimePrecision = Literal["minute", "hour", "day", "week", "month", "year", "interval"]
DateMethod = Literal["given", "meta", "url", "text", "feed", "estimated"]
OutletMethod = Literal["given", "meta", "feed", "url", "text"]
DateKind = Literal["published", "modified", "created"]
DateFate = Literal["used", "agrees", "differs", "refused"]
TimeStatus = Literal["resolved", "ambiguous", "unresolved"]
Qualifier = Literal["start", "middle", "end", "about"]
Anchor = Literal["published", "said", "text", "explicit"]
Comparator = Literal["=", ">", ">=", "<", "<=", "~"]
Dialect = Literal["egyptian", "levantine", "gulf", "maghrebi"]
Role = Literal["killed", "wounded", "arrested", "displaced", "missing", "kidnapped", "other"]
EventType = Literal[
    "CONSULT", "AGREE", "ASSAULT", "CONTROL", "PROTEST", "COERCE", "MOBILIZE", "AID", "RETREAT"
]
PlacePrecision = Literal["point", "town", "district", "province", "country"]
EventStatus = Literal["happened", "claimed", "planned", "denied", "hypothetical"]
BlockKind = Literal["title", "subtitle", "body", "caption"]
DroppedKind = Literal[
    "byline", "date", "credit", "tags", "related", "promo", "comments", "share", "nav",
    "correction", "repeat", "other",
]  # fmt: skip
HopRole = Literal["outlet", "credit", "relay", "speaker"]
PageFormat = Literal["text", "html", "record"]
LineRole = Literal[
    "main", "title", "heading", "item", "row", "links", "caption", "frame", "outside", "hidden",
    "notice", "comments", "share", "tags", "related", "promo", "author",
    "embed",
]  # fmt: skip


class Record(Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: frozen, keyword-only, left out of the collector: they hold no cycle."""


class Span(Record, frozen=True, kw_only=True):
    """A piece of the article: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str


class Issue(Record, frozen=True, kw_only=True):
    """Something that went wrong with one page; the run goes on."""

    code: str
    detail: str


# --- what comes in -------------------------------------------------------------------------


class Given(Record, frozen=True, kw_only=True):
    """What the caller says about a page; it wins over what the page says."""

    source_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


class Fetched(Record, frozen=True, kw_only=True):
    """How a page came over the network, now or when an archive was made; `at` is ISO 8601, UTC.

    `final_url` is where redirects ended; `headers` are those of the response, in their order.
    """

    url: str | None = None
    final_url: str | None = None
    at: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


class Visit(Record, frozen=True, kw_only=True):
    """What the last answer of an address said, for the next time it is asked.

    `item` is a mark of what the feed said then; without `status` the address gave no page.
    """

    url: str
    at: str | None = None
    status: int | None = None
    etag: str | None = None
    modified: str | None = None
    item: str | None = None


class FeedItem(Record, frozen=True, kw_only=True):
    """What a feed says about a page, as written; `source` is the RSS `<source>`: whose news it is.

    `feed` is the address of the feed.
    """

    feed: str
    guid: str | None = None
    link: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    source_url: str | None = None


class Received(Record, frozen=True, kw_only=True):
    """One page as received: its bytes, its name, what the caller says about it, how it came."""

    data: bytes
    name: str
    format: PageFormat | None = None
    given: Given = Given()
    fetched: Fetched | None = None
    feed: FeedItem | None = None


class DeclaredDate(Record, frozen=True, kw_only=True):
    """A date that a page holds outside its lines, as written there, and at which `place`.

    `beside` are the words before it, where a label such as «آخر تحديث» may stand.
    """

    written: str
    kind: DateKind
    place: str
    beside: str | None = None


class Declared(Record, frozen=True, kw_only=True):
    """What a page says of itself outside its text: JSON-LD, OpenGraph, meta tags, `<time>`.

    `dates` has every date of this article, the most telling first; `header_days` are the days that
    the head of the site shows, which are those of the visit. `locked` says that the article is for
    subscribers.
    """

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    byline: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    dates: tuple[DeclaredDate, ...] = ()
    header_days: tuple[str, ...] = ()
    locked: bool = False


class Opening(Record, frozen=True, kw_only=True):
    """Where a further article begins in `Page.text`, and the time that its markup states."""

    start: int
    published: str | None = None


class Page(Record, frozen=True, kw_only=True):
    """A page decoded: `text` is what is read, line below line.

    For HTML the text is not the decoded page: `places` has (text start, page start, length) of
    every piece that both hold letter for letter; it is null where the text is the page. `roles`
    has one role for each line of an HTML page's text and is empty for other pages; `openings` are
    the articles after the first where the markup parts them.
    """

    id: str
    source_id: str
    sha256: str
    encoding: str
    format: PageFormat
    text: str
    given: Given
    paragraphs: tuple[str, ...] | None = None
    declared: Declared = Declared()
    roles: tuple[LineRole, ...] = ()
    openings: tuple[Opening, ...] = ()
    places: tuple[tuple[int, int, int], ...] | None = None
    fetched: Fetched | None = None
    feed: FeedItem | None = None
    issues: tuple[Issue, ...] = ()


class SiteLines(Record, frozen=True, kw_only=True):
    """The lines that a site prints on many of its pages, by `musnad.fold.line_key`."""

    keys: frozenset[str] = frozenset()


# --- one article ---------------------------------------------------------------------------


class Outlet(Record, frozen=True, kw_only=True):
    """Who published the page; who hosts it is the `host` of the article.

    `kind`, `country`, `owner` and `domain` are those of the registry, null where it has none.
    """

    name: str
    entity: str | None = None
    method: OutletMethod | None = None
    kind: str | None = None
    country: str | None = None
    owner: str | None = None
    domain: str | None = None


class Published(Record, frozen=True, kw_only=True):
    """The publication time, with how it was found; offsets of `span` are in the article text.

    `value` is cut to its precision: `2031`, `2031-05`, `2031-05-04`, `2031-05-04T14:05`. The time
    is local; where the page states its zone it follows as `+03:00` (`+00:00` for UTC).
    """

    value: str
    precision: Precision
    method: DateMethod
    reliable: bool
    span: Span | None = None
    reasons: tuple[str, ...] = ()


class DateEvidence(Record, frozen=True, kw_only=True):
    """A date of the page and what became of it: `used`, or why not.

    `written` is as it stands at `place`; `value` has the form of a publication date, null where
    none could be read. What `differs` lies on another day than the date used.
    """

    method: DateMethod
    kind: DateKind
    place: str
    written: str
    value: str | None
    fate: DateFate
    reason: str | None = None


class Dateline(Record, frozen=True, kw_only=True):
    """«مرسى — وكالة الساحل»: where the report was filed and by which agencies."""

    place: str | None
    agencies: tuple[str, ...] = ()


class PageRef(Record, frozen=True, kw_only=True):
    """The page an article came from; `map` rows are (text start, length, page start, length).

    Page offsets are code points of the page decoded by `encoding`, without its byte order mark,
    NUL and lone surrogates; of a record, of its `html`, else of title and text one below the
    other. The two pieces of a row are equal: tags and character references inside a line of HTML
    part it into several rows, and what stands nowhere letter for letter has none.
    """

    sha256: str
    encoding: str
    map: tuple[tuple[int, int, int, int], ...] = ()


class Article(Record, frozen=True, kw_only=True):
    """The kept text of one article and what is known about it as a whole."""

    id: str
    text_sha256: str
    source_id: str
    url: str | None
    outlet: Outlet | None
    title: str | None
    subtitle: str | None
    byline: str | None
    section: str | None
    tags: tuple[str, ...]
    published: Published | None
    dateline: Dateline | None
    credits: tuple[str, ...]
    language: str
    part_of: str | None
    text: str
    page: PageRef
    modified: Published | None = None
    dates: tuple[DateEvidence, ...] = ()
    host: str | None = None


class Block(Record, frozen=True, kw_only=True):
    """A kept block of the article text."""

    start: int
    end: int
    kind: BlockKind


class Dropped(Record, frozen=True, kw_only=True):
    """A block of the page that is no article text, with the rule that dropped it.

    In HTML the page holds tags between `page_start` and `page_end` that `text` does not.
    """

    kind: DroppedKind
    page_start: int
    page_end: int
    text: str
    rule: str


class Cleaned(Record, frozen=True, kw_only=True):
    """One article cut out of a page, with all that was left out of it."""

    article: Article
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    issues: tuple[Issue, ...] = ()


# --- language ------------------------------------------------------------------------------


class Place(Record, frozen=True, kw_only=True):
    """Where a place lies; never a pin finer than `precision`, none for a country.

    `admin` is the first division, in Arabic; `candidates` are the other places of the name that
    came into question, as «name, country»; `reason` says why this one, or why none was chosen.
    """

    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    country: str | None = None
    admin: str | None = None
    geonames_id: int | None = None
    candidates: tuple[str, ...] = ()
    reason: str = ""


class Entity(Record, frozen=True, kw_only=True):
    """Somebody or something named in the article.

    `romanised` is the name in Latin letters as the press writes it; `place` is told of places.
    """

    id: str
    type: EntityType
    name: str
    name_en: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    romanised: str | None = None
    place: Place | None = None


class Mention(Record, frozen=True, kw_only=True):
    """A place in the text that names an entity (`entity` is its id)."""

    id: str
    start: int
    end: int
    text: str
    type: EntityType
    entity: str
    made_by: str


class Time(Record, frozen=True, kw_only=True):
    """A time expression; `value` is ISO 8601 or null, with `status` and `reason`.

    `edtf` says more where ISO 8601 cannot (199X, 2030-22, 2013~); `zone` is the time zone that
    the text names for an hour, `offset` is its distance from UTC where that is certain.
    """

    id: str
    start: int
    end: int
    text: str
    value: str | None
    edtf: str | None = None
    precision: TimePrecision | None
    qualifier: Qualifier | None
    zone: str | None = None
    offset: str | None = None
    anchor: Anchor | None
    status: TimeStatus
    reason: str | None
    made_by: str


class Quantity(Record, frozen=True, kw_only=True):
    """A count with its unit and role; `statement` is the id of the statement that gives it.

    `group` says who is counted (civilians, children…), `part_of` is the id of the count that
    holds this one («12 قتيلا بينهم 3 أطفال»).
    """

    id: str
    start: int
    end: int
    text: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    comparator: Comparator
    unit: str
    role: Role
    group: str | None = None
    part_of: str | None = None
    statement: str | None
    made_by: str


class Passage(Span, frozen=True, kw_only=True):
    """A piece of the text that is not standard Arabic.

    `language` is the ISO 639 code, `und` when it is not known; Arabic in dialect is `ar` with the
    group of countries in `dialect`.
    """

    id: str
    language: str
    dialect: Dialect | None = None
    made_by: str


class Language(Record, frozen=True, kw_only=True):
    """What `read_language` found in one article."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    passages: tuple[Passage, ...] = ()


# --- statements ----------------------------------------------------------------------------


class Cue(Record, frozen=True, kw_only=True):
    """The words that report the statement, with the lemma they belong to."""

    start: int
    end: int
    text: str
    lemma: str


class Speaker(Record, frozen=True, kw_only=True):
    """Who is meant by the source phrase."""

    name: str
    kind: SpeakerKind
    entity: str | None
    aliases: tuple[str, ...] = ()
    how: How = "named"
    members: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


class Relay(Record, frozen=True, kw_only=True):
    """Who passed the statement on; `inherited_from` is the statement whose relay this continues."""

    name: str
    entity: str | None
    span: Span | None
    cue: Span | None
    inherited_from: str | None = None


class Hop(Record, frozen=True, kw_only=True):
    """One link of the chain; `gap` is the reason where the text leaves the link out."""

    role: HopRole
    name: str
    entity: str | None = None
    evidence: Span | None = None
    gap: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """Who said what, through whom."""

    id: str
    cue: Cue
    source: Span | None
    speaker: Speaker
    relays: tuple[Relay, ...]
    chain: tuple[Hop, ...]
    content: tuple[Span, ...]
    mode: Mode
    act: Act
    medium: str | None
    addressee: str | None
    said: str | None
    polarity: Polarity
    modality: Modality
    continues: str | None
    inside: str | None
    confidence: float
    made_by: str
    why: tuple[str, ...] = ()


class Attribution(Record, frozen=True, kw_only=True):
    """What `attribute_statements` found: statements, and entities that it had to add."""

    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()


# --- events --------------------------------------------------------------------------------


class Party(Record, frozen=True, kw_only=True):
    """Actor or recipient of an event."""

    name: str
    entity: str | None = None


class EventPlace(Record, frozen=True, kw_only=True):
    """Where an event happened; never a pin finer than `precision`."""

    name: str
    entity: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None


class Event(Record, frozen=True, kw_only=True):
    """Something that happened in the world, or is said to have."""

    id: str
    trigger: Span
    type: EventType
    mode: str | None
    actor: Party | None
    recipient: Party | None
    place: EventPlace | None
    date: str | None
    status: EventStatus
    statement: str | None
    background: bool
    quantities: tuple[str, ...]
    reason: str
    made_by: str


# --- the reading ---------------------------------------------------------------------------


class Versions(Record, frozen=True, kw_only=True):
    """What made the reading: same versions, same input, same bytes."""

    musnad: str
    rules: str
    lexicons: str
    models: dict[str, str] = {}


class Reading(Record, frozen=True, kw_only=True):
    """Everything that Musnad found in one article."""

    schema: str
    article: Article
    blocks: tuple[Block, ...]
    dropped: tuple[Dropped, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    issues: tuple[Issue, ...]
    versions: Versions
    passages: tuple[Passage, ...] = ()
