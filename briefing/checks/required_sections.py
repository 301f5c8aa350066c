"""Sections that the template requires: each is there and says something of the author's own.

What the template itself put there (sub-headings, a line for the decision), and words that a writer
means to replace, say nothing; a block of facts that is looked up does.

Standard: the published format that the template follows and names in its `follows:` line; such
formats fix the parts of a memo so that a reader knows where to look (for one, the U.S. Air Force
handbook DAFH 33-337, "The Tongue and Quill").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.structure_words import words
from briefing.model.finding import Finding
from briefing.model.template import Section
from briefing.text.conditional_parts import holds
from briefing.text.counting import visible_text
from briefing.text.outline import OutlineEntry
from briefing.text.portion_marks import folded_title

_EMPTY = re.compile(r"^\s{0,3}#{1,6}(?:\s|$)|_{3,}")  # a sub-heading, a line for the decision
_BRACKETS = re.compile(r"\[[^\]\n]*\](?!\()|<[^>\n]*>")  # `[name of the office]`
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class RequiredSections:
    """Finds required sections that are missing or empty."""

    name: str = "required-sections"
    standard: str = "the published format that the template follows; DAFH 33-337"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield a finding for each, in the order of the template."""
        if memo.template is None:
            return
        there = {folded_title(entry.title): entry for entry in reversed(memo.outline)}
        for section in memo.template.sections:
            if not section.required or not holds(section.condition, dict(memo.memo.fields)):
                continue
            entry = there.get(folded_title(section.title))
            if entry is None:
                yield self._missing(section)
            elif not entry.facts and not written(memo, section, entry):
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


def written(memo: MemoUnderCheck, section: Section, entry: OutlineEntry) -> str:
    """Return what of a section is the author's own."""
    default = {_plain(line) for line in section.text.split("\n")}
    below = memo.memo.body[entry.heading_span.end : entry.span.end]
    own = [
        line
        for line in visible_text(below).split("\n")
        if _plain(line) not in default and not _EMPTY.search(line)
    ]
    text = words("placeholders").sub("", _BRACKETS.sub("", "\n".join(own)))
    return text.strip() if _LETTER.search(text) else ""


def _plain(line: str) -> str:
    return " ".join(line.strip(" \t#*_-").casefold().split())
