"""Stops that meet and quotations within quotations, set right where the engine leaves them.

“Is it so?.” loses its full stop, “eds..” one of two; a quotation within another takes the inner
marks (CSL 1.0.2, "Quotes"; Chicago 17, 6.124 and 13.30).
"""

import re
from dataclasses import replace

from briefing.model.block import Holder, Inline, Inlines, Link, Text
from briefing.text.inline_text import inline_text

_MEETING = re.compile(r"([?!])\.(?!\.)|(?<!\.)(\.)\.(?!\.)|,([.;)\]])|(\s) +")
_OUTSIDE = re.compile(r"(\S)([’”]*”)([.,])")
_ENDS = re.compile(r"[?!.]$")
_MARKS = re.compile("[“”‘’]")
_OTHER = {"“": "‘", "‘": "“"}
_CLOSING = {"“": "”", "‘": "’"}


def tidied(inlines: Inlines, *, stops_inside: bool = False) -> Inlines:
    """Return inlines with their stops and marks of quotation set right.

    `stops_inside`: a full stop or comma goes before the mark that closes (American use).
    """
    # in „German“ the mark that opens a quotation in English closes one
    done = _Tidying(are_english="„" not in inline_text(inlines)).done(inlines)
    return _with_stops_inside(done) if stops_inside else done


class _Tidying:
    """Walks over words; what went before, in whatever look, tells what may follow."""

    def __init__(self, *, are_english: bool) -> None:
        self._are_english = are_english
        self._before = ""
        self._open: list[tuple[str, str]] = []  # as typed and as shown

    def done(self, inlines: Inlines) -> Inlines:
        return tuple(found for inline in inlines if (found := self._inline(inline)) is not None)

    def _inline(self, inline: Inline) -> Inline | None:
        if isinstance(inline, Text):
            text = self._text(inline.text)
            return Text(text) if text else None
        if isinstance(inline, Link):
            self._before = "…"  # an address keeps its stops, and the one behind it stays
            return inline
        if isinstance(inline, Holder):
            return replace(inline, children=self.done(inline.children))
        return inline

    def _text(self, text: str) -> str:
        text = _MEETING.sub(lambda met: "".join(part or "" for part in met.groups()), text)
        if text.startswith(".") and not text.startswith("..") and _ENDS.search(self._before):
            text = text[1:]
        if text.startswith(" ") and self._before.endswith(" "):
            text = text.lstrip(" ")
        self._before = text or self._before
        return _MARKS.sub(self._mark, text) if self._are_english else text

    def _mark(self, mark: re.Match[str]) -> str:
        """Return a mark as its depth wants it: the inner ones are those that the outer are not."""
        if mark[0] in "“‘":
            shown = _OTHER[self._open[-1][1]] if self._open else mark[0]
            self._open.append((mark[0], shown))
            return shown
        opening = "“" if mark[0] == "”" else "‘"
        is_within = mark.string[mark.end() : mark.end() + 1].isalnum()
        is_open = any(typed == opening for typed, _ in self._open)
        if not is_open or (opening == "‘" and (is_within or self._open[-1][0] != opening)):
            return mark[0]  # an apostrophe
        while self._open[-1][0] != opening:
            self._open.pop()
        return _CLOSING[self._open.pop()[1]]


def _with_stops_inside(inlines: Inlines) -> Inlines:
    """Move stops that follow a closing mark before it, within a text and from the next one."""
    line: list[Inline] = []
    for inline in inlines:
        last = line[-1] if line else None
        if isinstance(inline, Text) and isinstance(last, Text):
            line[-1] = Text(last.text + inline.text)
        else:
            line.append(inline)
    return tuple(
        Text(_OUTSIDE.sub(_inside, inline.text)) if isinstance(inline, Text) else inline
        for inline in line
    )


def _inside(found: re.Match[str]) -> str:
    before, marks, stop = found[1], found[2], found[3]
    return before + ("" if before in ".?!" and stop == "." else stop) + marks
