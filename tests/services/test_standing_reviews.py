"""A review beside its memo: what was applied, and taken out of the text by the editor's undo."""

from pathlib import Path

import pytest

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ReviewState
from briefing.services.desk import Desk
from tests.services.returned_copies import kept_memo, returned_copy

FIELDS = (("to", "The Secretary"), ("date", "2025-09-04"), ("subject", "Talks with Mexico"))
BODY = """## Background

The two governments agreed to step up their talks.

They will meet in May, very very soon, and in June.
"""
WORDS = ("step up", "widen"), ("very soon", "soon"), ("The Secretary", "The Deputy Secretary")


@pytest.fixture
def memo(desk: Desk) -> Memo:
    return kept_memo(desk, FIELDS, BODY)


@pytest.fixture
def applied(desk: Desk, memo: Memo, tmp_path: Path) -> Uid:
    sent = tmp_path / "sent.docx"
    desk.publishing.export(memo.uid, sent)
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", *WORDS)
    review = desk.reviewing.open([back])
    numbers = [one.number for one in review.content.changes]
    assert len(numbers) == 3
    desk.reviewing.decide(review.uid, dict.fromkeys(numbers, Decision(Verdict.ACCEPTED)))
    desk.reviewing.apply(review.uid)
    return review.uid


def _type(desk: Desk, memo: Memo, body: str) -> None:
    fields = desk.drafting.memo(memo.uid).fields
    desk.drafting.save(memo.uid, fields, body)


def test_what_the_editor_took_back_waits_again(desk: Desk, memo: Memo, applied: Uid) -> None:
    with_it = desk.drafting.memo(memo.uid).body
    assert len(desk.reviewing.get(applied).applied) == 3
    assert desk.reviewing.get(applied).state is ReviewState.APPLIED
    _type(desk, memo, BODY)
    review = desk.reviewing.get(applied)
    (in_head,) = (one.number for one in review.content.changes if one.field)
    assert (review.applied, review.state) == ({in_head}, ReviewState.OPEN)
    _type(desk, memo, BODY.replace("in June", "in July"))
    assert desk.reviewing.get(applied).applied == {in_head}
    desk.reviewing.apply(applied)
    assert desk.drafting.memo(memo.uid).body == with_it.replace("in June", "in July")
    assert len(desk.reviewing.get(applied).applied) == 3


def test_what_is_typed_after_apply_takes_nothing_back(desk: Desk, memo: Memo, applied: Uid) -> None:
    with_it = desk.drafting.memo(memo.uid).body
    for body in (
        with_it.replace("May", "July"),
        with_it.replace("widen", "step up"),  # one of them, by hand
        with_it.replace("widen", "deepen"),
        with_it.replace("The two governments agreed to widen their talks.\n\n", ""),
    ):
        _type(desk, memo, body)
        assert len(desk.reviewing.get(applied).applied) == 3


def test_redone_in_the_editor_it_is_in_the_memo(desk: Desk, memo: Memo, applied: Uid) -> None:
    with_it = desk.drafting.memo(memo.uid).body
    _type(desk, memo, BODY)
    _type(desk, memo, with_it)
    assert len(desk.reviewing.get(applied).applied) == 3
