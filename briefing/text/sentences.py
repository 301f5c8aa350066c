"""Sentences: where they stand, which citations they rest on, and whether they need one.

A citation in brackets supports the sentence before it, whether it stands before or behind the
full stop, and no other; at the start of a paragraph, the one behind it. A bare citation, `@smith
says`, supports the sentence that it is a part of. A paragraph of citations alone supports the last
sentence before it. The citation that ends a block quotation supports all of the quotation.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.model.block import Span
from briefing.text.block_tree import Content
from briefing.text.chunk_parse import ParsedChunk, parse_chunks
from briefing.text.citations import FoundCitation
from briefing.text.claims import holds_claims, is_claim
from briefing.text.portion_marks import mark_end
from briefing.text.prose import AUTHOR, Prose, ProseCitation, prose_of
from briefing.text.sentence_split import split_sentences

CACHED_CHUNKS = 20_000
_LABEL = re.compile(r"\s*(\*\*|__)(?!\s).{1,120}?[.:)]\1(?=\s+\S)")
_LOOKED_UP = frozenset(
    {"facts", "timeline", "sources", "source-summary"}
)  # divs whose words are replaced


@dataclass(frozen=True, slots=True)
class Supported:
    """A sentence of a memo: its span, its words, what it cites, and its block in the document."""

    span: Span
    citations: tuple[FoundCitation, ...]
    block: int
    is_claim: bool
    text: str = ""


def sentences(text: str, language: str = "en") -> tuple[Span, ...]:
    """Return where the sentences of a plain text stand, the spaces between them left out."""
    return split_sentences(text, language)


def supported_sentences(markdown: str, language: str = "en") -> tuple[Supported, ...]:
    """Return every sentence of a memo's running text, with () where it cites nothing.

    Headings are left out; cells and footnotes are listed but are no claims.
    """
    found: list[Supported] = []
    blocks = 0
    in_claims = True
    for placed in parse_chunks(markdown):
        pieces = _sentences_of(placed.chunk, language)
        stand, in_claims = _standing(pieces, placed.start, blocks, in_claims)
        for sentence in stand:
            if sentence.text:
                found.append(sentence)
            elif found and found[-1].block >= sentence.block - 1:
                found[-1] = replace(found[-1], citations=found[-1].citations + sentence.citations)
        blocks += len(placed.chunk.blocks)
    return tuple(found)


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """A sentence in its chunk; without words it is citations alone; a heading only names."""

    start: int
    end: int
    citations: tuple[FoundCitation, ...]
    block: int
    is_claim: bool
    text: str
    heading: str | None = None


@lru_cache(maxsize=CACHED_CHUNKS)
def _standing(
    pieces: "tuple[_Piece, ...]",
    start: int,
    blocks: int,
    in_claims: bool,  # noqa: FBT001
) -> tuple[tuple[Supported, ...], bool]:
    """Return a chunk's sentences where they stand, and whether claims may follow its end."""
    stand: list[Supported] = []
    for piece in pieces:
        if piece.heading is not None:
            in_claims = holds_claims(piece.heading)
            continue
        citations = tuple(
            FoundCitation(Span(start + found.span.start, start + found.span.end), found.citation)
            for found in piece.citations
        )
        span = Span(start + piece.start, start + piece.end)
        claims = piece.is_claim and in_claims
        stand.append(Supported(span, citations, blocks + piece.block, claims, piece.text))
    return tuple(stand), in_claims


@lru_cache(maxsize=CACHED_CHUNKS)
def _sentences_of(chunk: ParsedChunk, language: str) -> tuple[_Piece, ...]:
    """Return the sentences of a chunk, counted from its start."""
    pieces: list[_Piece] = []
    for content in chunk.contents:
        if any(_is_looked_up(container) for container in content.containers):
            continue
        running = _Running(chunk, content, prose_of(content))
        if content.kind == "heading":
            pieces.append(running.heading())
        else:
            pieces += running.pieces(language)
    return tuple(pieces)


def _is_looked_up(container: str) -> bool:
    kind, *classes = container.split(" ")
    return kind == "div" and bool(_LOOKED_UP & set(classes))


@dataclass(frozen=True, slots=True)
class _Running:
    """The prose of one content, on its way to sentences."""

    chunk: ParsedChunk
    content: Content
    prose: Prose

    def heading(self) -> _Piece:
        """Return what names a section."""
        words = self.prose.text
        return _Piece(0, 0, (), self.content.block, is_claim=False, text="", heading=words)

    def pieces(self, language: str) -> list[_Piece]:
        """Return the sentences with what each cites."""
        spans = [
            span
            for span in split_sentences(self.prose.text, language)
            if _has_words(self.prose.text[span.start : span.end])
        ]
        if not spans:
            return self._citations_alone()
        cited: list[list[FoundCitation]] = [[] for _ in spans]
        for citation in self.prose.citations:
            cited[_owner(self.prose.text, spans, citation)].append(self._found(citation))
        if "quote" in self.content.containers:
            cited = [own or cited[-1] for own in cited]
        return [self._piece(span, tuple(own)) for span, own in zip(spans, cited, strict=True)]

    def _piece(self, span: Span, citations: tuple[FoundCitation, ...]) -> _Piece:
        words = self.prose.text[span.start : span.end]
        place = self._place(span)
        is_running = self.content.kind == "paragraph" and "note" not in self.content.containers
        is_label = self.prose.map.end_to_source(span.end) <= self._label_end()
        claims = is_running and not is_label and is_claim(words)
        return _Piece(place.start, place.end, citations, self.content.block, claims, words)

    def _label_end(self) -> int:
        """Return where a run-in heading ends, `**1. Back the group now.** …`; 0 without one."""
        label = _LABEL.match(self.content.text, mark_end(self.content.text))
        return label.end() if label else 0

    def _citations_alone(self) -> list[_Piece]:
        found = tuple(self._found(citation) for citation in self.prose.citations)
        if not found:
            return []
        start, end = found[0].span.start, found[-1].span.end
        return [_Piece(start, end, found, self.content.block, is_claim=False, text="")]

    def _found(self, citation: ProseCitation) -> FoundCitation:
        return FoundCitation(self._source(citation.start, citation.end), citation.citation)

    def _place(self, span: Span) -> Span:
        start = self.prose.map.to_source(span.start)
        end = self.prose.map.end_to_source(span.end)
        for citation in self.prose.citations:
            if citation.citation.bare and citation.at + len(AUTHOR) == span.end:
                end = citation.end
        return self._source(start, end)

    def _source(self, start: int, end: int) -> Span:
        to_source = self.chunk.lines.to_source
        place = self.content.map
        return Span(to_source(place.to_source(start)), to_source(place.end_to_source(end)))


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text.replace(AUTHOR, ""))


def _owner(text: str, spans: list[Span], citation: ProseCitation) -> int:
    """Return which sentence a citation supports."""
    at = citation.at
    if not citation.citation.bare:
        at = len(text[:at].rstrip()) - 1
    return max((index for index, span in enumerate(spans) if span.start <= at), default=0)
