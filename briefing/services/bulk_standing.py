"""Many facts disputed, retracted or reinstated at once, with one reason, as one step of undo."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.fact import FactStatus
from briefing.model.fact_history import FactEventKind
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import fact_events, facts
from briefing.store.connections import Connection
from briefing.store.library_file import Library

_KINDS = {
    FactStatus.CURRENT: (FactEventKind.REINSTATED, "Reinstate"),
    FactStatus.DISPUTED: (FactEventKind.DISPUTED, "Dispute"),
    FactStatus.RETRACTED: (FactEventKind.RETRACTED, "Retract"),
}


def stand_many(
    library: Library,
    uids: Sequence[Uid],
    status: FactStatus,
    reason: str,
    since: PartialDate | None = None,
) -> Changes:
    """Give many facts a status; those that have it already are left as they are."""
    if status is not FactStatus.CURRENT and not reason.strip():
        raise InputError("Say why; those who read on need the reason.")
    kind, word = _KINDS[status]

    def work(connection: Connection) -> None:
        for fact in facts.by_uids(connection, uids):
            if fact.status is not status:
                fact_events.add(connection, fact, kind, reason)
                stands = replace(fact, status=status, status_as_of=since, superseded_by=None)
                facts.update(connection, stands)

    return library.change(f"{word} {len(uids):,} facts", work)[1]
