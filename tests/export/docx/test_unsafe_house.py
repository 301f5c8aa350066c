"""What a house's Word file must not bring along: code, strangers' files, addresses, bombs."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.errors import ExportError
from briefing.export.docx.document_writer import WordFile, write_docx
from tests.export.docx.house_files import element, house_file, paragraph, run
from tests.export.ooxml_rules import W, faults
from tests.export.publications import RESOURCES, make_publication
from tests.ooxml.rezipped_files import rezipped

PLACE = paragraph("{{content}}")
TRACKER = "https://tracker.example/pixel.png"


def exported(style: Path) -> WordFile:
    file = write_docx(make_publication("Text.\n"), style, RESOURCES)
    assert faults(file.data) == []
    return file


def holds(data: bytes, *words: str) -> list[str]:
    """Return which words stand anywhere in a package, in a name or a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        texts = [(name.encode(), archive.read(name)) for name in archive.namelist()]
    return [word for word in words if any(word.encode() in t for text in texts for t in text)]


def field(code: str, result: str) -> str:
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


@pytest.mark.parametrize("ending", [".docm", ".dotm"])
def test_macros_are_left_behind_and_told(tmp_path: Path, ending: str) -> None:
    style = house_file(
        tmp_path / f"ministry{ending}",
        parts={"word/vbaProject.bin": b"MACRO"},
        relations=[("rIdM", "vbaProject", "vbaProject.bin")],
    )
    file = exported(style)
    assert holds(file.data, "vba", "MACRO", "macroEnabled") == []
    assert file.warnings[0] == f"ministry{ending} holds macros; the memo was written without."


def test_what_is_embedded_goes_and_its_picture_stays(tmp_path: Path) -> None:
    shape = '<v:shape id="s"><v:imagedata r:id="rIdP"/></v:shape>'
    blocks = (
        "<w:p><w:r><w:object>" + shape
        + '<o:OLEObject Type="Embed" ProgID="Package" ShapeID="s" DrawAspect="Icon"'
        ' ObjectID="_1" r:id="rIdO"/></w:object></w:r></w:p>',
        '<w:altChunk r:id="rIdA"/>',
        '<w:p><w:r><w:object><w:control r:id="rIdX" w:name="Box"/></w:object></w:r></w:p>',
        PLACE,
    )  # fmt: skip
    style = house_file(
        tmp_path / "ministry.dotx",
        *blocks,
        parts={
            "word/media/p.png": b"\x89PNG",
            "word/embeddings/o.bin": b"PAYLOAD",
            "word/a.html": b"<script>",
            "word/activeX/x.xml": b"<x/>",
        },
        relations=[
            ("rIdP", "image", "media/p.png"),
            ("rIdO", "oleObject", "embeddings/o.bin"),
            ("rIdA", "aFChunk", "a.html"),
            ("rIdX", "control", "activeX/x.xml"),
        ],
    )
    file = exported(style)
    assert holds(file.data, "PAYLOAD", "<script>", "activeX", "OLEObject", "altChunk") == []
    assert holds(file.data, "word/media/p.png", "imagedata") == ["word/media/p.png", "imagedata"]
    for what in ("embedded objects", "embedded documents", "ActiveX controls"):
        assert what in file.warnings[0]


def test_nothing_is_fetched_from_elsewhere(tmp_path: Path) -> None:
    blip = (
        '<w:p><w:r><w:drawing><a:graphic><a:graphicData uri="x">'
        '<a:blip r:link="rIdT"/></a:graphicData></a:graphic></w:drawing></w:r></w:p>'
    )
    vml = (
        f'<w:p><w:r><w:pict><v:shape><v:imagedata src="{TRACKER}"/></v:shape></w:pict></w:r></w:p>'
    )
    fields = [
        field(f'INCLUDEPICTURE "{TRACKER}" \\d', "shown"),
        field("DDEAUTO cmd calc", "result"),
        f"<w:p><w:fldSimple w:instr=' LINK \"{TRACKER}\" '>{run('text')}</w:fldSimple></w:p>",
    ]
    style = house_file(
        tmp_path / "ministry.dotx",
        blip,
        vml,
        *fields,
        PLACE,
        relations=[("rIdT", "image", TRACKER), ("rIdZ", "attachedTemplate", "file:///C:/clerk")],
    )
    file = exported(style)
    assert holds(file.data, "tracker.example", "DDEAUTO", "INCLUDE", "clerk") == []
    texts = [p.text for p in docx.Document(BytesIO(file.data)).paragraphs]
    assert {"shown", "result", "text"} <= set(texts)


def test_fields_that_name_people_or_paths_go_with_what_they_show(tmp_path: Path) -> None:
    fields = (field("FILENAME \\p", "C:\\clerk\\memo.dotx"), field("USERNAME", "A. Clerk"))
    file = exported(house_file(tmp_path / "h.dotx", *fields, field("PAGE", "1"), PLACE))
    assert holds(file.data, "lerk", "FILENAME", "PAGE") == ["PAGE"]


