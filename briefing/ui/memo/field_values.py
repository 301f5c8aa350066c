"""Values of front matter fields: how they are shown, and how what was typed is kept."""

from briefing.model.partial_date import PartialDate
from briefing.model.template import FieldType, TemplateField
from briefing.text.dates import read_date

# What is written out in full, across both columns of a form.
_WIDE = frozenset({"subject", "title"})
_RIGHT = frozenset({FieldType.DATE, FieldType.MARKING, FieldType.CHOICE})


def shown_value(field: TemplateField, value: str) -> str:
    """Return a value as a reader sees it: a date in words, the rest as it is."""
    if field.type is FieldType.DATE:
        try:
            return PartialDate.parse(value).human()
        except ValueError:
            return value
    return value


def kept_value(field: TemplateField, typed: str) -> str:
    """Return what is kept of what was typed: a date as `2025-09-05` where it can be told."""
    text = " ".join(typed.split())
    if field.type is FieldType.DATE and text:
        found = read_date(text)
        return str(found) if found else text
    return text


def problem_with(field: TemplateField, value: str) -> str:
    """Return in words what is wrong with a value, or nothing."""
    if field.type is FieldType.DATE and value:
        try:
            PartialDate.parse(value)
        except ValueError:
            return "Write the date as 5 September 2025 or 2025-09-05."
    return ""


def is_wide(field: TemplateField) -> bool:
    """Return whether a field takes the whole width of a form."""
    return field.name in _WIDE


def is_at_right(field: TemplateField) -> bool:
    """Return whether a field stands in the second column: dates, markings, choices."""
    return field.type in _RIGHT
