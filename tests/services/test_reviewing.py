"""Reviews from the returned file to the memo: opened, decided, applied, taken back, resumed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import new_uid
from briefing.model.memo import Memo
from briefing.model.memo_mark import memo_mark
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, ReviewState
from briefing.services.desk import Desk, open_desk
from briefing.services.tracing import retrace
from briefing.store import memos
from briefing.store.connections import Connection
from tests.services.returned_copies import returned_copy

BODY = """# Background

On 3 September the two governments agreed to step up security cooperation and to limit migration.

Mexico has sent 59 high-value targets to the United States. Public opinion has hardened since.

## Options

Back the group now, since it keeps the channel open at a low political cost for both of them.
"""
ACCEPT = Decision(Verdict.ACCEPTED)
REJECT = Decision(Verdict.REJECTED)
Returned = Callable[..., Path]


def _add_memo(desk: Desk, slug: str, body: str) -> Memo:
    fields = (("subject", f"On {slug}"),)

    def work(connection: Connection) -> Memo:
        memo = memos.add(connection, Memo(new_uid(), slug, "decision-memo", fields, body))
        retrace(connection, memo)
        return memo

    return desk.library.write("New memo", work)


@pytest.fixture
def memo(desk: Desk) -> Memo:
    return _add_memo(desk, "talks", BODY)


@pytest.fixture
def returned(desk: Desk, memo: Memo, tmp_path: Path) -> Returned:
    """Make a copy of the memo's export in which a reviewer replaced words."""
    sent = tmp_path / "sent.docx"
    desk.publishing.export(memo.uid, sent)

    def copy(
        name: str, *replaced: tuple[str, str], author: str = "A. Secretary", **given: str
    ) -> Path:
        return returned_copy(sent, tmp_path / name, author, *replaced, **given)

    return copy


def _type(desk: Desk, memo: Memo, body: str) -> None:
    desk.drafting.save(memo.uid, memo.fields, body)


