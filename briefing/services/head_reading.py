"""The head of a memo under review, read: what it says now, and what the analyst changed in it."""

from collections.abc import Iterator

from briefing.model.memo import Memo
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
    return {one for number in review.applied for one in _said(review, number)}


def _said(review: Review, number: int) -> Iterator[tuple[str, str]]:
    """Yield what a change put into its field: its own words, or those it was taken with."""
    field = next((one.field for one in review.content.changes if one.number == number), None)
    if field is None:
        return
    words = review.decision(number).text
    text = field.text if words is None else words
    yield field.name, text
    date = read_date(text)
    if date is not None:
        yield field.name, str(date)
