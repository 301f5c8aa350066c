"""The head of a template names the styles of roles, each once, each by a name."""

import pytest

from briefing.intake.template_file import read_template_text, template_faults

TEXT = "---\nname: house\n{0}---\n\n## One\n"


def test_roles_are_read_in_their_order() -> None:
    template = read_template_text("h", TEXT.format("styles:\n  quote: Zitat\n  body: 'T: 1'\n"))
    assert template.styles == (("quote", "Zitat"), ("body", "T: 1"))
    assert read_template_text("h", TEXT.format("")).styles == ()
    assert read_template_text("h", TEXT.format("styles: {}\n")).styles == ()


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("styles: Heading\n", "styles is a list of roles and styles"),
        ("styles:\n  body:\n", "the role body needs the name of one style"),
        ("styles:\n  body: A\n  body: B\n", "the role body is named twice"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(head: str, reason: str) -> None:
    (fault,) = template_faults("h", TEXT.format(head))
    assert fault.line == 3
    assert fault.reason.startswith(reason)
