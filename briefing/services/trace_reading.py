"""The trace of a memo, read: each sentence with what it rests on, as that stands now."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.checks.quote_comparison import Borne, placed_differences
from briefing.model.memo import Memo
from briefing.model.ripple import TouchedSentence
from briefing.services.kept_rulings import kept_reasons
from briefing.services.memo_language import language_of
from briefing.services.traced_sources import TracedSource, TracedSources
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.text.blocks import parse
from briefing.text.outline import OutlineEntry, outline
from briefing.text.quote_differences import Difference
from briefing.text.running_text import RunningSentence, running_sentences
from briefing.text.sentence_end import citations_end
from briefing.text.sentences import Supported, supported_sentences
from briefing.text.span_index import SpanIndex

_BEHIND = 600  # code points behind a sentence, in which its citations end


@dataclass(frozen=True, slots=True)
class TracedSentence:
    """A sentence of a memo's running text, from `start` up to `end` of the memo's body.

    `whole_end` is where the citations behind its full stop end. `differences` are what it says
    otherwise than the quotes it cites, their places those of the body. `kept_reason` says why it
    stays as it is although a fact that it cites no longer stands.
    """

    text: str
    start: int
    end: int
    whole_end: int
    section: str
    is_claim: bool
    sources: tuple[TracedSource, ...] = ()
    differences: tuple[Difference, ...] = ()
    kept_reason: str = ""

    @property
    def is_untraced(self) -> bool:
        """Tell whether it claims something and cites nothing."""
        return self.is_claim and not self.sources


class TraceReading:
    """What can be asked of the trace of a memo."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def sentences(
        self, memo: Memo, at: Sequence[tuple[int, int]] | None = None
    ) -> tuple[TracedSentence, ...]:
        """Return every sentence of a memo as it is handed in, with its sources as they stand.

        With `at` only those that stand near these places of its body.
        """
        places = None if at is None else SpanIndex(at, lambda place: place)
        language = language_of(memo)
        running = running_sentences(memo.body, language)
        starts = [one.span.start for one in running]
        reader = _Reader(self._library.reader(), memo, language)
        found: list[TracedSentence] = []
        for sentence in supported_sentences(memo.body, language):
            end = sentence.span.end + _BEHIND
            if places is not None and not places.near(sentence.span.start, end):
                continue
            first = bisect_left(starts, sentence.span.start)
            last = bisect_left(starts, sentence.span.end, first)
            found.append(reader.traced(sentence, running[first:last]))
        return tuple(found)

    def touched(self, memo: Memo, position: int) -> tuple[TouchedSentence, ...]:
        """Return the sentence at a place of a memo, once for each fact of it that stands no more.

        There is none where it is kept as it is.
        """
        return tuple(
            TouchedSentence(
                memo.uid,
                memo.slug,
                memo.title,
                one.start,
                one.whole_end,
                memo.body[one.start : one.whole_end],
                source.key,
                source.uid,
            )
            for one in self.sentences(memo, [(position, position)])
            if one.start <= position <= one.whole_end and not one.kept_reason
            for source in {source.key: source for source in one.sources}.values()
            if source.uid and source.has_changed_status
        )


class _Reader:
    """Goes through the sentences of one memo in order."""

    def __init__(self, connection: Connection, memo: Memo, language: str) -> None:
        self._connection = connection
        self._memo_uid = memo.uid
        self._body = memo.body
        self._language = language
        self._sources = TracedSources(connection)
        self._sections = outline(parse(memo.body), memo.body)

    def traced(self, sentence: Supported, running: Sequence[RunningSentence]) -> TracedSentence:
        """Return a sentence with its sources and differences."""
        span = sentence.span
        is_quotation = any("quote" in one.containers for one in running)
        keys = dict.fromkeys(
            item.key for found in sentence.citations for item in found.citation.items
        )
        sources = tuple(
            replace(source, place=_places(sentence, key)) if source.kind == "article" else source
            for key in keys
            for source in self._sources.of(key, sentence.text, is_quotation=is_quotation)
        )
        behind = self._body[span.end : span.end + _BEHIND]
        whole_end = span.end + citations_end(behind)
        return TracedSentence(
            sentence.text,
            span.start,
            span.end,
            whole_end,
            section_at(self._sections, span.start),
            sentence.is_claim,
            sources,
            placed_differences(running, self._borne(tuple(keys), sources), self._language),
            self._kept_reason(sources, " ".join(self._body[span.start : whole_end].split())),
        )

    def _kept_reason(self, sources: Sequence[TracedSource], words: str) -> str:
        """Return why a sentence stays as it is, if it does."""
        for source in sources:
            fact = self._sources.fact(source.key) if source.has_changed_status else None
            if fact is not None:
                kept = kept_reasons(self._connection, self._memo_uid, source.key, fact)
                if words in kept:
                    return kept[words]
        return ""

    def _borne(self, keys: Sequence[str], sources: Sequence[TracedSource]) -> Borne:
        """Return what bears a sentence out: only quotes of facts can be contradicted."""
        cited = [fact for fact in map(self._sources.fact, keys) if fact]
        return Borne(
            tuple(source.quote for source in sources if source.kind == "fact" and source.quote),
            tuple(
                self._sources.article(source.article_uid).body
                for source in sources
                if source.kind == "article" and source.article_uid
            ),
            tuple(fact.as_of for fact in cited if fact.as_of),
        )


def _places(sentence: Supported, key: str) -> str:
    """Return the places in a source that a sentence's citations name."""
    items = (item for found in sentence.citations for item in found.citation.items)
    named = dict.fromkeys(item.locator for item in items if item.key == key and item.locator)
    return "; ".join(named)


def section_at(sections: Sequence[OutlineEntry], position: int) -> str:
    """Return the title of the innermost section in which a place stands; empty above the first."""
    number = bisect_right(sections, position, key=_start_of)
    inside = (one.title for one in reversed(sections[:number]) if position < one.span.end)
    return next(inside, "")


def _start_of(section: OutlineEntry) -> int:
    return section.span.start
