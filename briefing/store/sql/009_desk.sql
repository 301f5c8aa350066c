-- What the desk needs: templates of the library, named versions.

-- A version that the analyst gave a name is kept for good; one that was sent tells to whom.
ALTER TABLE memo_versions ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE memo_versions ADD COLUMN sent_to TEXT NOT NULL DEFAULT '';
ALTER TABLE memo_versions ADD COLUMN sent_at TEXT;
