"""Likelihood and confidence: they are two things and stand in two sentences.

Standard: ICD 203, D.6.e(2)(a): "products … must not combine a confidence level and a degree of
likelihood, which refers to an event or development, in the same sentence".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.chance_reading import chance_weights
from briefing.checks.likelihood_scale import scale_of
from briefing.checks.likelihood_uses import confidence_in, term_uses
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding, Severity
from briefing.text.estimative_words import find_off_scale
from briefing.text.quoted_words import without_quotes


@dataclass(frozen=True, slots=True)
class LikelihoodWithConfidence:
    """Finds sentences that state a degree of likelihood and a level of confidence."""

    name: str = "likelihood-with-confidence"
    standard: str = "ICD 203, D.6.e(2)(a)"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, at the confidence."""
        if not memo.language.startswith("en"):
            return
        vague = scale_of(memo).vague
        for sentence in authors_sentences(memo):
            if "confiden" not in sentence.words.lower():
                continue
            words = without_quotes(sentence.words)
            confidence = confidence_in(words)
            if confidence and (term_uses(words) or find_off_scale(words, vague, chance_weights())):
                yield finding_on(
                    self.name,
                    memo,
                    sentence,
                    confidence,
                    "The sentence states both how likely it is and how confident we are.",
                    "Give the confidence, and what it rests on, in a sentence of its own.",
                    Severity.WARNING,
                )
