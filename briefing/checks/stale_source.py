"""Evidence: what a sentence says of the present does not rest on old sources alone.

A sentence speaks of the present when it holds one of the words of `standards/sourcing.json` (now,
currently, still …). Its newest source counts: the day for which a fact holds, else the day its
article was published. It is stale when it lies more than `stale_after_days` before the memo's own
date. A memo without a date, and a sentence with a source without one, are passed over.
Standard: ICD 206 (the date of the information is part of a source reference), ICD 203, timely.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from briefing.checks.cited_sentences import CitedSentence, cited_sentences
from briefing.checks.memo_under_check import CitedFact, MemoUnderCheck
from briefing.checks.sourcing_standard import present_words, stale_after_days
from briefing.model.finding import Finding
from briefing.model.partial_date import PartialDate
from briefing.text.dates import read_date


@dataclass(frozen=True, slots=True)
class StaleSource:
    """Finds sentences about the present whose newest source is old."""

    name: str = "stale-source"
    standard: str = "ICD 206, Sourcing Requirements; ICD 203, D.6 (timely)"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a sentence, at the word that speaks of the present."""
        today, words = _date_of(memo), present_words(memo.language)
        if today is None or words is None:
            return
        for cited in cited_sentences(memo):
            newest = _newest(cited)
            if newest is None or not cited.is_authors_prose:
                continue
            age = (today - newest.last_day()).days
            if age > stale_after_days():
                yield from self._findings(memo, cited, words, newest, age)

    def _findings(
        self,
        memo: MemoUnderCheck,
        cited: CitedSentence,
        words: re.Pattern[str],
        newest: PartialDate,
        age: int,
    ) -> Iterator[Finding]:
        for running in cited.running:
            found = words.search(running.words)
            if found:
                span = running.place(found.start(), found.end())
                yield Finding(
                    self.name,
                    memo.place_of(span),
                    f"“{found[0]}” rests on what was so on {newest.human()},"
                    f" {age:,} days before the memo.",
                    f"Find a newer source, or write “as of {newest.human()}”.",
                    start=span.start,
                    end=span.end,
                    subject=cited.subject,
                )


def _date_of(memo: MemoUnderCheck) -> date | None:
    """Return the day that a memo bears."""
    written = memo.memo.field("date").strip()
    try:
        found = PartialDate.parse(written) if written else None
    except ValueError:
        found = read_date(written)
    return found.last_day() if found else None


def _newest(cited: CitedSentence) -> PartialDate | None:
    """Return the newest day that its sources speak of; None where one of them does not say."""
    days = [day for fact in cited.facts for day in _days(fact)]
    days += [source.published for source in cited.whole]
    known = [day for day in days if day is not None]
    return max(known, key=PartialDate.last_day) if known and len(known) == len(days) else None


def _days(fact: CitedFact) -> Iterator[PartialDate | None]:
    if fact.as_of is not None:
        yield fact.as_of
    else:
        yield from (quote.source.published for quote in fact.quotes if quote.source)
