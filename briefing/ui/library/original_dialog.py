"""The file that an article came from: a web page shown clean, text as it stands, saved whole."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.model.article import Original
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_MOST = 1_000_000  # characters shown; the file itself is saved whole
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True, slots=True)
class ShownOriginal:
    """An original with what can be shown of it: a clean page, or its text, and what is said."""

    original: Original
    page: str = ""  # rich text without anything remote
    text: str = ""
    remark: str = ""


class OriginalDialog(QDialog):
    """Shows an original; it cannot be changed."""

    save_requested = Signal(object)  # an Original

    def __init__(self, theme: Theme, shown: ShownOriginal, parent: QWidget) -> None:
        super().__init__(parent)
        self._original = shown.original
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(shown.original.name)
        self.resize(theme.px(820), theme.px(640))
        self._stack = QStackedWidget()
        if shown.page:
            page = _PageView()
            page.setFont(theme.font(FontRole.READING))
            page.setHtml(shown.page)
            self._stack.addWidget(page)
        text = QPlainTextEdit(shown.text[:_MOST])
        text.setReadOnly(True)
        text.setFont(theme.font(FontRole.MONO))
        text.setAccessibleName("The original file as text")
        self._stack.addWidget(text)
        size = f"{len(shown.original.data):,} bytes, as imported"
        self._remark = make_label(" · ".join(filter(None, (size, shown.remark))), "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self._stack, 1)
        layout.addLayout(self._buttons(theme, has_page=bool(shown.page)))

    def _buttons(self, theme: Theme, *, has_page: bool) -> QHBoxLayout:
        save = TextButton(theme, "Save a copy…", icon="save")
        save.clicked.connect(self._on_save_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._remark)
        row.addStretch(1)
        if has_page:
            source = TextButton(theme, "Source", icon="code")
            source.setCheckable(True)
            source.toggled.connect(self._on_source_toggled)
            row.addWidget(source)
        row.addWidget(save)
        row.addWidget(close)
        return row

    def _on_source_toggled(self, is_on: bool) -> None:  # noqa: FBT001 (a signal)
        self._stack.setCurrentIndex(1 if is_on else 0)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._original)


class _PageView(QTextBrowser):
    """A saved page. Pictures inside the file are drawn; nothing is fetched, no link is followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setAccessibleName("The saved page")

    # Qt's own

    def loadResource(self, type_: int, name: QUrl | str) -> object:
        if QUrl(name).scheme() == "data":
            return super().loadResource(type_, name)
        return QByteArray()


def as_text(data: bytes) -> str:
    """Return something readable of any file; what cannot be read stands as marks."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    return data[: 4 * _MOST].decode(encoding, errors="replace")[:_MOST]
