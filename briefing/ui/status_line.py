"""The status bar: what is saved, what the workspace says, long work with its cancel, counts."""

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from briefing.ui.pace_words import pace
from briefing.ui.task import Task
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.buttons import IconButton, TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import State, make_label, set_state
from briefing.ui.workspace import Status, StatusItem

OFFLINE = StatusItem("Offline, nothing leaves this computer", "lock")
_STATES: dict[Token, State] = {"ok": "ok", "warn": "warn", "bad": "bad"}


class TaskMeter(QWidget):
    """One long task: its name, how far it is, and a cross to cancel it."""

    def __init__(self, theme: Theme, task: Task) -> None:
        super().__init__()
        self._task = task
        self._began = time.monotonic()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(task.label)
        self._count = make_label("", "small")
        self._cancel = IconButton(theme, "x", f"Cancel: {task.label}", size=12)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (make_label(task.label, "small"), self._bar, self._count, self._cancel):
            row.addWidget(widget)

    def refresh(self) -> None:
        """Show how far the task is."""
        if self._task.progress.is_cancelled():
            return
        done, total = self._task.done, self._task.total
        if total > 0:
            self._bar.setRange(0, total)
            self._bar.setValue(done)
        if done:
            self._count.setText(pace(done, total, time.monotonic() - self._began))

    def _on_cancel_clicked(self) -> None:
        self._task.cancel()
        self._cancel.setEnabled(False)
        self._count.setText("stopping…")


class StatusLine(QFrame):
    """One line at the bottom of the window."""

    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meters: dict[Task, TaskMeter] = {}
        self._items: list[QWidget] = []
        self._shown: tuple[StatusItem, ...] = ()
        self._counts = ""
        self._status = Status()
        self.setProperty("role", "statusbar")
        self._saved_icon = IconLabel(theme, "check", "muted", 14)
        self._saved = make_label("", "small")
        self._right = ElidedLabel(role="small")
        self._middle = QHBoxLayout()
        self._middle.setSpacing(14)
        self._tasks = QHBoxLayout()
        self._tasks.setSpacing(14)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(6)
        row.addWidget(self._saved_icon)
        row.addWidget(self._saved)
        row.addSpacing(10)
        row.addLayout(self._middle)
        row.addSpacing(10)
        row.addLayout(self._tasks)
        row.addStretch(1)
        row.addWidget(self._right)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.set_status(Status())

    @property
    def right_text(self) -> str:
        """Return what stands at the right."""
        return self._right.text()

    def set_status(self, status: Status) -> None:
        """Show what the workspace says, or what holds of every library."""
        self._status = status
        self._saved.setText(status.saved)
        self._saved.setVisible(bool(status.saved))
        self._saved_icon.setVisible(bool(status.saved))
        self._show_items(status.items or (OFFLINE,))
        self._right.setText(status.right or self._counts)

    def _show_items(self, items: tuple[StatusItem, ...]) -> None:
        """Make the remarks anew, if they are others."""
        if items == self._shown:
            return
        self._shown = items
        for widget in self._items:
            self._middle.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._items = [self._make_item(item) for item in items]
        for widget in self._items:
            self._middle.addWidget(widget)

    def set_counts(self, text: str) -> None:
        """Show what the library holds, where the workspace says nothing else."""
        self._counts = text
        self._right.setText(self._status.right or text)

    def add_task(self, task: Task) -> None:
        """Show long work that began."""
        meter = TaskMeter(self._theme, task)
        self._meters[task] = meter
        self._tasks.addWidget(meter)

    def refresh_task(self, task: Task) -> None:
        """Show how far it is."""
        if task in self._meters:
            self._meters[task].refresh()

    def remove_task(self, task: Task) -> None:
        """Take away long work that ended."""
        meter = self._meters.pop(task, None)
        if meter is not None:
            self._tasks.removeWidget(meter)
            meter.hide()
            meter.deleteLater()

    def _make_item(self, item: StatusItem) -> QWidget:
        state = _STATES.get(item.ink, "")
        if not item.action:
            return self._make_remark(item, state)
        button = TextButton(self._theme, item.text, "status", item.icon)
        set_state(button, state)
        if item.icon:
            button.set_icon_name(item.icon, item.ink)
        button.setObjectName(item.action)
        button.clicked.connect(self._on_item_clicked)
        return button

    def _make_remark(self, item: StatusItem, state: State) -> QWidget:
        remark = QWidget()
        row = QHBoxLayout(remark)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        if item.icon:
            row.addWidget(IconLabel(self._theme, item.icon, item.ink, 14))
        row.addWidget(make_label(item.text, "small", state=state))
        return remark

    def _on_item_clicked(self) -> None:
        self.action_requested.emit(self.sender().objectName())

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(27))
