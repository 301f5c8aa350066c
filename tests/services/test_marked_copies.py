"""A memo goes back with what changed since a version tracked, and with its open comments."""

from pathlib import Path

import pytest

from briefing.model.block import Span
from briefing.model.export_options import CommentsKept, ExportOptions
from briefing.model.finding import Finding
from briefing.model.memo import Memo
from briefing.model.memo_review import MemoReview, ReviewThread
from briefing.paths import user_templates_dir
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from briefing.services.drafting import Drafting
from briefing.services.publishing import Publishing
from briefing.services.returned_reading import ReturnedReading
from briefing.services.thread_answering import ThreadAnswering
from briefing.store import reviews
from briefing.store.library_file import Library
from tests.export.ooxml_rules import faults
from tests.services.cited_memos import make_memo

BEFORE = "Mexico arrested 59 targets.\n\nThe group meets monthly.\n"
AFTER = "Mexico arrested 61 targets.\n\nThe group meets monthly. It reports to both.\n"


def findings(memo: Memo) -> tuple[Finding, ...]:
    start = memo.body.index("monthly")
    return (
        Finding("vague", "here", "“Monthly” is vague.", "Say when.", start=start, end=start + 7),
        Finding("limit", "memo", "The memo is long."),
    )


@pytest.fixture
def memo(library: Library, tmp_path: Path) -> Memo:
    """Return a memo that was exported once and changed since."""
    made = make_memo(library, BEFORE)
    Publishing(library).export(made.uid, tmp_path / "first.docx")
    drafting = Drafting(library, user_templates_dir())
    drafting.save(made.uid, made.fields, AFTER)
    return drafting.memo(made.uid)


def exported(library: Library, memo: Memo, target: Path, options: ExportOptions) -> bytes:
    Publishing(library, findings).export(memo.uid, target, options)
    return target.read_bytes()


def test_redline_gives_the_version_and_the_memo(
    library: Library, memo: Memo, tmp_path: Path
) -> None:
    first = read_reviewed((tmp_path / "first.docx").read_bytes(), "first.docx")
    number = 1
    data = exported(library, memo, tmp_path / "redline.docx", ExportOptions(redline=number))
    plain = exported(library, memo, tmp_path / "plain.docx", ExportOptions())
    file = read_reviewed(data, "redline.docx")
    assert faults(data) == []
    assert {one.author for one in file.revisions} == {"WHA desk"}
    assert all(one.date.endswith("Z") for one in file.revisions)
    assert (file.revisions[0].before, file.revisions[1].after) == ("59", "61")
    assert resolved_text(file, accept=False) == resolved_text(first, accept=True)
    now = read_reviewed(plain, "plain.docx")
    assert resolved_text(file, accept=True) == resolved_text(now, accept=True)
    again = exported(library, memo, tmp_path / "again.docx", ExportOptions(redline=number))
    assert again == data


def test_open_findings_go_out_as_comments_on_their_words(
    library: Library, memo: Memo, tmp_path: Path
) -> None:
    options = ExportOptions(comments=CommentsKept.FINDINGS, redline=1)
    file = read_reviewed(exported(library, memo, tmp_path / "a.docx", options), "a.docx")
    told = {one.text: (one.author, one.anchor) for one in file.comments}
    assert told["“Monthly” is vague. Say when."] == ("Briefing", "monthly")
    assert "The memo is long." in told


def test_answers_leave_in_the_name_of_whom_the_memo_is_from(
    library: Library, memo: Memo, tmp_path: Path
) -> None:
    span = Span(0, len("Mexico"))
    asked = ReviewThread(1, "Legal adviser", "", "a.docx", "", "Who?", "Mexico", span)
    content = MemoReview(memo.uid, 1, BEFORE, ("a.docx",), (), (asked,))
    uid = library.write("Review", lambda connection: reviews.add(connection, content, ()))
    ThreadAnswering(library).answer(uid, 1, "The attorney general.")
    options = ExportOptions(comments=CommentsKept.REVIEWERS)
    file = read_reviewed(exported(library, memo, tmp_path / "a.docx", options), "a.docx")
    question, answer = file.comments
    assert (question.author, answer.author) == ("Legal adviser", "WHA desk")
    assert (answer.text, answer.parent) == ("The attorney general.", question.number)
    assert len(answer.date) == len("2026-01-02T03:04:05Z")  # Word writes whole seconds


def test_other_files_say_that_they_take_neither(
    library: Library, memo: Memo, tmp_path: Path
) -> None:
    options = ExportOptions(comments=CommentsKept.ALL)
    report = Publishing(library, findings).export(memo.uid, tmp_path / "memo.md", options)
    assert "Word files only" in report.warnings[-1]


def test_own_redline_and_findings_are_no_review_when_they_come_back(
    library: Library, memo: Memo, tmp_path: Path
) -> None:
    options = ExportOptions(comments=CommentsKept.FINDINGS, redline=1)
    data = exported(library, memo, tmp_path / "sent.docx", options)
    back = tmp_path / "back.docx"
    back.write_bytes(data)
    reading = ReturnedReading(library, lambda: Publishing(library, findings))
    (content,) = reading.read([back], memo.uid).contents
    assert content.changes == ()
    assert content.threads == ()
