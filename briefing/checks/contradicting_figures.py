"""Consistency: a memo does not give one measure two values, a date a wrong day, a name two forms.

What counts as the same measure is told in `text.contradiction`. Standard: ICD 203, D.6.d and
tradecraft standard 8 (accurate judgments and consistent use of data); DAFH 33-337 (accuracy).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.conflict import ConflictKind
from briefing.model.finding import Finding, Severity
from briefing.text.contradiction import contradiction
from briefing.text.name_spellings import is_misspelt, names_in, rarer
from briefing.text.quoted_words import without_quotes
from briefing.text.running_text import RunningSentence
from briefing.text.statement_candidates import candidates
from briefing.text.statement_profile import Profile, profile
from briefing.text.weekday_dates import wrong_weekdays
from briefing.text.word_set import word_set

_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = word_set(
    """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
dozen thousand thousands million dos tres cuatro cinco seis siete ocho diez cien mil veinte treinta
deux trois quatre cinq sept huit neuf dix vingt trente cent mille
"""
)
# What is not stated for good, or of another time or hand than the figure before.
_HEDGED = re.compile(
    r"\b(?:disput\w+|alleg\w+|revis\w+|initial\w*|earlier|previous\w*|former\w*|original\w*|instead"
    r"|option|would|could|may|might|should|if|another|additional|other|others|remaining|compared"
    r"|versus|whereas|per cent of those|of these|of which|of them|respectively|at least|at most"
    r"|up to|more than|less than|fewer than|over|under|from \S+ to|between|rose|fell|antes|después"
    r"|si|otros?|otras?|autres?)\b",
    re.IGNORECASE,
)
# A label with its value, and what amends a law.
_ROW = re.compile(r"\s/\s|:\s*[-+$€£]?\d|^(?:Sub)?[Ss]ection\s|^Article\s|\bsubstitution\b")
_WHOLE = re.compile(r"^[^\W\d_].*[.!…][\W\d]*$", re.DOTALL)  # no list item, label or row


@dataclass(frozen=True, slots=True)
class ContradictingFigures:
    """Finds figures, dates and names that cannot all be right."""

    name: str = "contradicting-figures"
    standard: str = "ICD 203, D.6 (consistency and accuracy); DAFH 33-337"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield the figures first, then dates, then names, each in reading order."""
        sentences = authors_sentences(memo)
        yield from self._figures(memo, sentences)
        for sentence in sentences:
            for wrong in wrong_weekdays(sentence.words):
                written = sentence.words[wrong.start : wrong.end]
                reason = f"“{written}” was a {wrong.right}."
                place = (wrong.start, wrong.end)
                yield self._finding(memo, sentence, place, reason, "Mend the date or the weekday.")
        yield from self._names(memo, sentences)

    def _figures(
        self, memo: MemoUnderCheck, sentences: tuple[RunningSentence, ...]
    ) -> Iterator[Finding]:
        taken = [(one, profile(words)) for one in sentences if (words := _statement(one))]
        said = [(one, taken_apart) for one, taken_apart in taken if _tells(taken_apart)]
        profiles = [taken_apart for _, taken_apart in said]
        told: set[int] = set()
        for earlier, later in candidates(profiles):
            found = contradiction(profiles[earlier], profiles[later])
            if found is None or found.kind is ConflictKind.STATEMENT or later in told:
                continue
            told.add(later)
            before = memo.told(said[earlier][0].words, said[earlier][0].span)
            yield self._finding(
                memo,
                said[later][0],
                (0, len(said[later][0].words)),
                f"This contradicts “{before}”: {found.reason[:1].lower()}{found.reason[1:]}",
                "Look up which is right, or say why they differ.",
            )

    def _names(
        self, memo: MemoUnderCheck, sentences: tuple[RunningSentence, ...]
    ) -> Iterator[Finding]:
        uses: dict[str, dict[str, tuple[RunningSentence, int, int]]] = {}
        counts: Counter[str] = Counter()
        for sentence in sentences:
            for start, end, first, last in names_in(sentence.words):
                uses.setdefault(first, {}).setdefault(last, (sentence, start, end))
                counts[f"{first} {last}"] += 1
        for first, lasts in uses.items():
            for one, other in _misspelt(list(lasts)):
                wrong = rarer(f"{first} {one}", f"{first} {other}", counts)
                right = f"{first} {one}" if wrong.endswith(other) else f"{first} {other}"
                sentence, start, end = lasts[wrong.partition(" ")[2]]
                reason = f"“{wrong}” is “{right}” elsewhere."
                yield self._finding(
                    memo, sentence, (start, end), reason, "Spell the name in one way."
                )

    def _finding(
        self,
        memo: MemoUnderCheck,
        sentence: RunningSentence,
        place: tuple[int, int],
        reason: str,
        mend: str,
    ) -> Finding:
        return finding_on(self.name, memo, sentence, place, reason, mend, Severity.WARNING)


def _statement(sentence: RunningSentence) -> str:
    """Return the words of a sentence that states a figure or a date for good; else nothing."""
    words = without_quotes(sentence.words).strip()
    has_number = _DIGIT.search(words) or not _NUMBER_WORDS.isdisjoint(_split(words))
    if not has_number or not _WHOLE.search(words) or _ROW.search(words):
        return ""
    if _HEDGED.search(words):
        return ""
    return words


def _split(words: str) -> list[str]:
    return words.lower().replace("-", " ").split()


def _tells(taken_apart: Profile) -> bool:
    """Tell whether a statement says how much or when."""
    return bool(taken_apart.said or taken_apart.periods)


def _misspelt(lasts: list[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(lasts):
        for other in lasts[at + 1 :]:
            if is_misspelt(one, other):
                yield one, other
