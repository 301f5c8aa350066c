-- What became of facts, and what the analyst ruled on them.

-- The day since which the status holds; without one, the time of the event that set it tells.
ALTER TABLE facts ADD COLUMN status_as_of TEXT;

-- Each change of a fact with its reason; `before` is what the fact said until then (JSON,
-- store/fact_events.py).
CREATE TABLE fact_events (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    fact_pk    INTEGER NOT NULL REFERENCES facts (pk) ON DELETE CASCADE,
    kind       TEXT    NOT NULL
               CHECK (kind IN ('edited', 'superseded', 'disputed', 'retracted', 'reinstated',
                               'evidence')),
    reason     TEXT    NOT NULL DEFAULT '',
    before     TEXT    NOT NULL CHECK (json_valid(before)),
    created_at TEXT    NOT NULL
) STRICT;

CREATE INDEX fact_events_by_fact ON fact_events (fact_pk, pk);

-- Pairs of facts that look as if they contradicted one another and do not, with the reason.
CREATE TABLE conflict_rulings (
    a_pk       INTEGER NOT NULL REFERENCES facts (pk) ON DELETE CASCADE,
    b_pk       INTEGER NOT NULL REFERENCES facts (pk) ON DELETE CASCADE,
    reason     TEXT    NOT NULL,
    created_at TEXT    NOT NULL,
    PRIMARY KEY (a_pk, b_pk),
    CHECK (a_pk < b_pk)
) STRICT, WITHOUT ROWID;

CREATE INDEX conflict_rulings_by_b ON conflict_rulings (b_pk, a_pk);

-- Sentences that stay as they are although what they cite changed. `words` is the sentence as it
-- then stood, `state` what was cited as it then was (services/rippling.py): when either changes,
-- the ruling no longer holds.
CREATE TABLE kept_sentences (
    pk         INTEGER PRIMARY KEY,
    uid        TEXT    NOT NULL UNIQUE CHECK (uid <> ''),
    memo_pk    INTEGER NOT NULL REFERENCES memos (pk) ON DELETE CASCADE,
    key        TEXT    NOT NULL,
    words      TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    created_at TEXT    NOT NULL,
    UNIQUE (memo_pk, key, words)
) STRICT;
