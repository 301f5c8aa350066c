"""The rooms of the window: which workspaces there are, and how each is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.ui.action_table import LIBRARY, MEMOS
from briefing.ui.fact_actions import FACTS
from briefing.ui.review_actions import REVIEW
from briefing.ui.timeline_actions import TIMELINE

if TYPE_CHECKING:
    from briefing.ui.context import WindowContext
    from briefing.ui.workspace import Workspace


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Room:
    """One workspace before it is built. It is built when it is first entered.

    `action` goes there; `window_actions` belong to the room though they work everywhere: asking
    for one enters the room, which then takes it over.
    """

    name: str
    title: str
    icon: str
    action: str
    build: "Callable[[WindowContext], Workspace]"
    window_actions: tuple[str, ...] = ()


def _build_library(context: "WindowContext") -> "Workspace":
    from briefing.ui.library.wiring import build_library  # noqa: PLC0415 - start-up time

    return build_library(context)


def _build_facts(context: "WindowContext") -> "Workspace":
    from briefing.ui.facts.wiring import build_facts  # noqa: PLC0415 - start-up time

    return build_facts(context)


def _build_memos(context: "WindowContext") -> "Workspace":
    # The editor brings the Markdown parser: 40 ms that the first paint does not need.
    from briefing.ui.memo.wiring import build_memos  # noqa: PLC0415

    return build_memos(context)


def _build_review(context: "WindowContext") -> "Workspace":
    from briefing.ui.review.wiring import build_review  # noqa: PLC0415 - start-up time

    return build_review(context)


def _build_timeline(context: "WindowContext") -> "Workspace":
    from briefing.ui.timeline.wiring import build_timeline  # noqa: PLC0415 - start-up time

    return build_timeline(context)


ROOMS: tuple[Room, ...] = (
    Room(LIBRARY, "Library", "library", "view.library", _build_library),
    Room(FACTS, "Facts", "quote", "view.facts", _build_facts, ("facts.conflicts",)),
    Room(MEMOS, "Memos", "file-text", "view.memos", _build_memos, ("memo.new",)),
    Room(REVIEW, "Review", "message-square-diff", "view.review", _build_review, ("review.open",)),
    Room(TIMELINE, "Timeline", "calendar-range", "view.timeline", _build_timeline),
)
