"""The sentences of a memo as words, with the way back from each word to its place in the text.

What rules of language read. Citations, note marks and link addresses are left out of the words;
the words of block quotations, headings and cells are there and say what they are.
"""

from dataclasses import dataclass
from functools import lru_cache

from briefing.model.block import Span
from briefing.text.block_tree import Content
from briefing.text.chunk_parse import CACHED_CHUNKS, ParsedChunk, parse_chunks
from briefing.text.prose import Prose, prose_of
from briefing.text.sentence_split import split_sentences

_LOOKED_UP = frozenset({"facts", "timeline", "sources"})


@dataclass(frozen=True, slots=True, eq=False)
class _Running:
    """A sentence in its chunk: where it begins in its prose, and its words."""

    chunk: ParsedChunk
    content: Content
    prose: Prose
    begin: int
    words: str


@dataclass(frozen=True, slots=True, eq=False)
class RunningSentence:
    """A sentence: its words, what it stands in, and where.

    `kind` is paragraph, heading, cell or note; `block` counts the top blocks of the document.
    """

    words: str
    kind: str
    containers: tuple[str, ...]
    block: int
    opens_block: bool
    _start: int
    _running: _Running

    @property
    def is_authors_prose(self) -> bool:
        """Tell whether these are sentences of the author's own, not titles, cells or quotations."""
        return self.kind == "paragraph" and "quote" not in self.containers

    @property
    def span(self) -> Span:
        """Return where all of it stands."""
        return self.place(0, len(self.words))

    def place(self, start: int, end: int) -> Span:
        """Return where some of its words stand in the memo's body."""
        running = self._running
        prose, content = running.prose.map, running.content.map
        to_source = running.chunk.lines.to_source
        first = content.to_source(prose.to_source(running.begin + start))
        last = content.end_to_source(prose.end_to_source(running.begin + end))
        return Span(self._start + to_source(first), self._start + to_source(last))


def running_sentences(markdown: str, language: str = "en") -> tuple[RunningSentence, ...]:
    """Return every sentence of a text in reading order, that of looked-up blocks left out."""
    found: list[RunningSentence] = []
    blocks = 0
    for placed in parse_chunks(markdown):
        previous: Content | None = None
        for running in _running_of(placed.chunk, language):
            content = running.content
            found.append(
                RunningSentence(
                    running.words,
                    content.kind,
                    content.containers,
                    blocks + content.block,
                    content is not previous,
                    placed.start,
                    running,
                )
            )
            previous = content
        blocks += len(placed.chunk.blocks)
    return tuple(found)


@lru_cache(maxsize=CACHED_CHUNKS)
def _running_of(chunk: ParsedChunk, language: str) -> tuple[_Running, ...]:
    found: list[_Running] = []
    for content in chunk.contents:
        if any(_is_looked_up(container) for container in content.containers):
            continue
        prose = prose_of(content)
        found += [
            _Running(chunk, content, prose, span.start, prose.text[span.start : span.end])
            for span in split_sentences(prose.text, language)
        ]
    return tuple(found)


def _is_looked_up(container: str) -> bool:
    kind, *classes = container.split(" ")
    return kind == "div" and bool(_LOOKED_UP & set(classes))
