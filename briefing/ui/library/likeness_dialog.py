"""More like this: articles that share an article's rare words, with those words as the reason."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing.model.search_page import Likeness
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.library.hit_list import HitList
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.empty_state import EmptyState


class LikenessDialog(Sheet):
    """Enter opens an article."""

    article_requested = Signal(str)

    def __init__(
        self, theme: Theme, title: str, found: Sequence[Likeness], parent: QWidget
    ) -> None:
        super().__init__(theme, "More like this", parent)
        self._list = HitList(theme, f"Articles like {title}")
        self._list.show_rows([(one.row, f"Shared: {', '.join(one.shared_terms)}") for one in found])
        self._list.article_opened.connect(self._on_article_opened)
        stack = QStackedWidget()
        stack.addWidget(self._list)
        stack.addWidget(
            EmptyState(
                theme,
                "search-x",
                "Nothing like it",
                "No other article shares its rarer words.",
            )
        )
        stack.setCurrentIndex(0 if found else 1)
        self.content.addWidget(stack, 1)
        close = TextButton(theme, "Close")
        close.clicked.connect(self.reject)
        self._open = TextButton(theme, "Open", "accent")
        self._open.setEnabled(bool(found))
        self._open.clicked.connect(self._on_open_clicked)
        self.add_buttons((close, self._open))
        self.resize(theme.px(620), theme.px(520))
        if found:
            self._list.go_to(0)
        self._list.setFocus()

    def _on_open_clicked(self) -> None:
        self._list.activated.emit(self._list.currentIndex())

    def _on_article_opened(self, uid: str) -> None:
        self.article_requested.emit(uid)
        self.accept()
