"""What a footnote or endnote holds: paragraphs, lists and code in the style of notes."""

from collections.abc import Callable, Iterator

from briefing.export.docx.list_numbering import INDENT, ListNumbering
from briefing.export.docx.paragraph_look import ParagraphLook
from briefing.export.docx.xml_text import escape
from briefing.model.block import Block, CodeBlock, Div, Heading, Inlines, List, Paragraph, Quote
from briefing.model.publication import PublishedNote

_BOXES = {None: "", False: "☐ ", True: "☑ "}


class NoteParagraphs:
    """Writes the paragraphs of notes; `style` is that of their text."""

    def __init__(self, style: str, runs: Callable[[Inlines], str], lists: ListNumbering) -> None:
        self._style = style
        self._runs = runs
        self._lists = lists

    def xml(self, note: PublishedNote, mark: str) -> str:
        """Return a note's paragraphs, its mark in the first of them."""
        if note.blocks:
            pieces = list(self._blocks(note.blocks, 0))
        else:
            pieces = [(self._plain(0), self._runs(line)) for line in note.paragraphs]
        pieces = pieces or [(self._plain(0), "")]
        look, first = pieces[0]
        pieces[0] = (look, mark + first)
        return "".join(f"<w:p>{look.xml()}{runs}</w:p>" for look, runs in pieces)

    def _plain(self, depth: int) -> ParagraphLook:
        indent = f'<w:ind w:left="{INDENT * depth}"/>' if depth else ""
        return ParagraphLook(self._style, indent=indent)

    def _blocks(self, blocks: tuple[Block, ...], depth: int) -> Iterator[tuple[ParagraphLook, str]]:
        for block in blocks:
            match block:
                case Paragraph() | Heading():
                    yield self._plain(depth), self._runs(block.inlines)
                case Quote() | Div():
                    yield from self._blocks(block.blocks, depth + isinstance(block, Quote))
                case List():
                    yield from self._list(block, depth)
                case CodeBlock():
                    lines = block.text.rstrip("\n").expandtabs(4).split("\n")
                    runs = "<w:br/>".join(
                        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines
                    )
                    yield self._plain(depth), f"<w:r>{runs}</w:r>"
                case _:
                    pass

    def _list(self, block: List, depth: int) -> Iterator[tuple[ParagraphLook, str]]:
        found = self._lists.own(depth, ordered=block.ordered, start=block.start)
        marked = ParagraphLook(self._style, numbering=found.numbering)
        for item in block.items:
            box = _BOXES[item.checked]
            for index, (look, runs) in enumerate(self._blocks(item.blocks, depth + 1)):
                if index or look.numbering:
                    yield look, runs
                elif box:
                    shown = f'<w:r><w:t xml:space="preserve">{box}</w:t></w:r>'
                    yield self._plain(depth + 1), shown + runs
                else:
                    yield marked, runs
