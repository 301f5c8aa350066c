"""What the window hands to each workspace when it is built."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.services.desk import Desk
    from briefing.settings import Settings
    from briefing.ui.actions import ActionSet
    from briefing.ui.bulletin import Bulletin
    from briefing.ui.dialogs.file_choices import FileChoices
    from briefing.ui.messages import Messages
    from briefing.ui.navigator import Navigator
    from briefing.ui.tasks import TaskDoor
    from briefing.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class WindowContext:
    """The collaborators of a workspace.

    Each room's `wiring.py` takes one and builds the room: `build_library(context) -> Workspace`,
    `build_memos(context) -> Workspace`.
    """

    desk: "Desk"
    theme: "Theme"
    tasks: "TaskDoor"
    bulletin: "Bulletin"
    messages: "Messages"
    actions: "ActionSet"
    navigator: "Navigator"
    settings: "Settings"
    files: "FileChoices"
