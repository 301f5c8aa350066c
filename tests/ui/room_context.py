"""What the window hands to a room, for a room that stands without one."""

from typing import TYPE_CHECKING

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.bulletin import Bulletin
from briefing.ui.context import WindowContext
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.messages import Messages
from briefing.ui.navigator import Navigator
from briefing.ui.tasks import TaskDoor
from briefing.ui.theme import Theme

if TYPE_CHECKING:
    from briefing.services.desk import Desk


def room_context(desk: "Desk", theme: Theme, settings: Settings) -> WindowContext:
    """Return a context of its own; whoever takes it closes its tasks."""
    messages = Messages()
    return WindowContext(
        desk=desk,
        theme=theme,
        tasks=TaskDoor(messages),
        bulletin=Bulletin(),
        messages=messages,
        actions=ActionSet(theme),
        navigator=Navigator(),
        settings=settings,
        files=FileChoices(settings),
    )
