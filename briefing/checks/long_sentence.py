"""Plain language: a sentence is no longer than a reader can follow.

A quotation of more than six words does not count: its words are another's. Standard: ISO
24495-1:2023, 5.3.3 (concise sentences); GOV.UK content design. The limits are in
`standards/plain-language.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.plain_standard import longest_sentence
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding
from briefing.text.counting import count_words
from briefing.text.quoted_words import quotations

SHORT_QUOTATION = 6  # words: a term or a title, which is part of the sentence


@dataclass(frozen=True, slots=True)
class LongSentence:
    """Finds sentences with more words than the language's limit."""

    name: str = "long-sentence"
    standard: str = "ISO 24495-1:2023 (plain language), 5.3"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence."""
        limit = longest_sentence(memo.language)
        for sentence in authors_sentences(memo):
            words = sentence.words
            if words.count(" ") < limit:
                continue  # cannot have as many
            count = count_words(words) - sum(_long_quotations(words))
            if count > limit:
                yield finding_on(
                    self.name,
                    memo,
                    sentence,
                    (0, len(words)),
                    f"The sentence has {count} words; a reader follows {limit}.",
                    "Make two sentences of it, the main point first.",
                )


def _long_quotations(words: str) -> Iterable[int]:
    for quotation in quotations(words):
        count = count_words(quotation)
        if count > SHORT_QUOTATION:
            yield count
