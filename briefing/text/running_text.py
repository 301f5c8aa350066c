"""The sentences of a memo as words, with the way back from each word to its place in the text.

What rules of language read. Citations, note marks, link addresses and marks of emphasis are left
out of the words; block quotations, headings and cells are there and say what they are.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.block import Span
from briefing.text.block_tree import Content
from briefing.text.chunk_parse import CACHED_CHUNKS, ParsedChunk, parse_chunks
from briefing.text.prose import AUTHOR, Prose, prose_of
from briefing.text.sentence_split import split_sentences

_EMPHASIS = re.compile(r"\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_LOOKED_UP = frozenset({"facts", "timeline", "sources", "source-summary"})


@dataclass(frozen=True, slots=True, eq=False)
class _Running:
    """A sentence in its chunk: where it begins in its prose, its words, and what was left out.

    `cuts` are the places in the words before which marks were left out, once for each character.
    """

    chunk: ParsedChunk
    content: Content
    prose: Prose
    begin: int
    words: str
    cuts: tuple[int, ...]

    def to_prose(self, position: int) -> int:
        """Return where a character of the words stands in the prose."""
        return self.begin + position + bisect_right(self.cuts, position)


@dataclass(frozen=True, slots=True, eq=False)
class RunningSentence:
    """A sentence: its words, what it stands in, and where.

    `kind` is paragraph, heading, cell or note.
    """

    words: str
    kind: str
    containers: tuple[str, ...]
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
        first = self._source(running.to_prose(start), is_end=False)
        last = self._source(running.to_prose(max(end - 1, start)) + 1, is_end=True)
        return Span(self._start + first, self._start + max(first, last))

    def _source(self, at: int, *, is_end: bool) -> int:
        """Return where a place of the prose stands in the chunk; a bare citation is one word."""
        running = self._running
        content, lines = running.content.map, running.chunk.lines
        for cited in running.prose.citations:
            if cited.citation.bare and cited.at < at + (not is_end) <= cited.at + len(AUTHOR):
                if is_end:
                    return lines.to_source(content.end_to_source(cited.end))
                return lines.to_source(content.to_source(cited.start))
        if is_end:
            return lines.to_source(content.end_to_source(running.prose.map.end_to_source(at)))
        return lines.to_source(content.to_source(running.prose.map.to_source(at)))


def running_sentences(markdown: str, language: str = "en") -> tuple[RunningSentence, ...]:
    """Return every sentence of a text in reading order, that of looked-up blocks left out."""
    return tuple(
        RunningSentence(
            running.words,
            running.content.kind,
            running.content.containers,
            placed.start,
            running,
        )
        for placed in parse_chunks(markdown)
        for running in _running_of(placed.chunk, language)
    )


@lru_cache(maxsize=CACHED_CHUNKS)
def _running_of(chunk: ParsedChunk, language: str) -> tuple[_Running, ...]:
    found: list[_Running] = []
    for content in chunk.contents:
        if any(_is_looked_up(container) for container in content.containers):
            continue
        prose = prose_of(content)
        for span in split_sentences(prose.text, language):
            words, cuts = _without_emphasis(prose.text[span.start : span.end])
            found.append(_Running(chunk, content, prose, span.start, words, cuts))
    return tuple(found)


def _without_emphasis(words: str) -> tuple[str, tuple[int, ...]]:
    if not any(mark in words for mark in "*_~"):
        return words, ()
    cuts: list[int] = []
    for match in _EMPHASIS.finditer(words):
        cuts += [match.start() - len(cuts)] * len(match[0])
    return _EMPHASIS.sub("", words), tuple(cuts)


def _is_looked_up(container: str) -> bool:
    kind, *classes = container.split(" ")
    return kind == "div" and bool(_LOOKED_UP & set(classes))
