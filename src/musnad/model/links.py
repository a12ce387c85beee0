"""What many readings share: reprints, claims and the origins of each."""

from typing import Literal

from musnad.model.records import Record

ProofKind = Literal[
    "publisher", "credit", "relay", "named", "reprint", "verbatim", "alone", "first"
]


class Reprint(Record, frozen=True, kw_only=True):
    """Two articles whose texts overlap; `article` is the one published later, as far as known.

    `share` of the four-word runs of the shorter is in the other; `longest_run` counts words.
    """

    article: str
    of: str
    share: float
    longest_run: int


class Proof(Record, frozen=True, kw_only=True):
    """Why a page belongs to an origin: the kind, the words that show it, and the other page.

    publisher: the agency's own page; credit, relay: the page names the agency for the whole or the
    statement; named: its text names the agency; reprint, verbatim: it has the words of page
    `like`, `share` of them; alone: it names a source of its own; first: no page was seen earlier.
    """

    kind: ProofKind
    words: str = ""
    like: str | None = None
    share: float | None = None


class Bearer(Record, frozen=True, kw_only=True):
    """A page that carries a claim, with its statements and the proof of its origin."""

    article: str
    outlet: str | None
    title: str | None
    published: str | None
    statements: tuple[str, ...]
    proof: Proof


class Origin(Record, frozen=True, kw_only=True):
    """An independent transmission of a claim, and the pages shown to come from it."""

    id: str
    name: str | None
    members: tuple[Bearer, ...]


class Claim(Record, frozen=True, kw_only=True):
    """What is told by statements of several pages; `unproven` pages are not shown independent.

    `first_seen` is the earliest known publication; `disputed_by` are statements that deny it.
    """

    id: str
    content: str
    speaker: str
    statements: tuple[str, ...]
    pages: tuple[str, ...]
    outlets: tuple[str, ...]
    first_seen: str | None
    origins: tuple[Origin, ...]
    unproven: tuple[Bearer, ...]
    disputed_by: tuple[str, ...]


class Links(Record, frozen=True, kw_only=True):
    """What many readings share: reprints, and claims with their origins."""

    reprints: tuple[Reprint, ...] = ()
    claims: tuple[Claim, ...] = ()
