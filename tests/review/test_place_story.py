"""Paragraphs split, joined, put in, taken away and moved."""

import pytest

from briefing.model.memo_review import ReviewKind
from tests.review.returned import accepted, applied, placed_file, sent


def test_paragraph_is_split_where_the_reviewer_did() -> None:
    body = "One **two three** four.\n\n- First item here\n- Second\n"
    file = sent(body)
    file.end_paragraph(0, 8)
    file.end_paragraph(file.number_of("First item"), 6)
    expected = "One **two**\n\n**three** four.\n\n- First\n- item here\n- Second\n"
    assert accepted(body, file) == expected


@pytest.mark.parametrize(
    ("heading", "halves"),
    [
        ("## One two three {#part .wide}", "## One {#part .wide}\n\n## two three"),
        ("## One *two* three ##", "## One ##\n\n## *two* three"),
        ("One two three\n---", "One\n---\n\n## two three"),
    ],
)
def test_a_heading_that_is_split_keeps_its_name_in_the_first_half(
    heading: str, halves: str
) -> None:
    body = f"# Top\n\n{heading}\n\nWords [there](#part).\n"
    file = sent(body)
    number = file.number_of("One two three")
    file.end_paragraph(number, 4)
    assert accepted(body, file) == body.replace(heading, halves)
    file.replace("three", "four")
    assert accepted(body, file) == body.replace(heading, halves.replace("three", "four"))


def test_paragraphs_are_joined_with_their_marks() -> None:
    body = "One **two**\n\n*three* four [@nyt].\n\n- a\n- b\n- c\n"
    file = sent(body)
    file.join(0)
    file.join(file.number_of("a"))
    assert accepted(body, file) == "One **two***three* four [@nyt].\n\n- ab\n- c\n"


def test_marks_that_come_to_touch_become_one() -> None:
    body = "One **two**\n\n**three** four.\n"
    file = sent(body)
    file.join(0)
    assert accepted(body, file) == "One **twothree** four.\n"


def test_new_paragraph_stands_in_place_of_those_taken_away() -> None:
    body = "## Head\n\nOne.\n\nTwo.\n"
    file = sent(body)
    file.add_paragraph(0, "New")
    file.delete_paragraph(0)
    assert accepted(body, file) == "## New\n\nOne.\n\nTwo.\n"


def test_new_paragraphs_headings_and_items_become_blocks() -> None:
    body = "## Head\n\nText.\n\n- a\n- b\n\n1. x\n2. y\n\n> said\n\nEnd.\n"
    file = sent(body)
    for words, new in (("Head", "H"), ("b", "B"), ("y", "Y"), ("said", "S"), ("End.", "E")):
        numbers = [n for n in range(len(file.paragraphs)) if file.text(n) == words]
        file.add_paragraph(numbers[0], new)
    expected = (
        "## H\n\n## Head\n\nText.\n\n- a\n- B\n- b\n\n1. x\n2. Y\n2. y\n\n> S\n>\n> said\n"
        "\nE\n\nEnd.\n"
    )
    assert accepted(body, file) == expected


def test_deleted_paragraphs_take_their_gap_along() -> None:
    body = "One.\n\nTwo.\n\n- a\n- b\n\n[^n]: Note.\n\nThree.[^n]\n"
    file = sent(body)
    file.delete_paragraph(1)
    file.delete_paragraph(file.number_of("b"))
    assert accepted(body, file) == "One.\n\n- a\n\n[^n]: Note.\n\nThree.[^n]\n"


def test_split_before_notes_that_print_side_by_side_takes_both_along() -> None:
    body = "It grew [@nyt]. [@doj] So it was.\n"
    file = sent(body)
    file.end_paragraph(0, 3)
    assert accepted(body, file) == "It\n\ngrew [@nyt]. [@doj] So it was.\n"


def test_moved_paragraph_takes_citation_and_link_along() -> None:
    body = "One.\n\nTwo **b** [l](http://a.example/) [@nyt].\n\nThree.\n"
    file = sent(body)
    file.move_paragraph(1, 0)
    review = placed_file(body, file.saved())
    (change,) = review.changes
    assert change.kind is ReviewKind.MOVED
    expected = "Two **b** [l](http://a.example/) [@nyt].\n\nOne.\n\nThree.\n"
    assert applied(body, review.changes) == expected
