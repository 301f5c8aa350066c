"""Ranges with a start and an end of their own: bookmarks, comments, and the names of moves."""

from dataclasses import dataclass

from briefing.model.block import Span
from briefing.model.word_review import Bookmark

MOST_BOOKMARKS = 100_000  # of one file, each counted in every paragraph that it covers


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A paragraph's number and a code point of its text."""

    paragraph: int
    offset: int


@dataclass(slots=True)
class CommentRange:
    """Where a comment stands; a comment without a range has a reference only."""

    start: Place | None = None
    end: Place | None = None
    reference: Place | None = None


class RangeMarks:
    """Takes the marks of one file as they come; ids are told apart by part (17.13.6.1)."""

    def __init__(self) -> None:
        self.comments: dict[str, CommentRange] = {}
        self._open: dict[tuple[str, str], tuple[str, Place]] = {}
        self._bookmarks: list[tuple[str, Place, Place]] = []
        self._moves: dict[str, str] = {}

    def start_bookmark(self, part: str, identity: str, name: str, place: Place) -> None:
        """Remember where a bookmark begins."""
        self._open[part, identity] = (name, place)

    def end_bookmark(self, part: str, identity: str, place: Place) -> None:
        """Close a bookmark that was begun."""
        begun = self._open.pop((part, identity), None)
        if begun is not None:
            self._bookmarks.append((*begun, place))

    def comment(self, identity: str) -> CommentRange:
        """Return the range of a comment, to be filled."""
        return self.comments.setdefault(identity, CommentRange())

    def start_move(self, identity: str, name: str) -> None:
        """Remember the name of a move whose half begins (17.13.5.24, 17.13.5.28)."""
        self._moves[identity] = name

    def end_move(self, identity: str) -> None:
        """Forget a move that ends."""
        self._moves.pop(identity, None)

    def move(self) -> str:
        """Return the name of the innermost move that is open."""
        return next(reversed(self._moves.values()), "")

    def bookmarks(self, lengths: list[int]) -> dict[int, list[Bookmark]]:
        """Return the bookmarks of each paragraph, one that covers several in each of them."""
        found: dict[int, list[Bookmark]] = {}
        count = 0
        for name, start, end in self._bookmarks:
            last = min(end.paragraph, len(lengths) - 1)
            for number in range(start.paragraph, last + 1):
                first = start.offset if number == start.paragraph else 0
                final = end.offset if number == end.paragraph else lengths[number]
                is_edge = start.paragraph < number == last and final == 0
                if is_edge or count >= MOST_BOOKMARKS:
                    break  # it ends before this paragraph's first word
                count += 1
                found.setdefault(number, []).append(Bookmark(name, Span(first, final)))
        return found
