"""The library file: read and written by several threads and processes, locked, full, closed."""

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
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from tests.store.records import add_articles, add_memo, check_index, make_article, make_memo


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
