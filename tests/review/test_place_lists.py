"""Items set deeper or higher, numbered or not, taken out of their list or made of paragraphs."""

from collections.abc import Mapping

import pytest

from briefing.review.reading.word_reading import read_reviewed
from tests.review.returned import accepted, applied, exported, placed_file, printed, sent
from tests.review.tracked_edits import TrackedFile

# One item of each shape, so that its Word style can be given to another paragraph.
SHAPES = "\n\nShapes:\n\n- b0\n  - b1\n    - b2\n\nAnd:\n\n1. n0\n   1. n1\n\nEnd."


def _shaped(body: str, changes: Mapping[str, str]) -> TrackedFile:
    """Return a file in which paragraphs have the shape of others, tracked."""
    file = sent(body)
    for words, like in changes.items():
        file.shape_as(file.number_of(words), file.number_of(like))
    return file


def _levels(data: bytes) -> list[tuple[str, int, bool]]:
    """Return the words, levels and kinds of a file's paragraphs."""
    file = read_reviewed(data, "a.docx")
    body = [one for one in file.paragraphs if one.part == "body"]
    return [(one.text, one.list_level, one.is_ordered) for one in body]


@pytest.mark.parametrize(
    ("body", "changes", "expected"),
    [
        ("- one\n- two\n- three", {"two": "b1"}, "- one\n  - two\n- three"),
        ("- one\n- two\n- three", {"two": "b1", "three": "b1"}, "- one\n  - two\n  - three"),
        ("- one\n- two\n- three", {"two": "b1", "three": "b2"}, "- one\n  - two\n    - three"),
        ("- one\n  - two\n- three", {"two": "b0"}, "- one\n- two\n- three"),
        ("1. one\n2. two\n3. three", {"two": "n1"}, "1. one\n   1. two\n3. three"),
        ("- one\n- two", {"one": "n0", "two": "n0"}, "1. one\n2. two"),
        ("1. one\n2. two", {"one": "b0", "two": "b0"}, "- one\n- two"),
        ("- one\n  - in\n\n  more\n- two", {"one": "n0", "two": "n0"},
         "1. one\n   - in\n\n   more\n2. two"),
        ("1. one\n   more\n2. two", {"one": "b0", "two": "b0"}, "- one\n  more\n- two"),
        ("- one\n- two\n- three", {"two": "End."}, "- one\n\ntwo\n\n- three"),
        ("- one\n- two\n- three", {"two": "End.", "three": "End."}, "- one\n\ntwo\n\nthree"),
        ("- one\n- two", {"one": "End."}, "one\n\n- two"),
        ("First.\n\nSecond\nline.\n\nLast.", {"Second": "b0"},
         "First.\n\n- Second\n  line.\n\nLast."),
        ("- one\n\nSecond.", {"Second.": "b0"}, "- one\n\n- Second."),
        ("- one\n\nSecond.", {"Second.": "b1"}, "- one\n\n  - Second."),
        ("One.\n\nTwo.", {"One.": "n0", "Two.": "n0"}, "1. One.\n\n2. Two."),
    ],
)  # fmt: skip
def test_items_become_what_the_file_makes_of_them(
    body: str, changes: dict[str, str], expected: str
) -> None:
    file = _shaped(body + SHAPES, changes)
    assert accepted(body + SHAPES, file) == expected + SHAPES
    assert _levels(exported(expected + SHAPES)) == _levels(file.saved())
    assert printed(exported(expected + SHAPES)) == printed(file.saved())


def test_each_item_can_be_taken_by_itself() -> None:
    body = "- one\n- two\n- three" + SHAPES
    file = _shaped(body, {"two": "b1", "three": "b1"})
    changes = placed_file(body, file.saved()).changes
    assert applied(body, changes[1:]).startswith("- one\n- two\n  - three\n")
    assert applied(body, changes[:1]).startswith("- one\n  - two\n- three\n")


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("- one\n- two\n\nLast.", {"two": "b2"}),  # no item to stand in
        ("First.\n\nSecond.", {"Second.": "b1"}),
        ("> quoted\n\nSecond.", {"quoted": "b0"}),
    ],
)
def test_what_markdown_cannot_say_is_told(body: str, changes: dict[str, str]) -> None:
    (change,) = placed_file(body + SHAPES, _shaped(body + SHAPES, changes).saved()).changes
    assert change.edits == ()
    assert change.reason


def test_level_that_was_changed_untracked_is_found() -> None:
    body = "- one\n- two\n- three" + SHAPES
    file = sent(body)
    file.shape_as(file.number_of("two"), file.number_of("b1"), is_tracked=False)
    changes = placed_file(body, file.saved()).changes
    assert applied(body, changes).startswith("- one\n  - two\n- three\n")
