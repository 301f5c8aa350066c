import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.export.formats import FORMATS, Surroundings, format_of, render
from tests.export.pictures import dot
from tests.export.publications import RESOURCES, make_publication

AROUND = Surroundings(RESOURCES, (RESOURCES / "docx",))


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.docx", ".docx"), ("a.DOCX", ".docx"), ("a.b.md", ".md"), ("a.markdown", ".md"),
     ("a.pdf", ".pdf"), ("a.htm", ".html")],
)  # fmt: skip
def test_extension_names_the_kind(name: str, extension: str) -> None:
    assert format_of(Path(name)).extension == extension


@pytest.mark.parametrize("name", ["a", "a.xls", ".md"])
def test_other_extension_is_one_sentence(name: str) -> None:
    with pytest.raises(ExportError, match=r"\.docx, \.md, \.pdf, \.html, \.txt"):
        format_of(Path(name))


@pytest.mark.parametrize("name", ["a.odt", "a.doc", "a.RTF"])
def test_what_word_or_libreoffice_can_write_is_left_to_them(name: str) -> None:
    with pytest.raises(ExportError, match="Export to"):
        format_of(Path(name))


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.extension)
def test_each_kind_is_written(kind: object) -> None:
    rendered = render(make_publication(), kind, "memo", AROUND)  # pyright: ignore[reportArgumentType]
    assert rendered.data
    assert [name for name, _ in rendered.beside] in ([], ["memo.references.json"])


def test_house_style_that_is_nowhere_is_asked_for_in_word_only(tmp_path: Path) -> None:
    around = Surroundings(RESOURCES, (tmp_path,))
    publication = make_publication(style="ministry")
    word, *others = FORMATS
    with pytest.raises(ExportError, match=r"put ministry\.docx into"):
        render(publication, word, "memo", around)
    assert all(render(publication, kind, "memo", around).data for kind in others)


def test_asking_for_the_kinds_imports_no_writer() -> None:
    code = (
        "import sys, briefing.export.formats as f\n"
        "heavy = {'docx', 'lxml', 'typst', 'pypdfium2', 'yaml', 'markdown_it'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("extension", [".docx", ".html", ".pdf"])
def test_damaged_picture_is_left_out_of_every_kind_in_the_same_words(extension: str) -> None:
    cut = replace(dot(), key="cut", name="Cut", data=dot().data[:-24])
    publication = make_publication(
        "![Sound](picture:dot)\n\n![A map](picture:cut)\n", pictures=(dot(), cut)
    )
    rendered = render(publication, format_of(Path(f"memo{extension}")), "memo", AROUND)
    told = [one for one in rendered.warnings if "Cut" in one or "A map" in one]
    assert told == ["The picture “Cut” is damaged and left out; its description stands there."]
    if extension == ".docx":
        parts = zipfile.ZipFile(BytesIO(rendered.data))
        assert len([name for name in parts.namelist() if "media/" in name]) == 1
        assert "[Picture: A map]" in parts.read("word/document.xml").decode()
    if extension == ".html":
        assert rendered.data.count(b"<img ") == 1
        assert b"[Picture: A map]" in rendered.data
