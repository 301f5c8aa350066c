"""What a sentence of a memo says otherwise than the quotes it rests on, and where it says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.model.partial_date import PartialDate
from briefing.text.folding import fold
from briefing.text.quote_differences import Difference, DifferenceKind, differences
from briefing.text.running_text import RunningSentence
from briefing.text.written_dates import dates_agree, find_dates

CACHED_SENTENCES = 10_000


@dataclass(frozen=True, slots=True)
class Borne:
    """What may bear a sentence out: quotes, the texts cited as a whole, the dates of its facts."""

    quotes: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    dates: tuple[PartialDate, ...] = ()


def placed_differences(
    running: Iterable[RunningSentence], borne: Borne, language: str = "en"
) -> tuple[Difference, ...]:
    """Return what sentences say otherwise than the quotes; places are those of the memo's body.

    What an article says that is cited as a whole, or the as-of date of a fact, is no difference.
    """
    if not borne.quotes:
        return ()
    language = language.partition("-")[0].lower()
    found: list[Difference] = []
    for sentence in running:
        for one in _compared(sentence.words, borne.quotes, language):
            if not _is_borne_out(one, borne, language):
                span = sentence.place(one.start, one.end)
                found.append(replace(one, start=span.start, end=span.end))
    return tuple(found)


@lru_cache(maxsize=CACHED_SENTENCES)
def _compared(words: str, quotes: tuple[str, ...], language: str) -> tuple[Difference, ...]:
    """Compare a sentence once: of a long memo a key changes one."""
    return differences(words, quotes, language)


def _is_borne_out(difference: Difference, borne: Borne, language: str) -> bool:
    if difference.kind is DifferenceKind.DATE and _is_among(
        difference.written, borne.dates, language
    ):
        return True
    written = _plain(difference.written)
    return any(written in _plain(text) for text in borne.texts)


def _is_among(written: str, dates: Sequence[PartialDate], language: str) -> bool:
    found = find_dates(written, language)
    return any(dates_agree(one.date, date) for one in found for date in dates)


def _plain(text: str) -> str:
    return fold(text).text.casefold()
