"""Consistency: a memo does not give one measure two values, a date a wrong day, a name two forms.

What counts as the same measure is told in `text.measured_things`. Standard: ICD 203, D.6.d and
tradecraft standard 8 (accurate judgments and consistent use of data); DAFH 33-337 (accuracy).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.sentence_finding import authors_sentences, finding_on
from briefing.model.finding import Finding, Severity
from briefing.text.measured_things import Measured, is_same_measure, measured
from briefing.text.name_spellings import is_misspelt, names_in, rarer
from briefing.text.quantities import agree, find_quantities
from briefing.text.quoted_words import without_quotes
from briefing.text.running_text import RunningSentence
from briefing.text.weekday_dates import wrong_weekdays

_COMMON = 40  # a word of more figures than this says nothing about any of them


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
        seen: list[Measured] = []
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        for sentence in sentences:
            words = without_quotes(sentence.words)
            if not any(map(str.isalnum, words)):
                continue
            for found in find_quantities(words, memo.language):
                thing = measured(words, found)
                if thing is None:
                    continue
                earlier = _contradicted(thing, seen, by_word)
                if earlier is not None:
                    reason = (
                        f"“{found.words.strip()}” here and “{earlier.found.words.strip()}” before"
                        " are given for the same."
                    )
                    place = (found.start, found.end)
                    mend = "Look up which is right, or say why they differ."
                    yield self._finding(memo, sentence, place, reason, mend)
                for word in thing.words:
                    by_word[word].append(len(seen))
                seen.append(thing)

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


def _contradicted(
    thing: Measured, seen: list[Measured], by_word: dict[str, list[int]]
) -> Measured | None:
    """Return the first earlier figure of the same measure, if none of them agrees."""
    shared = Counter(
        index
        for word in thing.words
        if len(by_word.get(word, ())) <= _COMMON
        for index in by_word.get(word, ())
    )
    earlier = [
        seen[index]
        for index in sorted(shared)
        if seen[index].found.quantity.unit == thing.found.quantity.unit
        and is_same_measure(seen[index], thing)
    ]
    if any(agree(one.found.quantity, thing.found.quantity) for one in earlier):
        return None
    return earlier[0] if earlier else None


def _misspelt(lasts: list[str]) -> Iterator[tuple[str, str]]:
    for at, one in enumerate(lasts):
        for other in lasts[at + 1 :]:
            if is_misspelt(one, other):
                yield one, other
