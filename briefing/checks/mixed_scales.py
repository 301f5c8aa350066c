"""Likelihood: the terms of one memo belong to one scale, and to one row of it.

Standard: ICD 203, D.6.e(2)(a): analysts are strongly encouraged not to mix terms from different
rows; products that mix them must carry a disclaimer. PHIA yardstick: its seven terms and no others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.likelihood_scale import LikelihoodScale, scale_of
from briefing.checks.likelihood_uses import TermUse, term_uses
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding, Severity
from briefing.text.quoted_words import without_quotes
from briefing.text.running_text import RunningSentence

_Use = tuple[RunningSentence, TermUse]


@dataclass(frozen=True, slots=True)
class MixedScales:
    """Finds terms of another scale, and of the row that the memo uses less."""

    name: str = "mixed-scales"
    standard: str = "ICD 203, D.6.e(2)(a); PHIA probability yardstick"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each term that does not belong with the others."""
        if not memo.language.startswith("en"):
            return
        scale = scale_of(memo)
        uses = list(_uses(memo))
        for sentence, use in uses:
            if use.term not in scale.words:
                reason = f"“{use.term}” is no term of the scale ({scale.title})."
                yield self._finding(memo, sentence, use, reason, "Use one of its terms.")
        if scale.has_rows:
            yield from self._of_other_row(memo, scale, uses)

    def _of_other_row(
        self, memo: MemoUnderCheck, scale: LikelihoodScale, uses: list[_Use]
    ) -> Iterator[Finding]:
        rows = {term.words: term.row for term in scale.terms}
        used = [(rows[use.term], sentence, use) for sentence, use in uses if use.term in rows]
        counts = Counter(row for row, _, _ in used)
        if len(counts) < len({0, 1}):
            return
        kept = max(counts, key=lambda row: (counts[row], row == used[0][0]))
        like = next(use.term for row, _, use in used if row == kept)
        for row, sentence, use in used:
            if row != kept:
                reason = f"“{use.term}” and “{like}” are of different rows of the scale."
                mend = "Keep to one row: use the term beside it in the other."
                yield self._finding(memo, sentence, use, reason, mend)

    def _finding(
        self, memo: MemoUnderCheck, sentence: RunningSentence, use: TermUse, reason: str, mend: str
    ) -> Finding:
        place = (use.start, use.end)
        return finding_on(self.name, memo, sentence, place, reason, mend, Severity.WARNING)


def _uses(memo: MemoUnderCheck) -> Iterator[_Use]:
    for sentence in authors_sentences(memo):
        for use in term_uses(without_quotes(sentence.words)):
            yield sentence, use
