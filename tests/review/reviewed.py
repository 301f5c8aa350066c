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

BODY = """# Background

On 3 September the two governments agreed to step up security cooperation and to limit migration.
They set up a bilateral high-level group to coordinate actions [@nyt2025vow, p. 3].

Mexico has sent 59 high-value targets to the United States. Public opinion has hardened. A
further strike could end the talks.

## Options

1. Back the group now. Keeps the channel open; low cost.
"""


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
