"""Where a house's Word file wants a memo's text: a content control, placeholder or bookmark."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.export.docx.content_controls import control_names
from briefing.export.docx.field_words import FieldWords
from briefing.export.docx.own_paragraphs import own_line, own_texts, set_text
from briefing.export.docx.style_list import value_of
from briefing.export.docx.xml_edits import dissolve, remove
from briefing.export.docx.xml_text import WORD, Element

_W = f"{{{WORD}}}"
_BLOCKS = {_W + "p", _W + "tbl", _W + "sdt"}
_HOLDERS = {_W + "body", _W + "tc", _W + "sdtContent"}
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}|\$(body)\$")


@dataclass(frozen=True, slots=True)
class ContentPlace:
    """An empty paragraph that stands where the text goes, and how the place was named."""

    marker: Element
    told: str


def open_place(body: Element, words: FieldWords, headings: Collection[str]) -> ContentPlace | None:
    """Find the place for the text in a document's body and clear it; nothing where none is named.

    A control comes before a placeholder, and that before a bookmark. What stands in a text box
    is none: notes may not stand there (ECMA-376 part 1, 17.11). A bookmark at a heading (`headings`
    are the ids of their styles) is that of a link to it, whatever the heading says.
    """
    found = _of_control(body, words) or _of_placeholder(body, words)
    return found or _of_mark(body, words, headings)


def _of_control(body: Element, words: FieldWords) -> ContentPlace | None:
    for control in body.iter(_W + "sdt"):
        name = next((n for n in control_names(control) if words.is_content(n)), "")
        content = control.find(_W + "sdtContent")
        if not name or content is None or _is_boxed(control) or _is_gallery(control):
            continue
        told = f"into the content control “{name}”"
        cell = content.find(_W + "tc")
        blocks = [child for child in cell if child.tag in _BLOCKS] if cell is not None else []
        if blocks:
            dissolve(control)
            return _cleared(blocks, told)
        if _holds(control.getparent()):
            return _cleared([control], told)
        paragraph = next((a for a in control.iterancestors(_W + "p")), None)
        if paragraph is not None and _holds(paragraph.getparent()):
            remove(control)
            return _in_paragraph(paragraph, told)
    return None


def _of_placeholder(body: Element, words: FieldWords) -> ContentPlace | None:
    for paragraph in body.iter(_W + "p"):
        if _is_boxed(paragraph) or not _holds(paragraph.getparent()):
            continue
        line = own_line(paragraph)
        for match in _PLACEHOLDER.finditer(line):
            if match[2] or words.is_content(match[1]):
                _cut(paragraph, match.start(), match.end())
                return _in_paragraph(paragraph, f"into the place {match[0]}")
    return None


def _of_mark(body: Element, words: FieldWords, headings: Collection[str]) -> ContentPlace | None:
    for start in body.iter(_W + "bookmarkStart"):
        name = str(start.get(_W + "name") or "")
        if not words.is_content(name) or _is_boxed(start):
            continue
        told = f"into the bookmark “{name}”"
        end = next(
            (e for e in body.iter(_W + "bookmarkEnd") if e.get(_W + "id") == start.get(_W + "id")),
            start,
        )
        first = _block_of(start)
        if first is None or value_of(first, "pPr", "pStyle") in headings:
            continue
        last = first if _block_of(end) is first else _last_block(end)
        if first is last and first.tag == _W + "p" and start.getparent() is not first.getparent():
            for between in list(_between(start, end)):
                remove(between)
            return _in_paragraph(first, told)
        return _cleared(_run_of_blocks(first, last), told)
    return None


def _in_paragraph(paragraph: Element, told: str) -> ContentPlace:
    """Take a paragraph's place where nothing else is in it; else the place behind it."""
    has_more = own_line(paragraph).strip() or any(
        True for _ in paragraph.iter(_W + "drawing", _W + "pict", _W + "sdt", _W + "fldChar")
    )
    if not has_more:
        return _cleared([paragraph], told)
    marker = paragraph.makeelement(_W + "p", {}, {})
    paragraph.addnext(marker)
    return ContentPlace(marker, told)


def _cleared(blocks: list[Element], told: str) -> ContentPlace:
    """Put the marker in place of some blocks; a section that ends among them is kept."""
    marker = blocks[0].makeelement(_W + "p", {}, {})
    blocks[0].addprevious(marker)
    after = marker
    for block in blocks:
        for section in [s for s in block.iter(_W + "sectPr") if s.getparent() is not None]:
            ending = marker.makeelement(_W + "p", {}, {})
            look = marker.makeelement(_W + "pPr", {}, {})
            ending.append(look)
            look.append(section)
            after.addnext(ending)
            after = ending
        remove(block)
    return ContentPlace(marker, told)


def _cut(paragraph: Element, start: int, end: int) -> None:
    """Take some characters out of a paragraph, whichever runs they stand in."""
    place = 0
    for text in own_texts(paragraph):
        words = text.text or ""
        inside = slice(max(start - place, 0), max(end - place, 0))
        set_text(text, words[: inside.start] + words[inside.stop :])
        place += len(words)


def _run_of_blocks(first: Element, last: Element | None) -> list[Element]:
    blocks = [first]
    for block in first.itersiblings():
        if last is None or blocks[-1] is last:
            break
        blocks.append(block)
    reaches = last is not None and blocks[-1] is last
    return [block for block in blocks if block.tag in _BLOCKS] if reaches else [first]


def _between(start: Element, end: Element) -> Iterator[Element]:
    """Yield the children of a paragraph between two marks, or from the first to its end."""
    for sibling in start.itersiblings():
        if sibling is end:
            return
        yield sibling


def _block_of(element: Element) -> Element | None:
    """Return the block that an element stands in, or the next one where it stands between two."""
    for one in (element, *element.iterancestors()):
        if one.tag in _BLOCKS and _holds(one.getparent()):
            return one
        if _holds(one.getparent()):
            return next((s for s in one.itersiblings() if s.tag in _BLOCKS), None)
    return None


def _holds(parent: Element | None) -> bool:
    return parent is not None and parent.tag in _HOLDERS and not _is_row(parent)


def _is_row(holder: Element) -> bool:
    """Say whether a control's content stands for rows, cells or runs, not for blocks."""
    return holder.tag == _W + "sdtContent" and any(
        child.tag in {_W + "tr", _W + "tc", _W + "r"} for child in holder
    )


def _last_block(end: Element) -> Element | None:
    """Return the block in which a mark ends; the one before where it ends with that one's end."""
    if _holds(end.getparent()):
        return _block_before(end)
    block = _block_of(end)
    if block is None or block.tag != _W + "p" or end.getparent() is not block:
        return block
    has_text = any(True for one in end.itersiblings(preceding=True) if own_texts(one))
    before = None if has_text else _block_before(block)
    return before if before is not None else block


def _block_before(block: Element) -> Element | None:
    return next((s for s in block.itersiblings(preceding=True) if s.tag in _BLOCKS), None)


def _is_boxed(element: Element) -> bool:
    return any(True for _ in element.iterancestors(_W + "txbxContent"))


def _is_gallery(control: Element) -> bool:
    return bool(value_of(control, "sdtPr", "docPartObj", "docPartGallery"))
