"""Block-level HTML to Markdown blocks: paragraphs, headings, lists, quotes, code, definitions."""

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from briefing.intake.html_tree import elements, tag_of
from briefing.intake.markup_inlines import InlineWriter, is_silent, lines_of, words_in
from briefing.intake.markup_tables import grid, table_lines
from briefing.text.line_openings import escaped_start

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html"),
        *("legend", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp"),
    )
)
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_CODE_BLOCKS = frozenset({"pre", "listing", "xmp"})
MAX_NESTING = 12  # quotes and lists within one another; deeper ones are told flat
_LANGUAGE = re.compile(r"(?:language|lang|highlight-source|brush:)[-\s]*([\w+#-]{1,20})")


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of elements, one string a block, its lines ended by LF."""

    inlines: InlineWriter
    _holding: set[HtmlElement] = field(default_factory=set[HtmlElement])
    _nesting: int = 0

    def blocks(self, root: HtmlElement) -> list[str]:
        """Return the Markdown blocks of an element and all that stands in it."""
        self._holding = _holders_of_blocks(root)
        return self._element(root)

    def _content(self, element: HtmlElement) -> list[str]:
        """Return the blocks in an element; words between them are paragraphs."""
        blocks: list[str] = []
        run = [self.inlines.text(element.text)]
        for child in element:
            if self._is_block(child):
                blocks += _paragraph("".join(run))
                blocks += self._element(child)
                run = [self.inlines.text(child.tail)]
            else:
                run += (self.inlines.element(child), self.inlines.text(child.tail))
        return blocks + _paragraph("".join(run))

    def _is_block(self, element: HtmlElement) -> bool:
        return tag_of(element) in _BLOCKS or element in self._holding

    def _element(self, element: HtmlElement) -> list[str]:
        if is_silent(element):
            return []
        tag = tag_of(element)
        if tag in _HEADINGS:
            return self._heading(element, _HEADINGS[tag])
        if tag in _LISTS:
            return self._list(element, is_ordered=tag == "ol")
        if tag == "blockquote":
            return self._quote(element)
        if tag in _CODE_BLOCKS:
            return _code_block(element)
        if tag == "hr":
            return ["---"]
        write = {"table": self._table, "dt": self._term}.get(tag, self._content)
        return write(element)

    def _heading(self, element: HtmlElement, level: int) -> list[str]:
        if element in self._holding and any(tag_of(child) in _LISTS for child in element):
            return self._content(element)
        keeps, self.inlines.keeps_links = self.inlines.keeps_links, False
        words = " ".join(lines_of(self.inlines.content(element)))
        self.inlines.keeps_links = keeps
        words = _unmarked(words)
        if not any(map(str.isalnum, words)):
            return []
        return [f"{'#' * level} {words}"]

    def _term(self, element: HtmlElement) -> list[str]:
        words = " ".join(lines_of(self.inlines.content(element)))
        return [f"**{words}**"] if words and "**" not in words else [words] if words else []

    def _quote(self, element: HtmlElement) -> list[str]:
        blocks = self._nested(element)
        if not blocks or self._nesting >= MAX_NESTING:
            return blocks
        lines = "\n\n".join(blocks).split("\n")
        return ["\n".join(f"> {line}" if line else ">" for line in lines)]

    def _list(self, element: HtmlElement, *, is_ordered: bool) -> list[str]:
        number = _start_of(element) if is_ordered else 0
        items: list[str] = []
        is_loose = False
        for child in element:
            blocks = self._nested(child) if tag_of(child) and not is_silent(child) else []
            if tag_of(child) in _LISTS and items and blocks:  # a list right in a list, as Word does
                items[-1] += "\n" + _indented("\n".join(blocks), "  " if not is_ordered else "   ")
                continue
            blocks += _paragraph(self.inlines.text(child.tail))
            if not blocks:
                continue
            is_loose = is_loose or any(not _is_list(block) for block in blocks[1:])
            marker = f"{number}." if is_ordered else "-"
            items.append(_item(marker, blocks))
            number += 1
        if self._nesting >= MAX_NESTING:
            return [item.partition(" ")[2].strip() for item in items]
        return _paragraph(self.inlines.text(element.text)) + (
            [("\n\n" if is_loose else "\n").join(items)] if items else []
        )

    def _nested(self, element: HtmlElement) -> list[str]:
        self._nesting += 1
        blocks = self._element(element) if tag_of(element) in _LISTS else self._content(element)
        self._nesting -= 1
        return blocks

    def _table(self, element: HtmlElement) -> list[str]:
        rows = grid(element)
        if rows is None:
            return self._content(element)
        words = [
            [" ".join(lines_of(self.inlines.content(cell))) for cell in row] for row in rows.cells
        ]
        blocks: list[str] = []
        for caption in element.iterchildren("caption"):
            blocks += self._content(caption)
        table = table_lines(words, rows.spans)
        return blocks + ([table] if table else [])


def _holders_of_blocks(root: HtmlElement) -> set[HtmlElement]:
    """Return the elements that have a block somewhere in them; kept, they stay the same objects."""
    holding: set[HtmlElement] = set()
    for element in elements(root):
        if tag_of(element) not in _BLOCKS:
            continue
        for above in element.iterancestors():
            if above in holding:
                break
            holding.add(above)
    return holding


def _paragraph(run: str) -> list[str]:
    lines = lines_of(run)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(escaped_start(line))
        elif paragraphs[-1]:
            paragraphs.append([])  # two breaks in a row part paragraphs
    return ["  \n".join(lines) for lines in paragraphs if lines]


def _item(marker: str, blocks: list[str]) -> str:
    """Return a list item: its first block after the marker, the others under it."""
    pad = " " * (len(marker) + 1)
    text = blocks[0]
    for block in blocks[1:]:
        text += ("\n" if _is_list(block) else "\n\n") + block
    return f"{marker} {_indented(text, pad)[len(pad) :]}"


def _is_list(block: str) -> bool:
    return re.match(r"(?:-|\d{1,9}\.) ", block) is not None


def _indented(text: str, pad: str) -> str:
    return "\n".join(pad + line if line else "" for line in text.split("\n"))


def _start_of(element: HtmlElement) -> int:
    start = element.get("start") or "1"
    return int(start) if start.isascii() and start.isdecimal() and len(start) < 9 else 1


def _unmarked(words: str) -> str:
    """Return a heading's words without the emphasis that is all around them."""
    for mark in ("**", "*"):
        if words.startswith(mark) and words.endswith(mark) and words.count(mark) == 2:
            words = words[len(mark) : -len(mark)]
    return words.strip().rstrip("¶").rstrip()


def _code_block(element: HtmlElement) -> list[str]:
    code = words_in(element).replace("\r\n", "\n").strip("\n").rstrip()
    if not code.strip():
        return []
    longest = max((len(ticks) for ticks in re.findall("`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{_language_of(element)}\n{code}\n{fence}"]


def _language_of(element: HtmlElement) -> str:
    for holder in (element, *element.iterchildren("code")):
        match = _LANGUAGE.search(holder.get("class") or "")
        if match:
            return match[1].lower()
    return ""
