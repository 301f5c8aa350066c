"""Sections that the template requires: each is there and says something.

Standard: the published format that the template follows and names in its `follows:` line; such
formats fix the parts of a memo so that a reader knows where to look (for one, the U.S. Air Force
handbook DAFH 33-337, "The Tongue and Quill").
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding
from briefing.model.template import Section
from briefing.text.outline import OutlineEntry


@dataclass(frozen=True, slots=True)
class RequiredSections:
    """Finds required sections that are missing or empty."""

    name: str = "required-sections"
    standard: str = "the published format that the template follows; DAFH 33-337"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each, in the order of the template."""
        if memo.template is None:
            return
        there = {folded(entry.title): entry for entry in reversed(memo.outline)}
        for section in memo.template.sections:
            if not section.required:
                continue
            entry = there.get(folded(section.title))
            if entry is None:
                yield self._missing(section)
            elif not entry.words and not entry.facts:
                yield self._empty(section, entry)

    def _missing(self, section: Section) -> Finding:
        return Finding(
            self.name,
            section.title,
            f"The section “{section.title}” is missing.",
            f"Add the heading “{'#' * section.level} {section.title}” and write the section.",
            subject=f"missing {section.title}",
        )

    def _empty(self, section: Section, entry: OutlineEntry) -> Finding:
        return Finding(
            self.name,
            section.title,
            f"The section “{section.title}” says nothing yet.",
            section.guidance.partition("\n")[0] or "Write the section.",
            start=entry.heading_span.start,
            end=entry.heading_span.end,
            subject=f"empty {section.title}",
        )


def folded(title: str) -> str:
    """Return a title as titles are compared: without regard to case and spaces."""
    return " ".join(title.casefold().split())
