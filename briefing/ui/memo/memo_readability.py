"""How a memo's text reads: counted block by block, so that a key costs one block's count."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from briefing.model.block import Block, Div, List, Paragraph, Quote
from briefing.services.outlining import SectionState
from briefing.text.counting import visible_text
from briefing.text.readability import Amounts, Readability, amounts, readability

_PROSE = (Paragraph, List, Quote, Div)  # headings, tables and code are not read as sentences


class BlockAmounts:
    """The running sums of what the formulas count, by where each block begins."""

    def __init__(self, blocks: Sequence[Block], body: str, language: str) -> None:
        self._language = language
        self._starts = [block.span.start for block in blocks]
        counted = (_amounts_of(block, body, language) for block in blocks)
        self._sums = list(accumulate(counted, initial=Amounts()))

    def between(self, start: int, end: int) -> Readability | None:
        """Return how the blocks that begin between two places read; nothing for too few words."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        before, after = self._sums[first], self._sums[last]
        found = Amounts(
            after.words - before.words,
            after.sentences - before.sentences,
            after.syllables - before.syllables,
        )
        return readability(found, self._language)


def told(found: Readability | None) -> str:
    """Return `reads demanding (42)`, or nothing."""
    return f"reads {found.level} ({found.ease:.0f})" if found else ""


def told_in_full(found: Readability | None) -> str:
    """Return level, ease and grade in words, or nothing."""
    if found is None:
        return ""
    grade = f", grade {found.grade:.0f}" if found.grade is not None else ""
    return f"reads {found.level}: ease {found.ease:.0f} of 100{grade}"


def of_sections(
    found: BlockAmounts, sections: Sequence[SectionState]
) -> tuple[Readability | None, ...]:
    """Return how each section reads."""
    return tuple(found.between(section.start, section.end) for section in sections)


def _amounts_of(block: Block, body: str, language: str) -> Amounts:
    if not isinstance(block, _PROSE):
        return Amounts()
    return _part_amounts(body[block.span.start : block.span.end], language)


@lru_cache(maxsize=20_000)
def _part_amounts(markdown: str, language: str) -> Amounts:
    return amounts(visible_text(markdown), language)
