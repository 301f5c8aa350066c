"""Builders of reviews for the tests of merging."""

from briefing.model.ids import Uid
from briefing.model.memo_review import (
    Decision,
    MemoEdit,
    MemoReview,
    ReviewChange,
    ReviewKind,
    Verdict,
)


def make_change(
    number: int, *edits: tuple[int, int, str], author: str = "A. Secretary", file: str = "a.docx"
) -> ReviewChange:
    """Return a change that puts texts in the places of code points."""
    return ReviewChange(
        number=number,
        kind=ReviewKind.REPLACED,
        author=author,
        date="2025-09-04T18:02:00Z",
        file=file,
        section="",
        before="",
        after="".join(text for _, _, text in edits),
        edits=tuple(MemoEdit(*edit) for edit in edits),
    )


def worded(
    body: str, number: int, old: str, new: str, author: str = "A. Secretary", file: str = "a.docx"
) -> ReviewChange:
    """Return a change of words that a body has once."""
    start = body.index(old)
    return make_change(number, (start, start + len(old), new), author=author, file=file)


def make_content(body: str, *changes: ReviewChange) -> MemoReview:
    """Return what files say of version 12 of a memo."""
    files = tuple(dict.fromkeys(change.file for change in changes))
    return MemoReview(Uid("m"), 12, body, files, changes, ())


def accepted(*numbers: int) -> dict[int, Decision]:
    """Return decisions that accept changes."""
    return {number: Decision(Verdict.ACCEPTED) for number in numbers}
