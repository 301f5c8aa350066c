"""Each story is a text with `|` where the cursor is."""

import pytest

from briefing.ui.editor.line_edits import Place, Typed
from briefing.ui.editor.paragraph_typing import (
    before_letter,
    on_backspace,
    on_delete,
    on_enter,
    on_tab,
)
from tests.ui.editor.story import apply_edits, lines_of, place_of, with_cursor


def after(story: str, typed: Typed | None) -> str | None:
    if typed is None:
        return None
    text = story.replace("|", "")
    return with_cursor(apply_edits(text, typed.edits), typed.cursor)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("A paragraph|", "A paragraph\n\n|"),
        ("Half| way", "Half\n\n| way"),
        ("## Heading|", "## Heading\n\n|"),
        ("- one|", "- one\n- |"),
        ("- [x] one|", "- [x] one\n- [ ] |"),
        ("3. three|", "3. three\n4. |"),
        ("1. a|\n2. b\n3. c\n\ntext", "1. a\n2. |\n3. b\n4. c\n\ntext"),
        ("1. a|\n   more\n2. b", "1. a\n2. |\n   more\n3. b"),
        ("- a\n- |", "- a\n\n|"),
        ("- a\n\n- |", "- a\n\n|"),
        ("- a\n  - |", "- a\n- |"),
        ("> said|", "> said\n> |"),
        ("> said\n> |", "> said\n\n|"),
        ("```\ncode|", "```\ncode\n|"),
        ("| a |", None),
        ("one\n\n|", "one\n\n\n|"),
    ],
)
def test_enter(before: str, expected: str | None) -> None:
    if expected is None:  # a table's row, where `|` is no cursor
        lines = lines_of(before)
        typed = on_enter(lines, Place(0, 5))
        assert apply_edits(before, typed.edits) == "| a |\n"
        return
    assert after(before, on_enter(lines_of(before), place_of(before))) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("one\n\n|two", "one|two"),
        ("one\n\n|", "one|"),
        ("## H\n\n|two", "## H|two"),
        ("- a\n- |b", "- a\n\n|b"),
        ("> |b", "|b"),
        ("- a\n  - |b", "- a\n- |b"),
        ("one\n|two", None),
        ("one t|wo", None),
        ("```\n\n|x", None),
    ],
)
def test_backspace(before: str, expected: str | None) -> None:
    assert after(before, on_backspace(lines_of(before), place_of(before))) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("one|\n\ntwo", "one|two"),
        ("one|\n\n## two", None),
        ("on|e\n\ntwo", None),
        ("one|\n\n", None),
    ],
)
def test_delete(before: str, expected: str | None) -> None:
    assert after(before, on_delete(lines_of(before), place_of(before))) == expected


@pytest.mark.parametrize(
    ("before", "letter", "expected"),
    [
        ("one\n|", "x", "one\n\n|"),
        ("one\n|\ntwo", "x", "one\n\n|\n\ntwo"),
        ("one\n\n|\ntwo", "x", "one\n\n|\n\ntwo"),
        ("one\n\n|", "x", None),
        ("- a\n|", "-", None),
        ("- a\n|", "x", "- a\n\n|"),
        ("|", "x", None),
    ],
)
def test_first_letter_of_a_paragraph(before: str, letter: str, expected: str | None) -> None:
    assert after(before, before_letter(lines_of(before), place_of(before), letter)) == expected


@pytest.mark.parametrize(
    ("text", "lines", "way", "expected"),
    [
        ("- a\n- b", (1, 1), "in", "- a\n  - b"),
        ("10. a\n11. b", (1, 1), "in", "10. a\n    11. b"),
        ("- a\n  - b", (1, 1), "out", "- a\n- b"),
        ("- a", (0, 0), "in", "- a"),
        ("- a\n- b\n- c", (1, 2), "in", "- a\n  - b\n  - c"),
        ("plain", (0, 0), "in", None),
    ],
)
def test_tab(text: str, lines: tuple[int, int], way: str, expected: str | None) -> None:
    typed = on_tab(lines_of(text), *lines, inward=way == "in")
    assert (typed and apply_edits(text, typed.edits)) == expected
