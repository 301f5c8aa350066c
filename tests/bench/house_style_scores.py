"""How many real Word files serve as a house style: sound memos, heads kept, opened by an office."""

import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from briefing.errors import ExportError
from briefing.export.docx.document_writer import write_docx
from tests.bench.scoring import Score
from tests.export.ooxml_rules import faults
from tests.export.publications import RESOURCES, make_publication

_OFFICE = 600  # seconds for all templates


def scores(data: Path) -> Iterator[Score]:
    """Write a memo of every element in the style of each Word file there is."""
    templates = sorted((data / "templates").glob("*.docx"))
    others = sorted([*(data / "docx").rglob("*.docx"), *(data / "docx").rglob("*.docm")])
    for what, files in (("templates", templates), ("any Word file", others)):
        memos = {path: memo for path in files if (memo := _memo(path))}
        sound = sum(not faults(memo) for memo in memos.values())
        yield Score(f"House style, {what}: written", len(memos) / len(files), len(files), 1.0)
        yield Score(f"House style, {what}: sound", sound / len(memos), len(memos), 1.0)
        same = sum(_memo(path) == memo for path, memo in memos.items())
        yield Score(f"House style, {what}: same bytes twice", same / len(memos), len(memos), 1.0)
        if what == "templates":
            heads = sum(_keeps_heads(path, memo) for path, memo in memos.items())
            yield Score("House style, templates: heads kept", heads / len(memos), len(memos), 1.0)
            opened = _opened(list(memos.values()))
            yield Score("House style, templates: LibreOffice", opened / len(memos), len(memos), 1.0)


def _memo(style: Path) -> bytes:
    """Return a memo; nothing where the file is refused in a sentence."""
    try:
        return write_docx(make_publication(), style, RESOURCES).data
    except ExportError:
        return b""


def _keeps_heads(style: Path, memo: bytes) -> bool:
    old, made = (_heads(data) for data in (style.read_bytes(), memo))
    return bool(old & made) or not old


def _heads(data: bytes) -> set[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {n for n in archive.namelist() if n.startswith(("word/header", "word/footer"))}


def _opened(memos: list[bytes]) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"memo{number}.docx" for number in range(len(memos))]
        for file, memo in zip(files, memos, strict=True):
            file.write_bytes(memo)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        subprocess.run(
            [*command, *map(str, files)], check=True, capture_output=True, timeout=_OFFICE
        )
        return sum(file.with_suffix(".pdf").is_file() for file in files)
