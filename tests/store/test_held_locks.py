"""The locks of an open library: what another program does when they are there, and when not."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no lock is lost there")

_LOOK = """
import sqlite3, sys
from contextlib import closing
with closing(sqlite3.connect(sys.argv[1])) as connection:
    print(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
"""


def test_another_program_leaves_the_log_after_the_file_was_closed_by_others(
    tmp_path: Path,
) -> None:
    path = tmp_path / "desk.briefing"
    with Library.create(path) as library:
        add_articles(library, make_article(1))
        _look_into_files(tmp_path)
        library.changed_outside()
        assert _count_from_outside(path) == 1  # it comes, looks and goes
        add_articles(library, make_article(2))
        assert path.with_name(path.name + "-wal").exists()
        assert _count_from_outside(path) == 2
    assert _count_from_outside(path) == 2


def test_locks_are_not_in_the_way_of_one_that_comes_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.briefing"
    with Library.create(path) as library:
        library.changed_outside()
        add_articles(library, make_article(1))
        library.changed_outside()
    assert not path.with_name(path.name + "-wal").exists()  # folded back into the file
    with Library.open(path) as library:
        library.changed_outside()
        add_articles(library, make_article(2))
    assert _count_from_outside(path) == 2


def _look_into_files(folder: Path) -> None:
    """Read the first bytes of every file, as a file dialog does to tell its kind."""
    for path in folder.iterdir():
        with path.open("rb") as file:
            file.read(64)


def _count_from_outside(path: Path) -> int:
    command = [sys.executable, "-c", _LOOK, str(path)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
