"""What the analyst changed since: fields and paragraphs, and what became of each conflict."""

from dataclasses import replace

import pytest

from briefing.model.memo_review import FieldEdit
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.ui.review.own_rows import own_rows
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import ItemKind
from tests.ui.review.made_review import board


def _told(one: ReviewBoard) -> dict[str, str]:
    return {row.name: row.told for row in own_rows(one)}


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (ConflictChoice.OPEN, "conflict"),
        (ConflictChoice.MINE, "yours kept"),
        (ConflictChoice.THEIRS, "theirs taken"),
        (ConflictChoice.BOTH, "both kept"),
        (ConflictChoice.EDITED, "reworded"),
    ],
)
def test_a_conflict_says_how_it_was_settled(choice: ConflictChoice, told: str) -> None:
    one = board()
    item = next(item for item in one.items if item.kind is ItemKind.CONFLICT)
    rows = own_rows(one.decided({item: ConflictDecision(choice)}))
    assert [row.told for row in rows] == [told, "merged"]
    assert [row.is_open for row in rows] == [choice is ConflictChoice.OPEN, False]
    assert rows[0].item is item
    assert rows[1].item is None


def test_a_conflict_whose_other_side_was_rejected_kept_the_analysts_words() -> None:
    one = board()
    items = tuple(item for item in one.items if item.kind is not ItemKind.CONFLICT)
    assert list(_told(replace(one, items=items)).values()) == ["yours kept", "merged"]


def test_fields_of_the_head_come_first() -> None:
    one = replace(board(), own_fields=("decide-by",), fields={"to": 0, "decide-by": 9})
    row = own_rows(one)[0]
    assert (row.name, row.told, row.point, row.item) == ("Head, Decide by", "merged", 9, None)


def test_a_field_in_conflict_leads_to_its_card() -> None:
    one = replace(board(), own_fields=("to",), fields={"to": 0})
    clash = next(item for item in one.items if item.kind is ItemKind.CONFLICT)
    changes = tuple(replace(change, field=FieldEdit("to", "", "")) for change in clash.changes)
    in_head = replace(clash, changes=changes, section="Head")
    items = tuple(in_head if item is clash else item for item in one.items)
    row = own_rows(replace(one, items=items))[0]
    assert (row.name, row.told, row.item) == ("Head, To", "conflict", in_head)
