"""The capture form hands back a draft, or says what is wrong with it."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing.model.fact import Confidence, FactDraft, FactKind
from briefing.model.partial_date import PartialDate
from briefing.ui.theme import Theme
from briefing.ui.widgets.capture_form import CaptureForm

DRAFT = FactDraft(
    statement="Mexico sent 59 people north",
    kind=FactKind.FIGURE,
    value=Decimal(59),
    unit="people",
    as_of=PartialDate.parse("2025-09"),
    confidence=Confidence.HIGH,
    tags=("region/mexico", "topic/cartels"),
)


def make_form(qtbot: QtBot, theme: Theme, draft: FactDraft = DRAFT) -> CaptureForm:
    form = CaptureForm(theme)
    qtbot.addWidget(form)
    form.show()
    form.ask("Capture fact", "the quote", draft)
    return form


def field(form: CaptureForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def statement(form: CaptureForm) -> QPlainTextEdit:
    found = form.findChild(QPlainTextEdit)
    assert isinstance(found, QPlainTextEdit)
    return found


def test_unchanged_draft_comes_back_as_it_was(qtbot: QtBot, theme: Theme) -> None:
    form = make_form(qtbot, theme)
    with qtbot.waitSignal(form.kept) as kept:
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args == [DRAFT]


def test_large_figure_with_commas_is_read(qtbot: QtBot, theme: Theme) -> None:
    form = make_form(qtbot, theme)
    field(form, "Value").setText("1,250,000.5")
    with qtbot.waitSignal(form.kept) as kept:
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept.args is not None
    assert kept.args[0].value == Decimal("1250000.5")


def refusal(qtbot: QtBot, form: CaptureForm) -> bool:
    with qtbot.assertNotEmitted(form.kept):
        qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    return True


def test_what_is_wrong_is_marked_and_nothing_is_kept(qtbot: QtBot, theme: Theme) -> None:
    form = make_form(qtbot, theme)
    for name, text in (("Value", "many"), ("Value", "Infinity"), ("As of", "last week")):
        form.ask("Capture fact", "", DRAFT)
        field(form, name).setText(text)
        assert refusal(qtbot, form)
        assert field(form, name).property("state") == "bad"


def test_fact_needs_a_statement(qtbot: QtBot, theme: Theme) -> None:
    form = make_form(qtbot, theme)
    statement(form).setPlainText("  \n ")
    assert refusal(qtbot, form)


def test_escape_leaves(qtbot: QtBot, theme: Theme) -> None:
    form = make_form(qtbot, theme)
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form, Qt.Key.Key_Escape)
