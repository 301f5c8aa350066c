"""Rows of a memo that came back: a Word file of 50 pages with 300 changes, beside pandoc.

Ours and pandoc's are processor times, so that the table says the same on a busy machine.
"""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage

from briefing.model.export_options import ExportOptions
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import Review
from briefing.review.comparing.word_compare import compared
from briefing.review.reading.word_reading import read_reviewed
from briefing.services.desk import Desk, open_desk
from tests.bench.returned_memo import PAGES, ReturnedMemo, returned_memo
from tests.bench.timing import Row, budget_row

REPEATS = 5


def review_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of reading, comparing, opening in a library, looking over and applying."""
    memo = returned_memo(folder)
    pandoc = _pandoc_ms(memo.returned) if shutil.which("pandoc") else None
    yield from _reading_rows(memo, pandoc)
    yield from _library_rows(memo, folder, pandoc)


def _row(what: str, ours: float, pandoc: float | None, limit: float | None = None) -> Row:
    """Return a row beside pandoc, whose time is the limit of what does no more than it does."""
    name = "pandoc --track-changes=all" if pandoc else "pandoc is not installed"
    return budget_row(f"{what} (CPU)", ours, limit or pandoc or ours, name, pandoc)


def _reading_rows(memo: ReturnedMemo, pandoc: float | None) -> Iterator[Row]:
    sent, data = memo.sent.read_bytes(), memo.returned.read_bytes()
    found = read_reviewed(data, memo.returned.name)
    said = f"{len(found.revisions)} changes in {PAGES} pages"
    alone = _ours(memo, str(memo.returned), "--json")
    yield _row(f"{said} listed, a process", _cpu_ms(partial(_run, alone), RUSAGE_CHILDREN), pandoc)
    yield _row("the same, read", _cpu_ms(partial(read_reviewed, data, "returned.docx")), pandoc)
    original = read_reviewed(sent, "sent.docx")
    together = _cpu_ms(lambda: compared(original, read_reviewed(data, "returned.docx")))
    yield _row("the same, compared with what was sent", together, pandoc)


def _library_rows(memo: ReturnedMemo, folder: Path, pandoc: float | None) -> Iterator[Row]:
    """Yield the rows of one review; that of opening is of new processes, each with a new copy."""
    copy = folder / "opened.briefing"
    opening = _ours(memo, str(copy), str(memo.returned))
    times: list[float] = []
    for _ in range(4):
        _copy(memo.library, copy)
        times.append(_spent(partial(_run, opening), RUSAGE_CHILDREN))
    own = statistics.median(times[1:])
    yield _row("opened, looked over and listed, a process", own, pandoc, 2200)
    _copy(memo.library, copy)
    with open_desk(copy) as desk:
        opened = _spent(lambda: desk.reviewing.open([memo.returned]))
        yield _row("opened in a library", opened, pandoc, 800)
        yield from _review_rows(desk, memo, desk.reviewing.reviews()[0], pandoc)


def _review_rows(
    desk: Desk, memo: ReturnedMemo, review: Review, pandoc: float | None
) -> Iterator[Row]:
    reviewing = desk.reviewing
    placed = [one for one in review.content.changes if one.edits]
    looked = _spent(lambda: reviewing.flags(review.uid))
    yield _row("what wants a look, found", looked, pandoc, 600)
    middle = placed[len(placed) // 2].number
    again = _cpu_ms(lambda: reviewing.flags_near(review.uid, {middle}))
    yield budget_row("the same, in the sentence of one decision (CPU)", again, 100, "", None)
    decisions = {one.number: Decision(Verdict.ACCEPTED) for one in placed}
    reviewing.decide(review.uid, decisions)
    yield budget_row(
        f"{len(placed)} accepted changes merged (CPU)",
        _cpu_ms(partial(reviewing.preview, review.uid)),
        100,
        "",
        None,
    )
    yield budget_row(
        "the same, applied", _spent(lambda: reviewing.apply(review.uid)), 500, "", None
    )
    target = memo.sent.with_name("redline.docx")
    options = ExportOptions(redline=1)
    redline = _spent(lambda: desk.publishing.export(memo.memo_uid, target, options))
    plain = _spent(lambda: desk.publishing.export(memo.memo_uid, target))
    yield budget_row("sent back as a redline (CPU)", redline, 1200, "ours without a redline", plain)


def _ours(memo: ReturnedMemo, *arguments: str) -> list[str]:
    """Return our command line, its modules kept compiled as those of an installed program are."""
    compiled = f"pycache_prefix={memo.library.parent / 'compiled'}"
    return [sys.executable, "-X", compiled, "-m", "briefing", "review", *arguments]


def _copy(library: Path, copy: Path) -> None:
    for old in copy.parent.glob(copy.name + "*"):
        old.unlink()
    shutil.copy(library, copy)


def _run(command: Sequence[str]) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)


def _pandoc_ms(path: Path) -> float:
    command = ["pandoc", "--track-changes=all", "-t", "json", str(path)]
    return _cpu_ms(partial(_run, command), RUSAGE_CHILDREN)


def _cpu_ms(call: Callable[[], object], whose: int = RUSAGE_SELF) -> float:
    """Return the median processor time of a call, warm, in milliseconds."""
    call()
    return statistics.median(_spent(call, whose) for _ in range(REPEATS))


def _spent(call: Callable[[], object], whose: int = RUSAGE_SELF) -> float:
    before = getrusage(whose)
    call()
    after = getrusage(whose)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
