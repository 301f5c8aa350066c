-- What reviews of memos need.

-- A review: what Word files that came back would change in one version of a memo, as it was read
-- when they came (model/memo_review.py). AUTOINCREMENT: it comes outside undo, so no pk comes again.
CREATE TABLE reviews (
    pk         INTEGER PRIMARY KEY AUTOINCREMENT,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    version    INTEGER NOT NULL CHECK (version > 0),
    is_closed  INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
    changes    TEXT    NOT NULL CHECK (json_valid(changes)),
    threads    TEXT    NOT NULL CHECK (json_valid(threads)),
    warnings   TEXT    NOT NULL CHECK (json_valid(warnings)),
    created_at TEXT    NOT NULL,
    updated_at TEXT    NOT NULL
) STRICT;

CREATE INDEX reviews_by_memo ON reviews (memo_pk, pk);

-- The files of a review, byte for byte.
CREATE TABLE review_files (
    pk         INTEGER PRIMARY KEY AUTOINCREMENT,
    review_pk  INTEGER NOT NULL REFERENCES reviews (pk) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    sha256     TEXT    NOT NULL CHECK (length(sha256) = 64),
    size       INTEGER NOT NULL CHECK (size >= 0),
    packing    TEXT    NOT NULL CHECK (packing IN ('none', 'zlib')),
    data       BLOB    NOT NULL
) STRICT;

CREATE INDEX review_files_by_review ON review_files (review_pk, pk);
CREATE INDEX review_files_by_sha256 ON review_files (sha256);

-- What was decided about a change or a conflict, by its number in the review. `words` takes the
-- place of the file's where it is there; `side` names whose words were taken.
CREATE TABLE review_decisions (
    review_pk INTEGER NOT NULL REFERENCES reviews (pk) ON DELETE CASCADE,
    kind      TEXT    NOT NULL CHECK (kind IN ('change', 'conflict')),
    number    INTEGER NOT NULL CHECK (number > 0),
    verdict   TEXT    NOT NULL,
    side      INTEGER NOT NULL DEFAULT 0,
    words     TEXT,
    about     TEXT    NOT NULL DEFAULT '', -- what the conflict was when it was settled
    PRIMARY KEY (review_pk, kind, number)
) STRICT, WITHOUT ROWID;

-- The changes that were written into the memo. They come and go with the step that wrote them.
CREATE TABLE review_applied (
    review_pk INTEGER NOT NULL REFERENCES reviews (pk) ON DELETE CASCADE,
    number    INTEGER NOT NULL CHECK (number > 0),
    PRIMARY KEY (review_pk, number)
) STRICT, WITHOUT ROWID;

-- What the analyst did about comments. `thread` names a comment in every copy of the file that it
-- comes back in, so it holds for later rounds too.
CREATE TABLE thread_answers (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    thread     TEXT    NOT NULL CHECK (thread <> ''),
    author     TEXT    NOT NULL DEFAULT '',
    words      TEXT    NOT NULL CHECK (words <> ''),
    created_at TEXT    NOT NULL
) STRICT;

CREATE INDEX thread_answers_by_memo ON thread_answers (memo_pk, thread, pk);

CREATE TABLE thread_rulings (
    memo_pk     INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    thread      TEXT    NOT NULL CHECK (thread <> ''),
    is_resolved INTEGER NOT NULL CHECK (is_resolved IN (0, 1)),
    PRIMARY KEY (memo_pk, thread)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_tasks (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    thread     TEXT    NOT NULL DEFAULT '',
    author     TEXT    NOT NULL DEFAULT '', -- whose comment it came from
    anchor     TEXT    NOT NULL DEFAULT '', -- the words that were commented on
    words      TEXT    NOT NULL CHECK (words <> ''),
    is_done    INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1)),
    created_at TEXT    NOT NULL
) STRICT;

CREATE INDEX review_tasks_by_memo ON review_tasks (memo_pk, pk);
