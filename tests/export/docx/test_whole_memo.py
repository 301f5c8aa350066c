"""A memo of every element in a Word file: sound, found again by its structure, and shown."""

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from briefing.export.docx.document_writer import write_docx
from briefing.model.template import NoteStyle
from tests.export.ooxml_rules import DRAWING, R, W, assert_valid
from tests.export.publications import RESOURCES, STYLE, whole_publication
from tests.export.test_typst_pages import words_of


@pytest.fixture(scope="module")
def body() -> etree._Element:
    data = write_docx(whole_publication(), STYLE, RESOURCES).data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def words(element: etree._Element) -> str:
    return "".join(str(t.text or "") for t in element.iter(W + "t"))


def codes(body: etree._Element, name: str) -> list[str]:
    found = [(e.text or "").strip() for e in body.iter(W + "instrText")]
    return [code for code in found if code.startswith(name)]


def styled(body: etree._Element, style: str) -> list[etree._Element]:
    return [
        p
        for p in body.iter(W + "p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
        and p.find(f"{W}pPr/{W}pStyle").get(W + "val") == style  # pyright: ignore[reportOptionalMemberAccess]
    ]


@pytest.mark.parametrize("notes", NoteStyle)
def test_whole_memo_is_sound(notes: NoteStyle) -> None:
    assert_valid(write_docx(whole_publication(note_style=notes), STYLE, RESOURCES).data)


def test_contents_list_the_headings_with_pages(body: etree._Element) -> None:
    assert codes(body, "TOC") == ['TOC \\o "1-3" \\h \\z \\u']
    entries = [words(p) for p in (*styled(body, "TOC1"), *styled(body, "TOC2"))]
    assert [re.sub(r"\d+$", "", entry) for entry in entries] == [
        "Bottom line",
        "Options",
        "Background",
        "What was agreed",
        "Unnumbered",
        "A wide table",
        "After the wide table",
        "Right to left",
    ]
    pages = [int(entry[-1]) for entry in entries]
    assert pages[:3] == sorted(pages[:3])
    assert len(codes(body, "PAGEREF")) == len(entries)


def test_captions_are_counted_by_fields(body: etree._Element) -> None:
    names = ("Table", "Figure", "Table", "Table")
    assert codes(body, "SEQ") == [f"SEQ {name} \\* ARABIC" for name in names]
    assert [words(p) for p in styled(body, "Caption")] == [
        "Table\u00a01: What each option costs",
        "Figure\u00a01: What the pass looks like",
        "Table\u00a02: Before it",
        "Table\u00a03: Cells that span",
    ]


def test_references_show_the_words_that_they_point_to(body: etree._Element) -> None:
    found = codes(body, "REF")
    assert len(found) == 3
    first = next(p for p in body.iter(W + "p") if "see Options" in words(p))
    assert "see Options, Table\u00a01 and Figure\u00a01, or the background." in words(first)
    assert [h.get(W + "anchor") for h in first.iter(W + "hyperlink")] == ["_bfg_ref_heading_7"]


def test_landscape_pages_keep_headers_and_footers(body: etree._Element) -> None:
    sections = list(body.iter(W + "sectPr"))
    turned = [s for s in sections if s.find(W + "pgSz").get(W + "orient") == "landscape"]  # pyright: ignore[reportOptionalMemberAccess]
    assert len(turned) == 1
    heads = [[e.get(R + "id") for e in s if str(e.tag).endswith("Reference")] for s in sections]
    assert all(head and head == heads[0] for head in heads)
    columns = [s.find(W + "cols") for s in sections]
    assert [c.get(W + "num") for c in columns if c is not None and c.get(W + "num")] == ["2"]
    assert [b.get(W + "type") for b in body.iter(W + "br") if b.get(W + "type")] == ["column"]


def test_page_breaks_belong_to_what_they_stand_before(body: etree._Element) -> None:
    breaks = [p for p in body.iter(W + "p") if p.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert [words(p) for p in breaks] == ["Options", "Right to left"]


def test_words_name_their_language(body: etree._Element) -> None:
    runs = {words(r): r.find(f"{W}rPr/{W}lang") for r in body.iter(W + "r")}
    named = {text: dict(lang.attrib) for text, lang in runs.items() if lang is not None}
    assert named == {
        "Groupe de haut niveau": {W + "val": "fr"},
        "אמנה": {W + "bidi": "he"},
        "Der Ausschuss trat am 3. September zusammen.": {W + "val": "de"},
    }


def test_tables_and_pictures_can_be_read_out(body: etree._Element) -> None:
    tables = [t for t in body.iter(W + "tbl") if t.find(f".//{W}tblHeader") is not None]
    assert [
        caption.get(W + "val")
        for caption in (t.find(f"{W}tblPr/{W}tblCaption") for t in tables)
        if caption is not None
    ] == ["What each option costs", "Before it", "Cells that span"]
    assert [e.get("descr") for e in body.iter(f"{{{DRAWING}}}docPr")] == [
        "What the pass looks like",
        "Small",
    ]


def test_cells_span_rows_and_columns(body: etree._Element) -> None:
    table = next(t for t in body.iter(W + "tbl") if "Earth" in words(t))
    rows = list(table.iterchildren(W + "tr"))
    assert [len(row.findall(W + "tc")) for row in rows] == [2, 3, 3, 3, 1]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 2 + [
        False
    ] * 3
    merges = [str(e.get(W + "val")) for e in table.iter(W + "vMerge")]
    assert merges == ["restart", "None", "restart", "None"]
    assert [e.get(W + "val") for e in table.iter(W + "gridSpan")] == ["2", "3"]


def test_lists_go_on_and_begin_anew(body: etree._Element) -> None:
    numbers = {}
    for text in ("First a paragraph of it", "Second", "Third", "Fourth", "one", "with numbers"):
        paragraph = next(p for p in body.iter(W + "p") if words(p) == text)
        found = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        numbers[text] = found.get(W + "val") if found is not None else None
    assert numbers["First a paragraph of it"] == numbers["Second"] is not None
    assert numbers["Third"] == numbers["Fourth"] != numbers["Second"]
    assert len({numbers["one"], numbers["with numbers"], numbers["Third"]}) == 3


def test_whole_memo_is_the_same_every_time() -> None:
    first, second = (write_docx(whole_publication(), STYLE, RESOURCES).data for _ in range(2))
    assert first == second


@pytest.mark.libreoffice
@pytest.mark.slow
def test_whole_memo_is_shown(tmp_path: Path) -> None:
    memo = tmp_path / "memo.docx"
    memo.write_bytes(write_docx(whole_publication(), STYLE, RESOURCES).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(memo)], check=True, capture_output=True, timeout=110)
    shown = words_of((tmp_path / "memo.pdf").read_bytes())
    for expected in ("Table 1: What each option costs", "see Options, Table 1 and Figure 1"):
        assert expected in shown
    assert shown.count("TLP:AMBER") == 12  # twice on each of six pages
