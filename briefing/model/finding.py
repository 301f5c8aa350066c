"""What a check says: the rule, the place, the reason, what would mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; a wrong place in the library is an error."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of one rule. `start` and `end` are code points of the memo's body, if known.

    `subject` is what a dismissal of it is remembered by: words that stay when places move.
    `standard` names the published standard that the rule rests on.
    """

    rule: str
    place: str
    reason: str
    mend: str = ""
    severity: Severity = Severity.WARNING
    start: int | None = None
    end: int | None = None
    subject: str = ""
    standard: str = ""
