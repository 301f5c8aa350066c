"""The fields of a memo's head merged: each is a text of its own, with conflicts of its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.model.memo_review import Decision, MemoEdit, MemoReview, ReviewChange
from briefing.model.partial_date import PartialDate
from briefing.model.review_record import ConflictDecision, MergeConflict, Merged
from briefing.review.three_way import merge
from briefing.text.dates import read_date

Field = Callable[[str], str]


def with_head(
    merged: Merged,
    content: MemoReview,
    field: Field,
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
    applied: frozenset[int] = frozenset(),
) -> Merged:
    """Return a merged memo with what the changes of its head make of its fields.

    `field` tells what the memo says now. Conflicts of the head come before those of the text.
    """
    values: list[tuple[str, str]] = []
    conflicts: list[MergeConflict] = []
    for name, base, changes in _by_field(content.changes):
        own = replace(content, body=base, changes=changes, threads=())
        one = merge(own, field(name), decisions, settled, applied)
        values.append((name, _held(one.body, base, changes)))
        section = changes[0].section
        conflicts += [
            replace(each, start=0, end=0, section=section, is_in_head=True)
            for each in one.conflicts
        ]
    return replace(merged, fields=tuple(values), conflicts=(*conflicts, *merged.conflicts))


def _held(value: str, base: str, changes: Sequence[ReviewChange]) -> str:
    """Return a value as the memo holds it: a date that was typed in words as a date."""
    value = " ".join(value.split())
    others = (base, *(one.field.text for one in changes if one.field is not None))
    date = read_date(value) if any(_is_date(other) for other in others) else None
    return str(date) if date is not None else value


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True


def _by_field(
    changes: Sequence[ReviewChange],
) -> Iterator[tuple[str, str, tuple[ReviewChange, ...]]]:
    """Yield the fields that changes are about, what each was, and its changes as edits of it."""
    found: dict[str, list[ReviewChange]] = {}
    for change in changes:
        if change.field is not None:
            found.setdefault(change.field.name, []).append(change)
    for name, some in found.items():
        base = next(one.field.before for one in some if one.field is not None)
        edited = tuple(
            replace(one, edits=(MemoEdit(0, len(base), one.field.text),))
            for one in some
            if one.field is not None
        )
        yield name, base, edited
