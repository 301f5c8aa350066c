"""An exported memo's Markdown brought back to what the analyst wrote: nothing looked up in it."""

import re
from collections.abc import Callable, Iterator, Mapping

from briefing.model.block import Block, Div, List, Quote, Span, Table
from briefing.text.blocks import parse
from briefing.text.fact_marks import restored
from briefing.text.grid_text import is_count_row, kind_of
from briefing.text.inline_text import inline_text

# divs whose words a program makes; they stand empty in a memo
_FILLED = frozenset({"facts", "timeline", "source-summary", "sources"})
_ANNEX = "evidence-annex"
_REFERENCES = re.compile(r"\{#refs (?=[^}\n]*\.sources\b)")
_PICTURE = re.compile(
    r"\]\((?P<name>[^\s()<>]+)(?P<title>\s+\"[^\"\n]*\")?\)(?:\{width=(?P<share>\d{1,3})%\})?"
)

Knows = Callable[[str], bool]  # whether the library has every fact that a citation names


def as_written(markdown: str, knows: Knows, pictures: Mapping[str, str]) -> str:
    """Return the body of an exported memo as it was written.

    `pictures` are the keys of the files that stand beside it, by their names.
    """
    text = _emptied(markdown)
    text = restored(text, lambda was, now: was if knows(was) else now)
    return _PICTURE.sub(lambda found: _picture(found, pictures), text)


def _emptied(markdown: str) -> str:
    parts: list[str] = []
    place = 0
    for span, text in sorted(_edits(markdown, parse(markdown).blocks), key=_start):
        parts += [markdown[place : span.start], text]
        place = span.end
    return "".join([*parts, markdown[place:]])


def _start(edit: tuple[Span, str]) -> int:
    return edit[0].start


def _edits(markdown: str, blocks: tuple[Block, ...]) -> Iterator[tuple[Span, str]]:
    for block in blocks:
        match block:
            case Div(span, classes) if _ANNEX in classes:
                yield Span(len(markdown[: span.start].rstrip("\n")), span.end), ""
            case Div(span, classes) if not _FILLED.isdisjoint(classes):
                yield span, _fences(markdown[span.start : span.end])
            case Div() if kind_of(block) is not None:
                yield from _counts(markdown, block)
            case Div() | Quote():
                yield from _edits(markdown, block.blocks)
            case List():
                for item in block.items:
                    yield from _edits(markdown, item.blocks)
            case _:
                pass


def _fences(div: str) -> str:
    """Return a div with nothing between its fences, under the name that it has in a memo."""
    opening, newline, rest = div.partition("\n")
    closing = rest.rpartition("\n")[2]
    return _REFERENCES.sub("{", opening) + newline + closing


def _counts(markdown: str, grid: Div) -> Iterator[tuple[Span, str]]:
    """Yield the row that counts, and the legend behind it, as what is to go."""
    table = next((block for block in grid.blocks if isinstance(block, Table)), None)
    rows = table.rows if table else ()
    if table is None or not (rows and rows[-1] and is_count_row(inline_text(rows[-1][0]))):
        return
    start = markdown.rfind("\n", 0, table.span.end)
    behind = [block for block in grid.blocks if block.span.start > table.span.start]
    end = behind[0].span.end if behind else table.span.end
    yield Span(start, end), ""


def _picture(found: re.Match[str], pictures: Mapping[str, str]) -> str:
    key = pictures.get(found["name"])
    if key is None:
        return found[0]
    width = f"?width={found['share']}" if found["share"] else ""
    return f"](picture:{key}{width}{found['title'] or ''})"
