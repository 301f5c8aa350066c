"""Sections and fields are added to a template's text, and sections moved."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.text.template_edits import with_field, with_section, with_section_moved

HEAD = "---\nname: house\nfields:\n  - {name: to}\nnotes: footnotes\n---\n"
TEXT = HEAD + "\n## One\n\nA.\n\n## Two\n\nB.\n"


def test_section_goes_behind_the_one_at_the_cursor() -> None:
    made, point = with_section(TEXT, TEXT.index("A."))
    assert made.index("## One") < made.index("## New section {") < made.index("## Two")
    assert made[point:].startswith("New section")
    assert with_section(TEXT, len(TEXT))[0].rstrip().endswith(":::")


def test_field_goes_behind_the_last_one() -> None:
    made, point = with_field(TEXT)
    assert "  - {name: to}\n  - {name: new-field, label: New field, type: text}\nnotes:" in made
    assert made[point:].startswith("new-field")
    bare = "---\nname: house\n---\n\n## One\n"
    assert with_field(bare)[0].startswith("---\nname: house\nfields:\n  - {name: new-field")
    assert with_field("## One\n") == ("## One\n", 0)


def test_section_moves_with_all_its_text() -> None:
    down, point = with_section_moved(TEXT, TEXT.index("A."), 1)
    assert down.endswith("## Two\n\nB.\n\n## One\n\nA.\n")
    assert down[point:].startswith("A.")
    assert with_section_moved(down, point, -1)[0] == TEXT
    assert with_section_moved(TEXT, 0, 1) == (TEXT, 0)
    assert with_section_moved(TEXT, TEXT.index("B."), 1)[0] == TEXT


def test_heading_in_code_begins_no_section() -> None:
    text = "## One\n\n```\n## Not one\n```\n\n## Two\n"
    assert with_section_moved(text, 0, 1)[0] == "## Two\n\n## One\n\n```\n## Not one\n```\n"


@given(st.text(alphabet="#a\n -`"), st.integers(0, 30), st.sampled_from([-1, 1]))
def test_moving_loses_no_word(text: str, point: int, by: int) -> None:
    moved = with_section_moved(text, min(point, len(text)), by)[0]
    assert sorted(moved.split()) == sorted(text.split())
