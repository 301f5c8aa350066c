"""Versions of a memo: compared, named, sent, and brought back paragraph by paragraph."""

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.model.memo_change import ChangeKind
from briefing.services.desk import Desk

BODY = (
    "## Summary\n\nMexico arrested 59 targets [@nyt]. Talks go on.\n\n"
    "A second paragraph stands here.\n"
)


@pytest.fixture
def memo(desk: Desk) -> Uid:
    made, _ = desk.drafting.new_memo("information-memo", {"subject": "Talks"})
    desk.drafting.save(made.uid, made.fields, BODY)
    desk.drafting.make_version(made.uid, "kept by hand")
    return made.uid


def _write(desk: Desk, memo: Uid, body: str) -> None:
    desk.drafting.save(memo, desk.drafting.memo(memo).fields, body)


def test_two_versions_are_compared(desk: Desk, memo: Uid) -> None:
    _write(desk, memo, BODY.replace("59", "61"))
    desk.drafting.make_version(memo, "kept by hand")
    _write(desk, memo, BODY + "\nA third one.\n")
    (now,) = desk.memo_versions.changes(memo, 1)
    (between,) = desk.memo_versions.changes(memo, 1, 2)
    assert (now.kind, now.now) == (ChangeKind.ADDED, "A third one.")
    assert between.kind is ChangeKind.REWORDED


def test_one_paragraph_is_brought_back_and_can_be_undone(desk: Desk, memo: Uid) -> None:
    changed = BODY.replace("59", "61").replace("stands here", "was changed")
    _write(desk, memo, changed)
    first, _ = desk.memo_versions.changes(memo, 1)
    changes = desk.memo_versions.take_back(memo, 1, first)
    assert changes.memos == {memo}
    assert desk.drafting.memo(memo).body == BODY.replace("stands here", "was changed")
    assert "before a paragraph" in desk.drafting.versions(memo)[0].reason
    desk.library.undo()
    assert desk.drafting.memo(memo).body == changed


def test_a_change_that_is_no_longer_there_is_refused(desk: Desk, memo: Uid) -> None:
    _write(desk, memo, BODY.replace("59", "61"))
    (change,) = desk.memo_versions.changes(memo, 1)
    _write(desk, memo, BODY.replace("59", "62"))
    with pytest.raises(InputError, match="changed meanwhile"):
        desk.memo_versions.take_back(memo, 1, change)


def test_a_version_is_named_and_sent(desk: Desk, memo: Uid) -> None:
    desk.memo_versions.name(memo, 1, "  For the   Deputy ")
    desk.memo_versions.mark_sent(memo, 1, "The Deputy Secretary")
    (version,) = desk.drafting.versions(memo)
    assert (version.name, version.sent_to) == ("For the Deputy", "The Deputy Secretary")
    assert desk.memo_versions.sent(memo) == version
    with pytest.raises(NotFoundError):
        desk.memo_versions.name(memo, 9, "None")


def test_what_changed_since_it_was_sent_is_drafted(desk: Desk, memo: Uid) -> None:
    with pytest.raises(NotFoundError, match="sent or exported"):
        desk.memo_versions.since_sent(memo)
    desk.memo_versions.mark_sent(memo, 1, "the Deputy")
    assert desk.memo_versions.since_sent(memo).startswith("Nothing in the text changed")
    body = BODY.replace("59 targets [@nyt]", "61 targets [@reuters]")
    _write(desk, memo, body.replace("A second paragraph stands here.\n", ""))
    draft = desk.memo_versions.since_sent(memo)
    assert draft.startswith("Changes since version 1 (sent to the Deputy on ")
    assert (
        "- Summary: “Mexico arrested 59 targets.” now reads “Mexico arrested 61 targets.”" in draft
    )
    assert "- Summary: removed “A second paragraph stands here.”" in draft
    assert "- Newly cited: [@reuters]" in draft
    assert "- No longer cited: [@nyt]" in draft
    assert "Talks go on" not in draft
