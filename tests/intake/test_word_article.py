"""Word files become Markdown: structure kept, tracked changes accepted, nothing unsafe opened."""

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.word_article import read_docx, read_old_word
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/documents"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(path: Path) -> tuple[DraftArticle, str]:
    (found,) = read_docx(path.name, path.read_bytes())
    assert found.draft is not None
    return found.draft, found.remark


def packed(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return file.getvalue()


def word_file(body: str, head: str = "", **parts: str) -> bytes:
    document = f'{head}<w:document xmlns:w="{MAIN}"><w:body>{body}</w:body></w:document>'
    return packed({"word/document.xml": document, **parts})


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def body_of(data: bytes) -> str:
    (found,) = read_docx("a.docx", data)
    assert found.draft is not None
    return found.draft.body


@pytest.mark.parametrize("source", sorted(DATA.glob("changes/*-source.docx")), ids=lambda p: p.stem)
def test_tracked_changes_are_accepted_as_word_accepts_them(source: Path) -> None:
    draft, remark = read(source)
    accepted, nothing = read(source.with_name(source.name.replace("source", "accepted")))
    assert draft.body == accepted.body
    assert (remark, nothing) == ("Tracked changes were taken as accepted.", "")


def test_lists_are_nested_and_numbered_as_word_numbers_them() -> None:
    draft, _ = read(DATA / "docx_lists.docx")
    assert draft.title == "Test Document"
    assert "- List item 1\n- List item 2\n  - List item 1.1\n  - List item 1.2\n" in draft.body
    assert "1. List item a\n2. List item b\n3. List item c\n" in draft.body
    assert "2. WEEKEND ERRAND LIST\n   - 2.1 Market Stops" in draft.body


def test_headings_bear_their_numbers_and_levels() -> None:
    draft, _ = read(DATA / "unit_test_headers_numbered.docx")
    heads = [line for line in draft.body.splitlines() if line.startswith("#")]
    assert heads[:2] == ["# Test Document", "## 1. Section 1"]
    assert heads[2].startswith("### 1.1")
    assert heads[2].endswith("Section 1.1")


def test_look_of_letters_and_links_stay() -> None:
    draft, _ = read(DATA / "unit_test_formatting.docx")
    assert (
        "Normal *italic* **bold** underline and [hyperlink](https://github.com/DS4SD/docling) on"
        in (draft.body)
    )
    assert "[***italic and bold hyperlink***](" in draft.body or "[*" in draft.body


def test_notes_stand_at_the_end_and_their_marks_in_the_text() -> None:
    draft, _ = read(DATA / "WC035-Footnote-After.docx")
    assert "a picture fits in your document[^1], click it" in draft.body
    assert draft.body.splitlines()[-1].startswith("[^1]: ")
    assert draft.published == PartialDate(2016, 5, 28)


def test_text_boxes_are_read_once() -> None:
    draft, _ = read(DATA / "textbox.docx")
    assert draft.body.count("conduct a preliminary assessment of the case") == 1
    assert draft.title == "傳染病通報作業流程"


def test_what_is_left_out_is_said() -> None:
    assert read(DATA / "comment-thread.docx")[1] == "2 comments left out."
    remark = read(DATA / "CA009-altChunk.docx")[1]
    assert remark == "1 comment left out. Documents embedded in it were left out."


def test_table_keeps_its_columns_and_one_of_a_single_column_is_none() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    wide = row("Year", "Tons | net") + row("2024", "59")
    assert body_of(word_file(f"<w:tbl>{wide}</w:tbl>")) == (
        "| Year | Tons \\| net |\n| --- | --- |\n| 2024 | 59 |"
    )
    assert body_of(word_file(f"<w:tbl>{row('Only')}{row('these')}</w:tbl>")) == "Only\n\nthese"


def test_field_codes_are_not_text_and_hyperlink_fields_are_links() -> None:
    def field(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText> HYPERLINK "https://a.org/x" </w:instrText></w:r>'
    words = "<w:r><w:t>the act</w:t></w:r>"
    body = f"<w:p>{field('begin')}{code}{field('separate')}{words}{field('end')}</w:p>"
    assert body_of(word_file(body)) == "[the act](https://a.org/x)"


def test_signs_of_markdown_stay_words() -> None:
    words = "# 5 *stars* [x](y) a_b_c &lt;b&gt;"
    assert body_of(word_file(paragraph(words))) == r"\# 5 \*stars\* [x\](y) a_b_c \<b>"


BOMB = "<!DOCTYPE w [" + "".join(
    f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(9)
) + '<!ENTITY e0 "ha">]>'  # fmt: skip


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (packed({"word/other.xml": "<a/>"}), "no Word file"),
        (packed({"word/document.xml": "<not closed"}), "no sound XML"),
        (word_file(""), "holds no text"),
        (word_file(paragraph("&e9;"), BOMB), "no sound XML|document type"),
        (
            word_file(paragraph("&x;"), '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
            "document type|no sound XML",
        ),
        (word_file("<w:p>" * 400 + "</w:p>" * 400), "no sound XML"),
        (word_file(paragraph("a" * 70_000_000)), "too large once unpacked"),
    ],
    ids=["empty", "cut", "other", "broken", "void", "bomb", "outside", "deep", "large"],
)
def test_unsafe_or_broken_file_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        list(read_docx("a.docx", data))


def test_relations_that_lead_out_of_the_package_open_nothing() -> None:
    relations = (
        '<Relationships><Relationship Id="r1" Type="x/styles" Target="../../../etc/passwd"/>'
        '<Relationship Id="r2" Type="x/footnotes" Target="file:///etc/passwd"/></Relationships>'
    )
    data = word_file(paragraph("Words."), **{"word/_rels/document.xml.rels": relations})
    assert body_of(data) == "Words."


def test_files_of_a_fuzzer_end_as_a_reason_or_an_article() -> None:
    for path in sorted((DATA / "hostile").glob("poi-fuzzer.*")):
        try:
            (found,) = read_old_word(path.name, path.read_bytes())
        except IntakeError:
            continue
        assert found.draft


def wrapper(suffix: str, chunk: str, body: str = "") -> bytes:
    relation = f'<Relationship Id="a" Type="x/aFChunk" Target="/word/chunk.{suffix}"/>'
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships>{relation}</Relationships>",
        f"word/chunk.{suffix}": chunk,
    }
    return word_file(f'<w:altChunk w:id="a"/>{body}', "", **parts)


