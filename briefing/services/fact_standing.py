"""Whether facts stand: superseding, disputing, retracting them with a reason, and their history."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.corroboration import Corroboration
from briefing.model.fact import Fact, FactStatus
from briefing.model.fact_history import FactEdit, FactEvent, FactEventKind
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.corroborating import corroborations
from briefing.store import fact_events, facts
from briefing.store.connections import Connection
from briefing.store.library_file import Library


class FactStanding:
    """What becomes of facts once they are kept. Every change is one step of undo."""

    def __init__(self, library: Library) -> None:
        self._library = library

    # reading

    def history(self, uid: Uid) -> tuple[FactEvent, ...]:
        """Return what was done to a fact, the first first; it was captured before all of that."""
        return fact_events.of_fact(self._library.reader(), uid)

    def corroboration(self, uid: Uid) -> Corroboration:
        """Return on how many independent sources a fact rests, and which count as one."""
        return self.corroborations((uid,))[uid]

    def corroborations(self, uids: Sequence[Uid]) -> dict[Uid, Corroboration]:
        """Return the same of many facts at once."""
        return corroborations(self._library.reader(), uids)

    def newest(self, uid: Uid) -> Fact:
        """Return the fact that stands in place of a fact at the end; itself where none does."""
        return newest(self._library.reader(), facts.get(self._library.reader(), uid))

    # writing

    def supersede(
        self, uid: Uid, by: Uid, reason: str, since: PartialDate | None = None
    ) -> Changes:
        """Let a newer fact take the place of one; `since` is the day from which it does."""

        def work(connection: Connection) -> None:
            newer = facts.get(connection, by)
            _check_no_circle(connection, uid, newer)
            _check_not_withdrawn(newer)
            fact = facts.get(connection, uid)
            fact_events.add(connection, fact, FactEventKind.SUPERSEDED, reason)
            since_then = since or newer.as_of
            facts.update(
                connection,
                replace(
                    fact,
                    status=FactStatus.SUPERSEDED,
                    status_as_of=since_then,
                    superseded_by=newer.uid,
                ),
            )

        return self._library.change("Supersede fact", work)[1]

    def dispute(self, uid: Uid, reason: str, since: PartialDate | None = None) -> Changes:
        """Say that a fact is disputed, and by what."""
        return self._stand(uid, FactEventKind.DISPUTED, _said(reason, "disputed"), since)

    def retract(self, uid: Uid, reason: str, since: PartialDate | None = None) -> Changes:
        """Withdraw a fact; what cites it is told so."""
        return self._stand(uid, FactEventKind.RETRACTED, _said(reason, "retracted"), since)

    def reinstate(self, uid: Uid, reason: str, since: PartialDate | None = None) -> Changes:
        """Let a fact stand again."""
        return self._stand(uid, FactEventKind.REINSTATED, reason, since)

    def edit_many(self, uids: Sequence[Uid], edit: FactEdit) -> Changes:
        """Change some fields of many facts, as one step; facts that are so already are left."""

        def work(connection: Connection) -> None:
            for fact in facts.by_uids(connection, list(dict.fromkeys(uids))):
                changed = _edited(fact, edit)
                if changed != fact:
                    fact_events.add(connection, fact, FactEventKind.EDITED, "")
                    facts.update(connection, changed)

        label = f"Edit {len(uids):,} facts" if len(uids) != 1 else "Edit fact"
        return self._library.change(label, work)[1]

    def _stand(
        self, uid: Uid, kind: FactEventKind, reason: str, since: PartialDate | None
    ) -> Changes:
        def work(connection: Connection) -> None:
            fact = facts.get(connection, uid)
            status = _STATUS[kind]
            if status is FactStatus.CURRENT and fact.status is status:
                raise InputError(f"The fact “{fact.statement[:60]}” stands already.")
            fact_events.add(connection, fact, kind, reason)
            stands = replace(fact, status=status, status_as_of=since, superseded_by=None)
            facts.update(connection, stands)

        return self._library.change(_LABELS[kind], work)[1]


def newest(connection: Connection, fact: Fact) -> Fact:
    """Follow what superseded a fact to the end."""
    seen = {fact.uid}
    while fact.superseded_by and fact.superseded_by not in seen:
        fact = facts.get(connection, fact.superseded_by)
        seen.add(fact.uid)
    return fact


def _check_no_circle(connection: Connection, uid: Uid, newer: Fact) -> None:
    if newer.uid == uid:
        raise InputError("A fact cannot take its own place; name another one.")
    if newest(connection, newer).uid == uid or _leads_to(connection, newer, uid):
        raise InputError(
            f"“{newer.statement[:60]}” was itself superseded by this fact; reinstate it first."
        )


def _check_not_withdrawn(newer: Fact) -> None:
    if newer.status is FactStatus.RETRACTED:
        raise InputError(
            f"“{newer.statement[:60]}” was retracted; reinstate it, or name a fact that stands."
        )


def _leads_to(connection: Connection, fact: Fact, uid: Uid) -> bool:
    seen = {fact.uid}
    while fact.superseded_by and fact.superseded_by not in seen:
        if fact.superseded_by == uid:
            return True
        fact = facts.get(connection, fact.superseded_by)
        seen.add(fact.uid)
    return False


def _said(reason: str, what: str) -> str:
    if not reason.strip():
        raise InputError(f"Say why the fact is {what}; those who read on need the reason.")
    return reason


def _edited(fact: Fact, edit: FactEdit) -> Fact:
    removed = {tag.casefold() for tag in edit.tags_remove}
    kept = [tag for tag in fact.tags if tag.casefold() not in removed]
    had = {tag.casefold() for tag in kept}
    added = [tag for tag in dict.fromkeys(edit.tags_add) if tag.casefold() not in had]
    return replace(
        fact,
        kind=edit.kind or fact.kind,
        confidence=edit.confidence or fact.confidence,
        as_of=edit.as_of or fact.as_of,
        tags=(*kept, *added) if added or len(kept) < len(fact.tags) else fact.tags,
    )


_STATUS = {
    FactEventKind.DISPUTED: FactStatus.DISPUTED,
    FactEventKind.RETRACTED: FactStatus.RETRACTED,
    FactEventKind.REINSTATED: FactStatus.CURRENT,
}
_LABELS = {
    FactEventKind.DISPUTED: "Dispute fact",
    FactEventKind.RETRACTED: "Retract fact",
    FactEventKind.REINSTATED: "Reinstate fact",
}
