-- What an exported version said with everything looked up: facts change, what was sent does not.
ALTER TABLE memo_versions ADD COLUMN printed TEXT NOT NULL DEFAULT '';
