"""The merged text with the place of each change, conflict and comment in it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from briefing.model.memo_review import ReviewChange, ReviewThread
from briefing.model.review_record import MergeConflict, Merged, OwnChange, PlacedSpan
from briefing.review.merging.hunks import PlaceMap
from briefing.review.merging.merge_conflicts import Clash
from briefing.review.merging.merge_pieces import Composer, MergePlan, Place
from briefing.text.blocks import parse
from briefing.text.outline import outline


def composed(
    plan: MergePlan,
    places: PlaceMap,
    changes: Sequence[ReviewChange],
    threads: Sequence[ReviewThread],
) -> Merged:
    """Return the merged text with its conflicts, changes, threads and pieces.

    `places` leads from the version that changes and threads stand in to the plan's base.
    """
    composer = Composer(plan)
    composer.run()
    body = "".join(piece.text for piece in composer.pieces if piece.is_in_body)
    section = _sections(body) if plan.clashes or plan.mine else _nowhere
    conflicts = tuple(_conflicts(plan.clashes, composer.conflicts, section))

    def moved(start: int, end: int) -> Place:
        first = composer.places.place(places.start(start))
        return first, max(first, composer.places.place(places.end(end)))

    return Merged(
        body,
        conflicts,
        tuple(_spans(changes, composer.changes, moved)),
        tuple(
            PlacedSpan(thread.number, *moved(thread.span.start, thread.span.end))
            for thread in threads
            if thread.span
        ),
        tuple(composer.pieces),
        tuple(_own(body, composer, section)),
    )


def _nowhere(_: int) -> str:
    return ""


def _sections(body: str) -> Callable[[int], str]:
    """Return what tells the section in which a place stands."""
    entries = outline(parse(body), body)
    starts = [entry.span.start for entry in entries]

    def at(place: int) -> str:
        around = reversed(entries[: bisect_right(starts, place)])
        return next((one.title for one in around if place <= one.span.end), "")

    return at


def _conflicts(
    clashes: Iterable[Clash], placed: Mapping[int, Place], section: Callable[[int], str]
) -> Iterator[MergeConflict]:
    """Yield each conflict once, in the order of the text."""
    told: set[int] = set()
    for one in sorted(clashes, key=lambda clash: placed[clash.number]):
        if one.number not in told:
            told.add(one.number)
            start, end = placed[one.number]
            yield MergeConflict(
                one.number,
                start,
                end,
                one.base,
                one.mine,
                one.sides,
                one.reason,
                section(start),
                one.decision,
                one.about,
                one.moved is not None,
                tuple(sorted(one.kin - one.changes)),
            )


def _spans(
    changes: Iterable[ReviewChange],
    placed: Mapping[int, Sequence[Place]],
    moved: Callable[[int, int], Place],
) -> Iterator[PlacedSpan]:
    for change in changes:
        spans = placed.get(change.number) or [moved(one.start, one.end) for one in change.edits]
        if spans:
            start, end = min(one[0] for one in spans), max(one[1] for one in spans)
            yield PlacedSpan(change.number, start, end)


def _own(body: str, composer: Composer, section: Callable[[int], str]) -> Iterator[OwnChange]:
    """Yield the analyst's own changes, those of one paragraph as one."""
    held: list[int | bool] = []
    for start, end, is_conflict in sorted(composer.own):
        if held and "\n\n" not in body[int(held[1]) : start]:
            held = [held[0], max(int(held[1]), end), held[2] or is_conflict]
            continue
        if held:
            yield OwnChange(section(int(held[0])), int(held[0]), int(held[1]), bool(held[2]))
        held = [start, end, is_conflict]
    if held:
        yield OwnChange(section(int(held[0])), int(held[0]), int(held[1]), bool(held[2]))
