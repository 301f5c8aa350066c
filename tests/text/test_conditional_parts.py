"""Parts of a memo are there only if a field has a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.conditional_parts import closed_up, hidden_spans, holds, without_hidden

MEMO = """## Always

Words.

::: {.if marking="SECRET|TOP SECRET"}
Handle with care.
:::

## Legal basis {.if kind=bill}

The act.

### A part

More.

## End
"""


@pytest.mark.parametrize(
    ("condition", "fields", "is_met"),
    [
        ((), {}, True),
        ((("kind", "bill"),), {"kind": " Bill "}, True),
        ((("kind", "bill"),), {"kind": "order"}, False),
        ((("kind", "bill"),), {}, False),
        ((("kind", "bill|order"),), {"kind": "order"}, True),
        ((("kind", "*"),), {"kind": "x"}, True),
        ((("kind", "*"),), {"kind": " "}, False),
        ((("kind", "bill"), ("to", "X")), {"kind": "bill", "to": "Y"}, False),
    ],
)
def test_condition_is_met_by_values(
    condition: tuple[tuple[str, str], ...], fields: dict[str, str], is_met: object
) -> None:
    assert holds(condition, fields) is is_met


def shown(**fields: str) -> list[str]:
    return [line for line in without_hidden(MEMO, fields).split("\n") if line.strip()]


def test_section_goes_with_all_below_it_and_the_rest_stays() -> None:
    assert shown() == ["## Always", "Words.", "## End"]
    assert "### A part" in shown(kind="bill")
    assert "Handle with care." in shown(marking="top secret")


def test_places_stay() -> None:
    blank = without_hidden(MEMO, {})
    assert len(blank) == len(MEMO)
    assert blank.index("## End") == MEMO.index("## End")
    assert closed_up(blank) == "## Always\n\nWords.\n\n## End\n"


def test_text_without_conditions_is_left_alone() -> None:
    text = "## A\n\n::: {.facts}\n:::\n\n    code\n"
    assert hidden_spans(text, {}) == ()
    assert without_hidden(text, {}) == text


@given(st.text(alphabet="#:{}.if =ab\n>- "))
def test_any_text_keeps_its_length(markdown: str) -> None:
    assert len(without_hidden(markdown, {})) == len(markdown)


def test_notes_of_hidden_parts_are_hidden_with_them() -> None:
    text = (
        "[^first]: Of the part.\n\nWords[^both] here.[^open]\n\n"
        "::: {.if kind=bill}\nA[^both] b.[^part] c.[^first]\n:::\n\n## End\n\n"
        "[^both]: Of both.\n\n[^part]: Of the part.\n\n    And more of it.\n\n"
        "[^open]: Of the words.\n\n[^loose]: Of none.\n"
    )
    blank = without_hidden(text, {})
    assert len(blank) == len(text)
    lines = [line for line in blank.split("\n") if line.strip()]
    assert lines == [
        "Words[^both] here.[^open]",
        "## End",
        "[^both]: Of both.",
        "[^open]: Of the words.",
        "[^loose]: Of none.",
    ]
    assert without_hidden(text, {"kind": "bill"}) == text
