"""Stretches of a returned file that one reviewer changed at one go, with nothing kept between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model.word_review import Revision, WordParagraph
from briefing.review.placing.place_stretches import Group, Stretch


class Spot(NamedTuple):
    """A place in print: the number of a group of the story, and the offset in its slot."""

    group: int
    offset: int


class Fragment(NamedTuple):
    """Inserted words of one paragraph; `paragraph` is the one that they now stand in."""

    stretches: tuple[Stretch, ...]
    paragraph: WordParagraph


@dataclass(slots=True, eq=False)
class Hunk:
    """What one reviewer took away between two spots, and put there instead."""

    author: str
    date: str
    move: str
    start: Spot
    end: Spot
    is_tracked: bool = True
    deleted: list[Stretch] = field(default_factory=list[Stretch])
    inserted: list[Stretch] = field(default_factory=list[Stretch])
    revisions: set[int] = field(default_factory=set[int])
    following: WordParagraph | None = None

    @property
    def fragments(self) -> tuple[Fragment, ...]:
        """Return the inserted words paragraph by paragraph; the last one has no end of its own."""
        parts: list[Fragment] = []
        words: list[Stretch] = []
        for stretch in self.inserted:
            if stretch.is_end:
                parts.append(Fragment(tuple(words), stretch.paragraph))
                words = []
            else:
                words.append(stretch)
        last = self.following or (self.inserted or self.deleted)[-1].paragraph
        return (*parts, Fragment(tuple(words), last))


class HunkFinder:
    """Gathers the hunks of one story; `gone` are revisions of words that came and went again."""

    def __init__(self, revisions: Mapping[int, Revision]) -> None:
        self._revisions = revisions
        self._open: Hunk | None = None
        self.hunks: list[Hunk] = []
        self.gone: set[int] = set()

    def find(self, groups: Sequence[Group]) -> list[Hunk]:
        """Return the hunks in reading order."""
        for number, group in enumerate(groups):
            cell = group.ends[0].cell
            if group.slot < 0 or (cell and (cell.row_deleted or cell.cell_deleted)):
                self._close(None)
                continue
            if group.is_untouched:
                self._close(group.last)
                continue
            for stretch, offset in zip(group.stretches, group.offsets, strict=True):
                if stretch.inserted or stretch.deleted:
                    self._take(stretch, number, offset)
                elif self._open is not None:
                    self._close(stretch.paragraph)
            if cell is not None and self._open is not None:
                self._close(group.last)
        self._close(None)
        return self.hunks

    def _take(self, stretch: Stretch, number: int, offset: int) -> None:
        if stretch.inserted and stretch.deleted:
            self.gone |= {stretch.inserted, stretch.deleted}
            return
        hunk = self._hunk(stretch.inserted or stretch.deleted, Spot(number, offset))
        if stretch.inserted:
            hunk.inserted.append(stretch)
            return
        hunk.deleted.append(stretch)
        hunk.end = (
            Spot(number + 1, 0) if stretch.is_end else Spot(number, offset + len(stretch.text))
        )

    def _hunk(self, revision: int, spot: Spot) -> Hunk:
        known = self._revisions[revision]
        current = self._open
        if current is None or (current.author, current.move) != (known.author, known.move):
            self._close(None)
            current = Hunk(known.author, known.date, known.move, spot, spot, known.is_tracked)
            self._open = current
        current.revisions.add(revision)
        current.is_tracked = current.is_tracked or known.is_tracked
        return current

    def _close(self, following: WordParagraph | None) -> None:
        if self._open is not None:
            self._open.following = following
            self.hunks.append(self._open)
            self._open = None
