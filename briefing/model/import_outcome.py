"""What became of the files of an import, one by one."""

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.changes import Changes


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """One file; `reason` says why it failed, what changed, or how it had to be read."""

    path: str
    outcome: Outcome
    citekey: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file, in the order in which they were found."""

    outcomes: tuple[ImportOutcome, ...]
    changes: Changes
    cancelled: bool = False

    def count(self, outcome: Outcome) -> int:
        """Return how many files ended so."""
        return sum(one.outcome is outcome for one in self.outcomes)
