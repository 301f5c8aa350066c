"""Changes and comments are listed under the headings that they stand under."""

from dataclasses import replace

from briefing.model.review_record import Merged
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_summary import places_of
from tests.ui.review.made_review import Making, made_review, set_out


def _board(make: Making) -> ReviewBoard:
    content = make.content
    review = replace(made_review()[0], content=content, threads=tuple(make.threads))
    return set_out(review, Merged(content.body, (), (), tuple(make.spans), tuple(make.pieces), ()))


def test_a_heading_that_would_be_renamed_is_one_place_by_its_name_in_the_memo() -> None:
    make = Making(section="Option 3: A wall")
    make.text("Before it.\n\n## Option 3: A ")
    make.change("wall", "fence")
    make.text(" on land\n\nIt may ")
    make.comment("please", "Whom?")
    make.text(" them.\n\n## ")
    make.change("", "A new *section*")
    make.text("\n\nWords.\n")
    places = {one.section: one.words for one in places_of(_board(make))}
    assert places == {
        "Option 3: A wall on land": "1 change · 1 comment",
        "A new section": "1 change",
    }


def test_after_apply_what_is_left_stands_under_the_new_name() -> None:
    make = Making(section="Option 3: A wall on land")
    make.text("## Option 3: A fence on land\n\nIt may ")
    make.change("", "not ")
    make.text("please them.\n")
    assert {one.section: one.words for one in places_of(_board(make))} == {
        "Option 3: A fence on land": "1 change"
    }


def test_what_stands_before_the_first_heading_is_told_so() -> None:
    make = Making(section="Somewhere else")
    make.text("It ")
    make.change("is", "was")
    make.text(" so.\n\n## Point\n\nMore.\n")
    assert [one.section for one in places_of(_board(make))] == ["Before the first heading", "Point"]
