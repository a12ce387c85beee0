-- The truth about musnad.sqlite. Change it together with a new file in migrations/.

CREATE TABLE migration (            -- one row for each file of migrations/ that was applied
    version    INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

CREATE TABLE page (                 -- a page as received; its bytes are in pages/ab/<sha256>.zst
    id        TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    name      TEXT NOT NULL,
    format    TEXT,
    given     TEXT NOT NULL,        -- JSON of Given
    sha256    TEXT NOT NULL,
    added     TEXT NOT NULL,
    versions  TEXT,                 -- JSON of Versions; null when no reading was made
    failed    INTEGER NOT NULL,     -- 1 when the last try to read it failed
    fetched   TEXT,                 -- JSON of Fetched; null when no network was used
    feed      TEXT                  -- JSON of FeedItem
);
CREATE INDEX page_sha256 ON page (sha256);

CREATE TABLE page_history (         -- what a page was before it changed, and states that never were current
    page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    name    TEXT NOT NULL,
    given   TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    added   TEXT NOT NULL,
    fetched TEXT,
    feed    TEXT,
    basis   TEXT,                   -- what its readings were made by; null: not read
    PRIMARY KEY (page_id, number)
);
CREATE INDEX page_history_sha256 ON page_history (sha256);

CREATE TABLE sighting (             -- under which names the bytes of a page came in
    page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    given   TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    PRIMARY KEY (page_id, name)
);
CREATE INDEX sighting_name ON sighting (name);

CREATE TABLE article (              -- what lists show; `keys` is the folded text
    id         TEXT PRIMARY KEY,
    page_id    TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,    -- on the page, from 0
    source_id  TEXT NOT NULL,
    title      TEXT,
    outlet     TEXT,
    published  TEXT,
    statements INTEGER NOT NULL,
    issues     INTEGER NOT NULL,
    keys       TEXT NOT NULL
);
CREATE INDEX article_page ON article (page_id);

CREATE TABLE reading (              -- the machine's reading, without human decisions
    article_id  TEXT PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    version     INTEGER NOT NULL,   -- from 1
    made_at     TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    json        BLOB NOT NULL       -- zstd
);

CREATE TABLE reading_history (      -- readings that newer ones replaced
    article_id  TEXT NOT NULL,
    version     INTEGER NOT NULL,
    page_id     TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    made_at     TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    json        BLOB NOT NULL,
    PRIMARY KEY (article_id, version)
);
CREATE INDEX reading_history_page ON reading_history (page_id);

CREATE TABLE statement (            -- one row a statement, human decisions applied
    article_id   TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    id           TEXT NOT NULL,
    start        INTEGER NOT NULL,
    date         TEXT,
    date_basis   TEXT NOT NULL,
    speaker      TEXT NOT NULL,
    speaker_keys TEXT NOT NULL,     -- folded
    act          TEXT NOT NULL,
    content      TEXT NOT NULL,
    keys         TEXT NOT NULL,     -- folded content, source and speaker
    confidence   REAL NOT NULL,
    json         TEXT NOT NULL,
    rejected     INTEGER NOT NULL,
    PRIMARY KEY (article_id, number)
);
CREATE INDEX statement_date ON statement (date);
CREATE INDEX statement_act ON statement (act);

CREATE TABLE record (               -- where each id of a reading is
    id         TEXT NOT NULL,
    kind       TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    PRIMARY KEY (id, kind, article_id)
) WITHOUT ROWID;
CREATE INDEX record_article ON record (article_id);

CREATE TABLE issue (                -- page_id is null when nothing could be read
    number     INTEGER PRIMARY KEY,
    page_id    TEXT REFERENCES page (id) ON DELETE CASCADE,
    article_id TEXT,
    source_id  TEXT NOT NULL,
    code       TEXT NOT NULL,
    detail     TEXT NOT NULL
);
CREATE INDEX issue_page ON issue (page_id);
CREATE INDEX issue_source ON issue (source_id);

CREATE TABLE decision (             -- what a human said about a record
    id         TEXT PRIMARY KEY,
    page_id    TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    at         TEXT NOT NULL,
    state      TEXT NOT NULL,       -- held | moved
    target     TEXT NOT NULL,       -- id of the record today
    json       TEXT NOT NULL,       -- JSON of Decision, as decided
    how        TEXT                 -- how its words were found again
);
CREATE INDEX decision_article ON decision (article_id);
CREATE INDEX decision_page ON decision (page_id);

CREATE TABLE removed (              -- the trace of a page that was removed
    number    INTEGER PRIMARY KEY,
    page_id   TEXT NOT NULL,
    source_id TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    removed   TEXT NOT NULL,
    reason    TEXT NOT NULL
);

CREATE TABLE unwanted (             -- raw bytes that a removal has still to delete
    sha256 TEXT PRIMARY KEY
);

CREATE TABLE visit (                -- what `musnad follow` knows of an address it asked
    url  TEXT PRIMARY KEY,
    json TEXT NOT NULL              -- JSON of Visit
);

CREATE TABLE older_reading (        -- the readings of what a page was before it changed
    page_id     TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,   -- of page_history
    place       INTEGER NOT NULL,   -- on the page, from 0
    article_id  TEXT NOT NULL,
    version     INTEGER NOT NULL,
    made_at     TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    json        BLOB NOT NULL,      -- zstd
    PRIMARY KEY (page_id, number, place)
);
CREATE INDEX older_reading_article ON older_reading (article_id);

CREATE TABLE page_line (            -- the lines of a page that its site may repeat
    page_id TEXT PRIMARY KEY REFERENCES page (id) ON DELETE CASCADE,
    site    TEXT NOT NULL,
    keys    BLOB NOT NULL,          -- eight bytes a line
    used    TEXT NOT NULL           -- digest of those its reading knew to be repeated
);
CREATE INDEX page_line_site ON page_line (site);

CREATE TABLE site (                 -- what the pages of a site have in common
    name  TEXT PRIMARY KEY,
    pages INTEGER NOT NULL,         -- that were counted
    keys  BLOB NOT NULL,            -- the repeated lines, eight bytes each
    stale INTEGER NOT NULL          -- 1 while pages came or went since
);