def test_a_returned_file_is_a_review_of_the_version_it_was_made_from(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    path = returned("as.docx", ("step up", "widen"), ("59", "61"))
    review = desk.reviewing.open([path])
    assert (review.memo_uid, review.version, review.state) == (memo.uid, 1, ReviewState.OPEN)
    assert [(one.before, one.after) for one in review.content.changes] == [
        ("step up", "widen"),
        ("59", "61"),
    ]
    assert review.authors == ("A. Secretary",)
    assert desk.reviewing.file_data(review.uid, "as.docx") == path.read_bytes()


def test_the_same_file_again_leads_to_the_open_review(desk: Desk, returned: Returned) -> None:
    path = returned("as.docx", ("step up", "widen"))
    first = desk.reviewing.open([path])
    desk.reviewing.decide(first.uid, {1: ACCEPT})
    assert desk.reviewing.open([path]).uid == first.uid
    assert desk.reviewing.get(first.uid).counts.accepted == 1
    desk.reviewing.close(first.uid)
    assert desk.reviewing.open([path]).uid != first.uid


def test_apply_is_one_version_and_one_step_of_undo(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"), ("59", "61"))])
    desk.reviewing.decide(review.uid, {1: ACCEPT, 2: REJECT})
    before = len(desk.drafting.versions(memo.uid))
    changes = desk.reviewing.apply(review.uid)
    assert memo.uid in changes.memos
    assert desk.drafting.memo(memo.uid).body == BODY.replace("step up", "widen")
    assert len(desk.drafting.versions(memo.uid)) == before + 1
    assert desk.reviewing.get(review.uid).state is ReviewState.APPLIED
    assert desk.library.undo_label == "Apply review"
    desk.library.undo()
    assert desk.drafting.memo(memo.uid).body == BODY
    assert desk.reviewing.get(review.uid).state is ReviewState.OPEN
    desk.library.redo()
    assert desk.reviewing.get(review.uid).applied == {1}


def test_apply_is_not_half_taken_back_once_the_memo_was_typed_in(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"))])
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    desk.reviewing.apply(review.uid)
    typed = BODY.replace("step up", "widen").replace("limit migration", "curb migration")
    _type(desk, memo, typed)
    with pytest.raises(InputError, match="before the review"):
        desk.library.undo()
    assert desk.drafting.memo(memo.uid).body == typed
    assert desk.reviewing.get(review.uid).applied == {1}


def test_what_the_analyst_wrote_meanwhile_stays_and_is_a_version(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    path = returned("as.docx", ("step up", "widen"))
    own = BODY.replace("limit migration", "curb migration")
    _type(desk, memo, own)
    review = desk.reviewing.open([path])
    assert desk.drafting.versions(memo.uid)[0].body == own
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    assert [one.is_conflict for one in desk.reviewing.preview(review.uid).own] == [False]
    desk.reviewing.apply(review.uid)
    assert desk.drafting.memo(memo.uid).body == own.replace("step up", "widen")


def test_an_accepted_change_in_conflict_must_be_settled_first(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    path = returned("as.docx", ("step up", "widen"), ("59", "61"))
    _type(desk, memo, BODY.replace("step up", "deepen"))
    review = desk.reviewing.open([path])
    desk.reviewing.decide(review.uid, {1: ACCEPT, 2: ACCEPT})
    with pytest.raises(InputError, match="conflict \\(1\\)"):
        desk.reviewing.apply(review.uid)
    desk.reviewing.settle(review.uid, {1: ConflictDecision(ConflictChoice.EDITED, text="broaden")})
    desk.reviewing.apply(review.uid)
    assert "agreed to broaden security" in desk.drafting.memo(memo.uid).body
    assert "sent 61 high" in desk.drafting.memo(memo.uid).body


def test_two_reviewers_are_one_review_with_one_conflict(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    one = returned("as.docx", ("step up", "widen"), ("59", "61"))
    two = returned("la.docx", ("step up", "deepen"), ("59", "61"), author="Legal adviser")
    review = desk.reviewing.open([one, two])
    merged = desk.reviewing.preview(review.uid)
    assert [side.author for side in merged.conflicts[0].sides] == ["A. Secretary", "Legal adviser"]
    assert len(merged.conflicts) == 1
    equal = [one.number for one in review.content.changes if one.after == "61"]
    desk.reviewing.decide(review.uid, {equal[0]: ACCEPT})
    assert desk.reviewing.get(review.uid).counts.accepted == len(equal) == 2
    number = merged.conflicts[0].number
    desk.reviewing.settle(review.uid, {number: ConflictDecision(ConflictChoice.THEIRS, side=1)})
    assert desk.reviewing.get(review.uid).counts.decided == 4
    desk.reviewing.apply(review.uid)
    expected = BODY.replace("step up", "deepen").replace("59", "61")
    assert desk.drafting.memo(memo.uid).body == expected
    assert desk.reviewing.get(review.uid).state is ReviewState.APPLIED


def test_a_change_decided_by_itself_opens_its_conflict_again(
    desk: Desk, returned: Returned
) -> None:
    one = returned("as.docx", ("step up", "widen"))
    two = returned("la.docx", ("step up", "deepen"), author="Legal adviser")
    review = desk.reviewing.open([one, two])
    desk.reviewing.settle(review.uid, {1: ConflictDecision(ConflictChoice.MINE)})
    assert not desk.reviewing.preview(review.uid).open_conflicts
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    merged = desk.reviewing.preview(review.uid)
    assert not merged.conflicts  # the other side stays rejected
    assert "agreed to widen" in merged.body


def test_another_copy_joins_and_what_was_decided_stays(desk: Desk, returned: Returned) -> None:
    review = desk.reviewing.open([returned("as.docx", ("59", "61"))])
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    path = returned("la.docx", ("step up", "deepen"), author="Legal adviser")
    review = desk.reviewing.add_files(review.uid, [path])
    assert [(one.number, one.after) for one in review.content.changes] == [(2, "deepen"), (1, "61")]
    assert review.decision(1).verdict is Verdict.ACCEPTED
    assert [one.name for one in review.files] == ["as.docx", "la.docx"]
    with pytest.raises(InputError, match="already"):
        desk.reviewing.add_files(review.uid, [path])


def test_a_review_is_resumed_after_a_restart(desk: Desk, memo: Memo, returned: Returned) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"))])
    desk.reviewing.decide(review.uid, {1: replace(ACCEPT, text="broaden")})
    path = desk.library.path
    desk.close()
    with open_desk(path) as again:
        (kept,) = again.reviewing.reviews(memo.uid)
        assert kept.uid == review.uid
        assert kept.decision(1) == replace(ACCEPT, text="broaden")
        assert "agreed to broaden" in again.reviewing.preview(kept.uid).body


def test_a_review_goes_and_comes_with_its_memo(desk: Desk, memo: Memo, returned: Returned) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"))])
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    desk.reviewing.apply(review.uid)
    kept = desk.reviewing.get(review.uid)
    desk.drafting.remove(memo.uid)
    assert desk.reviewing.reviews() == ()
    with pytest.raises(NotFoundError):
        desk.reviewing.get(review.uid)
    desk.library.undo()
    assert desk.reviewing.get(review.uid) == kept


def test_deciding_is_no_step_of_undo_and_loses_none(desk: Desk, returned: Returned) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"))])
    label = desk.library.undo_label
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    assert desk.library.undo_label == label == "New memo"


def test_nothing_accepted_is_said(desk: Desk, returned: Returned) -> None:
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"))])
    with pytest.raises(InputError, match="Nothing is accepted"):
        desk.reviewing.apply(review.uid)
    with pytest.raises(InputError, match="no change 7"):
        desk.reviewing.decide(review.uid, {7: ACCEPT})


def test_a_mark_leads_to_the_memo_and_its_version(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    mark = memo_mark(memo.uid, memo.fields, BODY).name
    _add_memo(desk, "copy", BODY)
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"), mark=mark)])
    assert (review.memo_uid, review.content.warnings) == (memo.uid, ())


def test_a_file_of_a_state_that_is_no_version_is_compared_by_its_words(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    mark = memo_mark(memo.uid, memo.fields, "Another text.").name
    review = desk.reviewing.open([returned("as.docx", ("step up", "widen"), mark=mark)])
    assert review.version == 1
    assert "from a state of the memo that is no version" in review.content.warnings[0]


def test_a_file_of_another_memo_is_refused_with_a_way_on(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    other = _add_memo(desk, "copy", BODY)
    desk.drafting.make_version(other.uid, "sent")
    mark = memo_mark(memo.uid, memo.fields, BODY).name
    path = returned("as.docx", ("step up", "widen"), mark=mark)
    with pytest.raises(InputError, match="is a copy of the memo “On talks”, not of “On copy”"):
        desk.reviewing.open([path], other.uid)
    review = desk.reviewing.open([path], other.uid, by_text=True)
    assert review.memo_uid == other.uid


def test_a_file_of_a_memo_that_is_not_here_is_refused_with_a_way_on(
    desk: Desk, memo: Memo, returned: Returned
) -> None:
    mark = memo_mark(new_uid(), (), "Another text.").name
    path = returned("as.docx", ("step up", "widen"), mark=mark)
    with pytest.raises(InputError, match="a memo that is not in this library"):
        desk.reviewing.open([path])
    assert desk.reviewing.open([path], memo.uid, by_text=True).version == 1


def test_a_file_that_shares_no_words_is_refused(desk: Desk, memo: Memo, tmp_path: Path) -> None:
    desk.drafting.make_version(memo.uid, "sent")
    other = _add_memo(desk, "other", "# Fish\n\nThe herring catch fell again in the north sea.\n")
    desk.publishing.export(other.uid, tmp_path / "fish.docx")
    desk.drafting.remove(other.uid)
    with pytest.raises(InputError, match=r"shares few words with any version|not in this library"):
        desk.reviewing.open([tmp_path / "fish.docx"])
    with pytest.raises(InputError, match="shares few words with any version of “On talks”"):
        desk.reviewing.open([tmp_path / "fish.docx"], memo.uid, by_text=True)


def test_a_memo_without_a_version_is_compared_as_it_stands(desk: Desk, returned: Returned) -> None:
    other = _add_memo(desk, "copy", BODY)
    path = returned("as.docx", ("step up", "widen"))
    review = desk.reviewing.open([path], other.uid, by_text=True)
    assert (review.memo_uid, review.version) == (other.uid, 1)
    assert "widen" in [one.after for one in review.content.changes]


def test_files_of_two_versions_are_two_reviews(
    desk: Desk, memo: Memo, returned: Returned, tmp_path: Path
) -> None:
    first = memo_mark(memo.uid, memo.fields, BODY).name
    longer = f"{BODY}\nOne paragraph more stands here.\n"
    _type(desk, memo, longer)
    desk.publishing.export(memo.uid, tmp_path / "second.docx")
    second = memo_mark(memo.uid, memo.fields, longer).name
    one = returned("as.docx", ("step up", "widen"), mark=first)
    two = returned_copy(
        tmp_path / "second.docx", tmp_path / "la.docx", "B", ("59", "61"), mark=second
    )
    with pytest.raises(InputError, match=r"made from version 2, “as\.docx” from version 1"):
        desk.reviewing.open([one, two])
