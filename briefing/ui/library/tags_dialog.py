"""All tags of the library as a tree with counts: rename, move, merge and remove them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from briefing.model.search_page import TagCount
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_PATH = Qt.ItemDataRole.UserRole
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TagsDialog(Sheet):
    """Tells which change is wished; shows the tree again when it is told."""

    rename_requested = Signal(str)  # path
    merge_requested = Signal(list)  # paths
    removal_requested = Signal(list)  # paths
    search_requested = Signal(str)  # path

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Tags", parent)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText("Find a tag")
        self._filter.setAccessibleName("Find a tag")
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._filter.installEventFilter(self)
        self._tree = self._make_tree()
        self._hint = make_label("", "small", is_wrapped=True)
        self.content.addWidget(self._filter)
        self.content.addWidget(self._tree, 1)
        self.content.addWidget(self._hint)
        self._rename = TextButton(theme, "Rename or move…", icon="pencil")
        self._rename.clicked.connect(self._on_rename_clicked)
        self._merge = TextButton(theme, "Merge…", icon="merge")
        self._merge.clicked.connect(self._on_merge_clicked)
        self._remove = TextButton(theme, "Remove", icon="trash-2")
        self._remove.clicked.connect(self._on_remove_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        self.add_buttons((self._rename, self._merge, self._remove, close))
        self.resize(theme.px(560), theme.px(560))
        self._judge()

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Tags")
        tree.setHeaderLabels(("Tag", "Articles", "with those below"))
        for column in (1, 2):
            tree.headerItem().setTextAlignment(column, _NUMBER)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setUniformRowHeights(True)
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        tree.itemSelectionChanged.connect(self._judge)
        tree.itemActivated.connect(self._on_item_activated)
        return tree

    def show_tags(self, tags: Sequence[TagCount]) -> None:
        """Show the tags, in the order of their paths; what was selected stays so."""
        kept = set(self._selected())
        self._tree.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for tag in tags:
            above, _, name = tag.path.rpartition("/")
            own = f"{tag.own:,}" if tag.own else ""
            item = QTreeWidgetItem((name, own, f"{tag.below:,}"))
            item.setData(0, _PATH, tag.path)
            for column in (1, 2):
                item.setTextAlignment(column, _NUMBER)
            parent = items.get(above)
            (parent.addChild if parent else self._tree.addTopLevelItem)(item)
            items[tag.path] = item
            item.setSelected(tag.path in kept)
        self._tree.expandAll()
        self._on_filter_changed(self._filter.text())
        self._judge()

    def _selected(self) -> list[str]:
        return [str(item.data(0, _PATH)) for item in self._tree.selectedItems()]

    def _judge(self) -> None:
        """Switch on what can be done with what is selected, and say how."""
        count = len(self._selected())
        self._rename.setEnabled(count == 1)
        self._merge.setEnabled(count > 0)
        self._remove.setEnabled(count > 0)
        self._hint.setText(
            "A tag stands for all below it: renaming and moving take those along. Ctrl selects"
            " several; Enter shows a tag's articles."
            if self._tree.topLevelItemCount()
            else "There is no tag yet; select an article in the list and press T."
        )

    def _on_filter_changed(self, text: str) -> None:
        wanted = text.strip().casefold()
        for at in range(self._tree.topLevelItemCount()):
            item = self._tree.topLevelItem(at)
            if item:
                _show_matching(item, wanted)

    def _on_rename_clicked(self) -> None:
        self.rename_requested.emit(self._selected()[0])

    def _on_merge_clicked(self) -> None:
        self.merge_requested.emit(self._selected())

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self._selected())

    def _on_item_activated(self, item: QTreeWidgetItem) -> None:
        self.search_requested.emit(str(item.data(0, _PATH)))
        self.accept()

    def _go_to_first(self) -> None:
        """Put the cursor on the first tag that is shown."""
        first = self._tree.itemAt(0, 0)
        if first:
            self._tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tree.setCurrentItem(first)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent):
            is_press = event.type() is QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_first()
                return True
        return super().eventFilter(watched, event)


def _show_matching(item: QTreeWidgetItem, wanted: str) -> bool:
    """Hide what neither matches nor holds what matches; return whether anything stays."""
    children = (item.child(at) for at in range(item.childCount()))
    below = [_show_matching(child, wanted) for child in children if child]
    stays = wanted in str(item.data(0, _PATH)).casefold() or any(below)
    item.setHidden(not stays)
    return stays
