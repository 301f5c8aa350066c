"""Pictures kept once, named in a memo, and found in every kind of file that it is exported to."""

import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.services.desk import Desk


def make_png(width: int = 4, height: int = 3, shade: int = 120) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_picture_is_kept_once_under_a_plain_key(desk: Desk) -> None:
    first = desk.pictures.add("Carte du Río (2).png", "image/png", (4, 3), make_png())
    again = desk.pictures.add("other.png", "image/png", (4, 3), make_png())
    other = desk.pictures.add("carte du rio 2.PNG", "image/png", (4, 3), make_png(shade=9))
    assert (first.key, again.key, other.key) == (
        "carte-du-rio-2",
        "carte-du-rio-2",
        "carte-du-rio-2-2",
    )
    (found,) = desk.pictures.find(("carte-du-rio-2", "nothing"))
    assert found.data == make_png()


@pytest.mark.parametrize(
    ("media_type", "size"),
    [("image/webp", (4, 3)), ("image/png", (40_000, 3)), ("image/png", (0, 3))],
)
def test_what_word_cannot_take_is_refused(
    desk: Desk, media_type: str, size: tuple[int, int]
) -> None:
    with pytest.raises(InputError):
        desk.pictures.add("a.png", media_type, size, make_png())


@pytest.fixture
def exported(desk: Desk, tmp_path: Path) -> Path:
    picture = desk.pictures.add("map.png", "image/png", (4, 3), make_png())
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Maps"})
    body = f"## Map\n\n![The “border” & its posts](picture:{picture.key}?width=60)\n\nAfter.\n"
    desk.drafting.save(memo.uid, memo.fields, body)
    for suffix in (".docx", ".md", ".html", ".pdf"):
        report = desk.publishing.export(memo.uid, tmp_path / f"out{suffix}")
        assert not [line for line in report.warnings if "icture" in line]
    return tmp_path


def test_word_file_holds_the_picture_with_its_words(exported: Path) -> None:
    with zipfile.ZipFile(exported / "out.docx") as package:
        assert package.read("word/media/map.png") == make_png()
        text = package.read("word/document.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
        types = package.read("[Content_Types].xml").decode()
    assert 'descr="The “border” &amp; its posts"' in text
    assert 'r:embed="rIdPicture1"' in text
    assert 'Id="rIdPicture1"' in relations
    assert 'PartName="/word/media/map.png" ContentType="image/png"' in types


def test_markdown_has_the_picture_beside_it(exported: Path) -> None:
    assert (exported / "out.map.png").read_bytes() == make_png()
    text = (exported / "out.md").read_text(encoding="utf-8")
    assert "![The “border” & its posts](out.map.png){width=60%}" in text


def test_page_and_pdf_show_the_picture(exported: Path) -> None:
    page = (exported / "out.html").read_text(encoding="utf-8")
    assert 'alt="The “border” &amp; its posts"' in page
    assert "data:image/png;base64," in page
    pdf = (exported / "out.pdf").read_bytes()
    assert b"/Subtype /Image" in pdf or b"/Subtype/Image" in pdf


def test_preview_shows_the_picture(desk: Desk) -> None:
    picture = desk.pictures.add("map.png", "image/png", (4, 3), make_png())
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Maps"})
    desk.drafting.save(memo.uid, memo.fields, f"![words](picture:{picture.key})")
    assert desk.publishing.pages(desk.drafting.memo(memo.uid)).count == 1


def test_picture_that_is_gone_leaves_its_words(desk: Desk, tmp_path: Path) -> None:
    memo, _ = desk.drafting.new_memo("information-memo", {"subject": "Maps"})
    desk.drafting.save(memo.uid, memo.fields, "![words](picture:gone)")
    report = desk.publishing.export(memo.uid, tmp_path / "out.docx")
    assert report.warnings == ("The library has no picture “gone”; its description stands there.",)
