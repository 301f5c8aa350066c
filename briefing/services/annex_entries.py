"""What the evidence annex lists: the memo's sourced sentences, then the facts it looks up."""

from collections.abc import Iterable, Iterator

from briefing.model.article import Article
from briefing.model.evidence_annex import AnnexEntry, AnnexSource
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.services.cited_sources import FACT
from briefing.services.trace_reading import TraceReading
from briefing.services.traced_sources import TracedSource, TracedSources
from briefing.store.library_file import Library

LOOKED_UP = "Facts looked up"


class AnnexEntries:
    """Reads the entries of one memo's annex."""

    def __init__(self, library: Library) -> None:
        self._trace = TraceReading(library)
        self._sources = TracedSources(library.reader())

    def of(self, memo: Memo, facts: Iterable[Fact]) -> tuple[AnnexEntry, ...]:
        """Return the entries in the order of the text; `facts` are all that were published."""
        return tuple(
            AnnexEntry(number, " ".join(sentence.split()), section, sources)
            for number, (sentence, section, sources) in enumerate(self._rows(memo, facts), 1)
        )

    def _rows(
        self, memo: Memo, facts: Iterable[Fact]
    ) -> Iterator[tuple[str, str, tuple[AnnexSource, ...]]]:
        cited: set[str] = set()
        for sentence in self._trace.sentences(memo):
            if sentence.sources:
                cited.update(source.key for source in sentence.sources)
                yield sentence.text, sentence.section, self._all(sentence.sources)
        for fact in facts:
            key = FACT + fact.key
            if key not in cited:
                yield fact.statement, LOOKED_UP, self._all(self._sources.of(key))

    def _all(self, sources: Iterable[TracedSource]) -> tuple[AnnexSource, ...]:
        return tuple(
            AnnexSource(
                source.key,
                self._article(source.article_uid),
                source.statement,
                source.status,
                " ".join(source.quote.split()),
                source.state,
                source.page,
                source.place,
            )
            for source in sources
        )

    def _article(self, uid: Uid | None) -> Article | None:
        return self._sources.article(uid) if uid else None
