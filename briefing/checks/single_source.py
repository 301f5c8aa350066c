"""Evidence: what carries a memo rests on more than one independent source, or says it has one.

Standard: ICD 206, source summary statements (they tell where a key judgment rests on one source),
and AJP-2.1, corroboration: sources that repeat one another (one publisher, one wire, near-copies)
count once. A remark, not a fault: the author may know that there is no second source.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.cited_sentences import CitedSentence, independent_sources
from briefing.checks.key_statements import key_statements
from briefing.checks.memo_under_check import MemoUnderCheck, excerpt
from briefing.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class SingleSource:
    """Finds key statements with one independent source."""

    name: str = "single-source"
    standard: str = "ICD 206, source summary statements; AJP-2.1, corroboration"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, in reading order."""
        for cited in key_statements(memo):
            if independent_sources(cited.sources) == 1:
                span = cited.sentence.span
                yield Finding(
                    self.name,
                    memo.place_of(span),
                    f"“{excerpt(cited.subject)}” {_told(cited)}",
                    "Cite a second source that does not repeat it, or say that this is the only.",
                    Severity.NOTE,
                    span.start,
                    span.end,
                    subject=cited.subject,
                )


def _told(cited: CitedSentence) -> str:
    """Say on what it rests."""
    sources = cited.sources
    if len(sources) == 1:
        return f"rests on “{excerpt(sources[0].title)}” alone."
    return f"rests on {len(sources)} articles that repeat one source."
