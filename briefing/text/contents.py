"""The inline contents of a whole text with their places: citations here, sentences elsewhere."""

from functools import lru_cache
from typing import NamedTuple

from briefing.model.block import Citation
from briefing.text.block_tree import Content
from briefing.text.chunk_parse import LATEST, PlacedChunk, parse_chunks


class PlacedContent(NamedTuple):
    """A content and the chunk that it stands in."""

    chunk: PlacedChunk
    content: Content

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a piece of the content stands in the text."""
        place, lines = self.content.map, self.chunk.chunk.lines
        begin = lines.to_source(place.to_source(start))
        finish = lines.to_source(place.end_to_source(end))
        return self.chunk.start + begin, self.chunk.start + finish


@lru_cache(maxsize=LATEST)
def contents_of(markdown: str) -> tuple[PlacedContent, ...]:
    """Return the contents of a text: paragraphs, headings, cells and notes, in reading order."""
    return tuple(
        PlacedContent(chunk, one)
        for chunk in parse_chunks(markdown)
        for one in chunk.chunk.contents
    )


def citations_of(markdown: str) -> list[tuple[int, int, Citation]]:
    """Return each citation with its start and end, in reading order."""
    found: list[tuple[int, int, Citation]] = []
    for placed in contents_of(markdown):
        for place in placed.content.parse.places:
            if place.kind == "citation" and place.token is not None:
                span = placed.span(place.start, place.end)
                found.append((*span, place.token.meta["citation"]))
    return sorted(found, key=lambda entry: entry[:2])
