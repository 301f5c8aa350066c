"""Tag rules: articles that match a query get a tag; what a rule would touch is shown before."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model.tag_rule import RulePreview, TagRule
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_PAUSE = 250  # ms after a key, before the preview is asked for
_SHOWN = 8


class RulesDialog(Sheet):
    """The rules at the left; the selected one, or a new one, with its preview at the right."""

    preview_requested = Signal(object)  # a TagRule
    save_requested = Signal(object)  # a TagRule
    removal_requested = Signal(object)  # a TagRule
    apply_requested = Signal(object)  # a TagRule

    def __init__(self, theme: Theme, query: str, parent: QWidget) -> None:
        """Begin with a new rule for `query`."""
        super().__init__(theme, "Tag rules", parent)
        self._rules: tuple[TagRule, ...] = ()
        self._list = QListWidget()
        self._list.setAccessibleName("Rules")
        self._query = QLineEdit(query)
        self._query.setAccessibleName("Articles that match")
        self._query.setPlaceholderText("cartel AND title:mexico")
        self._tag = QLineEdit()
        self._tag.setAccessibleName("Get the tag")
        self._tag.setPlaceholderText("topic/cartels")
        self._automatic = QCheckBox("Also for every article that is imported from now on")
        self._told = make_label("", "muted", is_wrapped=True)
        self._samples = make_label("", "small", is_wrapped=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask_preview)
        self._lay_out()
        self._connect()
        self.resize(theme.px(760), theme.px(460))
        self._query.setFocus()
        self._judge()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.addRow(make_label("Articles that match", "muted"), self._query)
        form.addRow(make_label("get the tag", "muted"), self._tag)
        form.addRow("", self._automatic)
        right = QVBoxLayout()
        right.addLayout(form)
        right.addWidget(self._told)
        right.addWidget(self._samples)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._list, 2)
        row.addLayout(right, 3)
        self.content.addLayout(row, 1)
        theme = self.theme
        self._new = TextButton(theme, "New rule", icon="plus")
        self._remove = TextButton(theme, "Remove", icon="trash-2")
        self._save = TextButton(theme, "Save the rule", icon="save")
        self._apply = TextButton(theme, "Save and tag now", "accent")
        close = TextButton(theme, "Close")
        close.clicked.connect(self.reject)
        self.add_buttons((self._new, self._remove, close, self._save, self._apply))

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_row_changed)
        for edit in (self._query, self._tag):
            edit.textEdited.connect(self._on_edited)
        self._new.clicked.connect(self._on_new_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._save.clicked.connect(self._on_save_clicked)
        self._apply.clicked.connect(self._on_apply_clicked)

    def show_rules(self, rules: Sequence[TagRule], chosen: TagRule | None = None) -> None:
        """Show the rules there are; the chosen one is shown whole."""
        self._rules = tuple(rules)
        self._list.blockSignals(True)
        self._list.clear()
        for rule in self._rules:
            mark = "  · automatic" if rule.is_automatic else ""
            self._list.addItem(f"{rule.tag}\n{rule.query}{mark}")
        row = next((at for at, one in enumerate(self._rules) if chosen and one == chosen), -1)
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._judge()
        self._ask_preview()

    def show_preview(self, preview: RulePreview) -> None:
        """Say what the rule that stands here would touch."""
        count, have = preview.count, preview.have
        noun = "article" if count == 1 else "articles"
        had = f" {have:,} that match have it already." if have else ""
        problems = " ".join(preview.problems)
        has_tag = bool(self._tag.text().strip())
        told = f"{count:,} {noun} would get the tag" if has_tag else f"{count:,} {noun} found"
        self._told.setText(f"{told}.{had} {problems}".strip())
        titles = [row.title for row in preview.rows[:_SHOWN]]
        more = f"\n… and {count - len(titles):,} more" if count > len(titles) else ""
        self._samples.setText("\n".join(f"· {title}" for title in titles) + more)

    def _rule(self) -> TagRule:
        chosen = self._chosen()
        return TagRule(
            chosen.uid if chosen else None,
            self._query.text().strip(),
            self._tag.text().strip(),
            is_automatic=self._automatic.isChecked(),
        )

    def _chosen(self) -> TagRule | None:
        row = self._list.currentRow()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _judge(self) -> None:
        rule = self._rule()
        self._remove.setEnabled(self._chosen() is not None)
        for button in (self._save, self._apply):
            button.setEnabled(bool(rule.query and rule.tag))

    def _ask_preview(self) -> None:
        rule = self._rule()
        self._told.clear()
        self._samples.clear()
        if rule.query:
            self.preview_requested.emit(rule)

    def _on_edited(self) -> None:
        self._judge()
        self._pause.start()

    def _on_row_changed(self, _row: int) -> None:
        chosen = self._chosen()
        self._query.setText(chosen.query if chosen else "")
        self._tag.setText(chosen.tag if chosen else "")
        self._automatic.setChecked(bool(chosen and chosen.is_automatic))
        self._judge()
        self._ask_preview()

    def _on_new_clicked(self) -> None:
        self._list.setCurrentRow(-1)
        self._on_row_changed(-1)
        self._query.setFocus()

    def _on_remove_clicked(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.removal_requested.emit(chosen)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._rule())

    def _on_apply_clicked(self) -> None:
        self.apply_requested.emit(self._rule())
