"""Which changes a flag may be of: those of one paragraph, each with the words it is taken with."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from briefing.model.memo_review import Decision, ReviewChange
from briefing.model.review_record import Merged
from briefing.review.merging.file_hunks import edited
from briefing.text.citations import find_citations

_GAP = re.compile(r"\n[ \t]*\n")
_EDGE = 3  # code points: a change at the end of a paragraph may join the next one to it


def beside(merged: Merged, numbers: Iterable[int]) -> set[int]:
    """Return changes together with all that stand in their paragraphs, or in those of these."""
    starts = [match.end() for match in _GAP.finditer(merged.body)]
    of_change: dict[int, range] = {}
    of_paragraph: dict[int, list[int]] = {}
    for one in merged.spans:
        first, last = bisect_right(starts, one.start - _EDGE), bisect_right(starts, one.end + _EDGE)
        of_change[one.number] = range(first, last + 1)
        for paragraph in of_change[one.number]:
            of_paragraph.setdefault(paragraph, []).append(one.number)
    found: set[int] = set()
    waiting = list(numbers)
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            for paragraph in of_change.get(number, range(0)):
                waiting += of_paragraph.pop(paragraph, ())
    return found


def as_taken(change: ReviewChange, decision: Decision) -> ReviewChange:
    """Return a change with the words that it was decided with, where these are others."""
    if decision.text is None or not change.edits:
        return change
    words = decision.text
    for cited in reversed(find_citations(words)):
        words = words[: cited.span.start] + words[cited.span.end :]
    edits = edited(change.edits, decision.text)
    return replace(change, edits=tuple(edits), after=" ".join(words.split()))
