"""The memos that are open, in the order of their tabs, each with the text that keeps its undo."""

from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.ui.editor.memo_text import MemoText

MOST = 24  # tabs; a further memo takes the place of the one that was looked at longest ago


@dataclass(slots=True, eq=False)
class Tab:
    """One open memo; `text` is made when it is first shown."""

    uid: Uid
    title: str = ""
    text: MemoText | None = None
    shown_at: int = 0  # counts up; 0 was never shown


class TabShelf:
    """Knows which memos are open and which one is in front."""

    def __init__(self) -> None:
        self.tabs: list[Tab] = []
        self.current: Uid | None = None
        self._clock = 0

    def find(self, uid: Uid) -> Tab | None:
        """Return the tab of a memo, if it is open."""
        return next((tab for tab in self.tabs if tab.uid == uid), None)

    def take(self, uid: Uid, title: str) -> Tab:
        """Put a memo in front, in a new tab behind the current one unless it has one."""
        tab = self.find(uid)
        if tab is None:
            tab = Tab(uid)
            self.tabs.insert(self._number(self.current) + 1, tab)
        tab.title = title
        self._clock += 1
        tab.shown_at = self._clock
        self.current = uid
        return tab

    def overflow(self) -> Tab | None:
        """Return the tab that has to make room for others, looked at longest ago, if any."""
        if len(self.tabs) <= MOST:
            return None
        return min(self.tabs, key=lambda tab: tab.shown_at)

    def drop(self, uid: Uid) -> Uid | None:
        """Close a memo's tab; return which one comes to the front: its neighbour, or none."""
        number = self._number(uid)
        if number < 0:
            return self.current
        del self.tabs[number]
        if self.current == uid:
            self.current = None
            return self.tabs[min(number, len(self.tabs) - 1)].uid if self.tabs else None
        return self.current

    def beside(self, step: int) -> Uid | None:
        """Return the memo so many tabs further on, round the end."""
        number = self._number(self.current)
        return self.tabs[(number + step) % len(self.tabs)].uid if self.tabs else None

    def move(self, before: int, after: int) -> None:
        """Put a tab in another place."""
        if 0 <= before < len(self.tabs):
            self.tabs.insert(after, self.tabs.pop(before))

    def keep_only(self, titles: dict[Uid, str]) -> None:
        """Close the tabs in the back whose memos are gone, and take the titles of the others."""
        self.tabs = [tab for tab in self.tabs if tab.uid in titles or tab.uid == self.current]
        for tab in self.tabs:
            tab.title = titles.get(tab.uid, tab.title)

    def _number(self, uid: Uid | None) -> int:
        return next((n for n, tab in enumerate(self.tabs) if tab.uid == uid), -1)
