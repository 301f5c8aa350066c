"""The tag popup: tags that all selected articles have, and a line that completes to add more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from briefing.model.ids import Uid
from briefing.ui.library.pane_popup import PanePopup
from briefing.ui.library.tag_completer import TagCompleter
from briefing.ui.theme import Theme
from briefing.ui.widgets.chip_button import ChipButton
from briefing.ui.widgets.flow_layout import FlowLayout
from briefing.ui.widgets.labels import make_label

_WIDTH = 320


class TagPopup(PanePopup):
    """Return adds what is typed (commas between several); pressing a chip takes a tag off."""

    changed = Signal(object, list, list)  # uids, tags to add, tags to take off
    completion_requested = Signal(str)  # what is typed behind the last comma

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent, spacing=8)
        self._uids: tuple[Uid, ...] = ()
        self._title = make_label("", "strong")
        self._chips = QFrame()
        self._flow = FlowLayout(self._chips, gap=4)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText("region/mexico, topic/cartels")
        self._edit.setAccessibleName("Tags to add")
        self._edit.returnPressed.connect(self._on_edit_return_pressed)
        self._completer = TagCompleter(self._edit)
        self._completer.wanted.connect(self.completion_requested)
        for widget in (self._title, self._chips, self._edit):
            self.column.addWidget(widget)

    def ask(self, uids: tuple[Uid, ...], shared: Sequence[str]) -> None:
        """Ask for the tags of some articles, over the pane."""
        self._uids = uids
        self._title.setText("Tags" if len(uids) == 1 else f"Tags of {len(uids):,} articles")
        self._flow.clear()
        for tag in shared:
            chip = ChipButton(self._theme, tag)
            chip.removal_requested.connect(self._on_chip_removal_requested)
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(shared))
        self._completer.offer(())
        self._edit.clear()
        self.setFixedWidth(self._theme.px(_WIDTH))
        self.open_at(self._edit)

    def offer(self, tags: Sequence[str]) -> None:
        """Offer tags that complete what is typed."""
        self._completer.offer(tags)

    def _on_edit_return_pressed(self) -> None:
        tags = [tag.strip() for tag in self._edit.text().split(",") if tag.strip()]
        self.hide()
        if tags:
            self.changed.emit(self._uids, tags, [])

    def _on_chip_removal_requested(self, tag: str) -> None:
        self.hide()
        self.changed.emit(self._uids, [], [tag])

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
