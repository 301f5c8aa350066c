"""A PDF to an article: its text as it is read, with a page map; worker processes only."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, cast

from pypdfium2 import PdfDocument, PdfiumError, raw  # pyright: ignore[reportMissingTypeStubs]

from briefing.errors import IntakeError
from briefing.intake import field_readers
from briefing.intake.document_properties import sensible_authors, sensible_title
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.pdf_body import paged_body
from briefing.intake.pdf_characters import page_text
from briefing.intake.pdf_columns import reading_order, single_line
from briefing.intake.pdf_hyphens import spelled_out, vocabulary
from briefing.intake.pdf_margins import PageLines, without_margins
from briefing.intake.pdf_paragraphs import Kind, Measure, Paragraph, measure, paragraphs
from briefing.intake.pdf_segment import PageText
from briefing.intake.printed_date import printed_date
from briefing.intake.text_article import title_of_file
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

MAX_PAGES = 2_500
_MIN_SCAN_CHARACTERS = 8  # fewer on every page: what a scanner stamps, not a text
_UNREADABLE = 0.5  # share of characters without a meaning that makes a text unreadable
_CREATED = re.compile(r"(?:D:)?(\d{4})(\d{2})?(\d{2})?")
_HEADER = re.compile(rb"%PDF-")
_TITLE_LENGTH = 300
_TABLE_CELLS = 3  # runs apart on one line that make it a table's row
_LONGEST_TAG = 64  # UTF-16 units
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


def read_pdf(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield the article that a PDF is; raises IntakeError where it holds no text to be had."""
    with closing(_opened(data)) as document:
        texts, broken = _texts(document)
        _check(texts, broken, len(document))
        said = document.get_metadata_dict()
        language = _language(document)
        remark = _remark(texts, broken, len(document))
    yield FoundArticle(_draft(name, texts, said, language), remark=remark)


def _opened(data: bytes) -> PdfDocument:
    if not _HEADER.search(data[:4096]):
        raise IntakeError("It is no PDF, whatever its name says.")
    try:
        return PdfDocument(data)
    except PdfiumError as fault:
        if getattr(fault, "err_code", None) == _PASSWORD_ERROR or "assword" in str(fault):
            raise IntakeError(
                "It is protected by a password; save it without one and import it again."
            ) from None
        raise IntakeError("It is damaged: its pages cannot be found.") from None


def _texts(document: PdfDocument) -> tuple[list[PageText], int]:
    """Return the pages that can be read, and how many cannot."""
    texts: list[PageText] = []
    broken = 0
    for index in range(min(len(document), MAX_PAGES)):
        try:
            texts.append(page_text(document, index))
        except PdfiumError:
            broken += 1
    return texts, broken


def _check(texts: Sequence[PageText], broken: int, count: int) -> None:
    known = sum(_letters(page) for page in texts)
    unmapped = sum(page.unmapped for page in texts)
    if unmapped > _UNREADABLE * (known + unmapped) and unmapped > _MIN_SCAN_CHARACTERS:
        raise IntakeError("Its fonts do not say which letters they draw: no text can be had.")
    if known == 0 and broken == count:
        raise IntakeError("It is damaged: none of its pages can be read.")
    if known == 0:
        raise IntakeError("It is a scan: its pages hold no text.")


def _letters(page: PageText) -> int:
    return sum(sum(map(str.isalnum, segment.text)) for segment in (*page.segments, *page.asides))


def _remark(texts: Sequence[PageText], broken: int, count: int) -> str:
    remarks: list[str] = []
    if broken:
        remarks.append(f"{broken} of its {count} pages are damaged and were left out.")
    empty = sum(_letters(page) == 0 for page in texts)
    if empty:
        remarks.append(f"{empty} of its {count} pages hold no text: they are pictures or empty.")
    if count > MAX_PAGES:
        remarks.append(f"Only its first {MAX_PAGES} pages of {count} were read.")
    if any(page.unmapped for page in texts):
        remarks.append("Some of its characters have no meaning and were left out.")
    return " ".join(remarks)


def _draft(
    name: str, texts: Sequence[PageText], said: dict[str, str], language: str
) -> DraftArticle:
    drawn = [_lines(page) for page in texts]
    cleaned = without_margins(drawn)
    usual = measure(cleaned)
    found = paragraphs(cleaned, usual)
    words = vocabulary(line.text for page in cleaned for line in page.lines)
    body = paged_body(found, usual, {page.number: page.label for page in cleaned}, words)
    first = [one for one in found if one.lines[0][0] == texts[0].number]
    title = sensible_title(said.get("Title", "")) or _largest(first, usual) or title_of_file(name)
    printed = printed_date((title, *_front(first, drawn[0])))
    published = printed or _created(said.get("CreationDate", ""))
    return DraftArticle(
        title=title,
        body=body.text,
        authors=sensible_authors(said.get("Author", "")),
        published=published,
        date_origin=DateOrigin.PAGE if published else DateOrigin.NONE,
        language=language,
        pages=body.pages,
        raw_text="\f".join(page.raw for page in texts),
    )


def _lines(page: PageText) -> PageLines:
    """Return a page's lines as they are read, what stands askew at its end."""
    lines = (*reading_order(page.segments), *map(single_line, page.asides))
    return PageLines(page.number, page.label, page.height, lines)


def _front(first: Sequence[Paragraph], page: PageLines) -> Iterator[str]:
    """Yield what may bear the date: the blocks of page one, then its lines, margins included."""
    for paragraph in first:
        if paragraph.first.cells < _TABLE_CELLS:
            yield " ".join(line.text for _, line in paragraph.lines)
    edges = sorted(page.lines, key=lambda line: line.top)
    yield from (line.text for line in (*edges[:3], *edges[-3:]))


def _largest(first: Sequence[Paragraph], usual: Measure) -> str:
    """Return the largest words of the first page where they are larger than its text."""
    headings = [one for one in first if one.kind is Kind.HEADING]
    if not headings:
        headings = [one for one in first[:3] if one.kind is Kind.BOLD_HEADING]
    size = max((one.first.size for one in headings), default=usual.size)
    lines: list[str] = []
    for paragraph in headings:
        if abs(paragraph.first.size - size) <= 0.5:
            lines += [line.text for _, line in paragraph.lines]
        elif lines:
            break
    title = " ".join(" ".join(map(spelled_out, lines)).split())
    return title if len(title) <= _TITLE_LENGTH else ""


def _created(stated: str) -> PartialDate | None:
    """Return the day on which the file was made (PDF 32000-1, 7.9.4)."""
    match = _CREATED.match(stated)
    if match is None:
        return None
    try:
        return PartialDate(*(int(part) if part else None for part in match.groups()))  # pyright: ignore[reportArgumentType]
    except ValueError:
        return None


def _language(document: PdfDocument) -> str:
    """Return the language that the catalogue states (PDF 32000-1, 14.9.2); nothing where none."""
    pdfium = cast("Any", raw)
    buffer = (ctypes.c_ushort * _LONGEST_TAG)()
    size: int = pdfium.FPDFCatalog_GetLanguage(document, buffer, ctypes.sizeof(buffer))
    stated = bytes(buffer)[: max(0, min(size, ctypes.sizeof(buffer)) - 2)].decode(
        "utf-16-le", "ignore"
    )
    return field_readers.language(stated) or ""
