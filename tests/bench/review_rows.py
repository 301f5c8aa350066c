"""Rows of a memo that came back: a Word file of 50 pages with 300 changes, read beside pandoc."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefing.review.word_compare import compared
from briefing.review.word_reading import read_reviewed
from briefing.services.desk import create_desk
from tests.bench.corpus import long_memo
from tests.bench.timing import Row, budget_row, each_ms, median_ms

PAGES = 50
CHANGES = 300
REPEATS = 5
PROCESSES = 10
_BODY = "word/document.xml"
_RUN = re.compile(
    r"<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r'<w:t xml:space="preserve">([^<]{40,})</w:t></w:r>'
)
_BY = 'w:author="A. Reviewer" w:date="2026-05-04T09:30:00Z"'


def review_rows(folder: Path) -> Iterator[Row]:
    """Yield the rows of reading and of comparing."""
    sent = _sent(folder)
    data = with_changes(sent, CHANGES)
    path = folder / "returned.docx"
    path.write_bytes(data)
    found = read_reviewed(data, path.name)
    what = f"{len(found.revisions)} changes in {PAGES} pages read"
    ours = median_ms(partial(read_reviewed, data, path.name), REPEATS)
    pandoc = _pandoc_ms(path) if shutil.which("pandoc") else None
    name = "pandoc" if pandoc else "pandoc is not installed"
    yield budget_row(what, ours, pandoc or ours, name, pandoc)
    original = read_reviewed(sent, "sent.docx")
    together = median_ms(lambda: compared(original, read_reviewed(data, path.name)), REPEATS)
    yield budget_row(
        "the same, compared with what was sent", together, pandoc or together, name, pandoc
    )
    yield _process_row(path, has_peer=pandoc is not None)


def with_changes(data: bytes, count: int) -> bytes:
    """Return a Word file of ours with words taken out and put in all over it, tracked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts[_BODY].decode()
    runs = list(_RUN.finditer(body))
    every = max(1, len(runs) * 2 // count)
    pieces: list[str] = []
    place = 0
    for number, run in enumerate(runs[::every][: count // 2]):
        pieces += [body[place : run.start()], _changed(run, number)]
        place = run.end()
    parts[_BODY] = "".join((*pieces, body[place:])).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return written.getvalue()


def _changed(run: re.Match[str], number: int) -> str:
    look, words = run[1] or "", run[2].split(" ")
    middle = len(words) // 2

    def made(text: str, tag: str = "t") -> str:
        return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

    gone = made(words[middle], "delText")
    return (
        made(" ".join(words[:middle]) + " ")
        + f'<w:del w:id="{90000 + 2 * number}" {_BY}>{gone}</w:del>'
        + f'<w:ins w:id="{90001 + 2 * number}" {_BY}>{made("otherwise")}</w:ins>'
        + made("".join(f" {word}" for word in words[middle + 1 :]))
    )


def _sent(folder: Path) -> bytes:
    library, target = folder / "review.briefing", folder / "sent.docx"
    for old in folder.glob(library.name + "*"):
        old.unlink()
    with create_desk(library) as desk:
        template = desk.drafting.templates()[0]
        memo, _ = desk.drafting.new_memo(template.name, {"subject": "A memo that came back"})
        desk.drafting.save(memo.uid, memo.fields, long_memo(PAGES, 7))
        desk.publishing.export(memo.uid, target)
    return target.read_bytes()


def _process_row(path: Path, *, has_peer: bool) -> Row:
    """Return the row of the whole program, from start to end, in turn with pandoc's."""
    turn = (_ours(path), _pandoc(path)) if has_peer else (_ours(path),)
    times = each_ms(turn * PROCESSES)
    ours = min(times[:: len(turn)])
    peer = min(times[1::2]) if has_peer else None
    name = "pandoc" if has_peer else "pandoc is not installed"
    return budget_row(f"review --json, best of {PROCESSES} runs", ours, peer or ours, name, peer)


def _pandoc_ms(path: Path) -> float:
    return median_ms(_pandoc(path), 3)


def _pandoc(path: Path) -> Callable[[], object]:
    return _process("pandoc", "--track-changes=all", "-t", "json", str(path))


def _ours(path: Path) -> Callable[[], object]:
    return _process(sys.executable, "-m", "briefing", "review", str(path), "--json")


def _process(*command: str) -> Callable[[], object]:
    return partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL)
