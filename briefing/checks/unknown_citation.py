"""Citations: each names an article or a fact that is in the library.

Standard: ICD 206: a source reference lets the reader find the source itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class UnknownCitation:
    """Finds citations of what the library does not hold."""

    name: str = "unknown-citation"
    standard: str = "ICD 206, Sourcing Requirements"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding for each key that means nothing, in reading order."""
        for found in memo.citations:
            for item in found.citation.items:
                if item.key in memo.known:
                    continue
                kind = "fact" if item.key.startswith("fact:") else "article"
                yield Finding(
                    self.name,
                    memo.place_of(found.span),
                    f"“@{item.key}” cites no {kind} of this library.",
                    "Type @ and choose what is meant, or import the source.",
                    Severity.ERROR,
                    found.span.start,
                    found.span.end,
                    subject=item.key,
                )
