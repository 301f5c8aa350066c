"""Consistency: a memo does not give one measure two values, a date a wrong day, a name two forms.

Which statements can be compared is told in `text.standing_alone`, what is one measure in
`text.measure_conflict`; sections keep apart what they do not name. Standard: ICD 203, D.6.d and
tradecraft standard 8 (accurate judgments and consistent use of data); DAFH 33-337 (accuracy).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.checks.structure_words import memo_parts, plain_title
from briefing.model.conflict import ConflictKind
from briefing.model.finding import Finding, Severity
from briefing.text.contradiction import contradiction
from briefing.text.measure_conflict import Telling, telling, two_values
from briefing.text.name_spellings import is_misspelt, names_in, rarer
from briefing.text.running_text import RunningSentence
from briefing.text.standing_alone import statement_alone
from briefing.text.statement_candidates import candidates
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
        told = [
            _Told(sentence, telling(statement, sentence.words), _subjects(memo, sentence))
            for sentence in sentences
            if _has_number(sentence.words) and (statement := statement_alone(sentence.words))
        ]
        found = list(_conflicts(told))
        later_told: set[int] = set()
        for earlier, later, values in found:
            if later in later_told or _is_series((earlier, later), found):
                continue
            later_told.add(later)
            before = memo.told(told[earlier].sentence.words, told[earlier].sentence.span)
            yield self._finding(
                memo,
                told[later].sentence,
                (0, len(told[later].sentence.words)),
                f"This contradicts “{before}”: one says {values[0]}, the other {values[1]}.",
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


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that states a figure or a date by itself, and what its sections are about."""

    sentence: RunningSentence
    telling: Telling
    subjects: frozenset[str]


def _conflicts(told: Sequence[_Told]) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """Yield the numbers of the statements that contradict one another, with what either says."""
    profiles = [one.telling.profile for one in told]
    for earlier, later in candidates(profiles):
        one, other = told[earlier], told[later]
        if _are_of_two_subjects(one, other):
            continue
        values = two_values(one.telling, other.telling)
        if values is None and not (profiles[earlier].said or profiles[later].said):
            found = contradiction(profiles[earlier], profiles[later])
            values = found.words if found and found.kind is ConflictKind.DATE else None
        if values:
            yield earlier, later, values


def _are_of_two_subjects(one: _Told, other: _Told) -> bool:
    """Tell whether two sections of other titles tell of their own things, none of them by name."""
    apart = one.subjects and other.subjects and one.subjects != other.subjects
    return bool(apart) and not one.telling.profile.names & other.telling.profile.names


def _is_series(pair: tuple[int, int], found: Sequence[tuple[int, int, tuple[str, str]]]) -> bool:
    """Tell whether a statement stands there with three values or more: one for each of many."""
    alike = [values for earlier, later, values in found if {earlier, later} & set(pair)]
    return len({value for values in alike for value in values}) > len(pair)


def _subjects(memo: MemoUnderCheck, sentence: RunningSentence) -> frozenset[str]:
    """Return the titles above a sentence that say more than which part of a memo follows."""
    at = sentence.span.start
    around = (one for one in memo.outline if one.span.start <= at < one.span.end)
    titles = {plain_title(one.title) for one in around if one.level > 1}
    return frozenset(titles - memo_parts())


def _has_number(words: str) -> bool:
    return bool(_DIGIT.search(words)) or not _NUMBER_WORDS.isdisjoint(_split(words))


def _split(words: str) -> list[str]:
    return words.lower().replace("-", " ").split()


def _misspelt(lasts: list[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(lasts):
        for other in lasts[at + 1 :]:
            if is_misspelt(one, other):
                yield one, other
