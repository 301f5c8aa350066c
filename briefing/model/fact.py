"""A fact: the analyst's own statement, and the evidence that it rests on."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from briefing.model.anchor import Anchor, AnchorState
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate


class FactKind(StrEnum):
    """What sort of thing a fact states."""

    EVENT = "event"
    FIGURE = "figure"
    QUOTATION = "quotation"
    DECISION = "decision"
    CLAIM = "claim"
    DATE = "date"


class FactStatus(StrEnum):
    """Whether a fact still stands."""

    CURRENT = "current"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class Confidence(StrEnum):
    """How sure the analyst is (ICD 203: low, moderate, high)."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verbatim quote in one article that a fact rests on, and its page where it has one."""

    uid: Uid
    article_uid: Uid
    anchor: Anchor
    page: str = ""
    state: AnchorState = AnchorState.EXACT


@dataclass(frozen=True, slots=True)
class FactDraft:
    """What the analyst says of a fact, before it is kept; also the change of a kept one."""

    statement: str
    kind: FactKind = FactKind.CLAIM
    value: Decimal | None = None
    unit: str = ""
    as_of: PartialDate | None = None
    confidence: Confidence | None = None
    tags: tuple[str, ...] = ()
    status: FactStatus = FactStatus.CURRENT


@dataclass(frozen=True, slots=True)
class Fact:
    """A kept fact; `key` is what a memo writes, as in `[@fact:7k2]`.

    `status_as_of` is the day since which the status holds, where it is known.
    """

    uid: Uid
    key: str
    statement: str
    kind: FactKind = FactKind.CLAIM
    value: Decimal | None = None
    unit: str = ""
    as_of: PartialDate | None = None
    status: FactStatus = FactStatus.CURRENT
    status_as_of: PartialDate | None = None
    superseded_by: Uid | None = None
    confidence: Confidence | None = None
    tags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def draft(self) -> FactDraft:
        """Return what the fact says, to be changed."""
        return FactDraft(
            self.statement,
            self.kind,
            self.value,
            self.unit,
            self.as_of,
            self.confidence,
            self.tags,
            self.status,
        )
