"""How commands look facts up and answer with them."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefing.commands.record_json import Json, fact_json
from briefing.model.conflict import Conflict
from briefing.model.corroboration import Corroboration
from briefing.model.fact import Fact
from briefing.model.fact_history import FactEvent, FactState
from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence

if TYPE_CHECKING:
    from briefing.services.desk import Desk


def fact_of(desk: "Desk", key: str) -> Fact:
    """Return the fact of a key, `7k2` or `fact:7k2`; NotFoundError where there is none."""
    return desk.evidence.fact_by_key(key.removeprefix("fact:"))


def json_of(desk: "Desk") -> Callable[[Fact], Json]:
    """Return what turns facts into JSON; each article is looked up once."""

    @cache
    def citekey_of(uid: Uid) -> str:
        return desk.searching.row(uid).citekey

    def as_json(fact: Fact) -> Json:
        return fact_json(fact, citekey_of, desk.copies.independent_sources(fact.uid))

    return as_json


def corroboration_json(desk: "Desk", found: Corroboration) -> Json:
    """Return which articles count as one source, and why."""
    return {
        "sources": found.sources,
        "independent": found.independent,
        "reason": found.reason,
        "groups": [
            {
                "citekeys": [desk.searching.row(uid).citekey for uid in group.articles],
                "reason": group.reason,
            }
            for group in found.groups
        ],
    }


def event_json(event: FactEvent) -> Json:
    """Return one change of a fact, with what it said before."""
    return {
        "kind": event.kind.value,
        "reason": event.reason,
        "before": _state_json(event.before),
        "created_at": event.created_at.isoformat(),
    }


def event_lines(events: tuple[FactEvent, ...], fact: Fact) -> Iterator[str]:
    """Yield a history as lines, the first first, each change with what differs after it."""
    if fact.created_at:
        yield f"{fact.created_at:%Y-%m-%d %H:%M}  captured"
    for event in events:
        reason = f": {event.reason}" if event.reason else ""
        yield f"{event.created_at:%Y-%m-%d %H:%M}  {event.kind}{reason}"
        yield f"                    before: {event.before.statement} ({_marks(event.before)})"


def conflict_json(conflict: Conflict, as_json: Callable[[Fact], Json]) -> Json:
    """Return a conflict with both facts."""
    return {
        "kind": conflict.kind.value,
        "reason": conflict.reason,
        "first": as_json(conflict.first),
        "second": as_json(conflict.second),
    }


def touched_json(touched: TouchedSentence, proposal: str) -> Json:
    """Return a sentence that a change touches, and what it might say."""
    return {
        "memo": touched.slug,
        "title": touched.title,
        "start": touched.start,
        "end": touched.end,
        "text": touched.text,
        "key": touched.key,
        "kept_reason": touched.kept_reason,
        "proposal": proposal,
    }


def _marks(state: FactState) -> str:
    figure = "" if state.value is None else f"{state.value:f} {state.unit}".strip()
    date = str(state.as_of) if state.as_of else ""
    return ", ".join(mark for mark in (state.status.value, figure, date) if mark)


def _state_json(state: FactState) -> Json:
    return {
        "statement": state.statement,
        "kind": state.kind.value,
        "value": None if state.value is None else str(state.value),
        "unit": state.unit,
        "as_of": str(state.as_of) if state.as_of else None,
        "status": state.status.value,
        "status_as_of": str(state.status_as_of) if state.status_as_of else None,
        "superseded_by": state.superseded_by,
        "confidence": state.confidence.value if state.confidence else None,
        "tags": list(state.tags),
    }
