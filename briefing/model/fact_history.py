"""What a fact went through: each change with its reason, and what the fact said before."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from briefing.model.fact import Confidence, FactKind, FactStatus
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


class FactEventKind(StrEnum):
    """What was done to a fact."""

    EDITED = "edited"
    SUPERSEDED = "superseded"
    DISPUTED = "disputed"
    RETRACTED = "retracted"
    REINSTATED = "reinstated"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class FactState:
    """What a fact said at one moment, without its evidence."""

    statement: str
    kind: FactKind
    value: Decimal | None = None
    unit: str = ""
    as_of: PartialDate | None = None
    status: FactStatus = FactStatus.CURRENT
    status_as_of: PartialDate | None = None
    superseded_by: Uid | None = None
    confidence: Confidence | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactEvent:
    """One change of a fact; `before` is what it said until then."""

    uid: Uid
    fact_uid: Uid
    kind: FactEventKind
    reason: str
    before: FactState
    created_at: datetime


@dataclass(frozen=True, slots=True)
class FactEdit:
    """What is changed of many facts at once; None leaves a field as it is."""

    kind: FactKind | None = None
    confidence: Confidence | None = None
    tags_add: tuple[str, ...] = ()
    tags_remove: tuple[str, ...] = ()
    as_of: PartialDate | None = None
