"""Find the citations of a Markdown text, wherever they stand but in code or HTML."""

import re
from typing import NamedTuple

from briefing.model.block import Citation, Span
from briefing.text.citation_syntax import find_plain

# What may hide an `@` from being a citation, or carry a citation over a line's end. Without any
# of these a text can be read line by line, which needs no parser.
_MARKED_UP = re.compile(r"[`<\\{|\t&\0]| {4}|~~~|:::|\]\(|\]:|\^\[|[\r\n][ >]*\[")
_LINE = re.compile(r"[^\r\n]+")


class FoundCitation(NamedTuple):
    """A citation and where it stands, in code points."""

    span: Span
    citation: Citation


def find_citations(markdown: str) -> tuple[FoundCitation, ...]:
    """Return the citations of a text in reading order, those of its footnotes too."""
    if "@" not in markdown:
        return ()
    lines = tuple(_LINE.finditer(markdown))
    if _MARKED_UP.search(markdown) or any(_is_open(line[0]) for line in lines):
        # Here, because the window's start and its keystrokes must not wait for the parser.
        from briefing.text.contents import citations_of  # noqa: PLC0415

        return tuple(FoundCitation(Span(*place), cited) for *place, cited in citations_of(markdown))
    return tuple(
        FoundCitation(Span(line.start() + start, line.start() + end), citation)
        for line in lines
        if "@" in line[0]
        for start, end, citation in find_plain(line[0])
    )


def _is_open(line: str) -> bool:
    """Tell whether a bracket opens on this line and does not close on it."""
    return line.rfind("[") > line.rfind("]")
