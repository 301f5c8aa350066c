"""Rows of a library of so many articles: taking them in, finding them again, saving one."""

import random
import sqlite3
import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from briefing.services.desk import Desk, create_desk
from tests.bench.corpus import build_corpus, long_memo, real_text
from tests.bench.timing import Row, budget_row, each_ms, percentile

PAGE = 20
MS_A_FILE = 0.6  # 60 s for 100,000


def library_rows(folder: Path, size: int) -> Iterator[Row]:
    """Yield the rows of import, search and save; the library stands under the folder."""
    corpus = build_corpus(folder / f"corpus-{size}", size)
    path = folder / f"library-{size}.briefing"
    for old in folder.glob(path.name + "*"):
        old.unlink()
    plain = _PlainIndex(folder / f"plain-{size}.sqlite")
    with create_desk(path) as desk:
        yield _import_row(desk, plain, corpus, size)
        yield from _search_rows(desk, plain)
        yield from _save_rows(desk, plain)
    plain.close()


class _PlainIndex:
    """What one would write in an afternoon: FTS5 with the text in it, ordered by a date column."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        self._db.execute("CREATE VIRTUAL TABLE articles USING fts5(day UNINDEXED, title, body)")
        self._db.execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, note TEXT)")
        self._db.execute("INSERT INTO notes VALUES (1, '')")

    def fill(self, corpus: Path) -> None:
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO articles VALUES (?, ?, ?)", _plain_rows(corpus))
        self._db.execute("COMMIT")

    def search(self, words: str, order: str) -> list[object]:
        return self._db.execute(
            "SELECT title, day, snippet(articles, 2, '[', ']', '…', 16) FROM articles"
            f" WHERE articles MATCH ? ORDER BY {order} LIMIT ?",
            (words, PAGE),
        ).fetchall()

    def save(self, text: str) -> None:
        self._db.execute("UPDATE notes SET note = ? WHERE id = 1", (text,))

    def close(self) -> None:
        self._db.close()


def _plain_rows(corpus: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(corpus.rglob("*.txt")):
        head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
        fields = dict(line.split(": ", 1) for line in head.splitlines()[1:])
        yield fields["url"][20:30], fields["title"], body


def _import_row(desk: Desk, plain: _PlainIndex, corpus: Path, size: int) -> Row:
    started = time.perf_counter()
    report = desk.collecting.import_paths([corpus])
    ours = (time.perf_counter() - started) * 1000
    outcomes = statistics.multimode(outcome.outcome for outcome in report.outcomes)
    if len(report.outcomes) < size:
        raise RuntimeError(f"only {len(report.outcomes)} of {size} files were seen: {outcomes}")
    floor = each_ms([partial(plain.fill, corpus)])[0]
    what = f"import of {size:,} text files"
    return budget_row(what, ours, size * MS_A_FILE, "FTS5 filled, nothing else", floor)


def _queries() -> list[str]:
    chance = random.Random(59)
    words = [
        word.lower()
        for paragraph in chance.sample(real_text().paragraphs, 60)
        for word in paragraph.split()
        if word.isalpha() and word.isascii() and len(word) > 3
    ]
    single = chance.sample(words, 60)
    pairs = [" ".join(chance.sample(words, 2)) for _ in range(40)]
    return ["the", "government", "policy", *single, *pairs]


def _search_rows(desk: Desk, plain: _PlainIndex) -> Iterator[Row]:
    queries = _queries()
    filtered = [f"{query} usage:shortlisted" for query in queries[:20]]
    typed = [query[:end] for query in queries[:40] for end in range(1, len(query) + 1)]
    prefixes = [f"{word}*" for word in typed if " " not in word]

    def ours(lines: list[str], sort: str) -> list[float]:
        return each_ms(
            partial(desk.searching.search, line, sort=sort, limit=PAGE) for line in lines
        )

    def theirs(lines: list[str], order: str) -> list[float]:
        return each_ms(partial(plain.search, line, order) for line in lines)

    ours(queries[:20], "date")
    times, peers = ours(queries + filtered, "date"), theirs(queries, "day DESC")
    yield _share_row("first page, newest first", 0.5, times, 3, "FTS5 by a date column", peers)
    yield _share_row("first page, newest first", 0.99, times, 16, "FTS5 by a date column", peers)
    times, peers = ours(typed, "date"), theirs(prefixes, "day DESC")
    yield _share_row("the same, letter by letter", 0.95, times, 16, "FTS5 prefix*, by date", peers)
    yield _share_row("the same, letter by letter", 0.99, times, 50, "FTS5 prefix*, by date", peers)
    times, peers = ours(queries, "relevance"), theirs(queries, "rank")
    yield _share_row("first page, by relevance", 0.99, times, 50, "FTS5 by bm25", peers)


def _share_row(
    what: str, share: float, times: list[float], limit: float, peer: str, peers: list[float]
) -> Row:
    label = f"{what}, p{round(share * 100)}"
    return budget_row(label, percentile(times, share), limit, peer, percentile(peers, share))


def _save_rows(desk: Desk, plain: _PlainIndex) -> Iterator[Row]:
    text = long_memo(5)
    floor = percentile(each_ms([partial(plain.save, text)] * 100), 0.99)
    uids = [hit.article.uid for hit in desk.searching.search("", limit=100).hits]
    notes = each_ms(partial(desk.triage.set_note, uid, text) for uid in uids)
    template = desk.drafting.templates()[0]
    memo, _ = desk.drafting.new_memo(template.name, {"subject": "Saving"})
    bodies = [f"{text}\n\nSentence {number}." for number in range(100)]
    memos = each_ms(partial(desk.drafting.save, memo.uid, memo.fields, body) for body in bodies)
    name = "one UPDATE of as much text"
    yield budget_row("save of one article's note, p99", percentile(notes, 0.99), 20, name, floor)
    yield budget_row("save of a memo of 5 pages, p99", percentile(memos, 0.99), 20, name, floor)
