"""Reviews of a memo's head: fields changed in the Word file, decided, merged and taken back."""
# pyright: reportOptionalMemberAccess=false

import copy
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.errors import InputError
from briefing.model.export_options import ExportOptions
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, FieldEdit, ReviewChange, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.services.desk import Desk
from tests.export.docx.house_files import control, paragraph, with_body
from tests.ooxml.rezipped_files import rezipped
from tests.review.open_word_file import W
from tests.review.tracked_edits import TrackedFile
from tests.services.returned_copies import kept_memo, returned_copy

BODY = "## Background\n\nThe two governments agreed to step up their talks.\n"
FIELDS = (
    ("to", "The Secretary"),
    ("from", "Ada Writer"),
    ("date", "2025-09-04"),
    ("subject", "Talks with Mexico"),
    ("marking", "UNCLASSIFIED"),
    ("desk", "North America"),
)
T = W + "t"
ACCEPT = Decision(Verdict.ACCEPTED)


@pytest.fixture
def memo(desk: Desk) -> Memo:
    return kept_memo(desk, FIELDS, BODY)


@pytest.fixture
def sent(desk: Desk, memo: Memo, tmp_path: Path) -> Path:
    path = tmp_path / "sent.docx"
    desk.publishing.export(memo.uid, path)
    return path


def _untracked(sent: Path, path: Path, part: str, old: str, new: str) -> Path:
    def change(name: str, data: bytes) -> bytes:
        is_it = name.startswith(f"word/{part}")
        return data.replace(old.encode(), new.encode()) if is_it else data

    return rezipped(sent, path, change)


def _changes(desk: Desk, path: Path) -> tuple[ReviewChange, ...]:
    return desk.reviewing.open([path]).content.changes


def _accept_all(desk: Desk, path: Path) -> Uid:
    review = desk.reviewing.open([path])
    placed = [one.number for one in review.content.changes if one.is_placed]
    desk.reviewing.decide(review.uid, dict.fromkeys(placed, ACCEPT))
    desk.reviewing.apply(review.uid)
    return review.uid


@pytest.mark.parametrize(
    ("field", "words", "held"),
    [
        ("subject", ("Talks with Mexico", "Talks with Canada"), "Talks with Canada"),
        ("subject", ("Mexico", "Mexico or Canada"), "Talks with Mexico or Canada"),
        ("to", ("The Secretary", "The Deputy Secretary"), "The Deputy Secretary"),
        ("from", ("Ada Writer", "Bea Drafter"), "Bea Drafter"),
        ("date", ("4 September 2025", "September 9, 2025"), "2025-09-09"),
        ("date", ("4 September 2025", "9 de septiembre de 2025"), "2025-09-09"),
    ],
)
def test_a_field_changed_in_the_head_is_a_change_of_the_memos_field(
    desk: Desk, memo: Memo, sent: Path, field: str, words: tuple[str, str], held: str
) -> None:
    back = returned_copy(sent, sent.with_name("back.docx"), "Ada", words)
    (change,) = _changes(desk, back)
    assert change.field == FieldEdit(field, memo.field(field), held)
    assert (change.section, change.author, change.is_tracked) == ("Head", "Ada", True)
    _accept_all(desk, back)
    assert desk.drafting.memo(memo.uid).fields == tuple((dict(FIELDS) | {field: held}).items())
    assert desk.drafting.memo(memo.uid).body == BODY


