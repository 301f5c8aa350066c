"""What the left pane counts: places with their changes, reviewers, what the analyst changed."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.review_record import OwnChange
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import HEAD, ItemKind, ReviewItem
from briefing.ui.review.section_places import headings_of
from briefing.ui.theme_tokens import Token

TOP = "Before the first heading"
UNPLACED_SECTION = "Not placed"
_HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)
_INKS: tuple[Token, ...] = (
    "label_purple",
    "label_red",
    "label_blue",
    "label_orange",
    "label_green",
    "label_yellow",
)


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """One section of the memo with what reviewers want of it."""

    section: str
    words: str
    point: int = -1  # where it begins in the marked text


def place_of(item: ReviewItem) -> str:
    """Return the section under which an item is listed."""
    return (item.section or TOP) if item.is_placed else UNPLACED_SECTION


def places_of(board: ReviewBoard) -> tuple[PlaceCount, ...]:
    """Return the sections in the order of the memo; those without an item too."""
    changes = Counter(place_of(one) for one in board.items if one.kind is not ItemKind.THREAD)
    comments = Counter(place_of(one) for one in board.items if one.kind is ItemKind.THREAD)
    points: dict[str, int] = {}
    for point, title in headings_of(board.blocks, board.marked):
        points.setdefault(title, point)
    names = [*points]
    if board.fields and HEAD not in points:
        names.insert(0, HEAD)
        points = {HEAD: 0, **points}
    for item in board.items:
        name = place_of(item)
        if (name == TOP or item.is_in_head) and name not in names:
            names.insert(0, name)
        elif name not in names:
            names.append(name)
    return tuple(
        PlaceCount(name, count_words(changes[name], comments[name]), points.get(name, -1))
        for name in names
    )


def count_words(changes: int, comments: int) -> str:
    """Return `5 changes · 2 comments`."""
    parts = [_counted(changes, "change")] if changes else []
    parts += [_counted(comments, "comment")] if comments else []
    return " · ".join(parts) or "no change"


def whole_count(board: ReviewBoard) -> str:
    """Return how many changes and comments a review holds."""
    comments = sum(item.kind is ItemKind.THREAD for item in board.items)
    changes = len(board.review.content.changes)
    applied = f" · {len(board.review.applied):,} applied" if board.review.applied else ""
    return f"{_counted(changes, 'change')} · {_counted(comments, 'comment')}{applied}"


def inks_of(board: ReviewBoard) -> dict[str, Token]:
    """Return a colour for each reviewer; beyond six they begin anew."""
    return {name: _INKS[at % len(_INKS)] for at, (name, _) in enumerate(board.authors)}


def own_names(body: str, changes: Iterable[OwnChange]) -> Iterator[str]:
    """Yield `Background, paragraph 2` of each change: where the analyst changed the memo."""
    headings = [match.end() for match in _HEADING.finditer(body)]
    for change in changes:
        at = bisect_right(headings, change.start)
        above = body[headings[at - 1] if at else 0 : change.start]
        words = above.rstrip()
        paragraphs = [one for one in words.split("\n\n") if one.strip()]
        is_within = above[len(words) :].count("\n") < 2 and bool(paragraphs)
        number = len(paragraphs) + (0 if is_within else 1)
        yield f"{change.section or TOP}, paragraph {number}"


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
