-- The search index at a million articles. What an article's words are and what its labels are (tags,
-- usage, rank …) go into the same index, so that one expression asks for both; but they are kept
-- apart, so that a change of labels touches nothing of the text (store/label_index.py).

DROP TRIGGER article_texts_added;
DROP TRIGGER article_texts_removed;
DROP TRIGGER article_texts_changed;
DROP TABLE article_fts;
DROP VIEW article_index;
DROP TABLE index_pending;
DROP INDEX articles_for_facets;

-- What the index holds of an article besides its body; derived (store/article_heads.py). `tags` are
-- the words of its tags and `meta` its labels, both written as tokens that no text can hold.
CREATE TABLE article_heads (
    article_pk INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    title      TEXT    NOT NULL,
    publisher  TEXT    NOT NULL,
    authors    TEXT    NOT NULL,
    tags       TEXT    NOT NULL,
    meta       TEXT    NOT NULL
) STRICT;

INSERT INTO article_heads (article_pk, title, publisher, authors, tags, meta)
SELECT article_pk, title, publisher, authors, '', '' FROM article_texts;

ALTER TABLE article_texts DROP COLUMN title;
ALTER TABLE article_texts DROP COLUMN publisher;
ALTER TABLE article_texts DROP COLUMN authors;
ALTER TABLE article_texts DROP COLUMN tags;
ALTER TABLE article_texts DROP COLUMN meta;

CREATE VIEW article_index AS
SELECT t.sort_id AS sort_id, h.title AS title, h.publisher AS publisher, h.authors AS authors,
       coalesce(t.body_words, t.body) AS body, h.tags AS tags, h.meta AS meta
FROM article_texts AS t JOIN article_heads AS h ON h.article_pk = t.article_pk;

-- Marks (M*) belong to words: without them an Indic or Thai word falls apart at its vowels.
CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, publisher, authors, body, tags, meta,
    content = 'article_index', content_rowid = 'sort_id',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

-- Bytes that it gathers before it writes them out: a thousand articles at once, so that an import
-- leaves few parts that have to be merged.
INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 16777216);
-- Parts are merged by us, when nobody waits (store/index_upkeep.py).
INSERT INTO article_fts (article_fts, rank) VALUES ('automerge', 0);
INSERT INTO article_fts (article_fts, rank) VALUES ('crisismerge', 500);

-- Rows of article_texts that the index does not hold at this moment; empty at every commit, but for
-- this upgrade, after which the library fills the index when it is opened. FTS5 writes out what it
-- gathered whenever a statement begins that may be rolled back alone, as every row's would; so a
-- transaction's rows wait here and are indexed by one statement at its end.
CREATE TABLE index_pending (
    sort_id INTEGER PRIMARY KEY
) STRICT;

INSERT INTO index_pending (sort_id) SELECT sort_id FROM article_texts;

-- Words that left the index in this transaction and have to be taken from the dictionary.
CREATE TABLE index_gone (
    words TEXT NOT NULL
) STRICT;

-- The dictionary: in how many articles a word of the index stands, as the index folds it.
CREATE TABLE terms (
    term TEXT    PRIMARY KEY,
    docs INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Parts of the dictionary, from a word up to another, that have to be made again from the index: after
-- many articles at once, whose words are not counted one by one (store/terms.py).
CREATE TABLE terms_behind (
    low  TEXT PRIMARY KEY,
    high TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which facets an article counts for, as one number, so that a million are counted without reading
-- the articles themselves; derived (store/facet_sets.py). `tags` are the pks of its tags.
CREATE TABLE facet_sets (
    code      INTEGER PRIMARY KEY,
    usage     TEXT NOT NULL,
    publisher TEXT NOT NULL,
    tags      TEXT NOT NULL,
    UNIQUE (usage, publisher, tags)
) STRICT;

CREATE TABLE article_facets (
    sort_id INTEGER PRIMARY KEY REFERENCES articles (sort_id) ON DELETE CASCADE ON UPDATE CASCADE,
    code    INTEGER NOT NULL
) STRICT;

CREATE TRIGGER article_texts_added AFTER INSERT ON article_texts BEGIN
    INSERT INTO index_pending (sort_id) VALUES (new.sort_id);
END;

-- Before the row of an article goes, since its text and its head go with it in no certain order.
CREATE TRIGGER articles_leave_index BEFORE DELETE ON articles BEGIN
    INSERT INTO index_leaving SELECT sort_id FROM article_texts WHERE article_pk = old.pk;
END;

CREATE TRIGGER article_texts_leave_index BEFORE DELETE ON article_texts BEGIN
    INSERT INTO index_leaving VALUES (old.sort_id);
END;

CREATE TRIGGER article_texts_removed AFTER DELETE ON article_texts BEGIN
    DELETE FROM index_pending WHERE sort_id = old.sort_id;
END;

CREATE TRIGGER article_texts_change BEFORE UPDATE OF sort_id, body, body_words ON article_texts
BEGIN
    INSERT INTO index_leaving VALUES (old.sort_id);
END;

CREATE TRIGGER article_texts_moved AFTER UPDATE OF sort_id ON article_texts BEGIN
    UPDATE index_pending SET sort_id = new.sort_id WHERE sort_id = old.sort_id;
END;

CREATE TRIGGER article_heads_leave_index BEFORE DELETE ON article_heads BEGIN
    INSERT INTO index_leaving SELECT sort_id FROM article_texts WHERE article_pk = old.article_pk;
END;

CREATE TRIGGER article_heads_change BEFORE UPDATE OF title, publisher, authors ON article_heads
BEGIN
    INSERT INTO index_leaving SELECT sort_id FROM article_texts WHERE article_pk = old.article_pk;
END;

-- A view that nothing is in: a row written to it takes an article out of the index.
CREATE VIEW index_leaving AS SELECT sort_id FROM index_pending WHERE 0;

CREATE TRIGGER index_leaves INSTEAD OF INSERT ON index_leaving
WHEN NOT EXISTS (SELECT 1 FROM index_pending WHERE sort_id = new.sort_id) BEGIN
    INSERT INTO index_gone (words)
    SELECT title || char(10) || publisher || char(10) || authors || char(10) || body || char(10)
           || tags FROM article_index WHERE sort_id = new.sort_id;
    INSERT INTO article_fts (article_fts, rowid, title, publisher, authors, body, tags, meta)
    SELECT 'delete', sort_id, title, publisher, authors, body, tags, meta
    FROM article_index WHERE sort_id = new.sort_id;
    INSERT INTO index_pending (sort_id) VALUES (new.sort_id);
END;
