"""Rows of a memo on its way out: the Word file beside pandoc, the pages beside typst alone.

Each repeat has a text of its own, so that nothing parsed before is found again.
"""

import shutil
import statistics
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import typst

from briefing.model.memo import Memo
from briefing.paths import resources_dir
from briefing.services.desk import Desk, create_desk
from tests.bench.corpus import long_memo
from tests.bench.timing import Row, budget_row, each_ms, median_ms

REPEATS = 5
PLAIN_PAGE = '#set page(paper: "a4")\n#set text(font: "Source Serif 4", size: 11pt)\n'


def document_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of Word files and of the pages preview."""
    path = folder / "documents.briefing"
    for old in folder.glob(path.name + "*"):
        old.unlink()
    with create_desk(path) as desk:
        for pages, limit in ((10, 80), (200, 550)):
            yield from _word_rows(desk, folder, pages, limit)
        for pages, limit in ((2, 100), (20, 350)):
            yield _pages_row(desk, pages, limit)


def _memos(desk: Desk, pages: int) -> list[Memo]:
    template = desk.drafting.templates()[0]
    memos: list[Memo] = []
    for seed in range(REPEATS + 1):
        memo, _ = desk.drafting.new_memo(template.name, {"subject": f"{pages} pages, {seed}"})
        desk.drafting.save(memo.uid, memo.fields, long_memo(pages, seed))
        memos.append(desk.drafting.memo(memo.uid))
    return memos


def _word_rows(desk: Desk, folder: Path, pages: int, limit: float) -> Iterator[Row]:
    memos = _memos(desk, pages)
    target = folder / "memo.docx"
    times = each_ms(partial(desk.publishing.export, memo.uid, target) for memo in memos)
    ours = statistics.median(times[1:])
    pandoc = _pandoc_ms(folder, memos[0].body) if shutil.which("pandoc") else None
    what = f"Word file of {pages} pages"
    yield budget_row(what, ours, limit, "pandoc" if pandoc else "pandoc is not installed", pandoc)
    if pandoc and pages == 200:
        yield Row(
            "the same, five times as fast as pandoc",
            ours,
            "pandoc",
            pandoc,
            "≤ 0.20",
            ours * 5 <= pandoc,
        )


def _pandoc_ms(folder: Path, markdown: str) -> float:
    source = folder / "memo-for-pandoc.md"
    source.write_text(markdown, encoding="utf-8")
    command = ["pandoc", str(source), "-o", str(folder / "pandoc.docx")]
    return median_ms(partial(subprocess.run, command, check=True), 3)


def _pages_row(desk: Desk, pages: int, limit: float) -> Row:
    memos = _memos(desk, pages)
    times = each_ms(partial(desk.publishing.pages, memo) for memo in memos)
    floor = _typst_ms(memos)
    what = f"pages preview of {pages} pages"
    return budget_row(what, statistics.median(times[1:]), limit, "typst alone, plain text", floor)


def _typst_ms(memos: list[Memo]) -> float:
    """Return what typst alone takes for the same words, each time for words it has not seen."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(resources_dir() / "fonts")])
    compiler = typst.Compiler(PLAIN_PAGE.encode(), font_paths=fonts)
    sources = [(PLAIN_PAGE + _plain(memo.body)).encode() for memo in memos]
    times = each_ms(partial(compiler.compile, input=source) for source in sources)
    return statistics.median(times[1:])


def _plain(markdown: str) -> str:
    return "".join(c if c.isalnum() or c in " \n.,;" else " " for c in markdown)
