"""The head of the reader: title, where the article is from, usage, rating and tags as buttons."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from briefing.model.article import Article, ArticleRow, DateOrigin, Usage
from briefing.ui.library.article_delegate import copies_text
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.flow_layout import FlowLayout
from briefing.ui.widgets.labels import State, make_label, set_state

_STATES: dict[Usage, State] = {
    Usage.CANDIDATE: "warn",
    Usage.SHORTLISTED: "",
    Usage.USED: "ok",
    Usage.REJECTED: "muted",
}


class ReaderHeader(QWidget):
    """Shows an article's particulars; each can be pressed to change it."""

    usage_chosen = Signal(str)
    action_requested = Signal(str)  # a name of the action table

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = make_label("", "reading_title", is_wrapped=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._origin = make_label("", "muted")
        self._address = ElidedLabel("", "accent")
        self._usage = self._make_usage(theme)
        self._rating = self._pill(theme, "library.rate", "gauge")
        self._tags = self._pill(theme, "library.tag", "tag")
        self._fields = self._pill(theme, "library.edit", "list")
        self._used = self._pill(theme, "library.used_in", "file-text")
        self._copies = self._pill(theme, "library.copies_of", "files")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._origin)
        line.addWidget(self._address)
        line.addWidget(self._usage)
        line.addStretch(1)
        layout.addLayout(line)
        pills = FlowLayout(gap=6)
        for pill in (self._rating, self._tags, self._used, self._copies, self._fields):
            pills.addWidget(pill)
        layout.addLayout(pills)

    def _make_usage(self, theme: Theme) -> TextButton:
        button = TextButton(theme, "", "badge")
        menu = QMenu(button)
        for usage in Usage:
            action = QAction(usage.value.capitalize(), menu)
            action.setData(usage.value)
            menu.addAction(action)
        menu.triggered.connect(self._on_menu_triggered)
        button.setMenu(menu)
        return button

    def _pill(self, theme: Theme, action: str, icon: str) -> TextButton:
        pill = TextButton(theme, "", "pill", icon)
        pill.clicked.connect(lambda: self.action_requested.emit(action))
        return pill

    def show_article(self, article: Article, row: ArticleRow, publisher: str) -> None:
        """Show an article's particulars; `publisher` is its name written out."""
        self._show_uses(row)
        self._title.setText(article.title)
        self._origin.setText(" · ".join(part for part in _origin(article, publisher) if part))
        self._address.setText(_short_address(article.url))
        self._address.setToolTip(article.url)
        self._address.setVisible(bool(article.url))
        self._usage.setText(f"{article.usage.value.capitalize()} ▾")
        self._usage.setAccessibleName(f"Usage: {article.usage.value}")
        set_state(self._usage, _STATES[article.usage])
        self._rating.setText(_rating(article))
        self._tags.setText(_tags(article))
        self._tags.setToolTip("\n".join(article.tags))
        count = len(article.fields)
        self._fields.setText(f"{count} more field{'s' * (count != 1)}")
        self._fields.setToolTip("\n".join(f"{name}: {text}" for name, text in article.fields))
        self._fields.setVisible(bool(count))

    def uses_place(self) -> QPoint:
        """Return the place under the pill that tells where the article is used."""
        pill = self._used if self._used.isVisible() else self._tags
        return pill.mapToGlobal(pill.rect().bottomLeft())

    def _show_uses(self, row: ArticleRow) -> None:
        self._used.setText(f"Used in {row.memo_count} memo{'s' * (row.memo_count != 1)}")
        self._used.setVisible(row.memo_count > 0)
        self._copies.setText(copies_text(row))
        self._copies.setVisible(row.copy_count > 0)

    def _on_menu_triggered(self, action: QAction) -> None:
        self.usage_chosen.emit(action.data())


_DATE_NOTES = {DateOrigin.URL: " (from its address)", DateOrigin.PAGE: " (found on the page)"}


def _origin(article: Article, publisher: str) -> list[str]:
    published = article.published
    when = published.human() if published else "undated"
    when += _DATE_NOTES.get(article.date_origin, "")
    rank = f"rank {article.rank}" if article.rank is not None else ""
    return [publisher, ", ".join(article.authors), when, rank]


def _short_address(url: str) -> str:
    return url.partition("://")[2].removeprefix("www.") or url


def _rating(article: Article) -> str:
    if not article.rating:
        return "Not rated"
    parts = [
        f"Reliability {article.reliability}" if article.reliability else "",
        f"Credibility {article.credibility}" if article.credibility else "",
    ]
    return " · ".join(part for part in parts if part)


def _tags(article: Article) -> str:
    if not article.tags:
        return "No tags"
    return article.tags[0] if len(article.tags) == 1 else f"{len(article.tags)} tags"
