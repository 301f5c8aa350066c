"""Memos exported, changed as reviewers do and set against what was sent: for tests of placing."""

from collections.abc import Iterable
from dataclasses import replace

from briefing.export.docx.document_writer import write_docx
from briefing.model.ids import Uid
from briefing.model.memo_review import MemoEdit, MemoReview, ReviewChange
from briefing.model.word_review import ReviewedFile
from briefing.review.placing.placing import placed
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from briefing.text.blocks import parse
from tests.export.publications import RESOURCES, STYLE, make_publication
from tests.review.tracked_edits import TrackedFile


def exported(body: str) -> bytes:
    """Return a memo's Word file."""
    return write_docx(make_publication(body), STYLE, RESOURCES).data


def sent(body: str) -> TrackedFile:
    """Return a memo's Word file as a reviewer has it."""
    return TrackedFile(exported(body))


def placed_file(body: str, returned: bytes) -> MemoReview:
    """Return what a file that came back would change in a memo."""
    return placed_reading(body, read_reviewed(returned, "back.docx"))


def placed_reading(body: str, returned: ReviewedFile) -> MemoReview:
    """Return what a file that was read would change in a memo."""
    original = read_reviewed(exported(body), "sent.docx")
    return placed(Uid("memo"), 1, body, original, returned, parse(body))


def applied(body: str, changes: Iterable[ReviewChange]) -> str:
    """Return the body with the edits of changes; what two of them take away goes once."""
    edits = sorted(
        (edit.start, edit.end, number, place, edit)
        for number, change in enumerate(changes)
        for place, edit in enumerate(change.edits)
    )
    parts: list[str] = []
    at = 0
    for start, end, _, _, edit in edits:
        parts += [body[at : max(start, at)], edit.text]
        at = max(at, end)
    return "".join([*parts, body[at:]])


def accepted(body: str, returned: TrackedFile) -> str:
    """Return the body with every change of a file in it; all of them must have been placed."""
    review = placed_file(body, returned.saved())
    assert [change.reason for change in review.changes if not change.edits] == []
    return applied(body, review.changes)


def printed(data: bytes) -> list[str]:
    """Return the words of a file's body, a paragraph each, all changes accepted."""
    file = read_reviewed(data, "a.docx")
    body = replace(file, paragraphs=tuple(one for one in file.paragraphs if one.part == "body"))
    lines = resolved_text(body, accept=True).split("\n")
    return [" ".join(line.split()) for line in lines if line.strip()]


def edit_of(change: ReviewChange) -> MemoEdit:
    """Return the only edit of a change."""
    (edit,) = change.edits
    return edit
