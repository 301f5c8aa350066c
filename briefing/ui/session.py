"""The session: one open library in the window, its rooms, and where each was left."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from briefing.model.ids import Uid
from briefing.ui.action_table import LIBRARY, MEMOS
from briefing.ui.context import WindowContext
from briefing.ui.review_actions import REVIEW
from briefing.ui.rooms import Room
from briefing.ui.workspace import Workspace


class LibrarySession(QObject):
    """Builds rooms when they are first entered, and fulfils the navigator's wishes."""

    room_built = Signal(object)  # a Workspace, before it is entered
    room_entered = Signal(object)  # a Workspace

    def __init__(
        self, context: WindowContext, rooms: Sequence[Room], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._rooms = {room.name: room for room in rooms}
        self._built: dict[str, Workspace] = {}
        self._current: Workspace | None = None
        self._left = context.settings.state(self._key)
        self._follow(context)
        for room in rooms:
            for action in room.window_actions:
                context.actions.handle(action, partial(self._enter_for_action, room.name, action))

    @property
    def current(self) -> Workspace | None:
        """Return the room in front."""
        return self._current

    def enter_where_left(self) -> None:
        """Go to the room that was in front when the library was closed."""
        name = self._left.get("room")
        self.enter(name if isinstance(name, str) and name in self._rooms else LIBRARY)

    def enter(self, name: str) -> Workspace:
        """Bring a room to the front; what was typed in the other one is saved first."""
        room = self._built.get(name) or self._build(name)
        if room is not self._current:
            if self._current is not None:
                self._current.save_now()
                self._current.deactivate()
            self._current = room
            self.context.actions.set_context(name)
            self.room_entered.emit(room)
            room.activate()
        return room

    def import_files(self, names: list[str]) -> None:
        """Take files that were dropped into the library; a memo that came back is reviewed."""
        from briefing.services.came_back import came_back, is_word_file  # noqa: PLC0415 - start-up

        paths = [Path(name) for name in names]
        if not any(is_word_file(path) for path in paths):
            self._take_files(LIBRARY, names)
            return
        work = partial(came_back, self.context.desk.library, paths)
        self.context.tasks.run(work, partial(self._on_origin_known, names), key="session.dropped")

    def _on_origin_known(self, names: list[str], is_review: bool) -> None:  # noqa: FBT001
        self._take_files(REVIEW if is_review and REVIEW in self._rooms else LIBRARY, names)

    def _take_files(self, room: str, names: list[str]) -> None:
        self.enter(room).take_files(names)

    def save_all(self) -> None:
        """Have every room write what is not on disk yet."""
        for room in self._built.values():
            room.save_now()

    def remember(self) -> None:
        """Put where everything was left into the settings."""
        rooms = {**self._left_rooms, **{n: room.state() for n, room in self._built.items()}}
        front = self._current.name if self._current is not None else ""
        self.context.settings.set_state(self._key, {"room": front, "rooms": rooms})

    def close(self) -> None:
        """Save, remember, and give up the rooms and their actions."""
        self.save_all()
        self.remember()
        if self._current is not None:
            self._current.deactivate()
        self._current = None
        for name, room in self._rooms.items():
            self.context.actions.release(name)
            for action in room.window_actions:
                self.context.actions.withdraw(action)
        self.context.actions.set_context("")
        for workspace in self._built.values():
            workspace.deleteLater()
        self._built.clear()

    @property
    def _key(self) -> str:
        return str(self.context.desk.library.path)

    @property
    def _left_rooms(self) -> dict[str, Any]:
        found = self._left.get("rooms")
        return cast("dict[str, Any]", found) if isinstance(found, dict) else {}

    def _build(self, name: str) -> Workspace:
        workspace = self._rooms[name].build(self.context)
        self._built[name] = workspace
        self.context.actions.attach(name, workspace.widget)
        self.room_built.emit(workspace)
        left: object = self._left_rooms.get(name)
        if isinstance(left, dict):
            workspace.restore(cast("Mapping[str, object]", left))
        return workspace

    def _follow(self, context: WindowContext) -> None:
        navigator = context.navigator
        navigator.workspace_requested.connect(self._on_workspace_requested)
        navigator.article_requested.connect(self._on_article_requested)
        navigator.fact_requested.connect(self._on_fact_requested)
        navigator.memo_requested.connect(self._on_memo_requested)
        navigator.tag_requested.connect(self._on_tag_requested)
        navigator.search_requested.connect(self._on_search_requested)
        navigator.insertion_requested.connect(self._on_insertion_requested)

    def _enter_for_action(self, name: str, action: str) -> None:
        """Enter the room, which takes the action over, and do it."""
        self.context.actions.withdraw(action)
        self.enter(name)
        self.context.actions.trigger(action)

    def _on_workspace_requested(self, name: str) -> None:
        if name in self._rooms:
            self.enter(name)

    def _on_article_requested(self, uid: str, start: int, end: int) -> None:
        room = self.enter(LIBRARY)
        if start >= 0:
            room.open(Uid(uid), start=start, end=end)
        else:
            room.open(Uid(uid))

    def _on_fact_requested(self, uid: str) -> None:
        self.context.tasks.run(
            partial(self._find_passage, Uid(uid)), self._on_passage_found, key="session.fact"
        )

    def _find_passage(self, uid: Uid) -> tuple[Uid, int, int] | None:
        """Return the article and the place that a fact rests on; off the window's thread."""
        evidence = self.context.desk.evidence.fact(uid).evidence
        if not evidence:
            return None
        located = self.context.desk.evidence.locate(evidence[0])
        start, end = (located.start, located.end) if located.end > located.start else (-1, -1)
        return evidence[0].article_uid, start, end

    def _on_passage_found(self, found: tuple[Uid, int, int] | None) -> None:
        if found is None:
            self.context.messages.warn("This fact rests on no article any more.")
        else:
            self._on_article_requested(*found)

    def _on_memo_requested(self, uid: str, position: int) -> None:
        room = self.enter(MEMOS)
        if position >= 0:
            room.open(Uid(uid), position=position)
        else:
            room.open(Uid(uid))

    def _on_tag_requested(self, path: str) -> None:
        self._on_search_requested(f'tag:"{path}"' if " " in path else f"tag:{path}")

    def _on_search_requested(self, line: str) -> None:
        self.enter(LIBRARY).search_for(line)

    def _on_insertion_requested(self, markdown: str) -> None:
        self.enter(MEMOS).insert(markdown)
