"""The head of a memo under review, read: what it says now, and what the analyst changed in it."""

from collections.abc import Iterator

from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, FieldEdit
from briefing.model.review_head import ReviewHead
from briefing.model.review_record import Review
from briefing.services.memo_head import head_fields
from briefing.services.template_shelf import library_shelf
from briefing.store import memos, versions
from briefing.store.library_file import Library
from briefing.text.dates import read_date


def review_head(library: Library, review: Review) -> ReviewHead:
    """Return the head of a review's memo; what was applied of the review is not the analyst's."""
    connection = library.reader()
    memo = memos.get(connection, review.memo_uid)
    was = dict(versions.get(connection, review.memo_uid, review.version).fields)
    fields = head_fields(memo, library_shelf(library).find(memo.template))
    known = _applied(review)
    own = (one.name for one in fields if not _is_known(memo, one.name, was, known))
    return ReviewHead(fields, tuple(own))


def _is_known(memo: Memo, name: str, was: dict[str, str], known: set[tuple[str, str]]) -> bool:
    """Tell whether a field says what the version said, or what was taken from the review."""
    value = memo.field(name)
    return value.strip() == was.get(name, "").strip() or (name, value) in known


def _applied(review: Review) -> set[tuple[str, str]]:
    return {
        said
        for change in review.content.changes
        if change.field is not None and change.number in review.applied
        for said in _said(change.field, review.decision(change.number))
    }


def _said(field: FieldEdit, decision: Decision) -> Iterator[tuple[str, str]]:
    """Yield what a change put into its field: its own words, or those it was taken with."""
    text = field.text if decision.text is None else decision.text
    yield field.name, text
    date = read_date(text)
    if date is not None:
        yield field.name, str(date)
