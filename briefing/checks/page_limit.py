"""Pages: the memo, as it is printed, has no more than the template allows.

Standard: the limits of the template, after the published format that it follows.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding


@dataclass(frozen=True, slots=True)
class PageLimit:
    """Finds a memo that is too long in print; silent where its pages were not made."""

    name: str = "page-limit"
    standard: str = "the limits of the template, after the format that it follows"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield at most one finding."""
        limit = memo.template.pages if memo.template else None
        if limit is None or memo.page_count is None or memo.page_count <= limit:
            return
        yield Finding(
            self.name,
            "The memo",
            f"The memo takes {_pages(memo.page_count)}; the template allows {_pages(limit)}.",
            "Cut what the reader can do without, or move detail to an annex.",
            subject="the memo",
        )


def _pages(count: int) -> str:
    return f"{count} page{'s' * (count != 1)}"
