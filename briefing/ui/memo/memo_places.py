"""Where each memo was left: its cursor and its scroll bar, also after a restart."""

from collections.abc import Mapping
from typing import cast

from briefing.model.ids import Uid

_MOST = 200  # memos


class MemoPlaces:
    """Remembers the places of the memos that were looked at last."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int, int]] = {}  # uid: cursor, scroll bar

    def get(self, uid: Uid) -> tuple[int, int]:
        """Return cursor and scroll bar; zeros for a memo that is not known."""
        return self._places.get(uid, (0, 0))

    def note(self, uid: Uid, cursor: int, scroll: int) -> None:
        """Remember where a memo is left."""
        self._places.pop(uid, None)
        self._places[uid] = (cursor, scroll)
        while len(self._places) > _MOST:
            del self._places[next(iter(self._places))]

    def state(self) -> dict[str, object]:
        """Return all, as JSON keeps them."""
        return {uid: list(place) for uid, place in self._places.items()}

    def restore(self, state: object) -> None:
        """Come back as `state` told; what has another shape is passed over."""
        if not isinstance(state, Mapping):
            return
        self._places = {}
        for uid, place in cast("Mapping[str, object]", state).items():
            if isinstance(place, list):
                numbers = [n for n in cast("list[object]", place) if isinstance(n, int)]
                if len(numbers) == 2:
                    self._places[uid] = (numbers[0], numbers[1])
