"""Structure: the bottom line, or the ask, stands first, and a memo for a decision begins by it.

Standard: U.S. Army AR 25-50, 1-37 (the main point at the beginning of the correspondence); DAFH
33-337, The Tongue and Quill. Titles and words are in `standards/memo-structure.json`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_parts import asks_for_decision, main_sections, text_of
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.structure_words import plain_title, titles, words
from briefing.model.finding import Finding
from briefing.text.outline import OutlineEntry

ASKED_WITHIN = 2  # sections: where a reader who decides must find what is asked


@dataclass(frozen=True, slots=True)
class BottomLineFirst:
    """Finds memos that begin with something else, and that do not say what they ask."""

    name: str = "bottom-line-first"
    standard: str = "AR 25-50, 1-37; DAFH 33-337 (bottom line up front)"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield at most one finding, at the first section."""
        skipped = titles("before_first")
        sections = [one for one in main_sections(memo) if plain_title(one.title) not in skipped]
        if not sections:
            return
        first = sections[0]
        later = self._later(memo, sections)
        if later is not None:
            yield self._finding(
                first,
                f"“{first.title}” stands before “{later.title}”.",
                f"Move “{later.title}” to the beginning.",
            )
        elif asks_for_decision(memo) and not self._is_asked(memo, sections):
            yield self._finding(
                first,
                "The beginning does not say what is asked of the reader.",
                "Say in the first lines which decision you ask for, and which you recommend.",
            )

    def _later(self, memo: MemoUnderCheck, sections: list[OutlineEntry]) -> OutlineEntry | None:
        """Return the section that should stand first and does not."""
        first = plain_title(sections[0].title)
        own = memo.template.sections[0].title if memo.template and memo.template.sections else ""
        if first in titles("first_sections") or first == plain_title(own):
            return None
        opening = memo.memo.body[: sections[0].span.start]
        if words("asks").search(opening) or "bottom line" in opening.casefold():
            return None
        wanted = titles("bottom_lines") | titles("first_sections")
        return next((one for one in sections[1:] if plain_title(one.title) in wanted), None)

    def _is_asked(self, memo: MemoUnderCheck, sections: list[OutlineEntry]) -> bool:
        written = [one for one in sections[:ASKED_WITHIN] if text_of(memo, one).strip()]
        opening = memo.memo.body[: sections[0].span.start]
        told = "\n".join([opening, *(text_of(memo, one) for one in written)])
        return not written or bool(words("asks").search(told))

    def _finding(self, first: OutlineEntry, reason: str, mend: str) -> Finding:
        span = first.heading_span
        return Finding(
            self.name,
            first.title,
            reason,
            mend,
            start=span.start,
            end=span.end,
            subject=reason,
        )
