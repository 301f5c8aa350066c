"""Parsing chunk by chunk: a chunk is parsed once and kept, then moved to where it stands."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it.token import Token

from briefing.model.block import Block, Note, Span
from briefing.text.block_tree import Content, TreeBuilder
from briefing.text.line_scan import RAW_HTML, scan_lines
from briefing.text.markdown_rules import block_tokens
from briefing.text.moved_blocks import moved_block, moved_note
from briefing.text.source_lines import SourceLines, source_lines

CACHED_CHUNKS = 20_000  # more than a 200-page memo has
LATEST = 4  # texts whose parsing is kept whole: what is asked of one is asked of it again

References = tuple[tuple[str, str, str], ...]  # label, address, title


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a text defines for all of it: link references and footnote labels."""

    references: References = ()
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class ParsedChunk:
    """One chunk, its spans counted from its own start; `is_open` where it ends in mid-block."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    contents: tuple[Content, ...]
    lines: SourceLines
    is_open: bool


@dataclass(frozen=True, slots=True)
class PlacedChunk:
    """A chunk where it stands in the text."""

    start: int
    chunk: ParsedChunk
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]


def chunk_spans(markdown: str) -> tuple[Span, ...]:
    """Return where the top-level chunks of a text stand; together they are all of it."""
    lines = source_lines(markdown)
    scan = scan_lines(lines.text.split("\n"))
    starts = [lines.to_source(lines.starts[line]) for line in scan.cuts]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(markdown)]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


@lru_cache(maxsize=LATEST)
def parse_chunks(markdown: str) -> tuple[PlacedChunk, ...]:
    """Parse a text chunk by chunk; outline, sentences and checks all ask for the same one."""
    spans = chunk_spans(markdown)
    texts = [markdown[span.start : span.end] for span in spans]
    texts = _joined(texts)
    definitions = _definitions(texts)
    placed: list[PlacedChunk] = []
    start = 0
    for text in texts:
        chunk = _parse_chunk(text, _needed(text, definitions))
        placed.append(_placed(chunk, start))
        start += len(text)
    return tuple(placed)


def parse_part(markdown: str, part: str) -> ParsedChunk:
    """Parse a piece as if it stood in a text, with the links and notes that the text defines."""
    return _parse_chunk(part, _needed(part, _definitions_of(markdown)))


def parse_whole(markdown: str) -> PlacedChunk:
    """Parse a text as one chunk: the slow way, which the quick one must agree with."""
    return _placed(_parse_chunk(markdown, _definitions([markdown])), 0)


def _joined(texts: list[str]) -> list[str]:
    """Join a chunk that is open at its end to those after it, ever more at a time."""
    joined: list[str] = []
    at = 0
    while at < len(texts):
        text = texts[at]
        at += 1
        step = 1
        while at < len(texts) and _may_be_open(text) and _defined_in(text).is_open:
            text += "".join(texts[at : at + step])
            at += step
            step *= 2
        joined.append(text)
    return joined


def _may_be_open(text: str) -> bool:
    return "```" in text or "~~~" in text or "<" in text


@lru_cache(maxsize=LATEST)
def _definitions_of(markdown: str) -> Definitions:
    return _definitions([markdown[span.start : span.end] for span in chunk_spans(markdown)])


def _definitions(texts: list[str]) -> Definitions:
    """Gather link references, of which the first counts, and the labels of footnotes."""
    references: dict[str, tuple[str, str, str]] = {}
    labels: set[str] = set()
    for text in texts:
        if "]:" in text:
            found = _defined_in(text)
            labels |= found.labels
            for reference in found.references:
                references.setdefault(reference[0], reference)
    return Definitions(tuple(references.values()), frozenset(labels))


@dataclass(frozen=True, slots=True)
class _Defined:
    references: References
    labels: frozenset[str]
    is_open: bool


def _needed(text: str, definitions: Definitions) -> Definitions:
    """Return the definitions that a chunk can depend on: none where it has no bracket."""
    if "[" not in text:
        return Definitions()
    if "[^" not in text:
        return Definitions(definitions.references)
    return definitions


@lru_cache(maxsize=CACHED_CHUNKS)
def _defined_in(text: str) -> _Defined:
    lines = source_lines(text)
    env = _environment(lines, Definitions())
    tokens = block_tokens(lines.text, env)
    references = tuple(
        (label, str(entry["href"]), str(entry["title"]))
        for label, entry in env.get("references", {}).items()
    )
    labels = frozenset(label[1:] for label in env.get("footnotes", {}).get("refs", {}))
    return _Defined(references, labels, _is_open(tokens, lines))


@lru_cache(maxsize=CACHED_CHUNKS)
def _parse_chunk(text: str, definitions: Definitions) -> ParsedChunk:
    lines = source_lines(text)
    env = _environment(lines, definitions)
    tokens = block_tokens(lines.text, env)
    env["references"] = {
        label: {"href": address, "title": title} for label, address, title in definitions.references
    }
    builder = TreeBuilder(lines, tokens, env)
    blocks = builder.top_blocks()
    return ParsedChunk(
        blocks, tuple(builder.notes), tuple(builder.contents), lines, _is_open(tokens, lines)
    )


@lru_cache(maxsize=CACHED_CHUNKS)
def _placed(chunk: ParsedChunk, start: int) -> PlacedChunk:
    if start == 0 and not chunk.lines.dropped:
        return PlacedChunk(0, chunk, chunk.blocks, chunk.notes)

    def move(span: Span) -> Span:
        to = chunk.lines.to_source
        return Span(start + to(span.start), start + to(span.end))

    return PlacedChunk(
        start,
        chunk,
        tuple(moved_block(block, move) for block in chunk.blocks),
        tuple(moved_note(note, move) for note in chunk.notes),
    )


def _is_open(tokens: list[Token], lines: SourceLines) -> bool:
    """Tell whether the last block is a fence or raw HTML that was not closed."""
    last = tokens[-1] if tokens else None
    if last is None or last.level or last.map is None:
        return False
    if last.type == "fence":
        first, after = last.map
        end = lines.text[lines.starts[after - 1] : lines.end_of(after - 1)].strip(" \t")
        mark = last.markup
        is_closed = after - 1 > first and end.startswith(mark) and not end.strip(mark[0])
        return not is_closed
    if last.type != "html_block":
        return False
    words = last.content.lstrip(" ")
    return any(begin.match(words) and not end.search(words) for begin, end in RAW_HTML)


def _environment(lines: SourceLines, definitions: Definitions) -> dict[str, Any]:
    return {
        "labels": definitions.labels,
        "note_depth": 0,
        "div_ends": scan_lines(lines.text.split("\n")).div_ends if ":::" in lines.text else {},
        "line_starts": frozenset(lines.starts),
        "inner_div_ends": {},
    }
