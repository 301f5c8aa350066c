"""Drafts a source summary statement (ICD 206, E.1.d): what a memo's sources are worth together."""

from collections.abc import Sequence

from briefing.model.source_base import SourceBase
from briefing.services.rating_scale import Grade, RatingScale

_JUDGED_LAST = {"F", "6"}  # these say that nothing can be judged: they end no range
_NONE = "This memo cites no source."


def summary_words(base: SourceBase, scale: RatingScale) -> str:
    """Return the statement as one paragraph; the analyst goes on from there."""
    if not base.sentences:
        return _NONE
    sentences = (
        _extent(base),
        _leading(base),
        _rated(base.reliability, base.articles, scale.reliability, "Their reliability"),
        _rated(
            base.credibility, base.articles, scale.credibility, "The credibility of what they say"
        ),
        _corroboration(base),
        _standing(base),
        _lacking(base),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _extent(base: SourceBase) -> str:
    if not base.articles:
        return "None of the sources that this memo cites is in the library."
    articles = _count(base.articles, "article", "articles")
    if base.articles == 1:
        told = f"This memo rests on {articles}"
    elif base.independent == base.articles:
        told = f"This memo rests on {articles}, each of an independent source"
    else:
        sources = _count(base.independent, "independent source", "independent sources")
        told = f"This memo rests on {articles} that make {sources}"
    if base.first and base.last:
        if base.first == base.last:
            told += f", published {base.first.human()}"
        else:
            told += f", published from {base.first.human()} to {base.last.human()}"
    if base.undated and base.first:
        told += f" ({base.undated} without a date)"
    return told + "."


def _leading(base: SourceBase) -> str:
    if base.independent < 2 or not base.leading:  # one source leads in any case
        return ""
    named = [f"{one.name} ({one.sentences} of {base.sentences})" for one in base.leading]
    return f"By sourced sentences it leans most on {' and '.join(named)}."


def _rated(
    counts: Sequence[tuple[str, int]], articles: int, grades: Sequence[Grade], subject: str
) -> str:
    """Return the range of one half of the ratings, and what is outside it."""
    labels = {grade.sign: grade.label[:1].lower() + grade.label[1:] for grade in grades}
    ranged = [(sign, count) for sign, count in counts if sign not in _JUDGED_LAST]
    unjudged = sum(count for sign, count in counts if sign in _JUDGED_LAST)
    unrated = articles - sum(count for _, count in counts)
    parts: list[str] = []
    if ranged:
        best, worst = ranged[0][0], ranged[-1][0]
        word = f"{best} ({labels.get(best, best)})"
        if best != worst:
            word += f" to {worst} ({labels.get(worst, worst)})"
            parts.append(f"{subject} ranges from {word}")
        else:
            parts.append(f"{subject} is rated {word}")
    if unjudged:
        parts.append(f"{_count(unjudged, 'article', 'articles')} cannot be judged")
    if unrated:
        verb = "has" if unrated == 1 else "have"
        parts.append(f"{_count(unrated, 'article', 'articles')} {verb} not been rated")
    if not ranged and parts:
        parts[0] = f"{subject} is open: {parts[0]}"
    return "; ".join(parts) + "." if parts else ""


def _corroboration(base: SourceBase) -> str:
    total = _count(base.sentences, "sourced sentence", "sourced sentences")
    if base.sentences == 1:
        several = "two or more independent sources" if base.corroborated else "a single source"
        return f"Its one sourced sentence rests on {several}."
    if not base.corroborated:
        return f"Each of its {total} rests on a single source."
    verb = "rests" if base.corroborated == 1 else "rest"
    return f"Of its {total}, {base.corroborated} {verb} on two or more independent sources."


def _standing(base: SourceBase) -> str:
    parts = [
        f"{_count(count, 'cited fact', 'cited facts')} {'is' if count == 1 else 'are'} {word}"
        for count, word in ((base.disputed, "disputed"), (base.outdated, "no longer current"))
        if count
    ]
    if base.shifted_quotes:
        quotes = _count(base.shifted_quotes, "quote", "quotes")
        parts.append(f"{quotes} can no longer be found in the source")
    return _opened(" and ".join(parts)) + "." if parts else ""


def _lacking(base: SourceBase) -> str:
    if not base.missing or not base.articles:
        return ""
    sources = _count(base.missing, "source", "sources")
    return _opened(f"{sources} that it cites could not be assessed.")


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _opened(sentence: str) -> str:
    """Return a sentence that begins with a word where it would begin with a 1."""
    return f"One{sentence[1:]}" if sentence.startswith("1 ") else sentence
