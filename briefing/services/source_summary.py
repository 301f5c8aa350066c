"""Drafts a source summary statement (ICD 206, E.1.d): what a memo's sources are worth together."""

from collections.abc import Sequence

from briefing.model.source_base import SourceBase
from briefing.services.rating_scale import Grade, RatingScale
from briefing.services.summary_phrases import Counted, SummaryPhrases, summary_phrases
from briefing.text.date_words import date_in_words

_JUDGED_LAST = {"F", "6"}  # these say that nothing can be judged: they end no range


def summary_words(base: SourceBase, scale: RatingScale, language: str) -> str:
    """Return the statement as one paragraph; the analyst goes on from there."""
    return _Statement(base, scale, language).words()


class _Statement:
    """The statement of one memo, sentence by sentence."""

    def __init__(self, base: SourceBase, scale: RatingScale, language: str) -> None:
        self._base = base
        self._scale = scale
        self._language = language
        self._phrases: SummaryPhrases = summary_phrases(language)

    def words(self) -> str:
        base, scale, phrases = self._base, self._scale, self._phrases
        if not base.sentences:
            return phrases.nothing
        sentences = (
            self._extent(),
            self._leading(),
            self._rated(base.reliability, scale.reliability, phrases.reliability),
            self._rated(base.credibility, scale.credibility, phrases.credibility),
            self._corroboration(),
            self._standing(),
            self._lacking(),
        )
        return " ".join(sentence for sentence in sentences if sentence)

    def _extent(self) -> str:
        base, phrases = self._base, self._phrases
        if not base.articles:
            return phrases.not_here
        told = phrases.rests.format(_count(base.articles, phrases.articles))
        if base.articles > 1:
            is_apart = base.independent == base.articles
            told += phrases.each_apart if is_apart else _count(base.independent, phrases.makes)
        if base.first and base.last:
            first, last = (date_in_words(day, self._language) for day in (base.first, base.last))
            is_one = base.first == base.last
            told += phrases.on.format(first) if is_one else phrases.between.format(first, last)
        if base.undated and base.first:
            told += phrases.undated.format(base.undated)
        return told + "."

    def _leading(self) -> str:
        base, phrases = self._base, self._phrases
        if base.independent < 2 or not base.leading:  # one source leads in any case
            return ""
        named = [
            phrases.leading.format(one.name, one.sentences, base.sentences) for one in base.leading
        ]
        return phrases.leans.format(phrases.joins.join(named))

    def _rated(
        self, counts: Sequence[tuple[str, int]], grades: Sequence[Grade], subject: str
    ) -> str:
        """Return the range of one half of the ratings, and what is outside it."""
        phrases = self._phrases
        ranged = [sign for sign, _ in counts if sign not in _JUDGED_LAST]
        unjudged = sum(count for sign, count in counts if sign in _JUDGED_LAST)
        unrated = self._base.articles - sum(count for _, count in counts)
        parts: list[str] = []
        if ranged:
            best, worst = self._grade(ranged[0], grades), self._grade(ranged[-1], grades)
            one = phrases.rated.format(subject, best)
            parts.append(one if best == worst else phrases.ranges.format(subject, best, worst))
        if unjudged:
            parts.append(_count(unjudged, phrases.unjudged))
        if unrated:
            parts.append(_count(unrated, phrases.unrated))
        if not ranged and parts:
            parts[0] = phrases.open.format(subject, parts[0])
        return "; ".join(parts) + "." if parts else ""

    def _grade(self, sign: str, grades: Sequence[Grade]) -> str:
        label = next((one.label_in(self._language) for one in grades if one.sign == sign), sign)
        return f"{sign} ({label[:1].lower()}{label[1:]})"

    def _corroboration(self) -> str:
        base, phrases = self._base, self._phrases
        if base.sentences == 1:
            return phrases.lone_several if base.corroborated else phrases.lone_single
        if not base.corroborated:
            return phrases.all_single.format(base.sentences)
        words = phrases.several[0 if base.corroborated == 1 else 1]
        return words.format(base.corroborated, base.sentences)

    def _standing(self) -> str:
        base, phrases = self._base, self._phrases
        parts = [
            _count(count, words)
            for count, words in (
                (base.disputed, phrases.disputed),
                (base.outdated, phrases.outdated),
                (base.shifted_quotes, phrases.lost),
            )
            if count
        ]
        return _opened(phrases.joins.join(parts)) + "." if parts else ""

    def _lacking(self) -> str:
        base = self._base
        if not base.missing or not base.articles:
            return ""
        return _opened(_count(base.missing, self._phrases.missing))


def _count(number: int, words: Counted) -> str:
    return words[0 if number == 1 else 1].format(number)


def _opened(sentence: str) -> str:
    """Return a sentence that begins with a capital."""
    return sentence[:1].upper() + sentence[1:]
