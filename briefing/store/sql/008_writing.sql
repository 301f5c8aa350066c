-- What writing needs: the pictures of memos. Own words and snippets are settings of the library.

-- A picture is named in a memo's text by its key. It stays when the text lets go of it: an undo, or
-- an older version of the memo, must find it again.
CREATE TABLE pictures (
    pk INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    sha256 TEXT NOT NULL UNIQUE,
    data BLOB NOT NULL,
    added_at TEXT NOT NULL
);
