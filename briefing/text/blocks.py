"""Markdown → blocks: CommonMark with tables, strikethrough, tasks, notes, and pandoc's own syntax.

The one door to the parser. It is slow to import (markdown-it-py): whoever must start quickly
imports this when it is first needed.
"""

from collections.abc import Iterable

from briefing.model.block import Document, Inlines, Note
from briefing.text.chunk_parse import parse_chunks, parse_whole
from briefing.text.inline_tree import to_inlines
from briefing.text.markdown_rules import markdown_parser
from briefing.text.placed_inline import parse_inline


def parse(markdown: str) -> Document:
    """Return a text's blocks and the footnotes that it defines.

    Spans are code points of `markdown` as given. Any text is Markdown: nothing raises.
    """
    placed = parse_chunks(markdown)
    return Document(
        tuple(block for chunk in placed for block in chunk.blocks),
        _first_of_each(note for chunk in placed for note in chunk.notes),
    )


def parse_at_once(markdown: str) -> Document:
    """Return the same as `parse`, without chunks: for the tests that hold them together."""
    placed = parse_whole(markdown)
    return Document(placed.blocks, _first_of_each(iter(placed.notes)))


def parse_inlines(markdown: str) -> Inlines:
    """Return the inlines of a phrase, such as a citation's suffix."""
    env = {"labels": frozenset[str](), "note_depth": 0}
    return to_inlines(parse_inline(markdown_parser(), markdown, env).tokens)


def _first_of_each(notes: Iterable[Note]) -> tuple[Note, ...]:
    """Keep the first note of each label, as the first link reference counts."""
    kept: dict[str, Note] = {}
    for note in notes:
        kept.setdefault(note.label, note)
    return tuple(kept.values())
