-- What collecting from every kind of file needs: a colour, page starts, and dates that a reader
-- found on the page itself. The check on date_origin cannot be altered, so the table is rebuilt.

CREATE TABLE new_articles (
    pk          INTEGER PRIMARY KEY,
    uid         TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    -- (minutes since 2000) * 64 + sequence: see store/sort_ids.py. Only the index refers to it.
    sort_id     INTEGER NOT NULL UNIQUE,
    citekey     TEXT    NOT NULL UNIQUE COLLATE NOCASE CHECK (citekey <> ''),
    title       TEXT    NOT NULL,
    url         TEXT    NOT NULL DEFAULT '',
    publisher   TEXT    NOT NULL DEFAULT '',
    authors     TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(authors)),
    published   TEXT,
    date_origin TEXT    NOT NULL DEFAULT '' CHECK (date_origin IN ('', 'given', 'url', 'page')),
    accessed    TEXT,
    language    TEXT    NOT NULL DEFAULT '',
    summary     TEXT    NOT NULL DEFAULT '',
    usage       TEXT    NOT NULL DEFAULT 'candidate'
                CHECK (usage IN ('candidate', 'shortlisted', 'used', 'rejected')),
    rank        INTEGER,
    reliability TEXT    NOT NULL DEFAULT ''
                CHECK (reliability IN ('', 'A', 'B', 'C', 'D', 'E', 'F')),
    credibility INTEGER CHECK (credibility BETWEEN 1 AND 6),
    note        TEXT    NOT NULL DEFAULT '',
    colour      TEXT    NOT NULL DEFAULT ''
                CHECK (colour IN ('', 'red', 'orange', 'yellow', 'green', 'blue', 'purple')),
    fields      TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(fields)),
    -- Where pages begin: [[code point in the body, label], ...]
    pages       TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(pages)),
    created_at  TEXT    NOT NULL,
    updated_at  TEXT    NOT NULL
) STRICT;

INSERT INTO new_articles (
    pk, uid, sort_id, citekey, title, url, publisher, authors, published, date_origin, accessed,
    language, summary, usage, rank, reliability, credibility, note, fields, created_at, updated_at
)
SELECT pk, uid, sort_id, citekey, title, url, publisher, authors, published, date_origin, accessed,
       language, summary, usage, rank, reliability, credibility, note, fields, created_at, updated_at
FROM articles;

DROP TABLE articles;
ALTER TABLE new_articles RENAME TO articles;

CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
-- Unranked ones last.
CREATE INDEX articles_by_rank ON articles (coalesce(rank, 9223372036854775807), sort_id DESC);
CREATE INDEX articles_by_created ON articles (created_at, sort_id DESC);
CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, sort_id DESC);
-- Covers the facets, so that they never touch the rows themselves.
CREATE INDEX articles_for_facets ON articles (sort_id, pk, usage, publisher);

-- What a file said of its article when it was last imported (JSON, services/file_saying.py), so
-- that its next state is compared with it and the file itself need not be read again; and what
-- a PDF holds before it was cleaned (zlib of UTF-8).
ALTER TABLE originals ADD COLUMN said TEXT NOT NULL DEFAULT '';
ALTER TABLE originals ADD COLUMN raw_text BLOB;

-- Earlier states of an article with the files they came from: what its address, or an article
-- that was merged into it, said before. `reason` says what took its place.
CREATE TABLE article_versions (
    pk           INTEGER PRIMARY KEY,
    uid          TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    article_pk   INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    title        TEXT    NOT NULL,
    body         TEXT    NOT NULL,
    pages        TEXT    NOT NULL CHECK (json_valid(pages)),
    published    TEXT,
    date_origin  TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    collected_at TEXT    NOT NULL,
    replaced_at  TEXT    NOT NULL,
    name         TEXT    NOT NULL DEFAULT '',
    media_type   TEXT    NOT NULL DEFAULT '',
    sha256       TEXT    NOT NULL DEFAULT '',
    size         INTEGER NOT NULL DEFAULT 0,
    packing      TEXT    NOT NULL DEFAULT 'none' CHECK (packing IN ('none', 'zlib')),
    data         BLOB,
    said         TEXT    NOT NULL DEFAULT '',
    raw_text     BLOB
) STRICT;

CREATE INDEX article_versions_by_article ON article_versions (article_pk, pk);
CREATE INDEX article_versions_by_sha256 ON article_versions (sha256) WHERE sha256 <> '';
