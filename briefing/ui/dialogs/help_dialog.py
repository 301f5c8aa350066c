"""The help: a list of pages at the left, the page at the right; F1 opens it at the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from briefing.ui.dialogs.help_dressing import dress_document
from briefing.ui.dialogs.help_pages import HelpPage
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole

_WIDTH, _HEIGHT = 900, 640


class HelpDialog(Sheet):
    """Reads like a small book; links between pages stay inside it."""

    def __init__(self, theme: Theme, pages: Sequence[HelpPage], parent: QWidget) -> None:
        super().__init__(theme, "Help", parent)
        self._pages = tuple(pages)
        self.setModal(False)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self._list = QListWidget()
        self._list.setAccessibleName("Pages")
        self._list.setFixedWidth(theme.px(170))
        for page in self._pages:
            item = QListWidgetItem(page.title, self._list)
            item.setSizeHint(QSize(0, theme.px(28)))
        self._list.currentRowChanged.connect(self._on_row_changed)
        self._browser = QTextBrowser()
        self._browser.setAccessibleName("Page")
        self._browser.setOpenLinks(False)
        self._browser.setProperty("role", "bare")
        self._browser.anchorClicked.connect(self._on_anchor_clicked)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list)
        row.addWidget(self._browser, 1)
        self.content.addLayout(row)
        self.add_close_button()
        theme.changed.connect(self._on_theme_changed)
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, name: str) -> bool:
        """Turn to the page of a file name; return whether there is one."""
        for number, page in enumerate(self._pages):
            if page.name == name:
                self._list.setCurrentRow(number)
                return True
        return False

    def _on_row_changed(self, row: int) -> None:
        # Dressed before it is shown: a document in a view is set anew at every change.
        document = QTextDocument(self._browser)
        document.setDefaultFont(self.theme.font(FontRole.UI))
        document.setMarkdown(self._pages[row].markdown)
        dress_document(document, self.theme)
        self._browser.setDocument(document)

    def _on_anchor_clicked(self, url: QUrl) -> None:
        """Follow a link inside the help; anything else is the platform's browser's."""
        if not self.show_page(url.fileName()):
            QDesktopServices.openUrl(url)

    def _on_theme_changed(self) -> None:
        self._on_row_changed(self._list.currentRow())
