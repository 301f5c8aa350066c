"""Acronyms: told in full at first use, once, and used again.

Those that every reader knows are listed in `standards/household-acronyms.json`. Standard: U.S.
Federal Plain Language Guidelines, 2011, "Minimize abbreviations"; WCAG 2.2, 3.1.4 (abbreviations).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import finding_on
from briefing.checks.standards_data import standard_named
from briefing.model.finding import Finding, Severity
from briefing.text.acronym_uses import AcronymUse, find_acronyms
from briefing.text.quoted_words import without_quotes
from briefing.text.running_text import RunningSentence

_Use = tuple[RunningSentence, AcronymUse]


@dataclass(frozen=True, slots=True)
class Acronyms:
    """Finds acronyms that are told in full nowhere, late, twice, or for no use."""

    name: str = "acronyms"
    standard: str = "WCAG 2.2, 3.1.4; U.S. Federal Plain Language Guidelines, 2011"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield findings by first use."""
        uses: dict[str, list[_Use]] = {}
        for sentence, use in _uses(memo):
            uses.setdefault(use.letters, []).append((sentence, use))
        for letters, places in uses.items():
            yield from self._of_one(memo, letters, places)

    def _of_one(self, memo: MemoUnderCheck, letters: str, uses: list[_Use]) -> Iterator[Finding]:
        defined = [use for use in uses if use[1].is_defined]
        if letters in _household():
            return
        if not uses[0][1].is_defined:
            later = " until later" if defined else ""
            reason = f"“{letters}” is not told in full{later}."
            mend = f"Write it out at first use, with “({letters})” behind."
            yield self._finding(memo, uses[0], reason, mend, Severity.WARNING)
        elif len(uses) == 1:
            reason = f"“{letters}” is told in full and never used again."
            yield self._finding(memo, uses[0], reason, "Leave the letters out.")
        for again in defined[1:2]:
            reason = f"“{letters}” is told in full a second time."
            yield self._finding(memo, again, reason, "Write the letters alone.")

    def _finding(
        self,
        memo: MemoUnderCheck,
        use: _Use,
        reason: str,
        mend: str,
        severity: Severity = Severity.NOTE,
    ) -> Finding:
        sentence, acronym = use
        place = (acronym.start, acronym.end)
        return finding_on(self.name, memo, sentence, place, reason, mend, severity)


def _uses(memo: MemoUnderCheck) -> Iterator[_Use]:
    """Yield the acronyms of running text, notes and cells; those in headings and quotations not."""
    for sentence in memo.running:
        if sentence.kind == "heading" or "quote" in sentence.containers:
            continue
        found = find_acronyms(without_quotes(sentence.words, but_for=1))
        if not found or _is_in_capitals(sentence.words):
            continue
        for use in found:
            if use.letters not in _none():
                yield sentence, use


def _is_in_capitals(words: str) -> bool:
    return sum(map(str.isupper, words)) * 2 > sum(map(str.isalpha, words))


@lru_cache(maxsize=1)
def _household() -> frozenset[str]:
    return frozenset(standard_named("household-acronyms")["acronyms"])


@lru_cache(maxsize=1)
def _none() -> frozenset[str]:
    return frozenset(standard_named("household-acronyms")["not_acronyms"])
