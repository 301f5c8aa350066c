import re
from collections.abc import Sequence

from hypothesis import Phase, given, settings

from briefing.model.memo_review import ReviewChange
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from tests.review.memos import DEEDS, MEMOS, Deed, do
from tests.review.returned import applied, placed_file, printed, sent

_LOOSE = re.compile(r"[\s,☐☑]|\d+$")  # blanks, commas between notes, what a second mark says


def are_in_conflict(changes: Sequence[ReviewChange]) -> bool:
    """Tell whether a change puts words amid those that another one writes anew."""
    edits = [(number, edit) for number, one in enumerate(changes) for edit in one.edits]
    return any(
        one != other and first.start < second.start < first.end
        for one, first in edits
        for other, second in edits
    )


UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)  # an export a step makes shrinking slow


def told(lines: list[str]) -> list[str]:
    return [bare for line in lines if (bare := _LOOSE.sub("", line))]


@settings(max_examples=20, phases=UNSHRUNK)
@given(MEMOS)
def test_memo_that_came_back_untouched_is_the_same(body: str) -> None:
    review = placed_file(body, sent(body).saved())
    assert review.changes == ()
    assert applied(body, review.changes) == body


@settings(max_examples=30, phases=UNSHRUNK)
@given(MEMOS, DEEDS)
def test_accepted_changes_print_what_the_file_says(body: str, deeds: list[Deed]) -> None:
    file = sent(body)
    for deed in deeds:
        do(file, deed)
    data = file.saved()
    review = placed_file(body, data)
    if any(change.reason for change in review.changes) or are_in_conflict(review.changes):
        return  # what could not be placed is told, and conflicts are settled by hand
    new = applied(body, review.changes)
    assert told(printed(sent(new).saved())) == told(printed(data))


@settings(max_examples=10, phases=UNSHRUNK)
@given(MEMOS, DEEDS)
def test_changes_leave_other_citations_alone(body: str, deeds: list[Deed]) -> None:
    file = sent(body)
    for deed in deeds:
        do(file, deed)
    review = placed_file(body, file.saved())
    touched = [edit for change in review.changes for edit in change.edits]
    new = applied(body, review.changes)
    kept = [
        body[found.span.start : found.span.end]
        for found in find_citations(body)
        if not any(edit.start < found.span.end and found.span.start < edit.end for edit in touched)
    ]
    left = [new[found.span.start : found.span.end] for found in find_citations(new)]
    for citation in kept:
        assert citation in left
        left.remove(citation)
    assert parse(new).blocks or not new.strip()
