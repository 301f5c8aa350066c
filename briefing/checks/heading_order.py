"""Accessibility: headings go down one level at a time, and each says something.

Standard: WCAG 2.2, success criteria 1.3.1 (A) and 2.4.6 (AA); PDF/UA-1, ISO 14289-1, 7.4.2: no
level may be skipped. A memo may begin at level two, for its title stands in its fields.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.block import Heading
from briefing.model.finding import Finding
from briefing.text.block_walk import every_block
from briefing.text.inline_text import inline_text

HIGHEST_START = 2


@dataclass(frozen=True, slots=True)
class HeadingOrder:
    """Finds headings that skip a level, or say nothing."""

    name: str = "heading-order"
    standard: str = "WCAG 2.2, 1.3.1 and 2.4.6; PDF/UA (ISO 14289-1), 7.4.2"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield findings in reading order."""
        above = HIGHEST_START - 1
        for block in every_block(memo.document):
            if not isinstance(block, Heading):
                continue
            title = inline_text(block.inlines).strip()
            if not title:
                yield self._finding(memo, block, "The heading has no words.", "Write or remove it.")
                continue
            if block.level > above + 1:
                reason = (
                    f"“{title}” is a heading of level {block.level} below one of level {above}."
                )
                if above == HIGHEST_START - 1 and not self._has_title(memo):
                    reason = f"The first heading, “{title}”, is of level {block.level}."
                mend = f"Make it level {above + 1}: {'#' * (above + 1)}."
                yield self._finding(memo, block, reason, mend)
            above = block.level

    def _has_title(self, memo: MemoUnderCheck) -> bool:
        return any(entry.level < HIGHEST_START for entry in memo.outline)

    def _finding(self, memo: MemoUnderCheck, block: Heading, reason: str, mend: str) -> Finding:
        title = inline_text(block.inlines).strip()
        return Finding(
            self.name,
            memo.place_of(block.span),
            reason,
            mend,
            start=block.span.start,
            end=block.span.end,
            subject=f"{block.level} {title}",
        )
