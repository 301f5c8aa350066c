-- Memos are found by the search line. A memo is saved as it is typed, and a long one takes longer to
-- index than a save may; so a save only notes that the memo waits, and it is indexed when memos are
-- searched next (store/memo_index.py).

-- What the search index holds of a memo; derived. `date` is the front matter's, ISO 8601, or empty.
CREATE TABLE memo_words (
    memo_pk INTEGER PRIMARY KEY REFERENCES memos (pk) ON DELETE CASCADE,
    title   TEXT NOT NULL,
    fields  TEXT NOT NULL,
    body    TEXT NOT NULL,
    date    TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE memo_fts USING fts5 (
    title, fields, body,
    content = 'memo_words', content_rowid = 'memo_pk',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);

CREATE TRIGGER memo_words_added AFTER INSERT ON memo_words BEGIN
    INSERT INTO memo_fts (rowid, title, fields, body)
    VALUES (new.memo_pk, new.title, new.fields, new.body);
END;

CREATE TRIGGER memo_words_removed AFTER DELETE ON memo_words BEGIN
    INSERT INTO memo_fts (memo_fts, rowid, title, fields, body)
    VALUES ('delete', old.memo_pk, old.title, old.fields, old.body);
END;

CREATE TRIGGER memo_words_changed AFTER UPDATE ON memo_words BEGIN
    INSERT INTO memo_fts (memo_fts, rowid, title, fields, body)
    VALUES ('delete', old.memo_pk, old.title, old.fields, old.body);
    INSERT INTO memo_fts (rowid, title, fields, body)
    VALUES (new.memo_pk, new.title, new.fields, new.body);
END;

-- Memos whose words the index does not hold as they are.
CREATE TABLE memos_waiting (
    memo_pk INTEGER PRIMARY KEY REFERENCES memos (pk) ON DELETE CASCADE
) STRICT;

INSERT INTO memos_waiting (memo_pk) SELECT memo_pk FROM memo_texts;

CREATE TRIGGER memo_texts_added AFTER INSERT ON memo_texts BEGIN
    INSERT INTO memos_waiting (memo_pk) VALUES (new.memo_pk) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER memo_texts_changed AFTER UPDATE OF fields, body ON memo_texts BEGIN
    INSERT INTO memos_waiting (memo_pk) VALUES (new.memo_pk) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER memos_renamed AFTER UPDATE OF slug ON memos BEGIN
    INSERT INTO memos_waiting (memo_pk) VALUES (new.pk) ON CONFLICT DO NOTHING;
END;
