"""The sentences of a memo that cite something, each with the sources behind its citations."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.checks.memo_under_check import CitedArticle, CitedFact, MemoUnderCheck
from briefing.checks.quote_comparison import Borne
from briefing.text.running_text import RunningSentence
from briefing.text.sentence_end import citations_end
from briefing.text.sentences import Supported

_BEHIND = 600  # code points behind a sentence, in which its citations end


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence and what it rests on: facts, articles cited as a whole, the sources of both."""

    sentence: Supported
    running: tuple[RunningSentence, ...]
    facts: tuple[CitedFact, ...]
    whole: tuple[CitedArticle, ...]

    @property
    def is_authors_prose(self) -> bool:
        """Tell whether it is the author's own, not a cell or a quotation."""
        return all(one.is_authors_prose for one in self.running)

    @property
    def subject(self) -> str:
        """Return the words by which a dismissal of a finding on it is remembered."""
        return " ".join(self.sentence.text.split())

    @property
    def sources(self) -> tuple[CitedArticle, ...]:
        """Return every article behind it, each once."""
        quoted = (quote.source for fact in self.facts for quote in fact.quotes if quote.source)
        found = {source.uid: source for source in (*quoted, *self.whole)}
        return tuple(found.values())

    @property
    def borne(self) -> Borne:
        """Return what may bear it out."""
        return Borne(
            tuple(quote.words for fact in self.facts for quote in fact.quotes if quote.words),
            tuple(source.text for source in self.whole),
            tuple(fact.as_of for fact in self.facts if fact.as_of),
        )


def cited_sentences(memo: MemoUnderCheck) -> Iterator[CitedSentence]:
    """Yield the sentences whose citations are in the library, in reading order."""
    starts = [one.span.start for one in memo.running]
    for sentence in memo.sentences:
        keys = dict.fromkeys(
            item.key for found in sentence.citations for item in found.citation.items
        )
        facts = tuple(memo.facts[key] for key in keys if key in memo.facts)
        whole = tuple(memo.articles[key] for key in keys if key in memo.articles)
        if facts or whole:
            first = bisect_left(starts, sentence.span.start)
            last = bisect_left(starts, sentence.span.end, first)
            yield CitedSentence(sentence, memo.running[first:last], facts, whole)


def whole_words(memo: MemoUnderCheck, sentence: Supported) -> str:
    """Return a sentence with the citations behind its stop, as a ruling on it is remembered."""
    body, end = memo.memo.body, sentence.span.end
    behind = citations_end(body[end : end + _BEHIND])
    return " ".join(body[sentence.span.start : end + behind].split())


def independent_sources(sources: tuple[CitedArticle, ...]) -> int:
    """Return how many sources articles make that do not repeat one another."""
    groups: list[set[tuple[str, str]]] = []
    for source in sources:
        joined = {("uid", source.uid), *source.signs}
        apart: list[set[tuple[str, str]]] = []
        for group in groups:
            if group & joined:
                joined |= group
            else:
                apart.append(group)
        groups = [*apart, joined]
    return len(groups)
