"""The roles that were chosen go with the Word file they were chosen for."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.model.export_options import ExportOptions
from briefing.settings import Settings
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.memo.export_choices import Choice
from briefing.ui.memo.style_choice import StyleChoice
from briefing.ui.theme import Theme

CHOICES = (Choice("", "As the template has it"), Choice("/styles/memo.docx", "memo"))
ROLES = (("body", "Ministry Plain"),)


@pytest.fixture
def files(settings: Settings) -> FileChoices:
    return FileChoices(settings)


def make(qtbot: QtBot, theme: Theme, files: FileChoices, options: ExportOptions) -> StyleChoice:
    choice = StyleChoice(theme, CHOICES, options, files)
    qtbot.addWidget(choice)
    return choice


def test_template_style_has_no_roles_to_show(
    qtbot: QtBot, theme: Theme, files: FileChoices
) -> None:
    choice = make(qtbot, theme, files, ExportOptions(styles=ROLES))
    assert (choice.path, choice.roles) == (None, ())
    assert not choice._button.isEnabled()


def test_another_file_lets_go_of_the_roles(qtbot: QtBot, theme: Theme, files: FileChoices) -> None:
    options = ExportOptions(style=Path("/styles/memo.docx"), styles=ROLES)
    choice = make(qtbot, theme, files, options)
    assert (choice.path, choice.roles) == (Path("/styles/memo.docx"), ROLES)
    with qtbot.waitSignal(choice.roles_requested) as asked:
        choice._button.click()
    assert asked.args == ["/styles/memo.docx", ROLES]
    choice.use(Path("/other/house.dotx"), (("quote", "Q"),))
    assert (choice.path, choice.roles) == (Path("/other/house.dotx"), (("quote", "Q"),))
    choice.box.setCurrentIndex(0)
    assert (choice.path, choice.roles) == (None, ())
