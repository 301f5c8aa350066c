"""Fields at the head of the memo: what the template requires is filled in and can be read.

Standard: the head that the template's published format gives its memos; a submission without
addressee, date or subject is sent back by any registry.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.finding import Finding, Severity
from briefing.model.template import FieldType, TemplateField
from briefing.text.dates import read_date


@dataclass(frozen=True, slots=True)
class MissingFields:
    """Finds required fields that are empty, and dates and choices that are none."""

    name: str = "missing-fields"
    standard: str = "the published format that the template follows"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield findings in the order of the template's fields."""
        for field in memo.template.fields if memo.template else ():
            value = memo.memo.field(field.name).strip()
            if not value:
                if field.required:
                    yield self._empty(field)
            elif field.type is FieldType.DATE and read_date(value) is None:
                reason = f"“{value}” in the field “{field.label}” is no date."
                yield self._wrong(field, reason, "Write a day such as 2025-09-03.")
            elif field.type is FieldType.CHOICE and field.choices and value not in field.choices:
                reason = f"“{value}” is not one of the choices for “{field.label}”."
                yield self._wrong(field, reason, f"Choose {_either(field.choices)}.")

    def _empty(self, field: TemplateField) -> Finding:
        reason = f"The field “{field.label}” is empty."
        return Finding(self.name, field.label, reason, "Fill it in.", subject=f"empty {field.name}")

    def _wrong(self, field: TemplateField, reason: str, mend: str) -> Finding:
        return Finding(
            self.name, field.label, reason, mend, Severity.WARNING, subject=f"wrong {field.name}"
        )


def _either(choices: tuple[str, ...]) -> str:
    *first, last = choices
    return f"{', '.join(first)} or {last}" if first else last
