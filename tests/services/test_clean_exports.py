"""What leaves tells nothing but the memo: marks planted where secrets stand are in no file."""

import re
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest

from briefing.model.export_options import CommentsKept, ExportOptions
from briefing.model.finding import Finding
from briefing.model.memo import Memo
from briefing.services.desk import Desk
from briefing.store import articles
from briefing.store.library_file import Library
from tests.export.pictures import dot
from tests.services.cited_memos import QUOTE, capture
from tests.services.conftest import make_article

NAMES = ("memo.docx", "memo.pdf", "memo.html", "memo.md", "memo.txt")
SECRETS = (
    "PATHSECRET", "USERSECRET", "DELETEDSECRET", "GUIDANCESECRET", "HIDDENSECRET", "REMARKSECRET",
    "NOTESECRET", "BODYSECRET", "REASONSECRET", "VERSIONSECRET", "PICTURESECRET", "STYLESECRET",
    "OTHERSECRET", "TAGSECRET",
)  # fmt: skip
BODY = (
    "## Point {.required}\n\nMexico sent 59 [@fact:KEY]. Both agreed [@nytimes2025mexico].\n\n"
    "<!-- REMARKSECRET -->\n\nA <!-- REMARKSECRET\nof two --> word.\n\n"
    "::: {.guidance}\nGUIDANCESECRET\n:::\n\n"
    "![A grey dot](picture:dot)\n\n::: {.facts}\n:::\n\n::: {.sources}\n:::\n\n"
    "## Annex {.if kind=secret}\n\nHIDDENSECRET\n"
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a library full of marks that are nobody's business."""
    for name in ("USER", "LOGNAME", "USERNAME", "AUTHOR"):
        monkeypatch.setenv(name, "USERSECRET")
    folder = tmp_path / "PATHSECRET"
    folder.mkdir()
    desk = Desk(Library.create(folder / "desk.briefing"))
    secret = make_article(note="NOTESECRET", tags=("TAGSECRET/x",))
    secret = replace(secret, body=secret.body + "\nBODYSECRET\n")
    desk.library.write("Add", lambda connection: articles.add(connection, secret))
    png = dot()
    text = b"tEXtAuthor\0PICTURESECRET"
    told = len(text[4:]).to_bytes(4) + text + zlib.crc32(text).to_bytes(4)
    desk.pictures.add("dot.png", "image/png", (2, 2), png.data[:33] + told + png.data[33:])
    return desk


@pytest.fixture
def memo(desk: Desk) -> Memo:
    article = articles.get_by_citekey(desk.library.reader(), "nytimes2025mexico")
    key = capture(desk.library, article, QUOTE).key
    fields = (("to", "The Secretary"), ("date", "2025-09-05"), ("subject", "Talks"), ("kind", "x"))
    memo, _ = desk.drafting.add_memo("one-page-brief", fields, "DELETEDSECRET\n")
    desk.drafting.add_memo("one-page-brief", (("subject", "OTHERSECRET"),), "OTHERSECRET\n")
    desk.drafting.make_version(memo.uid, "kept by hand")
    desk.memo_versions.name(memo.uid, 1, "VERSIONSECRET")
    desk.drafting.save(memo.uid, fields, BODY.replace("KEY", key))
    finding = Finding("word-limit", "the text", "too long", subject="x")
    desk.checking.dismiss(memo.uid, finding, "REASONSECRET")
    return desk.drafting.memo(memo.uid)


def house_style(folder: Path) -> Path:
    """Return a Word file that tells who made it, and whose text was taken out of it."""
    document = docx.Document()
    document.core_properties.author = "STYLESECRET"
    document.core_properties.last_modified_by = "STYLESECRET"
    document.core_properties.comments = "STYLESECRET"
    document.add_paragraph("STYLESECRET instructions")
    path = folder / "house.docx"
    document.save(str(path))
    return path


def unpacked(path: Path) -> str:
    """Return all that a file holds, with what is packed in it unpacked."""
    data = path.read_bytes()
    parts = [data]
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            parts += [package.read(name) for name in names] + [name.encode() for name in names]
    if path.suffix == ".pdf":
        for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
            try:
                parts.append(zlib.decompressobj().decompress(found[1]))
            except zlib.error:
                parts.append(found[1])
        parts.append(words_of(data).encode())
    return b"\n".join(parts).decode("utf-8", "replace")


def words_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        meta = " ".join(document.get_metadata_dict().values())
        pages = [document[index] for index in range(len(document))]
        texts = [page.get_textpage() for page in pages]
        words = " ".join(text.get_text_bounded() for text in texts)
        for thing in (*texts, *pages):
            thing.close()
        return f"{meta} {words}"
    finally:
        document.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("annex", [False, True], ids=["plain", "annex"])
def test_no_secret_is_in_any_file(
    desk: Desk, memo: Memo, tmp_path: Path, name: str, *, annex: bool
) -> None:
    style = house_style(tmp_path) if name.endswith(".docx") else None
    target = tmp_path / "PATHSECRET" / name
    options = ExportOptions(style=style, annex=annex, comments=CommentsKept.NONE)
    report = desk.publishing.export(memo.uid, target, options)
    assert len(report.beside) >= annex
    for path in (report.path, *report.beside):
        words = unpacked(path)
        assert not [secret for secret in SECRETS if secret in words], path.name
        assert str(tmp_path) not in words
        assert not re.search(r"\brsid|w:rsid", words)
        assert not re.search(r"/(?:home|root|Users)/|[A-Z]:\\\\", words)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_the_same_leaves_as_the_same_bytes(
    desk: Desk, memo: Memo, tmp_path: Path, name: str
) -> None:
    written: list[list[bytes]] = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        options = ExportOptions(annex=True)
        report = desk.publishing.export(memo.uid, tmp_path / folder / name, options)
        written.append([path.read_bytes() for path in (report.path, *report.beside)])
    assert written[0] == written[1]
