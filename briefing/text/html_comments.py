"""HTML comments emptied: what is written into one is the writer's own, and no writer prints it."""

import re
from collections.abc import Iterator

from briefing.model.block import Html, Span
from briefing.text.block_walk import every_block
from briefing.text.blocks import parse
from briefing.text.code_spans import code_spans

_OPENING, _EMPTY = "<!--", "<!-- -->"
_COMMENT = re.compile(r"<!--(?!-?>).*?-->", re.DOTALL)


def without_comments(markdown: str) -> str:
    """Return the text with nothing in its comments; an empty one still parts two lists."""
    if _OPENING not in markdown:
        return markdown
    parts: list[str] = []
    place = 0
    for span in sorted(_comments(markdown), key=lambda one: one.start):
        if span.start >= place:
            parts += [markdown[place : span.start], _EMPTY]
            place = span.end
    return "".join([*parts, markdown[place:]])


def _comments(markdown: str) -> Iterator[Span]:
    for block in every_block(parse(markdown)):
        if isinstance(block, Html) and block.text.lstrip().startswith(_OPENING):
            text = markdown[block.span.start : block.span.end]
            if "-->" not in text:  # it reaches to the end of the text
                yield block.span
    code = code_spans(markdown)
    for found in _COMMENT.finditer(markdown):
        if not any(one.start <= found.start() < one.end for one in code):
            yield Span(found.start(), found.end())
