"""Two facts that cannot both be true as they stand, and what was ruled on such a pair."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.model.fact import Fact
from briefing.model.ids import Uid


class ConflictKind(StrEnum):
    """In what two facts differ."""

    VALUE = "value"
    UNIT = "unit"
    DATE = "date"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts on the same thing that differ; `first` is the one captured first."""

    first: Fact
    second: Fact
    kind: ConflictKind
    reason: str


@dataclass(frozen=True, slots=True)
class ConflictRuling:
    """The analyst's word that two facts are not about the same thing."""

    first: Uid
    second: Uid
    reason: str
    created_at: datetime
