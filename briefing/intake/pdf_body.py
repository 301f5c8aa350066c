"""Paragraphs of a PDF to the Markdown of an article, with the place where each page begins."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.intake.markdown_escapes import escaped
from briefing.intake.markdown_writing import block, heading
from briefing.intake.pdf_hyphens import joined, spelled_out
from briefing.intake.pdf_paragraphs import Kind, Measure, Paragraph

_BULLET = re.compile(r"[•▪◦‣●■○□➢➔✓·–—-]\s+")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class PagedBody:
    """An article's text and where its pages begin in it, in code points, with their labels."""

    text: str
    pages: tuple[tuple[int, str], ...]


class _Writer:
    """Writes blocks one after the other and keeps count of the pages."""

    def __init__(self, labels: Mapping[int, str]) -> None:
        self._labels = labels
        self._parts: list[str] = []
        self._length = 0
        self._page = -1
        self.pages: list[tuple[int, str]] = []

    def add(self, words: str, page: int) -> None:
        if page != self._page:
            self.pages.append((self._length, self._labels[page]))
            self._page = page
        self._parts.append(words)
        self._length += len(words)

    def space(self, words: str) -> None:
        if self._length:
            self._parts.append(words)
            self._length += len(words)

    def text(self) -> str:
        return "".join(self._parts)


def paged_body(
    paragraphs: Sequence[Paragraph],
    usual: Measure,
    labels: Mapping[int, str],
    words: frozenset[str],
) -> PagedBody:
    """Return the body; a page's text begins with its first word, in the midst of a paragraph too.

    A word that a page's end broke belongs to the page on which it begins.
    """
    writer = _Writer(labels)
    levels = _levels(paragraphs, usual)
    before: Kind | None = None
    for paragraph in paragraphs:
        pieces = _by_page(paragraph, words)
        if not pieces:
            continue
        tight = before is paragraph.kind and before in {Kind.ITEM, Kind.ROW}
        writer.space(("  \n" if before is Kind.ROW else "\n") if tight else "\n\n")
        before = paragraph.kind
        for index, (page, text) in enumerate(pieces):
            writer.add(_marked_up(text, paragraph, levels, is_first=index == 0), page)
    return PagedBody(writer.text(), tuple(writer.pages))


def _by_page(paragraph: Paragraph, words: frozenset[str]) -> list[tuple[int, str]]:
    """Return a paragraph's text, parted where a page ends; the parts put together are the whole."""
    parts: list[tuple[int, str]] = []
    for page, line in paragraph.lines:
        text = " ".join(spelled_out(line.text).split())
        if not text:
            continue
        if not parts:
            parts.append((page, text))
            continue
        last_page, last = parts[-1]
        whole = joined(last, text, words)
        if page == last_page:
            parts[-1] = (page, whole)
        else:
            parts[-1:] = _parted(whole, len(whole) - len(text), last_page, page)
    if parts:
        page, text = parts[-1]
        parts[-1] = (page, text.replace("\u00ad", "-"))
    return parts


def _parted(whole: str, at: int, last_page: int, page: int) -> list[tuple[int, str]]:
    """Part a text at a page's end, or behind the word that goes over it."""
    while 0 < at < len(whole) and whole[at - 1].isalnum() and not whole[at].isspace():
        at += 1
    pieces = ((last_page, whole[:at]), (page, whole[at:]))
    return [(number, text) for number, text in pieces if text.strip()]


def _marked_up(
    text: str, paragraph: Paragraph, levels: Mapping[float, int], *, is_first: bool
) -> str:
    kind = paragraph.kind
    if not is_first:
        return escaped(text)
    if kind is Kind.ITEM:
        return "- " + escaped(_BULLET.sub("", text, count=1))
    if kind in {Kind.HEADING, Kind.BOLD_HEADING}:
        return heading(levels[_size(paragraph)], escaped(text))
    return block(escaped(text))


def _levels(paragraphs: Iterable[Paragraph], usual: Measure) -> dict[float, int]:
    """Return the level of each size of heading: the largest 2, those in bold letters last."""
    large: set[float] = set()
    bold: set[float] = set()
    for paragraph in paragraphs:
        if paragraph.kind is Kind.HEADING:
            large.add(_size(paragraph))
        elif paragraph.kind is Kind.BOLD_HEADING:
            bold.add(_size(paragraph))
    ranks = {size: min(rank, _DEEPEST) for rank, size in enumerate(sorted(large, reverse=True), 2)}
    lowest = min(max(ranks.values(), default=1) + 1, _DEEPEST)
    del usual
    return {**dict.fromkeys(bold, lowest), **ranks}


def _size(paragraph: Paragraph) -> float:
    return round(paragraph.first.size * 2) / 2
