from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from briefing.errors import ExportError
from briefing.export.typst_pages import lay_out, write_pdf
from briefing.model.template import NoteStyle
from tests.export.publications import EVERY_ELEMENT, MAP, RESOURCES, make_publication


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [document[index] for index in range(len(document))]
        texts = [page.get_textpage() for page in pages]
        words = " ".join(" ".join(text.get_text_bounded().split()) for text in texts)
        for thing in (*texts, *pages):
            thing.close()
        return words
    finally:
        document.close()


def test_pages_show_the_memo() -> None:
    words = words_of(lay_out(make_publication(), RESOURCES).pdf)
    for expected in (
        "Decision memo",
        "TLP:AMBER · 1 of 2",
        "Western Hemisphere desk",
        "“U.S. and Mexico Vow to Fight Crime",
        "3 September 2025, p. 3",
    ):
        assert expected in words


def test_endnotes_stand_at_the_end() -> None:
    words = words_of(write_pdf(make_publication(note_style=NoteStyle.ENDNOTES), RESOURCES).data)
    assert words.index("at the end.") < words.index("3 September 2025, p. 3")


def test_every_block_has_its_place() -> None:
    pages = lay_out(make_publication(), RESOURCES)
    assert pages.count == 2
    spans = [place.span for place in pages.places]
    assert spans[0].start == EVERY_ELEMENT.index("## Bottom line")
    assert EVERY_ELEMENT[spans[1].start :].startswith("Mexico will cooperate")
    downwards = [(place.page, place.y_points) for place in pages.places]
    assert downwards == sorted(downwards)
    assert all(0 < place.y_points < 792 and 1 <= place.page <= 2 for place in pages.places)


def test_same_memo_gives_same_bytes() -> None:
    assert write_pdf(make_publication(), RESOURCES) == write_pdf(make_publication(), RESOURCES)


def test_empty_memo_is_one_page() -> None:
    pages = lay_out(make_publication("", fields=(), heading="", marking=""), RESOURCES)
    assert (pages.count, pages.places) == (1, ())


def test_pages_are_laid_out_on_any_thread() -> None:
    memos = [make_publication(f"## Memo {n}\n\nText.") for n in range(4)]
    with ThreadPoolExecutor(2) as pool:
        laid_out = list(pool.map(lambda memo: lay_out(memo, RESOURCES), memos))
    assert [f"Memo {n}" in words_of(pages.pdf) for n, pages in enumerate(laid_out)] == [True] * 4


def test_same_memo_is_laid_out_once() -> None:
    first = lay_out(make_publication(), RESOURCES)
    assert lay_out(make_publication(), RESOURCES) is first
    assert lay_out(make_publication(heading="Another"), RESOURCES) is not first


def test_what_typst_does_not_take_is_told_in_a_sentence(tmp_path: Path) -> None:
    look = RESOURCES / "docx" / "memo.typ"
    (tmp_path / "docx").mkdir()
    broken = look.read_text(encoding="utf-8").replace("#let rule()", "#let rule(")
    (tmp_path / "docx" / "memo.typ").write_text(broken, encoding="utf-8")
    with pytest.raises(ExportError, match=r"^The pages cannot be laid out: .*\.$"):
        lay_out(make_publication(), tmp_path)


def test_damaged_picture_is_left_out_and_told_and_its_words_stand_there() -> None:
    cut = replace(MAP, key="cut", name="Cut", data=MAP.data[:600])
    markdown = "Before.\n\n![The pass](picture:cut)\n\n![The map](picture:map)\n\nAfter."
    publication = make_publication(markdown, pictures=(cut, MAP))
    written = write_pdf(publication, RESOURCES)
    assert [one for one in written.warnings if "“Cut” is damaged" in one]
    assert not [one for one in written.warnings if "“Map”" in one]
    assert b"/Subtype /Image" in written.data or b"/Subtype/Image" in written.data
    assert lay_out(publication, RESOURCES).count == 1