def test_page_in_a_file_that_only_wraps_it_is_read() -> None:
    (found,) = read_docx("plan.docx", wrapper("html", "<h1>River plan</h1><p>Rivers rose."))
    assert found.draft is not None
    assert (found.draft.title, found.draft.body) == ("River plan", "Rivers rose.")
    assert (found.part, found.original) == ("", None)
    (plain,) = read_docx("plan.docx", wrapper("txt", "Rivers rose."))
    assert plain.draft is not None
    assert plain.draft.body == "Rivers rose."
    assert body_of(wrapper("html", "<p>More.", paragraph("Its own words"))) == "Its own words"


@pytest.mark.parametrize(("suffix", "chunk"), [("html", ""), ("exe", "MZ"), ("docx", "PK")])
def test_wrapper_of_nothing_has_a_reason(suffix: str, chunk: str) -> None:
    with pytest.raises(IntakeError, match=r"\.$"):
        list(read_docx("plan.docx", wrapper(suffix, chunk)))


def test_old_word_says_what_to_do_and_rich_text_by_that_name_is_read() -> None:
    with pytest.raises(IntakeError, match=r"save it as \.docx"):
        list(read_old_word("a.doc", (DATA / "hostile/poi-fuzzer.doc").read_bytes()))
    (found,) = read_old_word("a.doc", rb"{\rtf1\ansi Words.\par}")
    assert found.draft
    assert found.draft.body == "Words."


NAMES = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "pPr", "rPr", "numPr")
LEAVES = st.sampled_from(["<w:t>words</w:t>", "<w:br/>", "<w:tab/>", '<w:b w:val="x"/>'])


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def written(name: str, parts: list[str]) -> str:
        return f"<w:{name}>{''.join(parts)}</w:{name}>"

    return st.builds(written, st.sampled_from(NAMES), st.lists(inner, max_size=4))


@given(st.recursive(LEAVES, element, max_leaves=20))
def test_any_tree_of_elements_ends_as_an_article_or_a_reason(tree: str) -> None:
    with suppress(IntakeError):
        assert body_of(word_file(tree))
