"""The cards one under another: what each says, how high it is, where it stands."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import accumulate

from briefing.ui.review.card_faces import CardFace, face_of
from briefing.ui.review.card_painter import CardPainter, LaidFace
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_items import ReviewItem
from briefing.ui.theme import Theme

SIDE = 12  # px between a card's edge and its words
TOP = 9
GAP = 8  # px between two cards


class CardStack:
    """Sets a face once a width; the card at hand has a height of its own."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.painter = CardPainter(theme)
        self.items: tuple[ReviewItem, ...] = ()
        self._states: tuple[ItemState, ...] = ()
        self._faces: dict[int, CardFace] = {}
        self._laid: dict[CardFace, LaidFace] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._width = 0
        self._year = datetime.now(UTC).year

    def show_items(
        self, items: Sequence[ReviewItem], states: Mapping[ReviewItem, ItemState]
    ) -> None:
        """Show items; of the same ones only those are set anew whose state is another."""
        fresh = tuple(states[item] for item in items)
        if [one.key for one in items] != [one.key for one in self.items]:
            self.items, self._states, self._faces = tuple(items), fresh, {}
            self._measure()
            return
        was = self.items, self._states
        self.items, self._states = tuple(items), fresh
        is_other = False
        for row, (item, state) in enumerate(zip(*was, strict=True)):
            new = self.items[row]
            if item is not new and item.said != new.said:  # a state is but a word
                self._faces.pop(row, None)
                self._heights[row] = self._own_height(row)
                is_other = True
            elif state is not fresh[row]:
                self._faces.pop(row, None)
        if is_other:
            self._place()

    def forget_looks(self) -> None:
        """Set everything anew: the theme is another."""
        self.painter, self._laid = CardPainter(self._theme), {}
        self._measure()

    def set_width(self, width: int) -> None:
        """Fit the cards into another width."""
        if width != self._width:
            self._width, self._laid = width, {}
            self._measure()

    def set_height(self, row: int, height: int | None) -> None:
        """Give a card the height of its widget, or with nothing its own again."""
        if not 0 <= row < len(self._heights):
            return
        wanted = self._own_height(row) if height is None else height
        if wanted != self._heights[row]:
            self._heights[row] = wanted
            self._place()

    @property
    def height(self) -> int:
        """Return the height of all cards with their gaps."""
        return self._tops[-1] + GAP

    def top(self, row: int) -> int:
        """Return where a card begins."""
        return self._tops[row] + GAP

    def card_height(self, row: int) -> int:
        """Return how high a card is, the gap left out."""
        return self._heights[row]

    def row_at(self, y: int) -> int:
        """Return the card at a height, the last one below all."""
        return min(bisect_right(self._tops, y) - 1, len(self.items) - 1)

    def face(self, row: int) -> CardFace:
        """Return what a card says."""
        if row not in self._faces:
            self._faces[row] = face_of(self.items[row], self._states[row], self._year)
        return self._faces[row]

    def state(self, row: int) -> ItemState:
        """Return what became of an item."""
        return self._states[row]

    def laid(self, row: int) -> LaidFace:
        """Return a card's face as it is set."""
        face = self.face(row)
        if face not in self._laid:
            self._laid[face] = self.painter.lay(face, self._width - 2 * SIDE, is_whole=False)
        return self._laid[face]

    def _own_height(self, row: int) -> int:
        return self.laid(row).height + 2 * TOP

    def _measure(self) -> None:
        self._heights = [self._own_height(row) for row in range(len(self.items))]
        self._place()

    def _place(self) -> None:
        self._tops = list(accumulate((height + GAP for height in self._heights), initial=0))
