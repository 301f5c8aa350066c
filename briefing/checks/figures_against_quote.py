"""Evidence: figures, dates and names of a sentence are those of the quotes that it cites.

Standard: ICD 206 (a citation leads to the information as it was used). Compared are the quotes of
facts; an article that is cited as a whole beside them may bear a figure out (quote_comparison).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.cited_sentences import cited_sentences
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.quote_comparison import placed_differences
from briefing.model.block import Span
from briefing.model.finding import Finding
from briefing.text.quote_differences import DifferenceKind

_MENDS = {
    DifferenceKind.FIGURE: "Write the figure of the quote, or cite what says this one.",
    DifferenceKind.DATE: "Write the date of the quote, or cite what says this one.",
    DifferenceKind.NAME: "Write the name of the quote, or cite what names this one.",
}


@dataclass(frozen=True, slots=True)
class FiguresAgainstQuote:
    """Finds what a sentence says otherwise than its quotes."""

    name: str = "figures-against-quote"
    standard: str = "ICD 206, Sourcing Requirements"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding for each figure, date or name that differs, in reading order."""
        for cited in cited_sentences(memo):
            for one in placed_differences(cited.running, cited.borne, memo.language):
                yield Finding(
                    self.name,
                    memo.place_of(Span(one.start, one.end)),
                    one.reason,
                    _MENDS[one.kind],
                    start=one.start,
                    end=one.end,
                    subject=f"{one.written}: {cited.subject}",
                )
