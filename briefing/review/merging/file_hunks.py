"""The changes of a review as hunks: edited words in place, equal ones of two files as one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.model.memo_review import Decision, MemoEdit, ReviewChange
from briefing.review.merging.combining import JOIN
from briefing.review.merging.hunks import Hunk, PlaceMap, in_order, overlaps, settled_place
from briefing.text.span_index import SpanIndex

_STOPS = tuple(".,;:!?)]}”’»")


def file_hunks(changes: Iterable[ReviewChange], decisions: Mapping[int, Decision]) -> list[Hunk]:
    """Return the hunks of changes in order, with the analyst's words where there are any."""
    found: list[Hunk] = []
    for change in changes:
        decision = decisions.get(change.number)
        edits = change.edits
        if decision and decision.text is not None:
            edits = edited(change.edits, decision.text)
        files = frozenset(change.file.split(JOIN))
        found += (Hunk(one.start, one.end, one.text, (change.number,), files) for one in edits)
    return _each_once(_split(list(_untangled(found))))


def edited(edits: Sequence[MemoEdit], text: str) -> tuple[MemoEdit, ...]:
    """Return edits that bring other words: in place of the one that brings most.

    Where several bring words, as the marks around words that become bold do, all from the first
    to the last is replaced.
    """
    bringing = [one for one in edits if one.text.strip()]
    if not edits:
        return ()
    if len(bringing) > 1 and not any(len(one.text) > 4 for one in bringing):
        start, end = min(one.start for one in edits), max(one.end for one in edits)
        return (MemoEdit(start, end, text),)
    target = max(bringing or edits, key=lambda one: (len(one.text), one.end - one.start))
    words = replace(target, text=_spaced(target.text, text))
    return tuple(words if one is target else one for one in edits)


def without_mine(
    base: str, theirs: Iterable[Hunk], mine: Sequence[Hunk]
) -> tuple[list[Hunk], dict[Hunk, Hunk]]:
    """Return the hunks that the analyst did not make too; and those that were, with the twin."""
    known = {settled_place(base, one): one for one in mine}
    left: list[Hunk] = []
    twins: dict[Hunk, Hunk] = {}
    for one in theirs:
        twin = known.get(settled_place(base, one)) or _swallowed(one, mine)
        if twin:
            twins[one] = twin
        else:
            left.append(one)
    return left, twins


def moved_on(hunks: Iterable[Hunk], done: Sequence[Hunk]) -> list[Hunk]:
    """Return hunks as they stand in a base that has others of the review in it already."""
    before = in_order(done)
    places = PlaceMap(before)
    found: list[Hunk] = []
    for one in hunks:
        if not one.is_insertion:
            found.append(replace(one, start=places.start(one.start), end=places.end(one.end)))
            continue
        place = places.end(one.start)
        here = (other for other in before if other.is_insertion and other.start == one.start)
        place += sum(len(other.text) for other in here if other.changes < one.changes)
        found.append(replace(one, start=place, end=place))
    return found


def apart(hunks: Iterable[Hunk], others: Iterable[Hunk]) -> list[Hunk]:
    """Return hunks that overlap neither others nor one another, the first ones first."""
    there = SpanIndex(others, lambda one: (one.start, one.end))
    found: list[Hunk] = []
    for one in in_order(hunks):
        near = there.near(one.start, one.end)
        if not any(overlaps(one, other) for other in (*near, *found[-1:])):
            found.append(one)
    return found


def _swallowed(one: Hunk, mine: Sequence[Hunk]) -> Hunk | None:
    """Return the analyst's deletion that took away more than a reviewer's does."""
    if not one.is_deletion:
        return None
    wider = (
        other
        for other in mine
        if other.is_deletion
        and not other.move
        and other.start <= one.start
        and one.end <= other.end
    )
    return next(wider, None)


def _untangled(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield hunks of which none of one file overlap but deletions.

    Two changes of one file may both take the gap between two paragraphs: then what a hunk brings
    and what it takes are parted.
    """
    tangled: set[int] = set()
    ordered = sorted(range(len(hunks)), key=lambda number: hunks[number].start)
    for place, number in enumerate(ordered):
        one = hunks[number]
        for other in ordered[place + 1 :]:
            if hunks[other].start >= one.end:
                break
            if one.files & hunks[other].files and overlaps(one, hunks[other]):
                tangled |= {number, other}
    for number, one in enumerate(hunks):
        if number in tangled and one.text and not one.is_insertion:
            yield replace(one, end=one.start)
            yield replace(one, text="")
        else:
            yield one


def _split(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield hunks, deletions cut where another one begins or ends: what both delete is one.

    They are cut also where their own file brings something within.
    """
    cuts = sorted({place for one in hunks if one.is_deletion for place in (one.start, one.end)})
    points = sorted({(one.start, one.files) for one in hunks if one.is_insertion}, key=_point)
    for one in hunks:
        if not one.is_deletion:
            yield one
            continue
        first, last = bisect_right(cuts, one.start), bisect_left(cuts, one.end)
        own = (
            place for place, files in points if one.start < place < one.end and files & one.files
        )
        inside = sorted({*cuts[first:last], *own})
        for start, end in zip([one.start, *inside], [*inside, one.end], strict=True):
            yield replace(one, start=start, end=end)


def _point(point: tuple[int, frozenset[str]]) -> int:
    return point[0]


def _each_once(hunks: Iterable[Hunk]) -> list[Hunk]:
    """Return hunks in order; an equal one of another file adds its number to the first."""
    found: dict[tuple[int, int, str, int], Hunk] = {}
    for one in hunks:
        # Two insertions at one place by one file are two.
        copy = 0
        while True:
            key = (one.start, one.end, one.text, copy)
            known = found.get(key)
            if known is None:
                found[key] = one
                break
            if not known.files & one.files or not one.is_insertion:
                numbers = tuple(sorted({*known.changes, *one.changes}))
                found[key] = replace(known, changes=numbers, files=known.files | one.files)
                break
            copy += 1
    return in_order(found.values())


def _spaced(was: str, text: str) -> str:
    """Return words with the white space around the ones that they take the place of."""
    words = text.strip()
    if not was.strip() or not words:
        return text
    before = was[: len(was) - len(was.lstrip())]
    behind = was[len(was.rstrip()) :]
    return words + behind if words.startswith(_STOPS) else before + words + behind
