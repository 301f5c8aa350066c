"""Running heads, running feet and page numbers: found by what repeats, and taken away."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.intake.pdf_columns import Line

_MARGIN = 0.15  # of the page's height, at the top and at the bottom
_EDGE = 0.08  # the same where there is no second page to compare with
_ROWS = 3  # outermost lines that are looked at on either side
_SHARE = 0.3  # of the pages that a running line must stand on: left and right pages differ
_NUMBERED = 0.6  # of the pages that must bear the number that is their turn
_LONGEST = 160
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"[^\w]*(\d{1,6})[^\w]*")
_ROMAN = re.compile(r"[^\w]*([ivxlc]{1,7})[^\w]*")


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a page in reading order; `label` is the PDF's own, or nothing."""

    number: int
    label: str
    height: float
    lines: tuple[Line, ...]


def without_margins(pages: Sequence[PageLines]) -> list[PageLines]:
    """Return the pages without what runs through them, each with the label it is cited by.

    That is the PDF's own label, else the number printed on the page where the numbers count up
    from page to page, else the page's place in the file.
    """
    offset = _numbering(pages) if len(pages) > 1 else _only_number(pages)
    running = _running_keys(pages)
    return [_cleaned(page, running, offset) for page in pages]


def _cleaned(page: PageLines, running: frozenset[str], offset: int | None) -> PageLines:
    printed = "" if offset is None else str(page.number + offset)
    label = page.label
    gone: set[int] = set()
    for line, _ in _margin_lines(page):
        roman = _ROMAN.fullmatch(line.text)
        is_number = bool(printed) and printed in _numbers(line)
        if roman and _is_alone(line) and offset is not None:
            label = label or roman[1]
            gone.add(id(line))
        elif is_number or _key(line) in running:
            gone.add(id(line))
    if len(gone) == len(page.lines) > 1:
        gone.clear()
    kept = tuple(line for line in page.lines if id(line) not in gone)
    return PageLines(page.number, label or printed or str(page.number), page.height, kept)


def _margin_lines(page: PageLines) -> Iterator[tuple[Line, bool]]:
    """Yield the outermost lines of a page, and whether each is at the top."""
    by_height = sorted(page.lines, key=lambda line: line.top)
    for line in by_height[:_ROWS]:
        if line.bottom < _MARGIN * page.height and len(line.text) <= _LONGEST:
            yield line, True
    for line in by_height[_ROWS:][-_ROWS:]:
        if line.top > (1 - _MARGIN) * page.height and len(line.text) <= _LONGEST:
            yield line, False


def _running_keys(pages: Sequence[PageLines]) -> frozenset[str]:
    """Return the keys of lines that stand in the same margin of enough pages."""
    if len(pages) < 2:
        return frozenset()
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(line, is_top=is_top) for line, is_top in _margin_lines(page)})
    least = max(2.0 if len(pages) < 6 else 3.0, _SHARE * len(pages))
    return frozenset(key[1:] for key, count in counts.items() if count >= least and len(key) > 1)


def _key(line: Line, *, is_top: bool | None = None) -> str:
    """Return what a running line is known by: its words in any order, numbers left out."""
    words = " ".join(sorted(_WORD.findall(line.text.casefold())))
    return words if is_top is None else ("^" if is_top else "_") + words


def _numbering(pages: Sequence[PageLines]) -> int | None:
    """Return what is to be added to a page's place to get its printed number; None without.

    Where several numbers count up, the one nearest to the page's edge is it.
    """
    counts: Counter[int] = Counter()
    edges: dict[int, float] = {}
    for page in pages:
        offsets: dict[int, float] = {}
        for line, _ in _margin_lines(page):
            edge = min(line.top, page.height - line.bottom)
            for number in _numbers(line):
                offset = int(number) - page.number
                offsets[offset] = min(edge, offsets.get(offset, edge))
        counts.update(offsets.keys())
        for offset, edge in offsets.items():
            edges[offset] = edges.get(offset, 0.0) + edge
    if not counts:
        return None
    best = max(counts, key=lambda offset: (counts[offset], -edges[offset]))
    return best if counts[best] >= max(2.0, _NUMBERED * len(pages)) else None


def _only_number(pages: Sequence[PageLines]) -> int | None:
    """Return the same for a single page, whose number stands alone at its very edge."""
    for page in pages:
        for line in page.lines:
            alone = _NUMBER.fullmatch(line.text)
            edge = min(line.bottom, page.height - line.top)
            if alone and edge < _EDGE * page.height:
                return int(alone[1]) - page.number
    return None


def _numbers(line: Line) -> set[str]:
    """Return the numbers that a line begins or ends with."""
    parts = line.text.split()
    ends = (parts[0], parts[-1]) if parts else ()
    return {str(int(found[1])) for part in ends if (found := _NUMBER.fullmatch(part))}


def _is_alone(line: Line) -> bool:
    return len(line.text.split()) <= 3
