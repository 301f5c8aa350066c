"""Likelihood: a judgment of how likely something is uses the words of the template's scale.

*May*, *might*, *could*, *possibly* and the like are found where they tell a chance
(`text.estimative_words` says when). Standard: ICD 203, D.6.e(2)(a); for the UK the PHIA yardstick.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.chance_reading import chance_weights
from briefing.checks.likelihood_scale import LikelihoodScale, scale_of
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding, Severity
from briefing.text.estimative_words import find_off_scale
from briefing.text.quoted_words import without_quotes


@dataclass(frozen=True, slots=True)
class LikelihoodWords:
    """Finds judgments of likelihood in words that no scale defines."""

    name: str = "likelihood-words"
    standard: str = "ICD 203, D.6.e(2)(a); PHIA probability yardstick"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, at the first such word."""
        if not memo.language.startswith("en"):
            return
        scale = scale_of(memo)
        for sentence in authors_sentences(memo):
            found = find_off_scale(without_quotes(sentence.words), scale.vague, chance_weights())
            if found:
                word = sentence.words[slice(*found[0])]
                yield finding_on(
                    self.name,
                    memo,
                    sentence,
                    found[0],
                    f"“{word}” tells a chance, and the scale has no such word ({scale.title}).",
                    f"Say how likely: {_offered(scale)} …; or say what is known.",
                    Severity.WARNING,
                )


def _offered(scale: LikelihoodScale) -> str:
    return ", ".join([term.words for term in scale.terms if term.row == 0][1:6:2])
