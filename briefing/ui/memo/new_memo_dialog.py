"""The dialog of a new memo: choose a template, fill its fields, begin."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model.template import FieldType, Template
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.memo.field_editor import FieldEditor
from briefing.ui.memo.template_card import TemplateCard
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class NewMemoDialog(Sheet):
    """Templates at the left, what the chosen one follows and its fields at the right."""

    create_requested = Signal(str, object)  # template's name, dict of fields

    def __init__(
        self,
        theme: Theme,
        templates: Sequence[Template],
        markings: Sequence[str],
        parent: QWidget,
        persons: Sequence[str] = (),
    ) -> None:
        super().__init__(theme, "New memo", parent)
        self._markings = tuple(markings)
        self._persons = tuple(persons)
        self._typed: dict[str, str] = {}
        self._editors: dict[str, FieldEditor] = {}
        self._template: Template | None = None
        self._cards = [TemplateCard(template) for template in templates]
        self._form_area = _scrolling(QWidget())
        row = QHBoxLayout()
        row.setSpacing(18)
        self._card_area = self._card_column()
        row.addWidget(self._card_area, 5)
        row.addWidget(self._form_area, 6)
        self.content.addLayout(row, 1)
        self._cancel = TextButton(theme, "Cancel")
        self._cancel.clicked.connect(self.reject)
        self._create = TextButton(theme, "Create memo", "accent")
        self._create.clicked.connect(self._on_create_clicked)
        self.add_buttons((self._cancel, self._create))
        self.resize(theme.px(860), theme.px(600))
        if self._cards:
            self._choose(self._cards[0])
            self._cards[0].setFocus()

    @property
    def cards(self) -> tuple[TemplateCard, ...]:
        """Return the templates to choose from."""
        return tuple(self._cards)

    @property
    def editors(self) -> Mapping[str, FieldEditor]:
        """Return the editors of the chosen template's fields."""
        return self._editors

    def _card_column(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(1, 1, 8, 1)
        column.setSpacing(8)
        for card in self._cards:
            card.chosen.connect(self._choose)
            card.left.connect(self._on_card_left)
            card.taken.connect(self._on_create_clicked)
            column.addWidget(card)
        column.addStretch(1)
        return _scrolling(inner)

    def _choose(self, chosen: TemplateCard) -> None:
        """Show the chosen template's fields; what was typed into the last one's goes along."""
        if chosen.template is self._template:
            return
        self._remember()
        self._template = chosen.template
        for card in self._cards:
            card.set_chosen(is_chosen=card is chosen)
        self._form_area.setWidget(self._form(chosen.template))
        self._card_area.ensureWidgetVisible(chosen, 0, 8)
        last = [editor.focusProxy() or editor for editor in self._editors.values()][-1:]
        for widget in last:  # from the new form Tab goes on to the buttons
            self.setTabOrder(widget, self._cancel)
            self.setTabOrder(self._cancel, self._create)

    def _on_card_left(self, card: TemplateCard, by: int) -> None:
        """Go to the card above or below; at the ends stay."""
        at = self._cards.index(card) + by
        if 0 <= at < len(self._cards):
            self._cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _form(self, template: Template) -> QWidget:
        inner = QWidget()
        inner.setProperty("role", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(1, 1, 8, 1)
        column.setSpacing(10)
        column.addWidget(make_label(template.title, "title"))
        if template.follows:
            column.addWidget(make_label(f"Follows: {template.follows}", "small", is_wrapped=True))
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._editors = {}
        for field in template.fields:
            value = self._typed.get(field.name) or field.default
            if not value and field.type is FieldType.DATE:
                value = datetime.now().astimezone().date().isoformat()
            editor = FieldEditor(self.theme, field, value, self._markings, persons=self._persons)
            editor.confirmed.connect(self._on_create_clicked)
            editor.cancelled.connect(self.reject)
            self._editors[field.name] = editor
            label = QLabel(f"{field.label} *" if field.required else field.label)
            label.setProperty("role", "muted")
            label.setBuddy(editor)
            form.addRow(label, editor)
        column.addLayout(form)
        column.addWidget(make_label("* can be filled in later, but is required.", "small"))
        column.addStretch(1)
        return inner

    def _remember(self) -> None:
        self._typed |= {name: e.value for name, e in self._editors.items() if e.value}

    def _on_create_clicked(self) -> None:
        if self._template is None:
            return
        values = {name: editor.value for name, editor in self._editors.items() if editor.value}
        self.create_requested.emit(self._template.name, values)
        self.accept()


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
