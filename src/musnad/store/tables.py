"""The tables of schema.sql by name, for SQLAlchemy Core; a test compares them with it."""

from sqlalchemy import column, table
from sqlalchemy.sql.expression import TableClause


def _table(name: str, columns: str) -> TableClause:
    return table(name, *(column(one) for one in columns.split()))


MIGRATION = _table("migration", "version name applied_at")
PAGE = _table("page", "id source_id name format given sha256 added versions failed fetched feed")
PAGE_HISTORY = _table("page_history", "page_id number name given sha256 added fetched feed basis")
SIGHTING = _table("sighting", "page_id name given sha256")
ARTICLE = _table(
    "article", "id page_id place source_id title outlet published statements issues keys"
)
READING = _table("reading", "article_id version made_at text_sha256 json")
READING_HISTORY = _table("reading_history", "article_id version page_id made_at text_sha256 json")
STATEMENT = _table(
    "statement",
    "article_id number id start date date_basis speaker speaker_keys act content keys"
    " confidence json rejected",
)
RECORD = _table("record", "id kind article_id")
ISSUE = _table("issue", "number page_id article_id source_id code detail")
DECISION = _table("decision", "id page_id article_id at state target json how")
REMOVED = _table("removed", "number page_id source_id sha256 removed reason")
UNWANTED = _table("unwanted", "sha256")
VISIT = _table("visit", "url json")
OLDER_READING = _table(
    "older_reading", "page_id number place article_id version made_at text_sha256 json"
)
PAGE_LINE = _table("page_line", "page_id site keys used")
SITE = _table("site", "name pages keys stale")

TABLES = (
    MIGRATION, PAGE, PAGE_HISTORY, SIGHTING, ARTICLE, READING, READING_HISTORY, STATEMENT,
    RECORD, ISSUE, DECISION, REMOVED, UNWANTED, VISIT, OLDER_READING, PAGE_LINE, SITE,
)  # fmt: skip
