"""Typing is no step of undo, and is never lost by one."""

from dataclasses import replace

import pytest

from briefing.errors import InputError
from briefing.model.memo import Memo
from briefing.store import (
    articles,
    memos,
    versions,
)
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from tests.store.records import (
    add_articles,
    add_memo,
    make_article,
    make_memo,
)
from tests.store.undone_records import body_of, type_body


def _rename(library: Library, memo: Memo, subject: str) -> None:
    def work(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        renamed = replace(here, fields=(("subject", subject),))
        memos.update(connection, renamed)  # pyright: ignore[reportArgumentType]

    library.write("Rename", work)


def test_typing_is_no_step_and_keeps_the_steps_before(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    add_articles(library, make_article())
    type_body(library, memo, "typed")
    assert library.undo_label == "Add"
    assert library.undo()
    assert body_of(library, memo) == "typed"
    assert library.redo()
    assert body_of(library, memo) == "typed"


def test_typing_keeps_what_can_be_done_again(library: Library) -> None:
    memo = add_memo(library, make_memo())
    add_articles(library, make_article())
    assert library.undo()
    type_body(library, memo, "typed")
    assert library.redo_label == "Add"
    assert library.redo()
    assert articles.count(library.reader()) == 1


def test_undone_removal_brings_the_last_text_back(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    type_body(library, memo, "last text")
    library.write("Remove memo", lambda c: memos.remove(c, memo.uid))
    assert library.undo()
    assert body_of(library, memo) == "last text"
    assert library.undo()  # New memo
    assert memos.rows(library.reader()) == ()
    assert library.redo()
    assert body_of(library, memo) == "last text"


def test_renaming_is_undone_under_what_was_typed_since(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    _rename(library, memo, "New subject")
    type_body(library, memo, "typed since")
    assert library.undo_label == "Rename"
    assert library.undo()
    assert memos.get(library.reader(), memo.uid).fields == memo.fields
    assert body_of(library, memo) == "typed since"
    assert library.redo()
    assert memos.get(library.reader(), memo.uid).field("subject") == "New subject"
    assert body_of(library, memo) == "typed since"


def test_older_text_never_replaces_what_was_typed_since(library: Library) -> None:
    memo = add_memo(library, make_memo(body="first"))
    add_articles(library, make_article())

    def restore(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        versions.add(connection, here, "before")  # pyright: ignore[reportArgumentType]
        memos.update(connection, replace(here, body="restored"))  # pyright: ignore[reportArgumentType]

    library.write("Restore version 1", restore)
    assert library.undo()
    assert body_of(library, memo) == "first"
    assert library.redo()
    assert body_of(library, memo) == "restored"
    type_body(library, memo, "typed since")
    assert library.undo_label == "Add"  # the older step has nothing left to take back
    assert library.undo()
    assert body_of(library, memo) == "typed since"
    assert [one.body for one in versions.of_memo(library.reader(), memo.uid)] == ["first"]


def _mark(library: Library, memo: Memo, body: str, step: Step) -> None:
    """Write a text and a field of a memo as one step."""

    def work(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        marked = replace(here, body=body, fields=(("subject", body),))
        memos.update(connection, marked)  # pyright: ignore[reportArgumentType]

    library.write(step, work)


def test_a_step_that_goes_as_a_whole_is_refused_once_typing_took_a_part(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    _mark(library, memo, "marked", Step("Mark", "Restore it."))
    add_articles(library, make_article())
    type_body(library, memo, "typed")
    assert library.undo()  # what came after is not touched by it
    with pytest.raises(InputError, match="Restore it"):
        library.undo()
    now = memos.get(library.reader(), memo.uid)
    assert (now.field("subject"), now.body) == ("marked", "typed")
    assert library.undo() is None


def test_a_step_that_goes_as_a_whole_is_not_half_done_again(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    _mark(library, memo, "marked", Step("Mark", "Restore it."))
    assert library.undo()
    assert library.redo()
    assert library.undo()
    type_body(library, memo, "typed")
    assert library.redo_label == ""
    assert memos.get(library.reader(), memo.uid).field("subject") == memo.field("subject")


def test_a_step_that_goes_as_a_whole_is_taken_back_under_typing_elsewhere(
    library: Library,
) -> None:
    one, two = add_memo(library, make_memo("one")), add_memo(library, make_memo("two"))
    _mark(library, one, "marked", Step("Mark", "Restore it."))
    type_body(library, two, "typed")
    assert library.undo()
    assert body_of(library, one) == one.body


def test_typing_in_one_memo_keeps_steps_of_another(library: Library) -> None:
    one, two = add_memo(library, make_memo("one")), add_memo(library, make_memo("two"))
    _rename(library, one, "Renamed")
    type_body(library, two, "typed")
    assert library.undo_label == "Rename"


def test_versions_outlive_an_undo(library: Library) -> None:
    memo = add_memo(library, make_memo(body="one"))

    def work(connection: object) -> None:
        versions.add(connection, memo, "made")  # pyright: ignore[reportArgumentType]
        memos.update(connection, replace(memo, body="two"))  # pyright: ignore[reportArgumentType]

    library.write("Version", work)
    assert library.undo()
    assert [one.number for one in versions.of_memo(library.reader(), memo.uid)] == [1]
    assert library.redo()
    assert [one.number for one in versions.of_memo(library.reader(), memo.uid)] == [1]


def test_other_write_outside_undo_ends_the_history(library: Library) -> None:
    (article,) = add_articles(library, make_article())
    library.write("Mark", lambda c: articles.mark(c, [article.uid], {"rank": 1}), undoable=False)
    assert library.undo() is None
