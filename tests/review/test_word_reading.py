"""Word files that came back are read whole: changes, looks, places, and nothing unsafe."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model.block import Span
from briefing.model.word_review import (
    Look,
    PieceKind,
    ReviewedFile,
    Revision,
    RevisionKind,
)
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.review.word_files import BY, STRICT, gone, ins, paragraph, run, word_file

DATA = Path(__file__).parents[1] / "data"
MARK = f'<w:{{}} w:id="1" {BY}/>'


def read(body: str, **parts: str) -> ReviewedFile:
    return read_reviewed(word_file(body, **parts), "a.docx")


def told(file: ReviewedFile) -> list[tuple[str, str, str]]:
    return [(one.kind.value, one.before, one.after) for one in file.revisions]


def test_changes_are_numbered_in_reading_order_with_who_and_when() -> None:
    file = read(paragraph(run("The "), gone("old"), ins(run("new")), run(" text")))
    assert file.revisions[0] == Revision(
        1, RevisionKind.DELETION, "Ada", "2026-05-04T09:30:00Z", "body", 0, "old", ""
    )
    assert told(file)[1] == ("insertion", "", "new")
    assert [(one.text, one.inserted, one.deleted) for one in file.paragraphs[0].pieces] == [
        ("The ", (), ()),
        ("old", (), (1,)),
        ("new", (2,), ()),
        (" text", (), ()),
    ]


def test_runs_of_one_change_are_one_and_others_between_part_them() -> None:
    bold = "<w:b/>"
    file = read(paragraph(ins(run("a")), ins(run("b", bold)), run("-"), ins(run("c"))))
    assert told(file) == [("insertion", "", "ab"), ("insertion", "", "c")]


def test_words_put_in_by_one_and_taken_out_by_another_are_in_neither_text() -> None:
    file = read(paragraph(run("a"), ins(gone("b", by='w:author="Bea"'), run("c"))))
    assert [(one.author, one.before, one.after) for one in file.revisions] == [
        ("Ada", "", "bc"),
        ("Bea", "b", ""),
    ]
    assert resolved_text(file, accept=True) == "ac"
    assert resolved_text(file, accept=False) == "a"


@pytest.mark.parametrize(
    ("mark", "accepted", "rejected"),
    [
        ("ins", "one\ntwo", "onetwo"),
        ("del", "onetwo", "one\ntwo"),
        ("moveFrom", "onetwo", "one\ntwo"),
        ("moveTo", "one\ntwo", "onetwo"),
    ],
)
def test_paragraphs_are_split_and_joined(mark: str, accepted: str, rejected: str) -> None:
    file = read(paragraph(run("one"), mark=MARK.format(mark)) + paragraph(run("two")))
    assert resolved_text(file, accept=True) == accepted
    assert resolved_text(file, accept=False) == rejected


def test_move_has_two_halves_of_one_name() -> None:
    def half(name: str) -> str:
        start = f'<w:{name}RangeStart w:id="7" w:name="move1" {BY}/>'
        return (
            f'{start}<w:{name} w:id="8" {BY}>{run("words")}</w:{name}><w:{name}RangeEnd w:id="7"/>'
        )

    file = read(paragraph(half("moveFrom"), run(" - "), half("moveTo")))
    assert [(one.kind.value, one.move) for one in file.revisions] == [
        ("move-from", "move1"),
        ("move-to", "move1"),
    ]
    assert resolved_text(file, accept=True) == " - words"


def test_change_of_look_says_what_and_how_it_was() -> None:
    change = f"<w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>"
    file = read(paragraph(run("plain "), run("now ", change), run("bold", change)))
    (revision,) = file.revisions
    assert (revision.kind, revision.detail) == (RevisionKind.RUN_FORMAT, "bold, italic")
    piece = file.paragraphs[0].pieces[1]
    assert (piece.text, piece.look, piece.was) == ("now bold", Look(bold=True), Look(italic=True))


def test_changes_of_paragraph_list_section_and_table_are_told() -> None:
    shape = f'<w:jc w:val="center"/><w:pPrChange {BY}><w:pPr/></w:pPrChange>'
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {BY}/></w:numPr>'
    section = f'<w:pgSz w:w="1"/><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange>'
    table = f"<w:tblPr><w:tblPrChange {BY}><w:tblPr/></w:tblPrChange></w:tblPr>"
    cell = f"<w:tc>{paragraph(run('x'))}</w:tc>"
    file = read(
        paragraph(run("a"), properties=shape)
        + paragraph(run("b"), properties=numbered)
        + f"<w:tbl>{table}<w:tr>{cell}</w:tr></w:tbl><w:sectPr>{section}</w:sectPr>"
    )
    assert [(one.kind.value, one.detail) for one in file.revisions] == [
        ("paragraph-format", "alignment"),
        ("numbering", "list added"),
        ("table-format", ""),
        ("section-format", "page size"),
    ]
    assert file.paragraphs[1].list_level == 0


def test_rows_and_cells_come_and_go() -> None:
    def cell(text: str, mark: str = "") -> str:
        return f"<w:tc><w:tcPr>{mark}</w:tcPr>{paragraph(run(text))}</w:tc>"

    def row(*cells: str, mark: str = "") -> str:
        return f"<w:tr><w:trPr>{mark}</w:trPr>{''.join(cells)}</w:tr>"

    new, old, left = MARK.format("ins"), MARK.format("del"), MARK.format("cellDel")
    file = read(
        f"<w:tbl>{row(cell('a'), cell('b', left))}{row(cell('c'), cell('d'), mark=new)}"
        f"{row(cell('e'), cell('f'), mark=old)}</w:tbl>{paragraph(run('end'))}"
    )
    assert told(file) == [
        ("cell-deletion", "b", ""),
        ("row-insertion", "", "c\td"),
        ("row-deletion", "e\tf", ""),
    ]
    assert resolved_text(file, accept=True) == "a\nc\nd\nend"
    assert resolved_text(file, accept=False) == "a\nb\ne\nf\nend"
    places = [(one.cell.row, one.cell.column) for one in file.paragraphs if one.cell]
    assert places == [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (2, 1)]


def test_note_goes_with_its_last_mark() -> None:
    mark = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    body = paragraph(run("Claim."), f"<w:del {BY}>{mark}</w:del>")
    note = f'<w:footnote w:id="3">{paragraph(run("Source."))}</w:footnote>'
    file = read(body, footnotes=note)
    assert told(file) == [("deletion", "[note]", "")]
    piece = file.paragraphs[0].pieces[1]
    assert (piece.kind, piece.reference) == (PieceKind.NOTE, file.paragraphs[1].note)
    assert resolved_text(file, accept=True) == "Claim."
    assert resolved_text(file, accept=False) == "Claim.\nSource."


def test_field_codes_are_no_words_and_their_links_are_kept() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = run(' HYPERLINK "https://a.example/" ', tag="instrText")
    put_out = f"<w:del {BY}>{run(' PAGE ', tag='delInstrText')}</w:del>"
    file = read(
        paragraph(field("begin"), code, put_out, field("separate"), run("link"), field("end"))
    )
    assert [(one.text, one.look.link) for one in file.paragraphs[0].pieces] == [
        ("link", "https://a.example/")
    ]


def test_text_box_is_read_once_with_the_changes_inside() -> None:
    file = read_reviewed(
        (DATA / "returned/WC066-Textbox-Before-Ins-Mod.docx").read_bytes(), "box.docx"
    )
    boxed = [one.text for one in file.paragraphs if one.part == "text-box"]
    assert boxed == ["This is a test."]
    assert ("insertion", "", "This is a test.") in told(file)


def test_change_inside_a_formula_is_told_with_the_formula() -> None:
    file = read_reviewed((DATA / "returned/011-InsertedMathChar.docx").read_bytes(), "m.docx")
    assert told(file) == [("insertion", "A=πr^2", "A=2πr^2")]
    assert resolved_text(file, accept=False).startswith("A=πr^2")


def test_control_and_smart_tag_hide_nothing() -> None:
    content = f"<w:sdtContent>{run('in control')}</w:sdtContent>"
    marks = (
        f'<w:customXmlInsRangeStart w:id="1" {BY}/><w:sdt>{content}</w:sdt>'
        '<w:customXmlInsRangeEnd w:id="1"/>'
    )
    file = read(paragraph(marks, f"<w:smartTag>{run(' and tag')}</w:smartTag>"))
    assert resolved_text(file, accept=True) == "in control and tag"
    assert [one.detail for one in file.revisions] == ["content control"]


def test_bookmark_over_two_paragraphs_is_in_both() -> None:
    start, end = '<w:bookmarkStart w:id="4" w:name="_bfg_1_0_9"/>', '<w:bookmarkEnd w:id="4"/>'
    body = paragraph(run("ab"), start, run("cd"), mark=MARK.format("ins")) + paragraph(
        run("ef"), end, run("gh")
    )
    first, second = read(body).paragraphs
    assert [one.span for one in first.bookmarks] == [Span(2, 4)]
    assert [one.span for one in second.bookmarks] == [Span(0, 2)]


def test_strict_file_reads_as_a_transitional_one() -> None:
    body = paragraph(run("a"), ins(run("b")))
    strict = read_reviewed(word_file(body, STRICT), "a.docx")
    assert strict == read(body)


def test_heads_of_pages_are_read_but_no_part_of_the_text() -> None:
    file = read(paragraph(run("Text")), header1=paragraph(run("Head"), ins(run("er"))))
    assert [one.part for one in file.revisions] == ["header"]
    assert resolved_text(file, accept=True) == "Text"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<x/>"])
def test_what_is_no_word_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^“a\.docx” cannot be read\. .*\.$"):
        read_reviewed(data, "a.docx")


@pytest.mark.parametrize(
    "name", sorted(one.name for one in (DATA / "returned").glob("*-source.docx"))
)
def test_settled_text_is_that_of_the_settled_files(name: str) -> None:
    source = DATA / "returned" / name
    file = read_reviewed(source.read_bytes(), name)
    for side, accept in (("accepted", True), ("rejected", False)):
        gold = source.with_name(name.replace("source", side))
        settled = read_reviewed(gold.read_bytes(), gold.name)
        assert resolved_text(file, accept=accept) == resolved_text(settled, accept=True)


NAMES = ("p", "r", "tbl", "tr", "tc", "ins", "del", "moveTo", "sdt", "sdtContent", "pPr", "rPr")
LEAVES = st.sampled_from(
    [
        "<w:t>words</w:t>",
        "<w:br/>",
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:commentRangeEnd w:id="1"/>',
        '<w:bookmarkStart w:id="1" w:name="n"/>',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:gridSpan w:val="-3"/>',
    ]
)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(name: str, parts: list[str]) -> str:
        return f"<w:{name}>{''.join(parts)}</w:{name}>"

    return st.builds(written, st.sampled_from(NAMES), st.lists(inner, max_size=4))


@given(st.recursive(LEAVES, element, max_leaves=25))
def test_any_tree_is_read_with_places_inside_the_text(tree: str) -> None:
    with suppress(InputError):
        file = read(tree)
        for one in file.paragraphs:
            assert all(mark.span.end <= len(one.text) for mark in one.bookmarks)
        assert [one.number for one in file.revisions] == list(range(1, len(file.revisions) + 1))
        resolved_text(file, accept=True)


def test_mark_of_an_open_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(InputError, match="Word has a file open"):
        read_reviewed(b"\x03Ada", "~$memo.docx")
