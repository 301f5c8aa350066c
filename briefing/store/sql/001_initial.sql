-- The tables of a library. Every record has a uid that is the same in every copy of the library;
-- pk is for joins inside one file only. Times are UTC, ISO 8601. Lists are JSON.

CREATE TABLE articles (
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
    date_origin TEXT    NOT NULL DEFAULT '' CHECK (date_origin IN ('', 'given', 'url')),
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
    fields      TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(fields)),
    created_at  TEXT    NOT NULL,
    updated_at  TEXT    NOT NULL
) STRICT;

CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';
-- Unranked ones last.
CREATE INDEX articles_by_rank ON articles (coalesce(rank, 9223372036854775807), sort_id DESC);
CREATE INDEX articles_by_created ON articles (created_at, sort_id DESC);
CREATE INDEX articles_by_title ON articles (title COLLATE NOCASE, sort_id DESC);
-- Covers the facets, so that they never touch the rows themselves.
CREATE INDEX articles_for_facets ON articles (sort_id, pk, usage, publisher);

-- The text of an article, and what the search index holds of it. `body` is the article's own;
-- every other column is derived (store/article_index.py). `body_words` stands in for the body
-- in the index where its script has to be cut into words first (store/index_words.py).
CREATE TABLE article_texts (
    sort_id    INTEGER PRIMARY KEY,
    article_pk INTEGER NOT NULL UNIQUE REFERENCES articles (pk) ON DELETE CASCADE,
    title      TEXT    NOT NULL,
    publisher  TEXT    NOT NULL,
    authors    TEXT    NOT NULL,
    tags       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    body_words TEXT,
    meta       TEXT    NOT NULL
) STRICT;

CREATE VIEW article_index AS
SELECT sort_id, title, publisher, authors, tags, coalesce(body_words, body) AS body, meta
FROM article_texts;

-- Marks (M*) belong to words: without them an Indic or Thai word falls apart at its vowels.
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, publisher, authors, tags, body, meta,
    content = 'article_index', content_rowid = 'sort_id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

-- Rows of article_texts that the index does not hold at this moment; empty at every commit. FTS5
-- writes out what it gathered whenever a statement begins that may be rolled back alone, as every
-- row's would; so a transaction's rows wait here and are indexed by one statement at its end.
CREATE TABLE index_pending (
    sort_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER article_texts_added AFTER INSERT ON article_texts BEGIN
    INSERT INTO index_pending (sort_id) VALUES (new.sort_id);
END;

CREATE TRIGGER article_texts_removed AFTER DELETE ON article_texts BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, publisher, authors, tags, body, meta)
    SELECT 'delete', old.sort_id, old.title, old.publisher, old.authors, old.tags,
           coalesce(old.body_words, old.body), old.meta
    WHERE NOT EXISTS (SELECT 1 FROM index_pending WHERE sort_id = old.sort_id);
    DELETE FROM index_pending WHERE sort_id = old.sort_id;
END;

CREATE TRIGGER article_texts_changed AFTER UPDATE ON article_texts BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, publisher, authors, tags, body, meta)
    SELECT 'delete', old.sort_id, old.title, old.publisher, old.authors, old.tags,
           coalesce(old.body_words, old.body), old.meta
    WHERE NOT EXISTS (SELECT 1 FROM index_pending WHERE sort_id = old.sort_id);
    DELETE FROM index_pending WHERE sort_id = old.sort_id;
    INSERT INTO index_pending (sort_id) VALUES (new.sort_id);
END;

-- The file that an article came from, byte for byte.
CREATE TABLE originals (
    article_pk INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    size       INTEGER NOT NULL CHECK (size >= 0),
    packing    TEXT    NOT NULL CHECK (packing IN ('none', 'zlib')),
    data       BLOB    NOT NULL
) STRICT;

CREATE INDEX originals_by_sha256 ON originals (sha256);
CREATE INDEX originals_by_name ON originals (name);

