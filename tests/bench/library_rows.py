"""Rows of a library of so many articles: taking them in, finding them again, changing them."""

import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from briefing.model.article import Usage
from briefing.services.desk import Desk, create_desk, open_desk
from briefing.store.index_upkeep import go_on
from briefing.store.library_file import Library
from tests.bench.corpus import build_corpus, long_memo
from tests.bench.library_fill import fill_library
from tests.bench.plain_index import PlainIndex
from tests.bench.search_rows import paging_row, search_rows
from tests.bench.timing import Row, budget_row, each_ms, percentile

MS_A_FILE = 0.6  # 60 s for 100,000
MOST_FILES = 100_000  # beyond, a library is filled without files
LIMIT_MB = 300
SMALL = 10_000
MANY = 10_000  # articles that are changed at once


def library_rows(folder: Path, size: int, fill: str) -> Iterator[Row]:
    """Yield the rows; `fill` is files, direct, or auto for what suits the size."""
    path = folder / f"library-{size}.briefing"
    small = folder / "library-small.briefing"
    beside = folder / f"plain-{size}.sqlite"
    if not small.exists():
        _fill(small, SMALL)
    has_files = fill == "files" or (fill == "auto" and size <= MOST_FILES)
    if has_files:
        _remove(path, beside)
    else:
        if not path.exists():
            _fill(path, size)
        if not beside.exists():
            _fill_plain(path, beside)
    with closing(PlainIndex(beside)) as plain:
        if has_files:
            yield from _import_rows(
                path, build_corpus(folder / f"corpus-{size}", size), size, plain
            )
        with open_desk(path) as desk, open_desk(small) as few:
            yield from search_rows(desk, few, plain, size)
            with Library.open(path) as library:
                yield paging_row(desk, library, plain)
            yield from _save_rows(desk, plain)
            yield from _bulk_rows(desk, plain, min(size, MANY))


def _fill(path: Path, size: int) -> None:
    """Fill a library; it gets its name when it is whole."""
    part = path.with_name(f"part-{path.name}")
    _remove(part)
    fill_library(part, size)
    _settle(part)
    part.rename(path)


def _remove(*paths: Path) -> None:
    """Remove databases with their logs."""
    for path in paths:
        for old in path.parent.glob(path.name + "*"):
            old.unlink()


def _import_rows(path: Path, corpus: Path, size: int, plain: PlainIndex) -> Iterator[Row]:
    with create_desk(path) as desk:
        started = time.perf_counter()
        report = desk.collecting.import_paths([corpus])
        ours = (time.perf_counter() - started) * 1000
        megabytes = _peak_megabytes()
        started = time.perf_counter()
    _settle(path)
    settled = (time.perf_counter() - started) * 1000
    outcomes = statistics.multimode(outcome.outcome for outcome in report.outcomes)
    if len(report.outcomes) < size:
        raise RuntimeError(f"only {len(report.outcomes)} of {size} files were seen: {outcomes}")
    floor = each_ms([partial(plain.fill, _plain_rows(corpus))])[0]
    _fill_marks(path, plain)
    what = f"import of {size:,} text files"
    yield budget_row(what, ours, size * MS_A_FILE, "FTS5 filled, nothing else", floor)
    yield Row(
        "the dictionary made and the index merged after it",
        settled,
        "",
        None,
        "",
        is_kept=True,
    )
    what = f"memory then: {megabytes:.0f} MB"
    yield Row(what, None, "", None, f"≤ {LIMIT_MB} MB", megabytes <= LIMIT_MB)


def _settle(path: Path) -> None:
    """Do what is left to do of the index, as the library does when it rests."""
    with Library.open(path) as library:
        while library.write("Settle", partial(go_on, seconds=0.05), undoable=False):
            pass


def _peak_megabytes() -> float:
    """Return the most memory that this process has taken, where the system tells."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="utf-8").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) / 1024


def _plain_rows(corpus: Path) -> Iterator[tuple[str, str, str]]:
    for path in sorted(corpus.rglob("*.txt")):
        head, body = path.read_text(encoding="utf-8").split("\n---\n", 1)
        fields = dict(line.split(": ", 1) for line in head.splitlines()[1:])
        yield fields["url"][20:30], fields["title"], body


def _fill_plain(path: Path, beside: Path) -> None:
    """Fill the peer from a library; it gets its name when it is whole."""
    part = beside.with_name(f"part-{beside.name}")
    _remove(part)
    with closing(PlainIndex(part)) as plain, Library.open(path) as library:
        plain.fill(
            library.reader().execute(
                "SELECT published, title, body FROM articles JOIN article_texts ON article_pk = pk"
                " ORDER BY pk"
            )
        )
        _fill_marks(path, plain)
    part.rename(beside)


def _fill_marks(path: Path, plain: PlainIndex) -> None:
    with Library.open(path) as library:
        query = "SELECT published, publisher, usage FROM articles ORDER BY pk"
        plain.fill_marks(library.reader().execute(query))


def _save_rows(desk: Desk, plain: PlainIndex) -> Iterator[Row]:
    text = long_memo(5)
    floor = percentile(each_ms([partial(plain.save, text)] * 100), 0.99)
    uids = [hit.article.uid for hit in desk.searching.search("", limit=100).hits]
    notes = each_ms(partial(desk.triage.set_note, uid, text) for uid in uids)
    tags = each_ms(partial(desk.triage.add_tags, [uid], ["bench/one"]) for uid in uids)
    template = desk.drafting.templates()[0]
    memo, _ = desk.drafting.new_memo(template.name, {"subject": "Saving"})
    bodies = [f"{text}\n\nSentence {number}." for number in range(300)]
    memos = each_ms(partial(desk.drafting.save, memo.uid, memo.fields, body) for body in bodies)
    name = "one UPDATE of as much text"
    yield budget_row("save of one article's note, p99", percentile(notes, 0.99), 20, name, floor)
    yield budget_row("save of one article's tag, p99", percentile(tags, 0.99), 20, name, floor)
    yield budget_row("save of a memo of 5 pages, p99", percentile(memos, 0.99), 20, name, floor)


def _bulk_rows(desk: Desk, plain: PlainIndex, count: int) -> Iterator[Row]:
    uids = [hit.article.uid for hit in desk.searching.search("", limit=count).hits]
    set_usage = desk.triage.set_usage
    every = (Usage.REJECTED, Usage.USED, Usage.SHORTLISTED)
    ours = statistics.median(each_ms(partial(set_usage, uids, usage) for usage in every))
    floor = statistics.median(each_ms(partial(plain.mark, usage, count) for usage in every))
    undo = statistics.median(each_ms([desk.safekeeping.undo] * len(every)))
    name = "one UPDATE of a plain table"
    limit = 1_500 * count / MANY
    yield budget_row(f"usage of {count:,} articles at once", ours, limit, name, floor)
    yield budget_row("and undone", undo, 2 * limit, name, floor)
