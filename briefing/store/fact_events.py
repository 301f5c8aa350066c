"""The table of events: what was done to each fact, why, and what the fact said before."""

import json
import sqlite3
from decimal import Decimal

from briefing.model.fact import Confidence, Fact, FactKind, FactStatus
from briefing.model.fact_history import FactEvent, FactEventKind, FactState
from briefing.model.ids import Uid, new_uid
from briefing.model.partial_date import PartialDate
from briefing.store.facts import pk_of
from briefing.store.index_words import sound
from briefing.store.timestamps import from_text, now_text


def add(connection: sqlite3.Connection, before: Fact, kind: FactEventKind, reason: str) -> None:
    """Note that a fact is changed; `before` is the fact as it was until then."""
    connection.execute(
        "INSERT INTO fact_events (uid, fact_pk, kind, reason, before, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            new_uid(),
            pk_of(connection, before.uid),
            kind,
            sound(reason.strip()),
            _text(state_of(before)),
            now_text(),
        ),
    )


def of_fact(connection: sqlite3.Connection, fact_uid: Uid) -> tuple[FactEvent, ...]:
    """Return what was done to a fact, the first first."""
    rows = connection.execute(
        "SELECT e.uid, e.kind, reason, before, e.created_at FROM fact_events AS e"
        " JOIN facts ON facts.pk = fact_pk WHERE facts.uid = ? ORDER BY e.pk",
        (fact_uid,),
    ).fetchall()
    return tuple(
        FactEvent(
            Uid(uid), fact_uid, FactEventKind(kind), reason, _state(before), from_text(created)
        )
        for uid, kind, reason, before, created in rows
    )


def state_of(fact: Fact) -> FactState:
    """Return what a fact says now."""
    return FactState(
        fact.statement,
        fact.kind,
        fact.value,
        fact.unit,
        fact.as_of,
        fact.status,
        fact.status_as_of,
        fact.superseded_by,
        fact.confidence,
        fact.tags,
    )


def _text(state: FactState) -> str:
    kept = {
        "statement": state.statement,
        "kind": state.kind,
        "value": None if state.value is None else str(state.value),
        "unit": state.unit,
        "as_of": str(state.as_of) if state.as_of else None,
        "status": state.status,
        "status_as_of": str(state.status_as_of) if state.status_as_of else None,
        "superseded_by": state.superseded_by,
        "confidence": state.confidence,
        "tags": list(state.tags),
    }
    return json.dumps(kept, ensure_ascii=False)


def _state(text: str) -> FactState:
    kept = json.loads(text)
    return FactState(
        statement=kept["statement"],
        kind=FactKind(kept["kind"]),
        value=None if kept["value"] is None else Decimal(kept["value"]),
        unit=kept["unit"],
        as_of=_date(kept["as_of"]),
        status=FactStatus(kept["status"]),
        status_as_of=_date(kept["status_as_of"]),
        superseded_by=Uid(kept["superseded_by"]) if kept["superseded_by"] else None,
        confidence=Confidence(kept["confidence"]) if kept["confidence"] else None,
        tags=tuple(kept["tags"]),
    )


def _date(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None
