"""A memo's sections are held against what its template asks."""

from briefing.model.template import Section, Template
from briefing.services.outlining import SectionVerdict, section_states

TEMPLATE = Template(
    name="t",
    title="T",
    sections=(
        Section("Bottom line", required=True, words=3, guidance="Say it."),
        Section("Background", required=True),
        Section("Key facts", required=True),
        Section("Next steps"),
        Section("Recommendation", required=True),
    ),
)
BODY = """## bottom  line

One two three four.

## Background

## Key facts

::: {.facts query="status:current"}
:::

## Next steps

## Annex

Words.
"""


def test_each_section_gets_its_verdict() -> None:
    states = {state.title: state.verdict for state in section_states(TEMPLATE, BODY)}
    assert states == {
        "bottom  line": SectionVerdict.OVER,
        "Background": SectionVerdict.EMPTY,
        "Key facts": SectionVerdict.OK,
        "Next steps": SectionVerdict.OPTIONAL,
        "Annex": SectionVerdict.EXTRA,
        "Recommendation": SectionVerdict.MISSING,
    }


def test_section_knows_its_place_and_guidance() -> None:
    first = section_states(TEMPLATE, BODY)[0]
    assert BODY[first.start : first.end].startswith("## bottom  line\n\nOne two")
    assert (first.words, first.limit, first.guidance) == (4, 3, "Say it.")


def test_memo_without_its_template_has_an_outline_still() -> None:
    assert {state.verdict for state in section_states(None, BODY)} == {SectionVerdict.EXTRA}


def test_portion_mark_before_a_heading_leaves_its_section_known() -> None:
    first = section_states(TEMPLATE, BODY.replace("## bottom", "## (TLP:AMBER) bottom"))[0]
    assert (first.words, first.limit, first.guidance) == (4, 3, "Say it.")
    marked = Template("t", "T", sections=(Section("(U) Summary", words=3),))
    (state,) = section_states(marked, "## (U) Summary\n\nOne.")
    assert state.limit == 3
