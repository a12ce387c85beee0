-- How pages came, what they were before they changed, and what their sites repeat.

ALTER TABLE page ADD COLUMN fetched TEXT;         -- JSON of Fetched; null when no network was used
ALTER TABLE page ADD COLUMN feed TEXT;            -- JSON of FeedItem
ALTER TABLE page_history ADD COLUMN fetched TEXT;
ALTER TABLE page_history ADD COLUMN feed TEXT;
ALTER TABLE page_history ADD COLUMN basis TEXT;   -- what its readings were made by; null: not read
ALTER TABLE decision ADD COLUMN how TEXT;         -- how its words were found again

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
