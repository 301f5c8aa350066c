"""Sourcing: each sentence that states something about the world cites what it rests on.

Standard: ICD 206, "Sourcing Requirements for Disseminated Analytic Products": all substantive
facts are cited. Which sentences count as claims, and which do not (questions, recommendations,
judgments marked as such), is told in `text.claims`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding


@dataclass(frozen=True, slots=True)
class UnsourcedSentence:
    """Finds claims without a citation."""

    name: str = "unsourced-sentence"
    standard: str = "ICD 206, Sourcing Requirements"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, in reading order."""
        for sentence in memo.sentences:
            if sentence.is_claim and not sentence.citations:
                said = memo.told(sentence.text, sentence.span)
                yield Finding(
                    self.name,
                    memo.place_of(sentence.span),
                    f"“{said}” states something and cites nothing.",
                    "Cite a fact or an article behind it with @, or mark it as a judgment.",
                    start=sentence.span.start,
                    end=sentence.span.end,
                    subject=" ".join(sentence.text.split()),
                )
