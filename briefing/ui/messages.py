"""Messages: the one voice to the user; the window shows each as a toast."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError


class MessageKind(StrEnum):
    """How a message is meant; shown by an icon and a word, not by colour alone."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, and what can be done about it: `action` is a name in the action table."""

    text: str
    kind: MessageKind = MessageKind.INFO
    action: str = ""


class Messages(QObject):
    """Takes sentences from every room and hands them to the window."""

    posted = Signal(object)  # a Message

    def info(self, text: str, *, undo: bool = False) -> None:
        """Say what was done; with `undo` the toast offers to take it back."""
        self.posted.emit(Message(text, action="edit.undo" if undo else ""))

    def offer(self, text: str, action: str) -> None:
        """Say what was done, with a button for an action of the table."""
        self.posted.emit(Message(text, action=action))

    def warn(self, text: str) -> None:
        """Say what needs a look."""
        self.posted.emit(Message(text, MessageKind.WARNING))

    def error(self, error: BriefingError | str) -> None:
        """Say what the world did, in the sentence that the error brings."""
        self.posted.emit(Message(str(error), MessageKind.ERROR))
