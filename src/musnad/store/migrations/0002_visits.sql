-- What `musnad follow` knows of the addresses it asked.

CREATE TABLE visit (                -- what `musnad follow` knows of an address it asked
    url  TEXT PRIMARY KEY,
    json TEXT NOT NULL              -- JSON of Visit
);
