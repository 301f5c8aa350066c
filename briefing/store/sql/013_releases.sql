-- The releases of memos: which version left as which file, when, and to whom.
CREATE TABLE memo_releases (
    pk INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    memo_pk INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version > 0),
    version_hash TEXT NOT NULL, -- SHA-256 of the version's fields and text
    file_name TEXT NOT NULL, -- without its folder
    file_hash TEXT NOT NULL, -- SHA-256 of the file's bytes
    recipients TEXT NOT NULL,
    options TEXT NOT NULL, -- JSON: what the file was asked to be
    waivers TEXT NOT NULL, -- JSON: pairs of a check that was open and the reason why it could be
    released_at TEXT NOT NULL
);
CREATE INDEX memo_releases_memo ON memo_releases (memo_pk, pk);
