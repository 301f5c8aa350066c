"""Tasks that a reviewer ticked, emptied, took away or typed."""

import pytest

from tests.review.returned import accepted, applied, placed_file, printed, sent

BODY = "Do these.\n\n- [ ] Call the embassy\n- [x] Send it\n- [ ] Wait\n\nThen stop."


@pytest.mark.parametrize(
    ("words", "old", "new", "expected"),
    [
        ("Call", 1, "☑", "- [x] Call"),
        ("Call", 1, "☒", "- [x] Call"),
        ("Call", 2, "✓ ", "- [x] Call"),
        ("Call", 1, "[x]", "- [x] Call"),
        ("Send", 1, "☐", "- [ ] Send"),
    ],
)
def test_box_that_was_swapped_ticks_or_empties_the_task(
    words: str, old: int, new: str, expected: str
) -> None:
    file = sent(BODY)
    number = file.number_of(words)
    file.delete(number, 0, min(old, 1))
    file.insert(number, 0, new)
    told = accepted(BODY, file)
    assert expected in told
    assert told.count("- [") == BODY.count("- [")


def test_box_that_was_swapped_untracked_ticks_the_task() -> None:
    file = sent(BODY)
    file.change_silently("☐", "☑")
    changes = placed_file(BODY, file.saved()).changes
    assert applied(BODY, changes) == BODY.replace("[ ] Call", "[x] Call")


def test_task_that_was_typed_below_another_is_a_task() -> None:
    file = sent(BODY)
    file.end_paragraph(file.number_of("Wait"), len("☐Wait"))
    number = file.number_of("Wait") + 1
    file.insert(number, 0, "☐ Write it down")
    assert accepted(BODY, file) == BODY.replace("Wait\n", "Wait\n- [ ] Write it down\n")


def test_ticked_tasks_print_as_the_file_says() -> None:
    file = sent(BODY)
    number = file.number_of("Call")
    file.delete(number, 0, 1)
    file.insert(number, 0, "☑ ")
    assert printed(sent(accepted(BODY, file)).saved()) == printed(file.saved())
