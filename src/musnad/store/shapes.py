"""What the store gives: frozen rows, what may be asked, and what a human decided."""

from typing import Literal

from musnad.model.records import Act, Fetched, Record, Statement, Versions

DateBasis = Literal["said", "published", "unknown"]
Action = Literal["accept", "reject", "correct"]
DecisionState = Literal["held", "moved"]
AnchorHow = Literal["same", "exact", "context", "near"]
Added = Literal["new", "changed", "same"]


class PageRow(Record, frozen=True, kw_only=True):
    """A page of the workspace; `versions` is None when no reading of it was made."""

    id: str
    source_id: str
    sha256: str
    added: str
    versions: Versions | None


class PageState(Record, frozen=True, kw_only=True):
    """What a page was at one time; `number` is None for what it is now.

    `seen` is when it was fetched, else when it was added; `basis` names what read it, None when
    nothing did.
    """

    number: int | None
    seen: str
    added: str
    name: str
    sha256: str
    fetched: Fetched | None
    basis: str | None


class ArticleRow(Record, frozen=True, kw_only=True):
    """An article as lists show it; `statements` and `issues` are counts."""

    id: str
    page_id: str
    source_id: str
    title: str | None
    outlet: str | None
    published: str | None
    statements: int
    issues: int


class StatementRow(Record, frozen=True, kw_only=True):
    """A statement with its article and its date; `date_basis` says where the date is from."""

    article_id: str
    article_title: str | None
    outlet: str | None
    published: str | None
    date: str | None
    date_basis: DateBasis
    statement: Statement


class IssueRow(Record, frozen=True, kw_only=True):
    """Something that went wrong; `page_id` is None when nothing could be read."""

    page_id: str | None
    source_id: str
    article_id: str | None
    code: str
    detail: str


class Wanted(Record, frozen=True, kw_only=True):
    """Which statements are wanted; dates are ISO, both ends included; `confidence` is the least."""

    text: str = ""
    speaker: str | None = None
    act: Act | None = None
    article_id: str | None = None
    since: str | None = None
    until: str | None = None
    confidence: float | None = None
    order: Literal["date", "article"] = "date"


class Counts(Record, frozen=True, kw_only=True):
    """How much the workspace holds; rejected statements are not counted."""

    pages: int
    articles: int
    statements: int
    issues: int
    decisions: int
    removed: int


class DecisionAnchor(Record, frozen=True, kw_only=True):
    """The words a decision is about, to find them again; offsets count code points."""

    quote: str
    prefix: str
    suffix: str
    start: int
    end: int
    text_sha256: str


class Decision(Record, frozen=True, kw_only=True):
    """What a human decided about one record of a reading; `target` is its id at that time."""

    id: str
    article_id: str
    kind: Literal["statement"]
    target: str
    action: Action
    field: str | None = None
    value: str | None = None
    anchor: DecisionAnchor
    by: str
    at: str


class DecisionRow(Record, frozen=True, kw_only=True):
    """A decision and whether it still holds; `target` is the id of the record today.

    `how` says how its words were found again; a moved decision is kept and not applied.
    """

    decision: Decision
    state: DecisionState
    target: str
    how: AnchorHow | None = None


class ReadingVersion(Record, frozen=True, kw_only=True):
    """One version of the reading of an article, the current one included."""

    article_id: str
    version: int
    made_at: str
    text_sha256: str
    versions: Versions


class RemovedRow(Record, frozen=True, kw_only=True):
    """The trace of a removed page."""

    page_id: str
    source_id: str
    sha256: str
    removed: str
    reason: str
