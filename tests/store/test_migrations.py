"""Numbered migrations: upgrading an older library after a copy, refusing a newer one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import LibraryError, NewerLibraryError
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.store.migrations import SQL_FOLDER, migrations, statements
from tests.store.records import add_articles, check_index, make_article


@pytest.fixture
def sql(tmp_path: Path) -> Path:
    """Return a folder with the migrations of today, to which a test adds those of tomorrow."""
    return Path(shutil.copytree(SQL_FOLDER, tmp_path / "sql"))


def _add(sql: Path, name: str, script: str) -> None:
    number = len(list(sql.glob("*.sql"))) + 1
    (sql / f"{number:03d}_{name}.sql").write_text(script, encoding="utf-8")


def _version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [one.number for one in migrations()] == list(range(1, len(migrations()) + 1))


def test_gap_in_the_numbers_is_our_own_fault(sql: Path) -> None:
    (sql / "009_later.sql").write_text("SELECT 1;")
    with pytest.raises(FileNotFoundError):
        migrations(sql)


def test_older_library_is_upgraded_after_a_copy(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "my #1 desk.briefing"
    with Library.create(path) as library:
        (article,) = add_articles(library, make_article())
    older = _version(path)
    _add(sql, "mood", "ALTER TABLE articles ADD COLUMN mood TEXT; -- a; comment\n")
    _add(sql, "places", "CREATE TABLE places (pk INTEGER PRIMARY KEY, name TEXT) STRICT;")
    with Library.open(path, sql=sql) as library:
        assert articles.get(library.reader(), article.uid) == article
        assert library.reader().execute("SELECT mood FROM articles").fetchone() == (None,)
        check_index(library)
    assert _version(path) == older + 2
    copy = tmp_path / f"my #1 desk.before-v{older + 2}.briefing"
    assert _version(copy) == older
    with Library.open(copy) as library:
        assert articles.get(library.reader(), article.uid) == article


def test_copy_of_an_earlier_upgrade_is_kept(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    newer = _version(path) + 1
    earlier = tmp_path / f"a.before-v{newer}.briefing"
    earlier.write_text("precious")
    _add(sql, "mood", "ALTER TABLE articles ADD COLUMN mood TEXT;")
    Library.open(path, sql=sql).close()
    assert earlier.read_text() == "precious"
    assert (tmp_path / f"a.before-v{newer}-2.briefing").exists()


def test_current_library_is_opened_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    Library.open(path).close()
    assert list(tmp_path.iterdir()) == [path]


def test_migration_that_fails_leaves_the_version_before_it(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        add_articles(library, make_article())
    older = _version(path)
    _add(
        sql,
        "good",
        "CREATE TABLE good (a TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;",
    )
    _add(sql, "bad", "CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);")
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Library.open(path, sql=sql)
    assert _version(path) == older + 1
    with closing(sqlite3.connect(path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert "good" in names
    assert "half" not in names


def test_migration_that_breaks_references_is_taken_back(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        add_articles(library, make_article())
    older = _version(path)
    _add(sql, "careless", "DELETE FROM articles;")  # references are off while tables are rebuilt
    with pytest.raises(LibraryError, match="refers to records that are not there"):
        Library.open(path, sql=sql)
    assert _version(path) == older
    with Library.open(path) as library:
        assert articles.count(library.reader()) == 1


def test_newer_library_is_refused_with_what_to_do(tmp_path: Path, sql: Path) -> None:
    path = tmp_path / "a.briefing"
    _add(sql, "later", "CREATE TABLE later (a TEXT) STRICT;")
    Library.create(path, sql=sql).close()
    before = path.read_bytes()
    with pytest.raises(NewerLibraryError, match="Install the newest Briefing"):
        Library.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.glob("*.briefing")) == [path]


def test_statements_are_cut_at_their_ends_only() -> None:
    script = (
        "-- one; two\nCREATE TABLE a (b TEXT DEFAULT ';');\n"
        "CREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  DELETE FROM a;\nEND;\n"
        "DROP TABLE z; CREATE TABLE y (b); -- and; the end"
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in statements("CREATE TABLE z (a);\n" + script):
            connection.execute(statement)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    assert names == {"y", "a", "t"}
