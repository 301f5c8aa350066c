"""The release log of a memo: what left as final, and whether a file is one of these."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from briefing.model.memo_release import MemoRelease
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.since_words import changed
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_NONE = (
    "Nothing was released yet. “Release as final” checks the memo, writes it, and notes here which"
    " version left as which file, when and to whom."
)


class ReleaseLogDialog(Sheet):
    """One entry a release, the latest first, with its waivers and hashes."""

    file_requested = Signal()
    verify_requested = Signal(object)  # a MemoRelease

    def __init__(self, theme: Theme, releases: Sequence[MemoRelease], parent: QWidget) -> None:
        super().__init__(theme, "Release log", parent)
        self._releases = tuple(releases)
        self._list = QListWidget()
        self._list.setAccessibleName("Releases")
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for release in self._releases:
            item = QListWidgetItem(theme.icon("shield-check", "accent"), _entry(release))
            item.setToolTip(f"Text {release.version_hash}\nFile {release.file_hash}")
            self._list.addItem(item)
        self._told = make_label("" if releases else _NONE, "muted", is_wrapped=True)
        self._told.setVisible(not releases)
        self._list.setVisible(bool(releases))
        self.content.addWidget(self._list, 1)
        self.content.addWidget(self._told)
        self._add_row()
        self.resize(theme.px(620), theme.px(460 if releases else 220))
        if releases:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def tell(self, words: str) -> None:
        """Say what was found of a file."""
        self._told.setText(words)
        self._told.show()

    def choose(self, release: MemoRelease) -> None:
        """Select a release."""
        self._list.setCurrentRow([one.uid for one in self._releases].index(release.uid))

    def _add_row(self) -> None:
        which = TextButton(self.theme, "Which is this file?…", icon="file-search")
        which.clicked.connect(self.file_requested)
        verify = TextButton(self.theme, "Can it be written again?", icon="shield-check")
        verify.clicked.connect(self._on_verify_clicked)
        for button in (which, verify):
            button.setEnabled(bool(self._releases))
        close = TextButton(self.theme, "Close")
        close.clicked.connect(self.reject)
        self.add_buttons((which, verify, close))

    def _on_verify_clicked(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._releases):
            self.verify_requested.emit(self._releases[row])


def _entry(release: MemoRelease) -> str:
    to = f" to {release.recipients}" if release.recipients else ""
    lines = [
        f"Version {release.version}{to} · {changed(release.released_at)}",
        f"{release.file_name} · SHA-256 {release.file_hash[:16]}…",
        *(f"Waived {one.rule.replace('-', ' ')}: {one.reason}" for one in release.waivers),
    ]
    return "\n".join(lines)
