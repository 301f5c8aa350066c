"""A program that is killed while it writes leaves a whole library behind."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.store import articles, integrity
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

ROOT = Path(__file__).resolve().parents[2]

IN_A_TRANSACTION = """
import sys, time
from pathlib import Path
from briefing.store import article_index, articles
from briefing.store.library_file import Library
from tests.store.records import make_article
library = Library.open(Path(sys.argv[1]))
def work(connection):
    for number in range(10, 200):
        articles.add(connection, make_article(number, body="word " * 2000))
    article_index.flush(connection)  # the log is longer than the cache by now
    print("ready", flush=True)
    time.sleep(60)
library.write("Import", work)
"""

WITHOUT_CLOSING = """
import os, sys
from pathlib import Path
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article
library = Library.open(Path(sys.argv[1]))
add_articles(library, make_article(2))
print("ready", flush=True)
os._exit(9)
"""


def _run(script: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def _wait_until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout
    assert process.stdout.readline().strip() == "ready"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killed_in_a_transaction_keeps_what_stood_before(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        (article,) = add_articles(library, make_article(1))
    with _run(IN_A_TRANSACTION, path) as process:
        _wait_until_ready(process)
        process.send_signal(signal.SIGKILL)
        process.wait()
    with Library.open(path) as library:
        assert articles.count(library.reader()) == 1
        assert articles.get(library.reader(), article.uid) == article
        assert library.write("Check", integrity.findings, undoable=False) == ()
    assert [one.name for one in tmp_path.iterdir()] == ["a.briefing"]


def test_ended_without_closing_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        add_articles(library, make_article(1))
    with _run(WITHOUT_CLOSING, path) as process:
        _wait_until_ready(process)
        process.wait()
    assert path.with_name("a.briefing-wal").stat().st_size  # the log was not folded back
    with Library.open(path) as library:
        assert articles.count(library.reader()) == 2
        assert library.write("Check", integrity.findings, undoable=False) == ()
