"""A PDF is accessible and fit for an archive at once; an independent checker says so, offline."""

import re

import pytest
from page import ValidationProfile, validate_pdf_bytes

from briefing.export.typst_pages import write_pdf
from briefing.model.publication import Publication
from briefing.model.template import NoteStyle
from tests.export.pictures import dot
from tests.export.publications import (
    EVERY_ELEMENT,
    MAP,
    RESOURCES,
    WHOLE_MEMO,
    make_publication,
)

UA, A = ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A
DATED = (("from", "Western Hemisphere desk"), ("date", "2025-09-05"))
# Neither standard allows a sign that no font has: only what the shipped fonts hold is the same
# on every machine.
_FOREIGN = re.compile("[\u0590-\u06ff\U0001f600]+")
_LENGTH = "STREAM-LENGTH"
_STREAM = re.compile(rb"/Length (\d+)(?! \d+ R)[^>]*>>\s*?stream(?:\r\n|\n)")
_STREAM_END = re.compile(rb"\r?\n?endstream")
PRINTABLE = _FOREIGN.sub("words", EVERY_ELEMENT)


def publication(
    markdown: str = PRINTABLE, front_matter: tuple[tuple[str, str], ...] = DATED, **parts: object
) -> Publication:
    return make_publication(markdown, front_matter=front_matter, **parts)


def failures(data: bytes, profile: ValidationProfile) -> list[str]:
    """Return the rules that a file breaks.

    The checker takes a stream's own last byte, where that is a carriage return, for a line end;
    the lengths of streams are held to their ends here.
    """
    report = validate_pdf_bytes(data, profile=profile)
    for told in _STREAM.finditer(data):
        assert _STREAM_END.match(data, told.end() + int(told[1]))
    return [
        f"{one.rule_id}: {one.message}" for one in report.failures if _LENGTH not in one.rule_id
    ]


@pytest.mark.parametrize("notes", list(NoteStyle))
def test_every_element_meets_both_standards(notes: NoteStyle) -> None:
    written = write_pdf(publication(note_style=notes), RESOURCES)
    assert written.warnings == ()
    assert failures(written.data, UA) == []
    assert failures(written.data, A) == []


def test_memo_of_all_that_a_memo_can_hold_meets_both() -> None:
    written = write_pdf(publication(_FOREIGN.sub("words", WHOLE_MEMO), pictures=(MAP,)), RESOURCES)
    assert written.warnings == ()
    assert failures(written.data, UA) == failures(written.data, A) == []


def test_headings_that_skip_levels_are_mended_in_print() -> None:
    written = write_pdf(publication("#### Deep\n\nA.\n\n## High\n\n##### Deeper\n\nB."), RESOURCES)
    assert written.warnings == ()
    assert failures(written.data, UA) == []


def test_undated_memo_is_accessible_and_says_why_it_is_not_for_archives() -> None:
    written = write_pdf(publication(front_matter=(("date", "soon"),)), RESOURCES)
    assert written.warnings == ("The PDF is not PDF/A-2a (for archives): missing document date.",)
    assert failures(written.data, UA) == []


def test_file_tells_the_memos_date_and_none_of_its_own() -> None:
    data = write_pdf(publication(), RESOURCES).data
    assert b"D:20250905" in data
    assert b"<xmp:CreateDate>2025-09-05" in data
    assert data == write_pdf(publication(), RESOURCES).data


def test_picture_with_words_is_read_aloud() -> None:
    written = write_pdf(publication("![A grey dot](picture:dot)", pictures=(dot(),)), RESOURCES)
    assert written.warnings == ()
    assert failures(written.data, UA) == failures(written.data, A) == []


def test_picture_without_words_is_told_and_the_file_written_all_the_same() -> None:
    written = write_pdf(publication("A.\n\n![](picture:dot)", pictures=(dot(),)), RESOURCES)
    (warning,) = written.warnings
    assert warning.startswith("The PDF is not PDF/UA-1 (accessible)")
    assert "alt" in warning
    assert written.data.startswith(b"%PDF")


def test_sign_of_private_use_is_told() -> None:
    (warning,) = write_pdf(publication("Private \ue123 sign."), RESOURCES).warnings
    assert warning.startswith("The PDF is not PDF/A-2a")
