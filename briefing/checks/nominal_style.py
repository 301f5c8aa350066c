"""Plain language: verbs stand as verbs, and do not hide in nouns.

What counts is told in `text.hidden_verbs`; the pairs of verb and noun are in
`standards/plain-language.json`. Standard: U.S. Federal Plain Language Guidelines, 2011, "Avoid
hidden verbs"; ISO 24495-1:2023, 5.3.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.plain_standard import places_of_hidden_verbs
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding
from briefing.text.hidden_verbs import find_hidden_verbs
from briefing.text.quoted_words import without_quotes


@dataclass(frozen=True, slots=True)
class NominalStyle:
    """Finds sentences in which a verb hides in a noun."""

    name: str = "nominal-style"
    standard: str = "U.S. Federal Plain Language Guidelines, 2011: avoid hidden verbs"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, at its first hidden verb."""
        if not memo.language.startswith("en"):
            return
        for sentence in authors_sentences(memo):
            found = find_hidden_verbs(without_quotes(sentence.words), places_of_hidden_verbs())
            if found:
                first = found[0]
                words = sentence.words[first.start : first.end]
                yield finding_on(
                    self.name,
                    memo,
                    sentence,
                    (first.start, first.end),
                    f"“{words}” hides a verb in a noun.",
                    f"Write “{first.verb}”.",
                )
