"""Earlier versions of an article: what was collected before, and which passages changed since."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from briefing.model.article import Article
from briefing.model.article_version import ArticleVersion
from briefing.model.memo_change import WordKind
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.library.changed_words import ChangedWords
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class EarlierDialog(Sheet):
    """Versions at the left, the newest first; at the right what changed from it to today."""

    restore_requested = Signal(str)  # the version's uid
    comparison_requested = Signal(str, str)  # the texts, before and after

    def __init__(
        self, theme: Theme, article: Article, versions: Sequence[ArticleVersion], parent: QWidget
    ) -> None:
        super().__init__(theme, f"Earlier versions of {article.citekey}", parent)
        self._article = article
        self._versions = tuple(versions)
        self._list = QListWidget()
        self._list.setAccessibleName("Versions")
        self._text = ChangedWords(theme)
        self._detail = make_label("", "muted", is_wrapped=True)
        for version in self._versions:
            when = version.collected_at.astimezone()
            self._list.addItem(f"{when:%d %B %Y %H:%M}\n{version.reason}")
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._lay_out()

    def begin(self) -> None:
        """Open with the newest version selected; connect first."""
        self.open_over_window()
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addWidget(self._detail)
        right.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._list, 2)
        row.addLayout(right, 5)
        self.content.addLayout(row, 1)
        close = TextButton(self.theme, "Close")
        close.clicked.connect(self.reject)
        restore = TextButton(self.theme, "Bring this text back", "accent")
        restore.clicked.connect(self._on_restore_clicked)
        self.add_buttons((close, restore))
        self.resize(self.theme.px(900), self.theme.px(580))

    def show_changes(self, changes: Sequence[tuple[WordKind, str]]) -> None:
        """Show what changed from the selected version to today."""
        self._text.show_changes(changes)

    def _on_row_changed(self, row: int) -> None:
        if not 0 <= row < len(self._versions):
            return
        version = self._versions[row]
        title = "" if version.title == self._article.title else f" It was called “{version.title}”."
        self._detail.setText(
            f"From this version to today: struck out is gone, underlined is new.{title}"
        )
        self._text.clear()
        self.comparison_requested.emit(version.body, self._article.body)

    def _on_restore_clicked(self) -> None:
        self.restore_requested.emit(self._versions[self._list.currentRow()].uid)
        self.accept()
