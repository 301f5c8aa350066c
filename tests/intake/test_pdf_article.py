"""PDF files become articles: their words in reading order, their pages, or the reason why not."""

import re
from html import unescape
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.pdf_article import read_pdf
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

DATA = Path(__file__).parents[1] / "data/documents"
WORDS = re.compile(r"\w+")
ENGLISH = "This sentence has words enough to fill more than a single line of its narrow column. "


def read(path: Path) -> tuple[DraftArticle, str]:
    (found,) = read_pdf(path.name, path.read_bytes())
    assert found.draft is not None
    return found.draft, found.remark


def draft_of(source: str, name: str = "a-report.pdf") -> DraftArticle:
    (found,) = read_pdf(name, typst.compile(source.encode()))
    assert found.draft is not None
    return found.draft


@pytest.mark.parametrize("name", ["EO_12986", "EO_13050"])
def test_order_has_every_word_of_its_text_edition(name: str) -> None:
    draft, remark = read(DATA / f"{name}.pdf")
    gold = unescape(re.sub("<[^>]*>", "", (DATA / f"{name}.htm").read_text("utf-8", "replace")))
    gold = re.sub(r"\[\[Page \d+\]\]|\(Presidential Sig\.\).*|_{5,}", "", gold)
    wanted = WORDS.findall(gold[gold.index("Federal Register / Vol") :].casefold())
    found = WORDS.findall(draft.body.casefold())
    assert sorted(set(wanted) - set(found)) == []
    assert len(found) == pytest.approx(len(wanted), abs=3)
    assert remark == ""


def test_order_has_its_pages_its_date_and_no_running_heads() -> None:
    draft, _ = read(DATA / "EO_13050.pdf")
    (first, label), (second, next_label) = draft.pages
    assert (first, label, next_label) == (0, "32987", "32988")
    assert 0 < second < len(draft.body)
    assert "Federal Register / Vol" not in draft.body
    assert (draft.published, draft.date_origin) == (PartialDate(1997, 6, 17), DateOrigin.PAGE)
    assert "President’s Initiative on Race" in draft.body
    assert "Federal Register / Vol" in draft.raw_text


def test_report_has_headings_title_language_and_date_of_its_title() -> None:
    draft, _ = read(DATA / "2023-06-20-PV.pdf")
    assert draft.title.startswith("Comité de démolition - Procès-verbal")
    assert (draft.published, draft.language) == (PartialDate(2023, 6, 20), "FR-CA")
    assert "## 1. Ouverture de la séance\n\nLa séance est ouverte à 16h00." in draft.body
    assert "d’urbanisme, qui agit à titre de comité local du patrimoine" in draft.body
    assert "demande de démolition 2023-0379;" in draft.body


def test_paragraph_over_a_page_is_one_and_page_numbers_are_none_of_it() -> None:
    draft, _ = read(DATA / "pdflatex-outline.pdf")
    assert [label for _, label in draft.pages] == ["1", "2", "3", "4"]
    assert "how the letters are written and an impression" in draft.body
    for start, _ in draft.pages[1:]:
        assert draft.body[start - 1].isspace()
        assert not draft.body[start].isspace()


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_read_one_after_the_other(columns: int) -> None:
    numbered = "".join(f"Number{i:03d} {ENGLISH}#parbreak()" for i in range(30))
    draft = draft_of(f"#set page(columns: {columns})\n#set par(justify: true)\n{numbered}")
    found = re.findall(r"Number(\d+)", draft.body)
    assert [int(number) for number in found] == list(range(30))
    paragraphs = draft.body.split("\n\n")
    assert paragraphs == [f"Number{i:03d} {ENGLISH.strip()}" for i in range(30)]


def test_rows_of_a_table_stay_together() -> None:
    cells = ", ".join(f"[Land{i}], [{i} t], [note{i}]" for i in range(8))
    draft = draft_of(f"#table(columns: (1fr, 1fr, 1fr), stroke: none, {cells})")
    assert re.findall(r"Land\d \d t note\d", draft.body) == [
        f"Land{i} {i} t note{i}" for i in range(8)
    ]


