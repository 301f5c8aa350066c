"""A memo as plain text: wrapped lines, underlined headings, tables in columns, notes at the end."""

from collections.abc import Iterable

from briefing.export.captions import caption_words, captioned, figure_of, figure_words
from briefing.export.cross_references import CONTENTS, CrossReferences
from briefing.export.element_words import element_words
from briefing.export.heading_levels import heading_shift
from briefing.export.legal_text import legal
from briefing.export.plain_text_inlines import PlainInlines
from briefing.export.plain_text_lines import WIDTH, columns, indented, padded, wrapped
from briefing.export.plain_text_table import table_lines
from briefing.export.section_kinds import contents_depth
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from briefing.model.publication import Publication, PublishedNote
from briefing.text.pandoc_blocks import PAGE_BREAK

_UNDERLINES = "=-"  # of the first two levels; deeper ones stand by themselves
_NARROWEST = 24  # columns that are left to the deepest list or quotation


def write_plain_text(publication: Publication) -> str:
    """Return the whole text; it is read by people, and nothing reads it back."""
    words = element_words(publication.language)
    references = CrossReferences(publication.blocks, words, publication.markdown, publication.notes)
    inlines = PlainInlines(references)
    writer = _Writer(inlines, references, heading_shift(publication.blocks), words.contents)
    marking = legal(publication.marking)
    banner = [padded(marking, WIDTH, "center").rstrip()] if marking else []
    parts = [
        banner,
        _underlined(legal(publication.heading or publication.subject), 0),
        _fields(publication),
        *writer.parts(publication.blocks, WIDTH),
        *_notes(publication.notes, inlines),
        banner,
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _fields(publication: Publication) -> list[str]:
    pairs = [(legal(name), legal(value)) for name, value in publication.fields if value.strip()]
    room = max((columns(name) for name, _ in pairs), default=0) + 2
    lines: list[str] = []
    for name, value in pairs:
        lines += indented(wrapped(value, WIDTH - room), padded(f"{name}:", room))
    return lines


def _notes(notes: Iterable[PublishedNote], inlines: PlainInlines) -> list[list[str]]:
    parts: list[list[str]] = []
    for note in notes:
        mark = f"[{note.number}] "
        lines = [
            line
            for paragraph in note.paragraphs
            for line in wrapped(inlines.content(paragraph), WIDTH - len(mark))
        ]
        parts.append(indented(lines or [""], mark))
    return [["-" * 20], *parts] if parts else []


def _underlined(title: str, level: int) -> list[str]:
    lines = wrapped(title)
    if level >= len(_UNDERLINES) or not title.strip():
        return lines if title.strip() else []
    return [*lines, _UNDERLINES[level] * max(columns(line) for line in lines)]


class _Writer:
    """Writes blocks as parts, between which a blank line stands."""

    def __init__(
        self, inlines: PlainInlines, references: CrossReferences, shift: int, contents: str
    ) -> None:
        self._inlines = inlines
        self._references = references
        self._shift = shift
        self._contents = contents

    def parts(self, blocks: tuple[Block, ...], width: int) -> list[list[str]]:
        """Return the parts of blocks one after another."""
        return [
            part
            for block, caption in captioned(blocks)
            for part in self._block(block, width, caption)
            if part
        ]

    def _block(self, block: Block, width: int, caption: Div | None) -> list[list[str]]:
        match block:
            case Paragraph():
                return self._paragraph(block, width)
            case Heading():
                level = max(block.level - self._shift, 1)
                return [_underlined(self._inlines.content(block.inlines), level)]
            case List():
                return self._list(block, width)
            case Quote():
                inside = _joined(self.parts(block.blocks, max(width - 2, _NARROWEST)))
                return [indented(inside, "> ", "> ")] if inside else []
            case Div():
                return self._div(block, width)
            case Table():
                return self._table(block, width, caption)
            case _:
                return [_unfolded(block, width)]

    def _paragraph(self, block: Paragraph, width: int) -> list[list[str]]:
        words = self._inlines.content(block.inlines)
        image, target = figure_of(block), self._references.of(block)
        if image is not None and target is not None:
            words += f"\n{target.words}: {self._inlines.content(figure_words(image))}"
        return [wrapped(words, width)] if words.strip() else []

    def _div(self, block: Div, width: int) -> list[list[str]]:
        if PAGE_BREAK in block.classes:
            return []
        if CONTENTS not in block.classes:
            return self.parts(block.blocks, width)
        lines: list[str] = []
        for heading, target in self._references.headings:
            level = max(heading.level - self._shift, 1)
            if level <= contents_depth(block) and target.words:
                lines += indented(wrapped(target.words, width - 2 * level), "  " * (level - 1))
        title = legal(block.attribute("title") or self._contents)
        return [_underlined(title, 1), lines] if lines else []

    def _list(self, block: List, width: int) -> list[list[str]]:
        last = block.start + len(block.items) - 1
        room = len(f"{last}. ") if block.ordered else 2
        items: list[list[str]] = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.ordered else "* "
            items.append(self._item(item, padded(mark, room), width, tight=block.tight))
        return [[line for item in items for line in item]] if block.tight else items

    def _item(self, item: ListItem, mark: str, width: int, *, tight: bool) -> list[str]:
        if item.checked is not None:
            mark = "[x] " if item.checked else "[ ] "
        parts = self.parts(item.blocks, max(width - len(mark), _NARROWEST))
        inside = [line for part in parts for line in part] if tight else _joined(parts)
        return indented(inside or [""], mark)

    def _table(self, block: Table, width: int, caption: Div | None) -> list[list[str]]:
        count = max(1, len(block.header))
        header, *rows = (
            [" ".join(self._inlines.content(cell).split()) for cell in row[:count]]
            + [""] * (count - len(row))
            for row in (block.header, *block.rows)
        )
        lines = table_lines(header, rows, block.align[:count], width)
        target = self._references.of(block)
        if caption is None or target is None:
            return [lines]
        title = f"{target.words}: {self._inlines.content(caption_words(caption))}"
        return [[*wrapped(title, width), "", *lines]]


def _unfolded(block: Block, width: int) -> list[str]:
    """Return the lines of code, which is never wrapped, and of a rule."""
    match block:
        case CodeBlock():
            return [f"    {line}".rstrip() for line in legal(block.text).splitlines()]
        case Rule():
            return [padded("* * *", width, "center").rstrip()]
        case _:
            return []


def _joined(parts: list[list[str]]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        lines += [*([""] if lines else []), *part]
    return lines
