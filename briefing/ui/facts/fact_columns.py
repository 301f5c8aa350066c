"""The columns of the table of facts: what each shows of a row, and how it sorts."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model.fact import FactStatus
from briefing.services.fact_listing import FactRow, FactSort
from briefing.ui.widgets.labels import State


@dataclass(frozen=True, slots=True)
class FactColumn:
    """One column; `width` in px at 100 %, 0 takes what is left over."""

    title: str
    width: int
    sort: FactSort
    text: Callable[[FactRow], str]
    tip: Callable[[FactRow], str]


STATUS_STATES: dict[FactStatus, State] = {
    FactStatus.CURRENT: "ok",
    FactStatus.DISPUTED: "warn",
    FactStatus.SUPERSEDED: "muted",
    FactStatus.RETRACTED: "bad",
}


def value_text(row: FactRow) -> str:
    """Return a fact's value as a table shows it: `1,250 people`."""
    fact = row.fact
    return "" if fact.value is None else f"{fact.value:,f} {fact.unit}".strip()


def sources_text(row: FactRow) -> str:
    """Return how many independent sources there are, `1 of 3` where some repeat others."""
    counted = row.corroboration
    if counted.independent == counted.sources:
        return str(counted.sources)
    return f"{counted.independent} of {counted.sources}"


def _as_of_text(row: FactRow) -> str:
    return row.fact.as_of.short() if row.fact.as_of else ""


def _status_tip(row: FactRow) -> str:
    since = row.fact.status_as_of
    return f"{row.fact.status.value} since {since.human()}" if since else row.fact.status.value


def _memos_tip(row: FactRow) -> str:
    if not row.memos:
        return "No memo cites it."
    return "One memo cites it." if row.memos == 1 else f"{row.memos:,} memos cite it."


COLUMNS: tuple[FactColumn, ...] = (
    FactColumn(
        "Statement",
        0,
        FactSort.STATEMENT,
        lambda row: row.fact.statement,
        lambda row: row.fact.statement,
    ),
    FactColumn("Kind", 74, FactSort.KIND, lambda row: row.fact.kind.value, lambda _: ""),
    FactColumn("Value", 110, FactSort.VALUE, value_text, value_text),
    FactColumn("As of", 92, FactSort.AS_OF, _as_of_text, lambda _: ""),
    FactColumn("Sources", 64, FactSort.SOURCES, sources_text, lambda row: row.corroboration.reason),
    FactColumn(
        "Confidence", 82, FactSort.CONFIDENCE, lambda row: row.fact.confidence or "", lambda _: ""
    ),
    FactColumn("Status", 92, FactSort.STATUS, lambda row: row.fact.status.value, _status_tip),
    FactColumn("Memos", 60, FactSort.MEMOS, lambda row: str(row.memos or ""), _memos_tip),
)
STATUS_COLUMN = 6
