"""The cards as Qt asks for them; they are painted, but for the one at hand."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.ui.review.card_faces import CardFace, face_of
from briefing.ui.review.review_board import ItemState
from briefing.ui.review.review_items import ReviewItem

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
FACE_ROLE = Qt.ItemDataRole.UserRole + 1
ITEM_ROLE = Qt.ItemDataRole.UserRole + 2


class CardModel(QAbstractListModel):
    """The items that are shown, with what became of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ReviewItem, ...] = ()
        self._states: tuple[ItemState, ...] = ()
        self._faces: dict[int, CardFace] = {}
        self._year = datetime.now(UTC).year

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """Return what is shown."""
        return self._items

    def show_items(
        self, items: Sequence[ReviewItem], states: Mapping[ReviewItem, ItemState]
    ) -> None:
        """Show items; the same ones only have their states changed."""
        fresh = tuple(states[item] for item in items)
        if tuple(items) == self._items:
            changed = [at for at, state in enumerate(fresh) if state is not self._states[at]]
            self._states = fresh
            for at in changed:
                self._faces.pop(at, None)
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self._items, self._states = tuple(items), fresh
        self._faces = {}
        self.endResetModel()

    def face(self, at: int) -> CardFace:
        """Return what a card says."""
        if at not in self._faces:
            self._faces[at] = face_of(self._items[at], self._states[at], self._year)
        return self._faces[at]

    def state(self, at: int) -> ItemState:
        """Return what became of an item."""
        return self._states[at]

    # Qt's own

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at = index.row()
        if not 0 <= at < len(self._items):
            return None
        if role == ITEM_ROLE:
            return self._items[at]
        if role == FACE_ROLE:
            return self.face(at)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.face(at).words
        return None
