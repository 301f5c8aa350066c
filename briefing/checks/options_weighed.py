"""Structure: there are two options at least, each with what speaks for it and against it.

Options are sub-headings, bold lead-ins, list items or table rows of a section on options. Words for
and against are in `standards/memo-structure.json`. Standard: Harvard Kennedy School, Policy Memos;
HM Treasury, The Green Book, 2022 (options are appraised by their costs and benefits).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.memo_parts import sections_titled
from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.checks.option_texts import OptionText, options_of
from briefing.checks.structure_words import words
from briefing.model.finding import Finding
from briefing.text.outline import OutlineEntry

FEWEST = 2


@dataclass(frozen=True, slots=True)
class OptionsWeighed:
    """Finds options without words for or against them, and choices of one."""

    name: str = "options-weighed"
    standard: str = "HM Treasury, The Green Book, 2022; HKS, Policy Memos"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield findings option by option."""
        for section in sections_titled(memo, "option_sections"):
            options = options_of(memo, section)
            if len(options) == 1:
                yield self._alone(section)
            for option in options:
                yield from self._of_option(section, option)

    def _alone(self, section: OutlineEntry) -> Finding:
        span = section.heading_span
        return Finding(
            self.name,
            section.title,
            "There is but one option.",
            "Add another that a sensible person could choose, the present course among them.",
            start=span.start,
            end=span.end,
            subject="one option",
        )

    def _of_option(self, section: OutlineEntry, option: OptionText) -> Iterator[Finding]:
        if not option.text.strip():
            reason, mend = "says nothing yet", "Say what would be done, and what speaks for it."
        else:
            missing = [
                what
                for what, key, is_told in (
                    ("for", "pros", option.has_pros),
                    ("against", "cons", option.has_cons),
                )
                if not is_told and not words(key).search(option.text)
            ]
            if not missing:
                return
            reason = f"says nothing {' or '.join(missing)} it"
            mend = "Say of each option what it gains and what it costs or risks."
        yield Finding(
            self.name,
            section.title,
            f"“{option.title}” {reason}.",
            mend,
            start=option.start,
            end=option.end,
            subject=option.title,
        )
