"""Portion marks are put before what they mark, changed and taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.portion_edits import portion_edits
from briefing.text.portion_marks import find_portions

MEMO = """## A title

One paragraph
on two lines.

- **An** item
- [ ] A task

![A caption](map.png)

> A quotation.

| Not | a portion |
|-----|-----------|
"""


def marked(markdown: str, start: int, end: int, mark: str) -> str:
    for first, last, text in reversed(portion_edits(markdown, start, end, mark)):
        markdown = markdown[:first] + text + markdown[last:]
    return markdown


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("A title", "## (U) A title"),
        ("## A", "## (U) A title"),
        ("on two", "(U) One paragraph"),
        ("An", "- (U) **An** item"),
        ("A task", "- [ ] (U) A task"),
        ("A caption", "![(U) A caption](map.png)"),
    ],
)
def test_mark_stands_before_the_portion_at_the_cursor(at: str, line: str) -> None:
    place = MEMO.index(at)
    changed = marked(MEMO, place, place, "U")
    assert line in changed.split("\n")
    assert len(changed) == len(MEMO) + len("(U) ")


@pytest.mark.parametrize("at", ["A quotation", "a portion", "\n\nOne"])
def test_what_is_no_portion_gets_no_mark(at: str) -> None:
    place = MEMO.index(at) + 1
    assert "(U)" not in marked(MEMO, place, place, "U")


def test_mark_is_changed_and_taken_away() -> None:
    text = "(C//NF) Words here.\n\n**(U)** More words.\n"
    assert marked(text, 3, 3, "TLP:RED") == "(TLP:RED) Words here.\n\n**(U)** More words.\n"
    assert marked(text, 3, 3, "") == "Words here.\n\n**(U)** More words.\n"
    assert portion_edits(text, 3, 3, "C//NF") == ()


def test_selection_marks_all_it_touches_and_back() -> None:
    whole = marked(MEMO, 0, len(MEMO), "TLP:GREEN")
    assert whole.count("(TLP:GREEN)") == 5
    assert {one.mark for one in find_portions(whole)} == {"TLP:GREEN"}
    assert marked(whole, 0, len(whole), "") == MEMO


@given(st.text(alphabet="ab (U)*#-\n![]>|"), st.sampled_from(["U", "TLP:RED", ""]))
def test_marking_twice_is_marking_once(markdown: str, mark: str) -> None:
    once = marked(markdown, 0, len(markdown), mark)
    if mark:
        assert marked(once, 0, len(once), mark) == once


def test_lines_to_sign_on_are_passed_over_in_no_time() -> None:
    form = "_" * 200_000 + "\n\n" + "- " * 50_000
    assert find_portions(form) == ()
    assert [one.mark for one in find_portions("- [ ] **(U) A task**\n")] == ["U"]
