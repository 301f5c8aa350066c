"""The library file: making, opening, refusing, reading and writing it from several threads."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing.errors import LibraryError, NotFoundError, SearchInterrupted
from briefing.store import articles, library_settings
from briefing.store.connections import APPLICATION_ID
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from tests.store.records import add_articles, add_memo, check_index, make_article, make_memo

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


def test_failed_write_changes_nothing(library: Library) -> None:
    def work(connection: sqlite3.Connection) -> None:
        articles.add(connection, make_article())
        raise NotFoundError("gone")

    with pytest.raises(NotFoundError, match="gone"):
        library.write("Add", work)
    assert articles.count(library.reader()) == 0
    assert library.undo_label == ""
    check_index(library)


def test_write_inside_a_write_is_part_of_it(library: Library) -> None:
    one, two = make_article(1), make_article(2)

    def failing(connection: sqlite3.Connection) -> None:
        articles.add(connection, two)
        raise NotFoundError("inner")

    def work(connection: sqlite3.Connection) -> None:
        articles.add(connection, one)
        with pytest.raises(NotFoundError, match="inner"):
            library.write("Inner", failing)

    library.write("Outer", work)
    assert articles.count(library.reader()) == 1
    assert library.undo_label == "Outer"
    assert library.undo()
    assert articles.count(library.reader()) == 0


def test_reader_cannot_write(library: Library) -> None:
    with pytest.raises(LibraryError, match="cannot be written"):
        library.reader().execute("DELETE FROM articles")


def test_each_thread_has_its_own_reader(library: Library) -> None:
    mine = library.reader()
    assert library.reader() is mine
    with ThreadPoolExecutor(2) as pool:
        others = [pool.submit(library.reader).result() for _ in range(2)]
    assert all(other is not mine for other in others)


def test_many_threads_write_and_read(library: Library) -> None:
    def work(number: int) -> int:
        add_articles(library, make_article(number))
        return articles.count(library.reader())

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(work, range(40)))
    assert max(counts) == articles.count(library.reader()) == 40
    check_index(library)


def test_closed_library_says_so(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "a.briefing")
    library.reader()
    library.close()
    library.close()
    with pytest.raises(LibraryError, match="closed"):
        library.reader()
    with pytest.raises(LibraryError, match="closed"):
        library.write("Late", lambda _: None)


@pytest.mark.parametrize("pause", [0, 0.001, 0.02])
def test_closing_stops_a_reader_at_work(tmp_path: Path, pause: float) -> None:
    library = Library.create(tmp_path / "a.briefing")
    started = threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

    def read() -> None:
        reader = library.reader()
        started.set()
        reader.execute(endless).fetchall()

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read)
        started.wait()
        time.sleep(pause)  # before the statement, or while it runs
        library.close()
        with pytest.raises(SearchInterrupted):
            reading.result()


def test_waiting_writes_are_finished_before_closing(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    library = Library.create(path)
    gate = threading.Event()
    with ThreadPoolExecutor(4) as pool:
        pool.submit(library.write, "Wait", lambda _: gate.wait(5))
        writes = [pool.submit(add_articles, library, make_article(n)) for n in range(3)]
        gate.set()
        for write in writes:
            write.result()
        library.close()
    with Library.open(path) as again:
        assert articles.count(again.reader()) == 3


def test_steps_that_belong_together_are_undone_together(library: Library) -> None:
    step = Step("Import 3 files")
    for number in range(3):
        article = make_article(number)
        library.write(step, lambda c, article=article: articles.add(c, article))
    assert library.undo_label == "Import 3 files"
    undone = library.undo()
    assert undone
    assert len(undone[1].articles) == 3
    assert articles.count(library.reader()) == 0
    assert library.undo() is None
    assert library.redo()
    assert articles.count(library.reader()) == 3


def test_typing_is_saved_between_two_parts_of_an_import(library: Library) -> None:
    memo = add_memo(library, make_memo())
    step = Step("Import")
    library.write(step, lambda c: articles.add(c, make_article(1)))
    library.write("Type", lambda c: library_settings.put(c, "a", "b"), undoable=False)
    library.write(step, lambda c: articles.add(c, make_article(2)))
    assert library.undo()
    assert articles.count(library.reader()) == 0
    assert library.undo_label == "New memo"
    assert memo


OTHER_PROCESS = """
import sys
from pathlib import Path
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article
with Library.open(Path(sys.argv[1])) as library:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        add_articles(library, make_article(number))
"""


def _other_process(path: Path, first: int, end: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", OTHER_PROCESS, str(path), str(first), str(end)]
    return subprocess.Popen(command, cwd=Path(__file__).resolve().parents[2])


def test_two_processes_write_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        other = _other_process(path, 100, 130)
        for number in range(30):
            add_articles(library, make_article(number))
        assert other.wait(60) == 0
        assert articles.count(library.reader()) == 60
        check_index(library)


def test_change_of_another_process_is_noticed_once(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        add_articles(library, make_article(1))
        assert not library.changed_outside()
        assert _other_process(path, 2, 3).wait(60) == 0
        assert library.changed_outside()
        assert not library.changed_outside()
        add_articles(library, make_article(3))
        assert not library.changed_outside()


def test_step_from_before_a_change_outside_is_not_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library, Library.open(path) as other:
        (article,) = add_articles(library, make_article(1))
        other.write("Elsewhere", lambda c: articles.mark(c, [article.uid], {"usage": "used"}))
        assert library.undo() is None
        assert articles.get(library.reader(), article.uid).usage == "used"
        add_articles(library, make_article(2))
        assert library.undo()
        assert articles.count(library.reader()) == 1


def test_library_that_another_program_locks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.briefing"
    monkeypatch.setattr("briefing.store.connections.WRITER_PATIENCE", 0.05)
    with Library.create(path) as library, Library.open(path) as other:
        locked, done = threading.Event(), threading.Event()

        def hold(_: sqlite3.Connection) -> None:
            locked.set()
            done.wait(10)

        with ThreadPoolExecutor(1) as pool:
            holding = pool.submit(other.write, "Hold", hold)
            locked.wait()
            with pytest.raises(LibraryError, match="Another program is writing"):
                add_articles(library, make_article())
            done.set()
            holding.result()
        add_articles(library, make_article())


def test_full_disk_is_told_and_nothing_is_lost(library: Library) -> None:
    add_articles(library, make_article(1))

    def limit(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size instead

    library.write("Limit", limit, undoable=False)
    with pytest.raises(LibraryError, match="disk is full"):
        add_articles(library, make_article(2, body="word " * 100_000))
    assert articles.count(library.reader()) == 1
    check_index(library)
    assert library.undo()
    assert articles.count(library.reader()) == 0


def test_backup_is_a_whole_library_in_one_file(tmp_path: Path) -> None:
    target = tmp_path / "copies" / "b #1.briefing"
    target.parent.mkdir()
    with Library.create(tmp_path / "a.briefing") as library:
        (article,) = add_articles(library, make_article())
        library.backup(target)
        library.backup(target)
        assert list(target.parent.iterdir()) == [target]
        with pytest.raises(LibraryError, match="cannot replace the library itself"):
            library.backup(library.path)
        with pytest.raises(LibraryError, match="cannot be written"):
            library.backup(tmp_path / "nowhere" / "b.briefing")
    with Library.open(target) as copy:
        assert articles.get(copy.reader(), article.uid) == article
        check_index(copy)