def test_header_brings_no_stranger_either(tmp_path: Path) -> None:
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "Ministry"
    header.part.relate_to(TRACKER, "http://x/relationships/image", is_external=True)
    file = exported(house_file(tmp_path / "h.docx", document=document))
    assert holds(file.data, "tracker") == []


def test_reference_that_leads_nowhere_goes_with_its_picture(tmp_path: Path) -> None:
    lost = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rIdN"/></v:shape></w:pict></w:r></w:p>'
    style = house_file(tmp_path / "h.dotx", lost, PLACE, relations=[("rIdN", "image", "../NULL")])
    assert holds(exported(style).data, "NULL", "imagedata") == []


def test_picture_does_not_tell_where_it_lay(tmp_path: Path) -> None:
    shape = '<v:shape id="s" alt="C:\\Users\\clerk\\logo.png"><v:imagedata r:id="rIdP"/></v:shape>'
    style = house_file(
        tmp_path / "h.dotx",
        f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>",
        PLACE,
        parts={"word/media/p.png": b"PICTURE"},
        relations=[("rIdP", "image", "media/p.png")],
    )
    assert holds(exported(style).data, "clerk", "logo.png") == ["logo.png"]


def test_own_bookmarks_do_not_meet_those_of_the_memo(tmp_path: Path) -> None:
    marks = (
        '<w:p><w:bookmarkStart w:id="1" w:name="_bfg_1_0_6"/><w:bookmarkEnd w:id="1"/>'
        '<w:bookmarkStart w:id="2" w:name="kept"/><w:bookmarkEnd w:id="2"/>'
        '<w:bookmarkStart w:id="3" w:name="open"/><w:bookmarkEnd w:id="9"/></w:p>'
    )
    file = exported(house_file(tmp_path / "h.dotx", marks, PLACE))
    with zipfile.ZipFile(BytesIO(file.data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    names = [str(mark.get(W + "name")) for mark in root.iter(W + "bookmarkStart")]
    assert names.count("kept") == 1
    assert "open" not in names


def test_notes_and_comments_of_the_house_do_not_leave(tmp_path: Path) -> None:
    block = (
        f'<w:p><w:commentRangeStart w:id="1"/>{run("Cover")}<w:commentRangeEnd w:id="1"/>'
        '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    file = exported(
        house_file(
            tmp_path / "h.dotx", block, PLACE,
            parts={"word/comments.xml": b"<c>SECRET</c>"},
            relations=[("rIdC", "comments", "comments.xml")],
        )
    )  # fmt: skip
    assert holds(file.data, "SECRET", "commentReference", "footnoteReference") == []


def test_bomb_is_refused_in_one_sentence(tmp_path: Path) -> None:
    style = house_file(tmp_path / "h.docx")
    with (
        zipfile.ZipFile(style) as source,
        zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == "word/styles.xml":
                data = b"<w:styles>" + b" " * (70 * 1024 * 1024)
            target.writestr(name, data)
    with pytest.raises(ExportError, match="too large"):
        exported(tmp_path / "bomb.docx")


def test_document_type_is_refused_in_one_sentence(tmp_path: Path) -> None:
    style = house_file(tmp_path / "h.docx")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    copy = rezipped(style, tmp_path / "x.docx", lambda n, d: bomb if n == "word/styles.xml" else d)
    with pytest.raises(ExportError, match="document type"):
        exported(copy)


@pytest.mark.parametrize(
    "missing", [f"word/{name}.xml" for name in ("styles", "settings", "numbering", "fontTable")]
)
def test_file_without_a_part_serves(tmp_path: Path, missing: str) -> None:
    style = house_file(tmp_path / "h.docx")
    exported(rezipped(style, tmp_path / "x.docx", lambda n, d: None if n == missing else d))


def test_style_that_is_not_there_is_named_nowhere(tmp_path: Path) -> None:
    document = docx.Document()
    header = document.sections[0].header._element
    header.append(element(paragraph("Ministry", style="Gone")))  # pyright: ignore[reportArgumentType]
    style = house_file(
        tmp_path / "h.dotx", paragraph("Cover", style="Gone"), PLACE, document=document
    )
    assert holds(exported(style).data, '"Gone"') == []


def test_old_or_protected_file_is_one_sentence(tmp_path: Path) -> None:
    style = tmp_path / "old.doc"
    style.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(ExportError, match="old Word file"):
        exported(style)


def test_part_with_a_name_that_climbs_out_is_renamed(tmp_path: Path) -> None:
    picture = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rIdP"/></v:shape></w:pict></w:r></w:p>'
    style = house_file(
        tmp_path / "h.dotx",
        picture,
        PLACE,
        parts={"word/me dia/ü%$.png": b"PICTURE"},
        relations=[("rIdP", "image", "me dia/ü%$.png")],
    )
    data = exported(style).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if archive.read(name) == b"PICTURE"]
    assert len(names) == 1
    assert names[0].startswith("word/house/")
