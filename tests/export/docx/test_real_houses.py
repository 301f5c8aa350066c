"""A memo of every element in the looks of public bodies: sound, with their heads and styles."""

import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.export.docx.document_writer import write_docx
from tests.export.docx.house_files import control, house_file, paragraph
from tests.export.ooxml_rules import W, faults
from tests.export.publications import RESOURCES, make_publication

HOUSES = Path(__file__).parents[2] / "data" / "house_styles"
FILES = sorted(path.stem for path in HOUSES.glob("*.docx"))


def written(style: Path) -> bytes:
    return write_docx(make_publication(), style, RESOURCES).data


def parts(data: bytes, *starts: str) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith(starts):
                yield name, archive.read(name)


def styles_used(data: bytes) -> set[str]:
    names = {
        str(style.get(W + "styleId")): str(style.findall(W + "name")[0].get(W + "val"))
        for _, part in parts(data, "word/styles.xml")
        for style in etree.fromstring(part).iter(W + "style")
    }
    used = {W + "pStyle", W + "rStyle", W + "tblStyle"}
    return {
        names[str(use.get(W + "val"))]
        for _, part in parts(data, "word/document.xml")
        for use in etree.fromstring(part).iter(*used)
    }


@pytest.mark.parametrize("name", FILES)
def test_memo_is_sound_and_the_same_each_time(name: str) -> None:
    data = written(HOUSES / f"{name}.docx")
    assert faults(data) == []
    assert data == written(HOUSES / f"{name}.docx")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("statistics-report", {"heading 1", "Bullet 1", "Bullet 2", "Bullet numbered 1 (123)",
                               "Table Body", "Table Head", "Quote", "footnote reference"}),
        ("couverture", {"Cover: title", "Table Grid"}),
        ("research-document", {"Cover: Document title", "heading 1", "Body Text", "List Bullet",
                               "List Number", "Blockquote", "Table"}),
        ("pages-liminaires", {"Couverture : titre du document", "Blockquote", "List Bullet"}),
        ("manuscript", {"Title", "heading 1", "Body Text", "Block Text", "Table"}),
    ],
)  # fmt: skip
def test_styles_of_the_house_are_used(name: str, expected: set[str]) -> None:
    assert expected <= styles_used(written(HOUSES / f"{name}.docx"))


@pytest.mark.parametrize("name", FILES)
def test_heads_of_the_house_stay_with_their_pictures(name: str) -> None:
    before = (HOUSES / f"{name}.docx").read_bytes()
    data = written(HOUSES / f"{name}.docx")
    old = dict(parts(before, "word/header", "word/footer"))
    made = dict(parts(data, "word/header", "word/footer"))
    kept = set(old) & set(made)
    assert kept or not old
    for part in kept:
        was, now = etree.fromstring(old[part]), etree.fromstring(made[part])
        assert len(list(now.iter(W + "drawing"))) == len(list(was.iter(W + "drawing")))
        texts = [t.text for t in was.iter(W + "t") if t.text and t.text.strip()]
        assert set(texts) <= {t.text for t in now.iter(W + "t")}


def test_pictures_of_a_letterhead_are_those_of_its_file() -> None:
    old = dict(parts((HOUSES / "couverture.docx").read_bytes(), "word/media/"))
    made = dict(parts(written(HOUSES / "couverture.docx"), "word/media/"))
    assert made
    assert set(made) <= set(old)
    assert all(0 < len(made[name]) <= len(old[name]) for name in made)


def test_page_of_the_house_stays() -> None:
    old = docx.Document(str(HOUSES / "statistics-report.docx")).sections[-1]
    made = docx.Document(BytesIO(written(HOUSES / "statistics-report.docx"))).sections[-1]
    assert (made.page_width, made.page_height) == (old.page_width, old.page_height)
    assert (made.left_margin, made.top_margin) == (old.left_margin, old.top_margin)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_office_program_opens_them_all(tmp_path: Path) -> None:
    own = house_file(
        tmp_path / "ministry.dotm",
        paragraph("MINISTRY to {{to}}"),
        control("content", paragraph("Write here")),
        paragraph("Signed"),
        parts={"word/vbaProject.bin": b"MACRO"},
        relations=[("rIdM", "vbaProject", "vbaProject.bin")],
    )
    memos: list[Path] = []
    for style in (own, *(HOUSES / f"{name}.docx" for name in FILES)):
        memos.append(tmp_path / f"memo-{style.stem}.docx")
        memos[-1].write_bytes(written(style))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, *map(str, memos)], check=True, capture_output=True, timeout=170)
    for memo in memos:
        assert memo.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
