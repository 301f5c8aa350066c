"""A library of the first version is searched as a new one after its upgrade."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from briefing.services.searching import Searching
from briefing.store import integrity, sort_ids
from briefing.store.library_file import Library
from briefing.store.migrations import SQL_FOLDER, migrate

OLDER = """
INSERT INTO articles (pk, uid, sort_id, citekey, title, published, created_at, updated_at)
VALUES (1, 'a', {first}, 'opec2025', 'On OPEC+', '2025-01-01', '2025-01-01T00:00:00.000000Z',
        '2025-01-01T00:00:00.000000Z'),
       (2, 'b', {second}, 'opec2024', 'On OPEC', '2025-01-01', '2025-01-01T00:00:00.000000Z',
        '2025-01-01T00:00:00.000000Z');
INSERT INTO article_texts (sort_id, article_pk, title, publisher, authors, tags, body, meta)
VALUES ({first}, 1, 'On OPEC+', '', '', '', 'OPEC+ met 👍 in हिन्दी.', '\ue000a'),
       ({second}, 2, 'On OPEC', '', '', '', 'OPEC met.', '\ue000a');
INSERT INTO facts (pk, uid, key, statement, kind, created_at, updated_at)
VALUES (1, 'f', '7k2', 'OPEC+ met.', 'event', '2025-01-01T00:00:00.000000Z',
        '2025-01-01T00:00:00.000000Z');
INSERT INTO fact_texts (fact_pk, statement, quotes, tags) VALUES (1, 'OPEC+ met.', '', '');
INSERT INTO memos (pk, uid, slug, template, created_at)
VALUES (1, 'm', 'oil', 'decision-memo', '2025-01-01T00:00:00.000000Z');
INSERT INTO memo_texts (memo_pk, fields, body, updated_at)
VALUES (1, '[["subject", "On oil"]]', 'OPEC+ met.', '2025-01-01T00:00:00.000000Z');
"""


def _library_of_version_1(folder: Path) -> Path:
    sql = folder / "sql"
    sql.mkdir()
    shutil.copy(SQL_FOLDER / "001_initial.sql", sql)
    path = folder / "old.briefing"
    first = sort_ids.first_of(date(2025, 1, 1).toordinal())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrate(connection, sql)
        connection.executescript(OLDER.format(first=first, second=first + 64))
    return path


def test_what_was_collected_before_is_found(tmp_path: Path) -> None:
    path = _library_of_version_1(tmp_path)
    with Library.open(path) as library:
        searching = Searching(library)
        for line in ("OPEC+", "👍", "हिंदी", "title:opec+"):
            found = [hit.article.citekey for hit in searching.search(line).hits]
            assert found == ["opec2025"], line
        assert len(searching.search("opec meeting").hits) == 0
        assert len(searching.search("opec").hits) == 2
        assert [hit.fact.key for hit in searching.facts('"OPEC+ met"').hits] == ["7k2"]
        assert [hit.memo.slug for hit in searching.memos("opec+ title:oil").hits] == ["oil"]
        assert library.write("Check", integrity.findings, undoable=False) == ()
