"""The head of a memo under review: what the analyst changed in it, and what came of the review."""

from pathlib import Path

import pytest

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, Verdict
from briefing.services.desk import Desk
from tests.services.returned_copies import kept_memo, returned_copy

FIELDS = (("to", "The Secretary"), ("date", "2025-09-04"), ("subject", "Talks with Mexico"))
BODY = "## Background\n\nThe two governments agreed to step up their talks.\n"


@pytest.fixture
def memo(desk: Desk) -> Memo:
    return kept_memo(desk, FIELDS, BODY)


@pytest.fixture
def review(desk: Desk, memo: Memo, tmp_path: Path) -> Uid:
    sent = tmp_path / "sent.docx"
    desk.publishing.export(memo.uid, sent)
    words = ("4 September", "9 September"), ("step up", "widen")
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", *words)
    return desk.reviewing.open([back]).uid


def test_the_fields_are_those_of_the_page(desk: Desk, review: Uid) -> None:
    head = desk.reviewing.head(review)
    printed = {one.label: one.printed for one in head.fields if one.printed}
    assert printed["Date"] == "4 September 2025"
    assert printed["To"] == "The Secretary"
    assert head.own == ()


def test_what_the_analyst_changed_since_is_the_analysts(
    desk: Desk, memo: Memo, review: Uid
) -> None:
    fields = dict(FIELDS) | {"to": "The Deputy Secretary", "through": "The Chief"}
    desk.drafting.save(memo.uid, tuple(fields.items()), BODY)
    assert sorted(desk.reviewing.head(review).own) == ["through", "to"]


@pytest.mark.parametrize("words", [None, "12 September 2025"])
def test_what_was_taken_from_the_review_is_not(desk: Desk, review: Uid, words: str | None) -> None:
    change = next(one for one in desk.reviewing.get(review).content.changes if one.field)
    desk.reviewing.decide(review, {change.number: Decision(Verdict.ACCEPTED, words)})
    desk.reviewing.apply(review)
    head = desk.reviewing.head(review)
    printed = next(one.printed for one in head.fields if one.name == "date")
    assert printed == (words or "9 September 2025")
    assert head.own == ()
