"""A memo's body as pandoc reads it: looked-up blocks written out, facts cited by their articles."""

import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.export.pandoc_syntax import citation
from briefing.model.block import Block, Div, List, Quote, Span
from briefing.services.cited_sources import FACT, CitedSources
from briefing.services.grid_blocks import counts_markdown, is_grid, table_end
from briefing.services.lookup_blocks import GUIDANCE, SOURCES
from briefing.text.citations import find_citations
from briefing.text.fact_marks import marked

_PREFIX = re.compile(r"[ \t>]*")
_OPENING = re.compile(r"\{[ \t]*")
_SOURCES_ID = "refs"  # where pandoc's citeproc puts the list of sources


def spliced(
    body: str, blocks: Sequence[Block], looked_up: Mapping[Span, str], sources: CitedSources
) -> str:
    """Return the body with its divs filled and its citations of facts replaced.

    Everything else stays as the author wrote it, code point for code point. A mark before each
    citation that took another's place tells which facts it stood for.
    """
    edits = list(_div_edits(body, blocks, looked_up))
    within = [span for span, _ in edits]
    for found in find_citations(body):
        items = found.citation.items
        is_free = not any(s.start <= found.span.start < s.end for s in within)
        if is_free and any(item.key.startswith(FACT) for item in items):
            expanded = sources.all_expanded(items)
            was = body[found.span.start : found.span.end]
            edits.append((found.span, marked(was, citation(expanded, bare=found.citation.bare))))
    return _edited(body, edits)


def _div_edits(
    body: str, blocks: Sequence[Block], looked_up: Mapping[Span, str]
) -> Iterator[tuple[Span, str]]:
    for block in blocks:
        match block:
            case Div(span) if span in looked_up:
                yield span, _filled(body, span, looked_up[span])
            case Div(span, classes) if SOURCES in classes:
                yield span, _as_references(body, span)
            case Div(span, classes) if GUIDANCE in classes:
                yield span, ""
            case Div(span) if is_grid(block):
                end = table_end(block)
                yield Span(end, end), counts_markdown(block, _prefix(body, span.start))
            case Div() | Quote():
                yield from _div_edits(body, block.blocks, looked_up)
            case List():
                for item in block.items:
                    yield from _div_edits(body, item.blocks, looked_up)
            case _:
                pass


def _filled(body: str, span: Span, content: str) -> str:
    """Return a div with new content between its fences, indented as they are."""
    opening, _, rest = body[span.start : span.end].partition("\n")
    closing = rest.rpartition("\n")[2]
    prefix = _prefix(body, span.start)
    lines = "".join(f"{prefix}{line}\n" for line in content.split("\n"))
    return f"{opening}\n{lines}{closing}"


def _as_references(body: str, span: Span) -> str:
    """Return a `.sources` div under the id that pandoc fills with the references."""
    opening, newline, rest = body[span.start : span.end].partition("\n")
    if f"#{_SOURCES_ID}" in opening:
        return opening + newline + rest
    identity = f"{{#{_SOURCES_ID} "
    if "{" not in opening:  # `::: sources`
        opening = f"{opening[: opening.index(SOURCES)]}{identity}.{SOURCES}}}"
    else:
        opening = _OPENING.sub(identity, opening, count=1)
    return f"{opening}\n{rest.rpartition(chr(10))[2]}"


def _prefix(body: str, start: int) -> str:
    """Return what each line of a block begins with: quotation marks stay, a list's mark indents."""
    before = body[body.rfind("\n", 0, start) + 1 : start]
    return before if _PREFIX.fullmatch(before) else " " * len(before)


def _edited(body: str, edits: Sequence[tuple[Span, str]]) -> str:
    parts: list[str] = []
    place = 0
    for span, text in sorted(edits, key=lambda edit: edit[0].start):
        parts += [body[place : span.start], text]
        place = span.end
    return "".join([*parts, body[place:]])
