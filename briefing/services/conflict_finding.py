"""Facts that contradict one another: found in the whole library, of one fact, and of a draft."""

from briefing.model.changes import Changes
from briefing.model.conflict import Conflict, ConflictRuling
from briefing.model.fact import FactDraft
from briefing.model.ids import Uid
from briefing.store import conflict_rulings
from briefing.store.library_file import Library


class ConflictFinding:
    """What can be asked and ruled of conflicts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def every(self) -> tuple[Conflict, ...]:
        """Return all conflicts among facts that stand or are disputed, the newest first."""
        return ()

    def of(self, uid: Uid) -> tuple[Conflict, ...]:
        """Return the conflicts of one fact."""
        del uid
        return ()

    def of_draft(self, draft: FactDraft, quote: str) -> tuple[Conflict, ...]:
        """Return what a fact that is about to be kept would contradict; it comes second."""
        del draft, quote
        return ()

    def rulings(self) -> tuple[ConflictRuling, ...]:
        """Return the pairs that were said not to be the same thing, the latest first."""
        return conflict_rulings.every(self._library.reader())

    def not_same(self, first: Uid, second: Uid, reason: str) -> Changes:
        """Say that two facts are not about the same thing; they are not shown again."""
        return self._library.change(
            "Tell facts apart",
            lambda connection: conflict_rulings.add(connection, first, second, reason),
        )[1]

    def compare_again(self, first: Uid, second: Uid) -> Changes:
        """Take back that two facts are not about the same thing."""
        return self._library.change(
            "Compare facts again",
            lambda connection: conflict_rulings.remove(connection, first, second),
        )[1]
