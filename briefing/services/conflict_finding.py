"""Facts that contradict one another: found in the whole library, of one fact, and of a draft."""

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.conflict import Conflict, ConflictRuling
from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.conflict_pairs import conflicts_among, conflicts_with, profile_of
from briefing.store import akin_facts, conflict_rulings, facts
from briefing.store.library_file import Library


class ConflictFinding:
    """What can be asked and ruled of conflicts."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def every(self) -> tuple[Conflict, ...]:
        """Return all conflicts among facts that stand or are disputed, the newest first."""
        reader = self._library.reader()
        found = conflicts_among(facts.all_facts(reader))
        return tuple(reversed(self._unruled(found)))

    def of(self, uid: Uid) -> tuple[Conflict, ...]:
        """Return the conflicts of one fact that stands or is disputed."""
        reader = self._library.reader()
        fact = facts.get(reader, uid)
        if fact.status in (FactStatus.SUPERSEDED, FactStatus.RETRACTED):
            return ()
        return tuple(self._unruled(conflicts_with(fact, self._akin(fact))))

    def _akin(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts whose statements share words with this one's."""
        reader = self._library.reader()
        return facts.by_uids(reader, akin_facts.akin(reader, sorted(profile_of(fact).beginnings)))

    def _unruled(self, found: list[Conflict]) -> list[Conflict]:
        """Leave out those that were said not to be the same thing."""
        if not found:
            return found
        ruled = {frozenset((one.first, one.second)) for one in self.rulings()}
        return [one for one in found if frozenset((one.first.uid, one.second.uid)) not in ruled]

    def rulings(self) -> tuple[ConflictRuling, ...]:
        """Return the pairs that were said not to be the same thing, the latest first."""
        return conflict_rulings.every(self._library.reader())

    def not_same(self, first: Uid, second: Uid, reason: str) -> Changes:
        """Say that two facts are not about the same thing; they are not shown again."""
        if first == second:
            raise InputError("Name two different facts that are not about the same thing.")
        if not reason.strip():
            raise InputError("Say why the two facts are not about the same thing.")
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
