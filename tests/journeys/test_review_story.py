"""An analyst's memo comes back from two reviewers: decided by keys, applied, taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.messages import Message
from briefing.ui.review.card_list import CardList
from briefing.ui.review.count_row import CountRow
from briefing.ui.review.key_button import KeyButton
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_text import ReviewText
from tests.journeys.story import Start, Story
from tests.review.tracked_edits import TrackedFile
from tests.services.returned_copies import returned_copy

SECRETARY, LAWYER = "A. Secretary", "Legal adviser"


def _body(story: Story) -> str:
    drafting = story.desk.drafting
    return drafting.memo(drafting.memos()[0].uid).body


def _send_out(story: Story, folder: Path) -> bytes:
    target = folder / "memo.docx"
    story.desk.publishing.export(story.desk.drafting.memos()[0].uid, target)
    return target.read_bytes()


def _returned(sent: bytes, folder: Path) -> tuple[Path, Path]:
    """Return what two reviewers make of a file; both change the first words."""
    first, second = TrackedFile(sent, SECRETARY), TrackedFile(sent, LAWYER)
    first.replace("step up", "widen")
    first.replace("transferred 55", "transferred 95")
    number = first.number_of("By 19 September")
    first.delete_paragraph(number)
    second.replace("unlikely to last", "not expected to last")
    paths = folder / "memo AS.docx", folder / "memo Legal.docx"
    for path, file in zip(paths, (first, second), strict=True):
        path.write_bytes(file.saved())
    return paths


def _cards(story: Story) -> CardList:
    return story.find(CardList)


def _at_hand(story: Story) -> str:
    return _cards(story).card.accessibleName()


def _go_to(story: Story, words: str) -> None:
    for _ in range(len(_cards(story).items) + 1):
        if words in _at_hand(story):
            return
        story.press("N")
    raise AssertionError(f"no card says {words}: {_at_hand(story)}")


def _decide(story: Story) -> None:
    """Accept one change, reject one against its quote, take one with other words."""
    _go_to(story, "widen")
    story.press("A")
    _go_to(story, "95")
    assert "the quote" in _at_hand(story)  # the figure is not the one that is cited
    story.press("Q")
    assert story.find(ReaderPane).opened() is not None
    story.do("view.review")
    story.press("R")
    _go_to(story, "expected to last")
    story.press("E")
    field = _cards(story).card.findChild(QPlainTextEdit)
    assert field is not None
    assert field.hasFocus()
    field.selectAll()
    story.write("not likely to hold")
    story.press("Return")


def test_two_reviewers_are_decided_by_keys_applied_and_taken_back(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        before = _body(story)
        first, second = _returned(_send_out(story, tmp_path), tmp_path)
        story.do("view.review")
        story.find(ReviewRoom).files_dropped.emit([str(first)])
        story.settle()
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(second)], ""))
        story.do("review.add_file")
        assert story.window.top_bar.heading.detail == "memo AS.docx, memo Legal.docx"

        _decide(story)
        assert _body(story) == before  # nothing is written until it is applied
        assert story.front.actions.action("review.apply").text() == "Apply 2 to the memo"

        story.press("Ctrl+Return")
        after = _body(story)
        assert "agreed to widen security cooperation" in after
        assert "transferred 55 prisoners" in after
        assert "not likely to hold" in after
        assert after.count("[@") == before.count("[@")
        assert story.find(MemoRoom).editor.text() == after
        versions = story.desk.drafting.versions(story.desk.drafting.memos()[0].uid)
        assert "review" in versions[0].reason

        story.do("view.review")
        story.do("edit.undo")
        assert _body(story) == before
        story.do("view.review")
        assert story.front.actions.action("review.apply").text() == "Apply 2 to the memo"

        answered = tmp_path / "answered.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(answered), ""))
        story.do("review.send_back")
        assert answered.stat().st_size > 5_000

    with start(library) as story:  # another day: what was decided is remembered
        assert story.room == "review"
        assert story.front.actions.action("review.apply").text() == "Apply 2 to the memo"


def test_words_that_the_analyst_changed_too_are_one_conflict(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        first, _ = _returned(_send_out(story, tmp_path), tmp_path)
        memo = story.desk.drafting.memos()[0].uid
        editor = story.open_memo(memo)
        at = editor.text().index("step up")
        editor.replace_spans(((at, at + len("step up"), "deepen"),))
        story.settle()
        story.window.files_dropped.emit([str(first)])  # on another room: it knows itself
        story.settle()
        _go_to(story, "deepen")
        assert "widen" in _at_hand(story)
        story.press("A")
        story.press("Ctrl+Return")
        assert "agreed to widen security" in _body(story)


def test_two_reviewers_who_disagree_are_one_card_with_a_button_each(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        sent = _send_out(story, tmp_path)
        paths = tmp_path / "AS.docx", tmp_path / "Legal.docx"
        for path, author, words in zip(
            paths, (SECRETARY, LAWYER), ("widen", "reinforce"), strict=True
        ):
            file = TrackedFile(sent, author)
            file.replace("step up", words)
            path.write_bytes(file.saved())
        story.window.files_dropped.emit([str(path) for path in paths])
        story.settle()
        assert len(_cards(story).items) == 1
        assert "widen" in _at_hand(story)
        assert "reinforce" in _at_hand(story)
        button = next(
            one for one in _cards(story).card.findChildren(KeyButton) if LAWYER in one.text()
        )
        button.click()
        story.settle()
        story.press("Ctrl+Return")
        assert "agreed to reinforce security" in _body(story)


def test_changes_of_the_head_are_drawn_and_settled_conflicts_are_no_more(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        sent, back = tmp_path / "sent.docx", tmp_path / "back.docx"
        sent.write_bytes(_send_out(story, tmp_path))
        words = ("Assistant Secretary", "Under Secretary"), ("5 September", "8 September")
        returned_copy(sent, back, SECRETARY, *words)
        drafting = story.desk.drafting
        memo = drafting.memo(drafting.memos()[0].uid)
        fields = dict(memo.fields) | {"to": "Deputy Secretary", "through": "The Chief"}
        drafting.save(memo.uid, tuple(fields.items()), memo.body)
        story.window.files_dropped.emit([str(back)])
        story.settle()
        shown = story.find(ReviewText).toPlainText()
        assert "Through\tThe Chief" in shown
        assert "Deputy Secretary" in shown
        assert "Under Secretary" in shown
        rows = {row.name: row for row in story.find(ReviewRoom).places.findChildren(CountRow)}
        assert rows["Head, Through"].detail == "merged"
        assert rows["Head, To"].detail == "conflict"
        _go_to(story, "Deputy Secretary")
        story.press("A")
        assert rows["Head, To"].detail == "theirs taken"
        _go_to(story, "8 September")
        story.press("A")
        story.press("Ctrl+Return")
        now = drafting.memo(memo.uid)
        assert (now.field("to"), now.field("date")) == ("Under Secretary", "2025-09-08")
        assert now.field("through") == "The Chief"


def test_a_rejected_figure_takes_its_flag_along(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        file = TrackedFile(_send_out(story, tmp_path), SECRETARY)
        file.replace("transferred 55", "transferred 95")
        number = file.number_of("this year in two groups")
        end = file.text(number).index("two groups") + len("two groups")
        file.insert(number, end, ", the most in any year")
        back = tmp_path / "back.docx"
        back.write_bytes(file.saved())
        story.window.files_dropped.emit([str(back)])
        story.settle()
        _go_to(story, "95")
        assert "95 prisoners, the quote" in _at_hand(story)
        story.press("R")
        story.settle()
        assert "the most in any year" in _at_hand(story)
        assert "New claim without a source" in _at_hand(story)
        story.press("P")
        assert "the quote" not in _at_hand(story)
        story.press("U")
        story.settle()
        assert "95 prisoners, the quote" in _at_hand(story)


def test_applied_review_is_taken_back_by_the_key_where_it_leads(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        before = _body(story)
        first, _ = _returned(_send_out(story, tmp_path), tmp_path)
    with start(library) as story:
        story.do("view.review")
        story.find(ReviewRoom).files_dropped.emit([str(first)])
        story.settle()
        _go_to(story, "widen")
        story.press("A")
        story.press("Ctrl+Return")
        assert story.room == "memos"
        assert "agreed to widen security cooperation" in _body(story)
        story.press("Ctrl+Z")
        assert _body(story) == before
        assert story.find(MemoRoom).editor.text() == before
        story.press("Ctrl+Shift+Z")
        assert "agreed to widen security cooperation" in _body(story)
        story.press("Ctrl+Z")
        story.do("view.review")
        assert story.front.actions.action("review.apply").text() == "Apply 1 to the memo"


def test_what_was_applied_is_taken_back_where_the_analyst_is(
    start: Start, library: Path, tmp_path: Path
) -> None:
    with start(library) as story:
        before = _body(story)
        first, _ = _returned(_send_out(story, tmp_path), tmp_path)
        story.window.files_dropped.emit([str(first)])
        story.settle()
        _go_to(story, "widen")
        story.press("A")
        story.press("Ctrl+Return")
        editor = story.find(MemoRoom).editor
        assert "widen" in editor.text()
        editor.setFocus()
        story.press("Ctrl+Z")  # in the editor: text
        story.do("view.review")
        assert _body(story) == before
        assert story.front.actions.action("review.apply").text() == "Apply 1 to the memo"
        story.press("Ctrl+Return")
        editor.setFocus()
        story.write("So ")
        story.do("view.review")
        said: list[Message] = []
        story.session.context.messages.posted.connect(said.append)
        story.do("edit.undo")  # in the review: all of Apply, or why not
        assert "agreed to widen" in _body(story)
        assert len(said) == 1
        assert "typed in since" in said[0].text
