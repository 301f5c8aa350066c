"""Words: no section, and not the whole memo, is longer than the template allows.

Standard: the limits of the template, after the published format that it follows. Words are counted
as a reader sees them (`text.counting`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding
from briefing.text.counting import count_words
from briefing.text.portion_marks import folded_title


@dataclass(frozen=True, slots=True)
class WordLimit:
    """Finds sections, and memos, that are over their limit."""

    name: str = "word-limit"
    standard: str = "the limits of the template, after the format that it follows"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield the whole memo first, then its sections in reading order."""
        if memo.template is None:
            return
        if memo.template.words is not None:
            words = count_words(memo.memo.body)
            if words > memo.template.words:
                yield self._over("The memo", words, memo.template.words)
        limits = {folded_title(section.title): section.words for section in memo.template.sections}
        for entry in memo.outline:
            limit = limits.get(folded_title(entry.title))
            if limit is not None and entry.words > limit:
                span = entry.heading_span
                yield self._over(entry.title, entry.words, limit, span.start, span.end)

    def _over(
        self, what: str, words: int, limit: int, start: int | None = None, end: int | None = None
    ) -> Finding:
        name = what if start is None else f"“{what}”"
        return Finding(
            self.name,
            what,
            f"{name} has {words:,} words; the template allows {limit:,}.",
            f"Cut {words - limit:,} word{'s' * (words - limit != 1)}, or say why it needs them.",
            start=start,
            end=end,
            subject=folded_title(what),
        )
