-- Near-copies: sketches, clusters, what was merged; and rules that give tags.

-- What an article's text is compared by (text/shingles.py): how many different runs of words it
-- has, and the lowest of their hashes, four bytes each. Derived; a change of the text removes it,
-- and so the article waits to be compared again.
CREATE TABLE article_sketches (
    article_pk  INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    runs        INTEGER NOT NULL CHECK (runs >= 0),
    hashes      BLOB    NOT NULL,
    keys        TEXT    NOT NULL CHECK (json_valid(keys)),
    is_compared INTEGER NOT NULL DEFAULT 0 CHECK (is_compared IN (0, 1))
) STRICT;

CREATE INDEX article_sketches_to_compare ON article_sketches (article_pk) WHERE is_compared = 0;

-- The keys of every sketch, by which articles that may be copies are found.
CREATE TABLE sketch_keys (
    hash       INTEGER NOT NULL,
    article_pk INTEGER NOT NULL,
    PRIMARY KEY (hash, article_pk)
) STRICT, WITHOUT ROWID;

-- Which articles were found to be copies of one another, and how much of the shorter one stands
-- in the longer, in thousandths. `part_pk` is the shorter one where it is less than half.
CREATE TABLE copy_pairs (
    a_pk       INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    b_pk       INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    similarity INTEGER NOT NULL CHECK (similarity BETWEEN 0 AND 1000),
    part_pk    INTEGER CHECK (part_pk IN (a_pk, b_pk)),
    PRIMARY KEY (a_pk, b_pk),
    CHECK (a_pk < b_pk)
) STRICT, WITHOUT ROWID;

CREATE INDEX copy_pairs_by_b ON copy_pairs (b_pk, a_pk);

-- The clusters that follow from the pairs and the refusals; named by their lowest article_pk.
CREATE TABLE duplicate_members (
    article_pk INTEGER PRIMARY KEY REFERENCES articles (pk) ON DELETE CASCADE,
    cluster    INTEGER NOT NULL
) STRICT;

CREATE INDEX duplicate_members_by_cluster ON duplicate_members (cluster, article_pk);

-- Articles of which the analyst said that they are no copies of one another.
CREATE TABLE refused_copies (
    a_pk       INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    b_pk       INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    created_at TEXT    NOT NULL,
    PRIMARY KEY (a_pk, b_pk),
    CHECK (a_pk < b_pk)
) STRICT, WITHOUT ROWID;

CREATE INDEX refused_copies_by_b ON refused_copies (b_pk, a_pk);

-- No foreign key ties keys and pairs to the sketch they were made from, so triggers do.
CREATE TRIGGER article_sketches_removed AFTER DELETE ON article_sketches BEGIN
    DELETE FROM sketch_keys
    WHERE article_pk = old.article_pk AND hash IN (SELECT value FROM json_each(old.keys));
    DELETE FROM copy_pairs WHERE a_pk = old.article_pk;
    DELETE FROM copy_pairs WHERE b_pk = old.article_pk;
END;

CREATE TRIGGER article_texts_no_longer_as_sketched AFTER UPDATE OF body ON article_texts
WHEN old.body IS NOT new.body BEGIN
    DELETE FROM article_sketches WHERE article_pk = new.article_pk;
END;

-- The citekey of an article that was merged into another goes on naming that one.
CREATE TABLE citekey_aliases (
    citekey    TEXT    PRIMARY KEY COLLATE NOCASE CHECK (citekey <> ''),
    article_pk INTEGER NOT NULL REFERENCES articles (pk) ON DELETE CASCADE,
    created_at TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX citekey_aliases_by_article ON citekey_aliases (article_pk);

-- Articles that match this query get this tag.
CREATE TABLE tag_rules (
    pk           INTEGER PRIMARY KEY,
    uid          TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    query        TEXT    NOT NULL CHECK (query <> ''),
    tag          TEXT    NOT NULL CHECK (tag <> ''),
    is_automatic INTEGER NOT NULL DEFAULT 0 CHECK (is_automatic IN (0, 1)),
    created_at   TEXT    NOT NULL,
    updated_at   TEXT    NOT NULL
) STRICT;
