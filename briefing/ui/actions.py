"""Actions as Qt has them, made from the one table; rooms register what each does.

    context.actions.handle("memo.export_word", self._on_export_word)
    context.actions.attach("memos", self.widget)     # the window does this for each workspace

An action without a handler is nowhere to be seen: no dead buttons.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.ui.action_table import ACTIONS, ActionSpec
from briefing.ui.theme import Theme

__all__ = ["ACTIONS", "ActionSet", "ActionSpec"]


class ActionSet(QObject):
    """The QActions of one window."""

    triggered = Signal(str)  # name; after the handler ran

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._made: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], None]] = {}
        self._context = ""
        theme.changed.connect(self._on_theme_changed)

    def action(self, name: str) -> QAction:
        """Return the action, for menus and buttons; raises KeyError for a name not in the table."""
        action = self._action(name)
        icon = self._specs[name].icon
        # Drawn when first asked for: drawing all of them would take 30 ms of the start.
        if icon and action.icon().isNull():
            action.setIcon(self._theme.icon(icon))
        return action

    @property
    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the whole table."""
        return tuple(self._specs.values())

    def spec(self, name: str) -> ActionSpec:
        """Return the row of the table."""
        return self._specs[name]

    def handle(self, name: str, handler: Callable[[], None]) -> None:
        """Say what an action does; it is enabled, and visible when its room is in front."""
        self._handlers[name] = handler
        self.set_enabled(name, enabled=True)
        self._show(name)

    def release(self, workspace: str) -> None:
        """Forget the handlers of a workspace that goes away."""
        for name, spec in self._specs.items():
            if spec.workspace == workspace:
                self.withdraw(name)

    def withdraw(self, name: str) -> None:
        """Forget what an action does; it is nowhere to be seen any more."""
        if self._handlers.pop(name, None) is not None:
            self._show(name)
            self.set_enabled(name, enabled=False)

    def set_enabled(self, name: str, *, enabled: bool) -> None:
        """Switch an action on or off (off: nothing to do now, but shown in its place)."""
        self._action(name).setEnabled(enabled)

    def set_text(self, name: str, text: str) -> None:
        """Let an action say more exactly what it would do now."""
        action = self._action(name)
        if action.text() != text:
            action.setText(text)
            action.setToolTip(text)

    def set_checked(self, name: str, *, checked: bool) -> None:
        """Show whether a switch is on."""
        self._action(name).setChecked(checked)

    def attach(self, workspace: str, widget: QWidget) -> None:
        """Make the keys of a workspace ("" for the whole window's) work in its widget.

        Keys without Ctrl or Alt work while the focus is inside it and no text field takes them.
        """
        for name, spec in self._specs.items():
            if spec.workspace == workspace:
                widget.addAction(self._action(name))

    @property
    def context(self) -> str:
        """Return which workspace is in front, or nothing."""
        return self._context

    def set_context(self, workspace: str) -> None:
        """Say which workspace is in front; the actions of the others are put out of sight."""
        self._context = workspace
        for name in self._made:
            self._show(name)

    def available(self) -> tuple[ActionSpec, ...]:
        """Return what can be done now: the window's actions and those of the room in front."""
        return tuple(
            spec
            for name, spec in self._specs.items()
            if name in self._handlers
            and self._action(name).isVisible()
            and self._action(name).isEnabled()
        )

    def trigger(self, name: str) -> None:
        """Do it, when it can be done now."""
        self._action(name).trigger()

    def key_text(self, name: str) -> str:
        """Return an action's key as this platform writes it, or nothing."""
        shortcut = self._action(name).shortcut()
        return shortcut.toString(QKeySequence.SequenceFormat.NativeText)

    def _action(self, name: str) -> QAction:
        """Return the action, made when it is first needed: a room's, when the room is built."""
        if name not in self._made:
            self._made[name] = self._make(self._specs[name])
        return self._made[name]

    def _show(self, name: str) -> None:
        """Let an action be seen when something handles it and its room is in front."""
        is_here = self._specs[name].workspace in {"", self._context}
        self._action(name).setVisible(is_here and name in self._handlers)

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setToolTip(spec.text)
        action.setCheckable(spec.is_switch)
        action.setShortcuts([QKeySequence(key) for key in (spec.key, *spec.more_keys) if key])
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.is_window_key
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        # macOS would move "About" and "Settings" by their words; the table says it instead.
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.setEnabled(False)
        action.setVisible(False)
        action.triggered.connect(partial(self._on_triggered, spec.name))
        return action

    def _on_triggered(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        handler = self._handlers.get(name)
        if handler is not None:
            handler()
            self.triggered.emit(name)

    def _on_theme_changed(self) -> None:
        for name, action in self._made.items():
            if not action.icon().isNull():
                action.setIcon(self._theme.icon(self._specs[name].icon))
