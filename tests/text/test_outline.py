"""The outline names the sections, where they stand and how long they are."""

from briefing.model.block import Span
from briefing.text.blocks import parse
from briefing.text.outline import outline

BODY = """Preface words.

# One *bright* day

Two words [@a].

## Inner

::: {.facts query="x"}
:::

> ::: facts
> :::

## Second

Three more words.

# Last

> # Not a section
"""


def test_sections_hold_what_is_below_them() -> None:
    found = {entry.title: entry for entry in outline(parse(BODY), BODY)}
    assert list(found) == ["One bright day", "Inner", "Second", "Last"]
    assert [entry.level for entry in found.values()] == [1, 2, 2, 1]
    assert [entry.words for entry in found.values()] == [7, 0, 3, 3]
    assert [entry.facts for entry in found.values()] == [2, 2, 0, 0]


def test_spans_reach_to_the_next_section_of_the_level() -> None:
    first, inner, second, last = outline(parse(BODY), BODY)
    assert BODY[first.span.start : first.span.end].rstrip().endswith("Three more words.")
    assert BODY[inner.span.start : inner.span.end].rstrip().endswith("> :::")
    assert inner.span.end == second.span.start
    assert last.span.end == len(BODY)
    assert BODY[first.heading_span.start : first.heading_span.end] == "# One *bright* day"


def test_a_text_without_headings_has_no_outline() -> None:
    assert outline(parse("Words only."), "Words only.") == ()


def test_an_empty_section_is_its_heading() -> None:
    (entry,) = outline(parse("## A"), "## A")
    assert (entry.words, entry.span) == (0, Span(0, 4))


def test_sections_on_pages_that_are_laid_out_otherwise_are_sections() -> None:
    body = (
        "# Steps\n\nOne two.\n\n::: {.landscape}\n# Annex\n\nThree.\n\n::: {lang=fr}\n## Dedans\n\n"
        "Quatre mots en tout.\n:::\n:::\n\nFive.\n\n::: {.guidance}\n# Not a section\n:::\n"
    )
    entries = outline(parse(body), body)
    assert [(entry.title, entry.level, entry.words) for entry in entries] == [
        ("Steps", 1, 2),
        ("Annex", 1, entries[1].words),
        ("Dedans", 2, entries[2].words),
    ]
    assert body[entries[0].span.end :].startswith("# Annex")
    assert entries[1].span.end == entries[2].span.end == len(body)
