"""A flag of a sentence stands on the change that brought what it is about."""

from dataclasses import replace

from briefing.model.memo_review import MemoEdit, ReviewChange, ReviewKind
from briefing.model.review_record import FlagKind, ReviewFlag
from briefing.services.flag_owners import each_once


def _change(number: int, before: str, after: str) -> ReviewChange:
    edit = MemoEdit(number, number, after)
    kind = ReviewKind.REPLACED
    return ReviewChange(number, kind, "A", "", "a.docx", "", before, after, (edit,))


def _owner(reason: str, *changes: ReviewChange) -> int:
    flag = ReviewFlag(0, FlagKind.TURNED, reason, "The sentence.")
    flags = {replace(flag, change=one.number): False for one in changes}
    (told,) = each_once(flags, {one.number: one for one in changes})
    return told.change


def test_a_turn_belongs_to_the_change_that_negates_in_whatever_words() -> None:
    first = _change(1, "in the Mexican and South American drug trade", "in the drug trade")
    second = _change(2, "only its Coast Guard has", "no one but its Coast Guard has")
    assert _owner("It says the opposite (“not” came).", first, second) == 2


def test_a_turn_that_no_change_explains_belongs_to_the_first() -> None:
    first, second = _change(1, "many", "some"), _change(2, "men", "women")
    assert _owner("It says the opposite.", first, second) == 1
