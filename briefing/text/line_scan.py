"""A quick look over a text's lines: where a top-level chunk may begin, which divs are closed.

It knows just enough of CommonMark (fences, raw HTML that runs over blank lines, lists) to cut
only where nothing is open. A chunk that turns out to be open when it is parsed is joined to
the next (`chunk_parse`), so that a wrong guess here costs time and never words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.text.attributes import attributes_at

_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_OPENER = re.compile(r":{3,}[ \t]*(?=[^\s:])")
_CLOSER = re.compile(r":{3,}[ \t]*$")
# How raw HTML that runs over blank lines begins and ends (CommonMark 0.31.2, 4.6, kinds 1 to 5).
RAW_HTML: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.ASCII | re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.ASCII | re.IGNORECASE),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
)


@dataclass(frozen=True, slots=True)
class LineScan:
    """The lines where a chunk may begin, and for each div that closes, its last line."""

    cuts: tuple[int, ...]
    div_ends: dict[int, int]


def is_div_opener(line: str) -> bool:
    """Tell whether a line without its indent opens a div: `::: {.facts}` or `::: facts`."""
    return div_attributes(line) is not None


def is_div_closer(line: str) -> bool:
    """Tell whether a line without its indent closes a div."""
    return _CLOSER.match(line) is not None


def div_attributes(line: str) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]] | None:
    """Return the classes and attributes of the div that a line opens, or None."""
    opener = _OPENER.match(line)
    if opener is None:
        return None
    if line[opener.end()] == "{":
        found = attributes_at(line, opener.end())
        if found is None or line[found[1] :].strip(" \t:"):
            return None
        return found[0]
    word = line[opener.end() :].rstrip(" \t:")
    return ((word,), ()) if word and not re.search(r"[\s{}]", word) else None


def scan_lines(lines: Sequence[str]) -> LineScan:
    """Read lines without their ends; tabs count to the next multiple of four."""
    scan = _Scan()
    for number, line in enumerate(lines):
        if line[:1].isalpha() and not scan.fence and scan.html_end is None:
            scan.read_words(number)  # most lines: nothing can open or close here
        else:
            scan.read(number, line)
    inside = [0] * (len(lines) + 1)
    for opener, closer in scan.div_ends.items():
        inside[opener] += 1
        inside[closer] -= 1
    cuts: list[int] = []
    depth = at = 0
    for cut in scan.cuts:
        depth += sum(inside[at:cut])
        at = cut
        if depth == 0:
            cuts.append(cut)
    return LineScan(tuple(cuts), scan.div_ends)


def _closes(text: str, fence: str) -> bool:
    """Tell whether a line ends a fence: at least as many of the same marks, and nothing else."""
    return text.startswith(fence) and not text.lstrip(fence[0]).strip(" \t")


@dataclass(slots=True)
class _Scan:
    """What is open at a line, and what was found so far."""

    cuts: list[int] = field(default_factory=list[int])
    div_ends: dict[int, int] = field(default_factory=dict[int, int])
    open_divs: list[int] = field(default_factory=list[int])
    after_blank: bool = False
    has_list: bool = False  # the chunk holds a list marker: the next one may go on with that list
    item: int = 0  # the column at which the outermost list item's text begins; 0: no list
    fence: str = ""
    container: int = 0  # the column that a line must reach to belong to what holds the fence
    html_end: re.Pattern[str] | None = None

    def read(self, number: int, line: str) -> None:
        """Take one line in."""
        text = line.lstrip(" \t")
        if not text:
            self.after_blank = True
            return
        indent = len(line) - len(text)
        if indent and "\t" in line[:indent]:
            indent = len(line[:indent].expandtabs(4))
        if self.fence or self.html_end:
            if indent >= self.container:
                self._read_inside(indent, text)
                return
            self.fence, self.html_end = "", None
        self._read_outside(number, indent, text)
        self.after_blank = False

    def read_words(self, number: int) -> None:
        """Take in a line that begins with a letter, where nothing is open."""
        if self.after_blank:
            self._cut(number)
            self.after_blank = False

    def _cut(self, number: int) -> None:
        self.cuts.append(number)
        self.has_list, self.item = False, 0

    def _read_inside(self, indent: int, text: str) -> None:
        self.after_blank = False
        if self.html_end:
            if self.html_end.search(text):
                self.html_end = None
        elif indent - self.container < 4 and _closes(text, self.fence):
            self.fence = ""

    def _read_outside(self, number: int, indent: int, text: str) -> None:
        marker = _MARKER.match(text) if text[0] in "-+*0123456789" else None
        if self.after_blank and indent == 0 and not (marker and self.has_list):
            self._cut(number)
        if indent < self.item and (self.after_blank or not text[0].isalnum()) and not marker:
            self.item = 0
        if text[0] == ">" or indent - self.item >= 4:
            return
        if text[0] == ":" and indent < 4 and not (self.item and indent >= self.item):
            self._read_div(number, text)
        self._open(indent, text, marker)

    def _read_div(self, number: int, text: str) -> None:
        if is_div_closer(text):
            if self.open_divs:
                self.div_ends[self.open_divs.pop()] = number
        elif is_div_opener(text):
            self.open_divs.append(number)

    def _open(self, indent: int, text: str, marker: re.Match[str] | None) -> None:
        """Note a list item, a fence or raw HTML that begins on this line."""
        is_inside = bool(self.item) and indent >= self.item
        self.container = self.item if is_inside else 0
        while marker:
            rest = text[marker.end() :]
            text = rest.lstrip(" \t")
            gap = len(rest) - len(text)
            indent += marker.end() + (gap if 0 < gap <= 4 and text else 1)
            if not is_inside:
                self.item, is_inside, self.has_list = indent, True, True
            self.container = indent
            marker = _MARKER.match(text)
        fence = _FENCE.match(text)
        if fence:
            self.fence = fence[1] or fence[2]
        elif text[:1] == "<":
            self._open_html(text)

    def _open_html(self, text: str) -> None:
        for begin, end in RAW_HTML:
            if begin.match(text):
                self.html_end = None if end.search(text) else end
                return
