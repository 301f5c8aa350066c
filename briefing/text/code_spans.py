"""Where code stands in a text: fenced, indented, or in a line."""

from functools import lru_cache

from briefing.model.block import CodeBlock, Span
from briefing.text.block_walk import every_block
from briefing.text.blocks import parse
from briefing.text.contents import contents_of


@lru_cache(maxsize=2)
def code_spans(markdown: str) -> tuple[Span, ...]:
    """Return the places of code, first those in blocks, then those in lines."""
    blocks = [one.span for one in every_block(parse(markdown)) if isinstance(one, CodeBlock)]
    lines = [
        Span(*placed.span(place.start, place.end))
        for placed in contents_of(markdown)
        for place in placed.content.parse.places
        if place.kind == "code"
    ]
    return (*blocks, *lines)
