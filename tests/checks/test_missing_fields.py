"""Required fields are filled in, and dates and choices are such."""

from briefing.checks.missing_fields import MissingFields
from briefing.model.template import FieldType, Template, TemplateField
from tests.checks.under_check import make_under_check

TEMPLATE = Template(
    "t",
    "T",
    fields=(
        TemplateField("to", "To", FieldType.PERSON, required=True),
        TemplateField("date", "Date", FieldType.DATE, required=True),
        TemplateField("urgency", "Urgency", FieldType.CHOICE, choices=("low", "high", "now")),
        TemplateField("through", "Through"),
    ),
)


def _reasons(**fields: str) -> list[str]:
    memo = make_under_check("x", template=TEMPLATE, fields=tuple(fields.items()))
    return [finding.reason for finding in MissingFields().check(memo)]


def test_filled_fields_pass() -> None:
    assert _reasons(to="A", date="2025-09-03", urgency="high") == []
    assert _reasons(to="A", date="3 September 2025") == []


def test_required_fields_that_are_empty_are_named_by_their_label() -> None:
    assert _reasons(to="  ") == ["The field “To” is empty.", "The field “Date” is empty."]


def test_a_date_that_is_none_and_a_choice_that_is_none_are_found() -> None:
    memo = make_under_check(
        "x", template=TEMPLATE, fields=(("to", "A"), ("date", "soon"), ("urgency", "very"))
    )
    date, urgency = MissingFields().check(memo)
    assert date.reason == "“soon” in the field “Date” is no date."
    assert urgency.mend == "Choose low, high or now."


def test_without_a_template_no_field_is_asked_for() -> None:
    assert list(MissingFields().check(make_under_check("x"))) == []
