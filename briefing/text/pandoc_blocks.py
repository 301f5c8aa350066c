"""Blocks that pandoc tells by their words: page breaks, captions, and a table's column widths.

Source: the Pandoc User's Guide, "Extension: raw_tex", "table_captions" and "pipe_tables".
"""

import re

from briefing.text.attributes import Attributes, split_attributes

PAGE_BREAK = "pagebreak"
CAPTION = "caption"
_BREAKS = frozenset({"\\newpage", "\\pagebreak", "\\clearpage"})
_CAPTION = re.compile(r":[ \t]+(?=\S)")
_SHORT_LINE = 72  # pandoc's --columns: only a wider table gets its widths from the dashes
_DASHES = re.compile(r"-+")


def is_page_break(words: str) -> bool:
    """Tell whether a paragraph stands for the end of a page."""
    return words.startswith("\\") and words.strip() in _BREAKS


def caption_of(words: str) -> tuple[str, Attributes] | None:
    """Return the words and attributes of a paragraph that is a caption, `: Costs {#tbl-cost}`."""
    mark = _CAPTION.match(words)
    return split_attributes(words[mark.end() :]) if mark else None


def column_dashes(lines: list[str]) -> tuple[int, ...]:
    """Return the widths that a pipe table's second line gives its columns, or nothing."""
    if len(lines) < 2 or max(map(len, lines)) <= _SHORT_LINE:
        return ()
    return tuple(len(dashes) for dashes in _DASHES.findall(lines[1]))
