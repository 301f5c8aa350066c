"""Lists counted anew, and boxes ticked."""

import pytest

from briefing.ui.editor.item_marks import counted_anew
from briefing.ui.editor.line_prefixes import tick_tasks, toggle_tasks
from tests.ui.editor.story import apply_edits, lines_of


@pytest.mark.parametrize(
    ("before", "begun", "expected"),
    [
        ("1. a\n3. b\n7. c", set[int](), "1. a\n2. b\n3. c"),
        ("4. a\n9. b", set[int](), "4. a\n5. b"),
        ("1. a\n   2. b\n3. c", {1}, "1. a\n   1. b\n2. c"),
        ("1. a\n   more\n3. b", set[int](), "1. a\n   more\n2. b"),
        ("1. a\n- b\n3. c", set[int](), "1. a\n- b\n3. c"),
    ],
)
def test_list_is_counted_from_its_first_items(before: str, begun: set[int], expected: str) -> None:
    edits = counted_anew(lines_of(before), 1, frozenset(begun))
    assert apply_edits(before, edits) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("a\nb", "- [ ] a\n- [ ] b"),
        ("- [ ] a\n- [x] b", "a\nb"),
        ("1. a\n- b", "- [ ] a\n- [ ] b"),
    ],
)
def test_lines_become_tasks_and_plain_again(before: str, expected: str) -> None:
    assert apply_edits(before, toggle_tasks(lines_of(before), 0, 1)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("- [ ] a\n- [x] b", "- [x] a\n- [x] b"),
        ("- [x] a\n- [x] b", "- [ ] a\n- [ ] b"),
        ("a\nb", "a\nb"),
    ],
)
def test_boxes_are_ticked_and_cleared(before: str, expected: str) -> None:
    assert apply_edits(before, tick_tasks(lines_of(before), 0, 1)) == expected
