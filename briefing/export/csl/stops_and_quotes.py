"""Stops that meet and quotations within quotations, set right where the engine leaves them.

“Is it so?.” loses its full stop, “eds..” one of two; a quotation within another takes the inner
marks (CSL 1.0.2, "Quotes"; Chicago 17, 6.124 and 13.30).
"""

import re
from dataclasses import replace

from briefing.model.block import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_MEETING = re.compile(r"([?!])\.(?!\.)|(?<!\.)(\.)\.(?!\.)|,([.;)\]])|(\s) +")
_ENDS = re.compile(r"[?!.]$")
_MARKS = re.compile("[“”‘’]")
_OTHER = {"“": "‘", "‘": "“"}
_CLOSING = {"“": "”", "‘": "’"}
_HOLDERS = (Emphasis, Strong, SmallCaps, Superscript, Subscript, Link)


def tidied(inlines: Inlines) -> Inlines:
    """Return inlines with their stops and marks of quotation set right."""
    return _Tidying().done(inlines)


class _Tidying:
    """Walks over words; what went before, in whatever look, tells what may follow."""

    def __init__(self) -> None:
        self._before = ""
        self._open: list[str] = []

    def done(self, inlines: Inlines) -> Inlines:
        return tuple(found for inline in inlines if (found := self._inline(inline)) is not None)

    def _inline(self, inline: Inline) -> Inline | None:
        if isinstance(inline, Text):
            text = self._text(inline.text)
            return Text(text) if text else None
        if isinstance(inline, Link):
            self._before = "…"  # an address keeps its stops, and the one behind it stays
            return inline
        if isinstance(inline, _HOLDERS):
            return replace(inline, children=self.done(inline.children))
        return inline

    def _text(self, text: str) -> str:
        text = _MEETING.sub(lambda met: "".join(part or "" for part in met.groups()), text)
        if text.startswith(".") and not text.startswith("..") and _ENDS.search(self._before):
            text = text[1:]
        if text.startswith(" ") and self._before.endswith(" "):
            text = text.lstrip(" ")
        self._before = text or self._before
        return _MARKS.sub(self._mark, text)

    def _mark(self, mark: re.Match[str]) -> str:
        """Return a mark as its depth wants it: the inner ones are those that the outer are not."""
        if mark[0] in "“‘":
            self._open.append(mark[0] if not self._open else _OTHER[self._open[-1]])
            return self._open[-1]
        if not self._open:
            return mark[0]
        if mark[0] == "’" and mark.string[mark.end() : mark.end() + 1].isalnum():
            return mark[0]  # an apostrophe
        return _CLOSING[self._open.pop()]