def test_broken_words_are_whole_and_own_hyphens_stay() -> None:
    source = (
        '#set page(width: 7cm, height: 20cm)\n#set text(hyphenate: true, lang: "en")\n'
        "#set par(justify: true)\n" + "Notwithstanding internationalisation considerations. " * 12
        + "A long-term decision."
    )  # fmt: skip
    draft = draft_of(source)
    assert set(re.findall(r"[A-Za-z-]{6,}", draft.body)) == {
        "Notwithstanding", "internationalisation", "considerations", "long-term", "decision",
    }  # fmt: skip


def test_largest_words_are_the_title_and_the_label_of_the_file_counts() -> None:
    source = '#set page(numbering: "i")\n#text(22pt)[Trade after the Accord]\n\n' + ENGLISH * 9
    draft = draft_of(source + "#pagebreak()" + ENGLISH * 9)
    assert draft.title == "Trade after the Accord"
    assert [label for _, label in draft.pages] == ["i", "ii"]
    assert draft_of(ENGLISH, "the-report_2.pdf").title == "the report 2"


def test_turned_page_reads_like_any_other() -> None:
    draft = draft_of("#set page(flipped: true)\n#lorem(200)\n\n" + ENGLISH)
    assert ENGLISH.strip() in draft.body


@pytest.mark.parametrize("turn", [-90, 90, 180])
def test_text_set_sideways_reads_like_any_other(turn: int) -> None:
    draft = draft_of(f"#rotate({turn}deg, reflow: true)[#box(width: 15cm)[{ENGLISH * 2}]]")
    assert draft.body == (ENGLISH * 2).strip()


def test_stamp_at_another_angle_stands_whole_after_the_text() -> None:
    stamp = "#place(left + horizon, rotate(-90deg)[Draft of May 2024, not for quotation])"
    draft = draft_of(f"{stamp}\n{ENGLISH * 3}")
    assert draft.body == f"{(ENGLISH * 3).strip()}\n\nDraft of May 2024, not for quotation"


def form(subtype: str, shown: str, *, is_hidden: bool = False) -> bytes:
    """Return a PDF of one line, and what was filled in or typed below it (ISO 32000-1, 12.5.5)."""
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    line = "BT /F 12 Tf 50 700 Td (Name of the applicant) Tj ET"
    look = f"BT /F 12 Tf 2 5 Td ({shown}) Tj ET"
    flags = 2 if is_hidden else 4
    objects = (
        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources{font}"
            "/Contents 4 0 R/Annots[5 0 R]>>"
        ),
        f"<</Length {len(line)}>>\nstream\n{line}\nendstream",
        (
            f"<</Type/Annot/Subtype/{subtype}/FT/Tx/T(a)/V({shown})/Rect[50 640 300 660]"
            f"/F {flags}/AP<</N 6 0 R>>>>"
        ),
        (
            f"<</Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources{font}"
            f"/Length {len(look)}>>\nstream\n{look}\nendstream"
        ),
    )
    body = "".join(f"{at} 0 obj\n{one}\nendobj\n" for at, one in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer\n<</Root 1 0 R>>\n%%EOF\n".encode()


@pytest.mark.parametrize("subtype", ["Widget", "FreeText"])
def test_what_was_filled_into_a_form_is_read_with_it(subtype: str) -> None:
    (found,) = read_pdf("form.pdf", form(subtype, "Ana Ruiz of Porto"))
    assert found.draft is not None
    assert found.draft.body == "Name of the applicant\n\nAna Ruiz of Porto"


def test_field_that_is_not_shown_is_not_read() -> None:
    (found,) = read_pdf("form.pdf", form("Widget", "Ana Ruiz of Porto", is_hidden=True))
    assert found.draft is not None
    assert found.draft.body == "Name of the applicant"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("pdf-with-jbig2.pdf", "It is a scan: its pages hold no text."),
        ("hostile/password.pdf", "protected by a password"),
        ("docx_lists.docx", "It is no PDF"),
    ],
)
def test_what_is_no_article_says_why(path: str, reason: str) -> None:
    with pytest.raises(IntakeError, match=reason):
        list(read_pdf("a.pdf", (DATA / path).read_bytes()))


@given(st.integers(0, 48_000))
def test_cut_file_ends_as_an_article_or_a_reason(length: int) -> None:
    data = (DATA / "pdflatex-outline.pdf").read_bytes()[:length]
    try:
        (found,) = read_pdf("a.pdf", data)
    except IntakeError:
        return
    assert found.draft
    assert found.draft.body