-- Where an article was collected from: the fingerprint of a file's path (the path itself would
-- tell about a person's machine) with the bytes it then had, and web addresses. An import knows
-- by these what it has seen (store/article_places.py).
CREATE TABLE article_places (
    place      TEXT    PRIMARY KEY CHECK (place <> ''),
    article_pk INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    sha256     TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX article_places_by_article ON article_places (article_pk);

-- A tag is a path; `folded` makes it one whatever its case (store/tags.py).
CREATE TABLE tags (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE CHECK (uid <> ''),
    path       TEXT NOT NULL CHECK (path <> ''),
    folded     TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE article_tags (
    article_pk INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    tag_pk     INTEGER NOT NULL REFERENCES tags (pk) ON DELETE CASCADE,
    PRIMARY KEY (article_pk, tag_pk)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_tags_by_tag ON article_tags (tag_pk, article_pk);

CREATE TABLE facts (
    pk            INTEGER PRIMARY KEY,
    uid           TEXT NOT NULL UNIQUE CHECK (uid <> ''),
    key           TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (key <> ''),
    statement     TEXT NOT NULL,
    kind          TEXT NOT NULL
                  CHECK (kind IN ('event', 'figure', 'quotation', 'decision', 'claim', 'date')),
    value         TEXT,
    unit          TEXT NOT NULL DEFAULT '',
    as_of         TEXT,
    status        TEXT NOT NULL DEFAULT 'current'
                  CHECK (status IN ('current', 'disputed', 'superseded', 'retracted')),
    superseded_by INTEGER REFERENCES facts (pk) ON DELETE SET NULL,
    confidence    TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
    created_at    TEXT NOT NULL,
    updated_at    TEXT NOT NULL
) STRICT;

CREATE INDEX facts_by_superseded ON facts (superseded_by) WHERE superseded_by IS NOT NULL;

CREATE TABLE fact_tags (
    fact_pk INTEGER NOT NULL REFERENCES facts (pk) ON DELETE CASCADE,
    tag_pk  INTEGER NOT NULL REFERENCES tags (pk) ON DELETE CASCADE,
    PRIMARY KEY (fact_pk, tag_pk)
) STRICT, WITHOUT ROWID;

CREATE INDEX fact_tags_by_tag ON fact_tags (tag_pk, fact_pk);

-- What a fact rests on: the words of one article, with what stood around them.
CREATE TABLE evidence (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    fact_pk    INTEGER NOT NULL REFERENCES facts (pk) ON DELETE CASCADE,
    article_pk INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    quote      TEXT    NOT NULL,
    prefix     TEXT    NOT NULL DEFAULT '',
    suffix     TEXT    NOT NULL DEFAULT '',
    start      INTEGER NOT NULL CHECK (start >= 0),
    page       TEXT    NOT NULL DEFAULT '',
    state      TEXT    NOT NULL DEFAULT 'exact'
               CHECK (state IN ('exact', 'moved', 'ambiguous', 'lost')),
    created_at TEXT    NOT NULL,
    updated_at TEXT    NOT NULL
) STRICT;

CREATE INDEX evidence_by_fact ON evidence (fact_pk);
CREATE INDEX evidence_by_article ON evidence (article_pk, fact_pk);

-- What the search index holds of a fact; derived (store/fact_index.py).
CREATE TABLE fact_texts (
    fact_pk   INTEGER PRIMARY KEY REFERENCES facts (pk) ON DELETE CASCADE,
    statement TEXT NOT NULL,
    quotes    TEXT NOT NULL,
    tags      TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE fact_fts USING fts5 (
    statement, quotes, tags,
    content = 'fact_texts', content_rowid = 'fact_pk',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

CREATE TRIGGER fact_texts_added AFTER INSERT ON fact_texts BEGIN
    INSERT INTO fact_fts (rowid, statement, quotes, tags)
    VALUES (new.fact_pk, new.statement, new.quotes, new.tags);
END;

CREATE TRIGGER fact_texts_removed AFTER DELETE ON fact_texts BEGIN
    INSERT INTO fact_fts (fact_fts, rowid, statement, quotes, tags)
    VALUES ('delete', old.fact_pk, old.statement, old.quotes, old.tags);
END;

CREATE TRIGGER fact_texts_changed AFTER UPDATE ON fact_texts BEGIN
    INSERT INTO fact_fts (fact_fts, rowid, statement, quotes, tags)
    VALUES ('delete', old.fact_pk, old.statement, old.quotes, old.tags);
    INSERT INTO fact_fts (rowid, statement, quotes, tags)
    VALUES (new.fact_pk, new.statement, new.quotes, new.tags);
END;

CREATE TABLE memos (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE CHECK (uid <> ''),
    slug       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (slug <> ''),
    template   TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- A memo's text is a row of its own, because it is saved as it is typed, outside undo.
CREATE TABLE memo_texts (
    memo_pk    INTEGER PRIMARY KEY REFERENCES memos (pk) ON DELETE CASCADE,
    fields     TEXT NOT NULL CHECK (json_valid(fields)),
    body       TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

-- AUTOINCREMENT: versions outlive an undo, so a number that was used must not come again.
CREATE TABLE memo_versions (
    pk         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    number     INTEGER NOT NULL CHECK (number > 0),
    reason     TEXT    NOT NULL,
    fields     TEXT    NOT NULL CHECK (json_valid(fields)),
    body       TEXT    NOT NULL,
    created_at TEXT    NOT NULL,
    UNIQUE (memo_pk, number)
) STRICT;

-- Findings that the analyst waved aside, each with the reason given.
CREATE TABLE dismissals (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    rule       TEXT    NOT NULL,
    place      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    created_at TEXT    NOT NULL,
    UNIQUE (memo_pk, rule, place)
) STRICT;

-- Which sentence of a memo cites what (code points of the memo's body); derived.
CREATE TABLE sentence_sources (
    memo_pk INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    start   INTEGER NOT NULL,
    end     INTEGER NOT NULL,
    key     TEXT    NOT NULL,
    PRIMARY KEY (memo_pk, start, end, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX sentence_sources_by_key ON sentence_sources (key, memo_pk);

CREATE TABLE saved_searches (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT NOT NULL UNIQUE CHECK (uid <> ''),
    name       TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
    query      TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
