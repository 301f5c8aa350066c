"""Libraries are made and opened by any name, and what is none is refused untouched."""

import os
import sqlite3
import sys
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.store import articles
from briefing.store.connections import APPLICATION_ID
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

ODD_NAMES = [
    "with space.briefing",
    "hash#tag.briefing",
    "question?mode=ro.briefing",
    "per%41cent.briefing",
    "ünï-codé-中文.briefing",
    "quote'\".briefing",
    "emoji 🗞.briefing",
    "no suffix",
]


@pytest.mark.skipif(os.name == "nt", reason="Windows allows fewer names")
@pytest.mark.parametrize("name", ODD_NAMES)
def test_name_with_odd_characters_is_made_and_opened(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with Library.create(path) as library:
        (article,) = add_articles(library, make_article())
    with Library.open(path) as library:
        assert articles.get(library.reader(), article.uid) == article
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_name_of_bytes_that_are_no_utf8_is_made_and_opened(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.briefing")
    try:
        Library.create(path).close()
    except LibraryError:
        pytest.skip("this file system takes only UTF-8")
    Library.open(path).close()


def test_relative_path_stays_valid_when_the_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Library.create(Path("a.briefing")) as library:
        (tmp_path / "other").mkdir()
        monkeypatch.chdir(tmp_path / "other")
        assert articles.count(library.reader()) == 0


def test_file_says_what_it_is_in_its_header(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path):
        header = path.read_bytes()[:100]  # while it is open, with the log beside it
    assert header.startswith(b"SQLite format 3\0")
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") >= 1


def test_creating_over_a_file_is_refused_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    path.write_text("mine")
    with pytest.raises(LibraryError, match="there already"):
        Library.create(path)
    assert path.read_text() == "mine"


def test_creating_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="folder that is there"):
        Library.create(tmp_path / "nowhere" / "a.briefing")


def test_creating_with_a_nul_in_the_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Library.create(tmp_path / "a\0b.briefing")
    with pytest.raises(LibraryError):
        Library.open(tmp_path / "a\0b.briefing")


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 1234")
    connection.execute("CREATE TABLE t (a)")
    connection.commit()
    connection.close()


REFUSED = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("---\ntitle: not a library\n---\n" * 20),
    "zip": lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 200),
    "other program": _foreign,
    "cut short": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "magic and noise": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_library_is_refused_untouched(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.briefing"
    REFUSED[kind](path)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a Briefing library"):
        Library.open(path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_folder_and_missing_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is a folder"):
        Library.open(tmp_path)
    with pytest.raises(LibraryError, match="There is no library"):
        Library.open(tmp_path / "a.briefing")
    assert not (tmp_path / "a.briefing").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no pipes among files")
def test_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.briefing")
    with pytest.raises(LibraryError, match="not a Briefing library"):
        Library.open(tmp_path / "a.briefing")


def test_damaged_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xa5" * 3996  # the page that lists the tables
    path.write_bytes(data)
    with pytest.raises(LibraryError, match="damaged"):
        Library.open(path)


def test_library_without_its_tables_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE memo_texts")
    connection.close()
    with pytest.raises(LibraryError, match="missing; go back to a backup"):
        Library.open(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_read_only_file_and_folder_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    path.chmod(0o444)
    with pytest.raises(LibraryError, match="is read-only"):
        Library.open(path)
    path.chmod(0o644)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(LibraryError, match="folder of"):
            Library.open(path)
    finally:
        tmp_path.chmod(0o755)


def test_read_only_file_is_told_before_sqlite_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    monkeypatch.setattr(os, "access", lambda target, _mode: Path(target) != path)
    with pytest.raises(LibraryError, match="is read-only"):
        Library.open(path)
    monkeypatch.setattr(os, "access", lambda target, _mode: Path(target) != tmp_path)
    with pytest.raises(LibraryError, match="folder of"):
        Library.open(path)
