"""Plain language: sentences say who does what, in the active voice.

What counts as passive is told in `text.passive_voice` and, for Spanish and French, in
`text.passive_romance`. Standard: U.S. Federal Plain Language Guidelines, 2011, "Use active voice";
ISO 24495-1:2023, 5.3.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding
from briefing.text.passive_romance import find_french_passives, find_spanish_passives
from briefing.text.passive_voice import find_passives
from briefing.text.quoted_words import without_quotes

_Find = Callable[[str], tuple[tuple[int, int], ...]]
_BY_LANGUAGE: dict[str, _Find] = {
    "en": find_passives,
    "es": find_spanish_passives,
    "fr": find_french_passives,
}


@dataclass(frozen=True, slots=True)
class PassiveVoice:
    """Finds sentences with a passive verb."""

    name: str = "passive-voice"
    standard: str = "U.S. Federal Plain Language Guidelines, 2011: use active voice"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, at its first passive."""
        find = _BY_LANGUAGE.get(memo.language[:2].lower())
        if find is None:
            return
        for sentence in authors_sentences(memo):
            found = find(without_quotes(sentence.words))
            if found:
                first = found[0]
                words = sentence.words[slice(*first)]
                others = f", and {len(found) - 1} more" if len(found) > 1 else ""
                yield finding_on(
                    self.name,
                    memo,
                    sentence,
                    first,
                    f"“{words}” is passive{others}.",
                    "Say who does it: begin with the one who acts.",
                )