def test_head_and_text_are_applied_as_one_step(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    words = ("Mexico", "Canada"), ("step up", "widen")
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", *words)
    uid = _accept_all(desk, back)
    now = desk.drafting.memo(memo.uid)
    assert (now.field("subject"), "widen" in now.body) == ("Talks with Canada", True)
    assert desk.drafting.versions(memo.uid)[0].fields == now.fields
    assert desk.reviewing.get(uid).counts.unplaced == 0
    desk.library.undo()
    assert desk.drafting.memo(memo.uid).fields == FIELDS
    assert desk.reviewing.get(uid).counts.applied == 0


def test_what_is_no_date_is_told(desk: Desk, memo: Memo, sent: Path, tmp_path: Path) -> None:
    back = returned_copy(
        sent, tmp_path / "back.docx", "Ada", ("4 September 2025", "soon after Easter")
    )
    (change,) = _changes(desk, back)
    assert not change.is_placed
    assert "no date" in change.reason
    assert (change.before, change.after) == ("4 September 2025", "soon after Easter")
    assert desk.drafting.memo(memo.uid).fields == FIELDS


@pytest.mark.parametrize("part", ["document", "header", "footer"])
def test_fields_changed_without_tracking_are_found(
    desk: Desk, sent: Path, tmp_path: Path, part: str
) -> None:
    words = ("The Secretary", "Bob Jones") if part == "document" else ("UNCLASSIFIED", "SECRET")
    back = _untracked(sent, tmp_path / "back.docx", part, *words)
    name = "to" if part == "document" else "marking"
    (change,) = _changes(desk, back)
    assert change.field == FieldEdit(name, *words)
    assert not change.is_tracked


@pytest.mark.parametrize("own", ["New talks with Mexico", "Talks with Mexico `now`", ""])
def test_a_field_that_the_analyst_changed_since_is_in_conflict(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path, own: str
) -> None:
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", ("Mexico", "Canada"))
    mine = tuple((dict(FIELDS) | {"subject": own}).items())
    desk.drafting.save(memo.uid, mine, BODY)
    review = desk.reviewing.open([back])
    desk.reviewing.decide(review.uid, {1: ACCEPT})
    (conflict,) = desk.reviewing.preview(review.uid).conflicts
    assert (conflict.base, conflict.mine) == ("Talks with Mexico", own)
    assert [one.text for one in conflict.sides] == ["Talks with Canada"]
    assert conflict.section == "Head"
    with pytest.raises(InputError, match="conflict"):
        desk.reviewing.apply(review.uid)
    choices = {
        "New talks": ConflictDecision(ConflictChoice.EDITED, text="New talks"),
        "Talks with Canada": ConflictDecision(ConflictChoice.THEIRS),
        own: ConflictDecision(ConflictChoice.MINE),
    }
    for held, choice in choices.items():
        desk.reviewing.settle(review.uid, {conflict.number: choice})
        assert desk.reviewing.preview(review.uid).fields == (("subject", held),)
    desk.reviewing.settle(review.uid, {conflict.number: choices["New talks"]})
    desk.reviewing.apply(review.uid)
    assert desk.drafting.memo(memo.uid).field("subject") == "New talks"


def test_words_of_the_analysts_own_take_the_place_of_a_changed_field(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    words = ("4 September 2025", "5 September 2025")
    review = desk.reviewing.open([returned_copy(sent, tmp_path / "back.docx", "Ada", words)])
    desk.reviewing.decide(review.uid, {1: Decision(Verdict.ACCEPTED, "6 September 2025")})
    desk.reviewing.apply(review.uid)
    assert desk.drafting.memo(memo.uid).field("date") == "2025-09-06"


def test_a_field_that_the_analyst_gave_the_same_words_is_no_conflict(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", ("Mexico", "Canada"))
    mine = tuple((dict(FIELDS) | {"subject": "Talks with Canada"}).items())
    desk.drafting.save(memo.uid, mine, BODY)
    review = desk.reviewing.open([back])
    assert desk.reviewing.preview(review.uid).conflicts == ()


def test_two_reviewers_of_one_field_are_in_conflict_once(
    desk: Desk, sent: Path, tmp_path: Path
) -> None:
    one = returned_copy(sent, tmp_path / "a.docx", "Ada", ("Mexico", "Canada"))
    other = returned_copy(sent, tmp_path / "b.docx", "Bea", ("Mexico", "Peru"))
    review = desk.reviewing.open([one, other])
    (conflict,) = desk.reviewing.preview(review.uid).conflicts
    assert [side.text for side in conflict.sides] == ["Talks with Canada", "Talks with Peru"]


def test_the_memo_prints_again_what_the_file_says(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    words = ("4 September 2025", "9 September 2025"), ("The Secretary", "The Deputy")
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", *words)
    _accept_all(desk, back)
    desk.publishing.export(memo.uid, tmp_path / "again.docx")
    assert _changes(desk, returned_copy(tmp_path / "again.docx", tmp_path / "c.docx", "Ada")) == ()
    fields = dict(desk.drafting.memo(memo.uid).fields)
    assert (fields["date"], fields["to"]) == ("2025-09-09", "The Deputy")


def _row(file: TrackedFile, words: str) -> etree._Element:
    return next(
        row for row in file.root.iter(W + "tr") if any(words in (t.text or "") for t in row.iter(T))
    )


def test_a_field_whose_row_was_taken_away_is_emptied(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    file = TrackedFile(sent.read_bytes())
    row = _row(file, "Ada Writer")
    row.getparent().remove(row)
    back = tmp_path / "back.docx"
    back.write_bytes(file.saved())
    (change,) = _changes(desk, back)
    assert change.field == FieldEdit("from", "Ada Writer", "")
    _accept_all(desk, back)
    assert desk.drafting.memo(memo.uid).field("from") == ""


def test_a_row_that_was_put_in_fills_the_field_of_its_label(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    file = TrackedFile(sent.read_bytes())
    row = _row(file, "Ada Writer")
    new = copy.deepcopy(row)
    for words, said in zip(new.iter(T), ("Through", "Bob Jones"), strict=True):
        words.text = said
    row.addnext(new)
    file.insert_row(new)
    back = tmp_path / "back.docx"
    back.write_bytes(file.saved())
    (change,) = _changes(desk, back)
    assert change.field == FieldEdit("through", "", "Bob Jones")
    _accept_all(desk, back)
    assert desk.drafting.memo(memo.uid).field("through") == "Bob Jones"


@pytest.mark.parametrize(
    ("words", "field", "held"),
    [
        (("The Secretary", "The Deputy"), "to", "The Deputy"),
        (("Mexico", "Canada"), "subject", "Talks with Canada"),
        (("Ada Writer", "Bea"), "from", "Bea"),
        (("4 September 2025", "5 Sept. 2025"), "date", "2025-09-05"),
        (("North America", "Americas"), "desk", "Americas"),
    ],
)
def test_fields_that_a_house_style_prints_are_the_memos(
    desk: Desk, memo: Memo, tmp_path: Path, words: tuple[str, str], field: str, held: str
) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "MINISTRY · {{marking}}"
    document.add_paragraph("Desk: {{desk}}")
    document.add_paragraph("To the {{to}}: {{subject}}")
    with_body(document, control("from", paragraph("somebody")))
    document.add_paragraph("{{content}}")
    document.add_paragraph("Date: {{date}}")
    house, sent = tmp_path / "ministry.docx", tmp_path / "sent.docx"
    document.save(str(house))
    desk.publishing.export(memo.uid, sent, ExportOptions(style=house))
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", words)
    (change,) = _changes(desk, back)
    assert change.field == FieldEdit(field, memo.field(field), held)


def test_the_houses_own_words_are_told(desk: Desk, sent: Path, tmp_path: Path) -> None:
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", ("Subject", "Topic"))
    (change,) = _changes(desk, back)
    assert not change.is_placed
    assert (change.before, change.after) == ("Subject", "Topic")


def test_both_sides_of_a_field_stand_in_one_line(
    desk: Desk, memo: Memo, sent: Path, tmp_path: Path
) -> None:
    back = returned_copy(sent, tmp_path / "back.docx", "Ada", ("Mexico", "Canada"))
    desk.drafting.save(memo.uid, (("subject", "Our talks"),), BODY)
    review = desk.reviewing.open([back])
    desk.reviewing.settle(review.uid, {1: ConflictDecision(ConflictChoice.BOTH)})
    assert desk.reviewing.preview(review.uid).fields == (
        ("subject", "Our talks; Talks with Canada"),
    )
