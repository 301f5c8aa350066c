"""Undo and redo: every change of a record comes back to the letter, and typing is never lost."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.fact import FactStatus
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.store import (
    articles,
    dismissals,
    facts,
    integrity,
    memos,
    originals,
    saved_searches,
    tag_moves,
    tags,
    traces,
    undo_log,
    versions,
)
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    check_index,
    dump,
    found,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
)


def _everything(library: Library) -> tuple[Article, Memo]:
    """Fill a library with a record of each kind that hangs on others."""
    one, two = add_articles(library, make_article(1, tags=("a/b",)), make_article(2))
    newer = add_fact(library, make_fact(make_evidence(one), tags=("a/b", "c")))
    add_fact(
        library,
        make_fact(
            make_evidence(one),
            make_evidence(two),
            value=Decimal("59.5"),
            status=FactStatus.SUPERSEDED,
            superseded_by=newer.uid,
        ),
    )
    memo = add_memo(library, make_memo())
    library.write("Version", lambda c: versions.add(c, memo, "made"), undoable=False)
    library.write("Dismiss", lambda c: dismissals.add(c, memo.uid, "rule", "place", "why"))
    library.write(
        "Trace",
        lambda c: traces.replace(
            c,
            memo.uid,
            [
                traces.SentenceSource(0, 5, one.citekey),
                traces.SentenceSource(6, 9, f"fact:{newer.key}"),
            ],
        ),
        undoable=False,
    )
    return one, memo


def test_removed_article_comes_back_with_all_that_hung_on_it(library: Library) -> None:
    article, _ = _everything(library)
    original = make_original(b"bytes \x00\xff" * 300)
    library.write("Original", lambda c: articles.update(c, article, original))
    before = dump(library)
    library.write("Remove article", lambda c: articles.remove(c, [article.uid]))
    assert dump(library) != before
    undone = library.undo()
    assert undone
    label, changes = undone
    assert label == "Remove article"
    assert changes.articles == {article.uid}
    assert len(changes.facts) == 2  # they lost their evidence and have it again
    assert dump(library) == before
    assert originals.find(library.reader(), article.uid) == original
    assert found(library, "report") == ["source1", "source2"]
    check_index(library)
    assert library.redo()
    assert found(library, "report") == ["source2"]
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_removed_fact_and_memo_come_back(library: Library) -> None:
    _, memo = _everything(library)
    before = dump(library)
    fact = facts.all_facts(library.reader())[0]  # the one that another is superseded by
    library.write("Remove fact", lambda c: facts.remove(c, fact.uid))
    assert facts.all_facts(library.reader())[0].superseded_by is None
    library.write("Remove memo", lambda c: memos.remove(c, memo.uid))
    assert library.undo()
    assert library.undo()
    assert dump(library) == before
    assert versions.of_memo(library.reader(), memo.uid)
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_changes_name_what_an_undo_touches(library: Library) -> None:
    one, two = add_articles(library, make_article(1), make_article(2))
    library.write("Mark", lambda c: articles.mark(c, [two.uid], {"usage": "used"}))
    undone = library.undo()
    assert undone
    assert undone[1].articles == {two.uid}
    redone = library.redo()
    assert redone
    assert redone[1].articles == {two.uid}
    library.write("Save", lambda c: saved_searches.put(c, "mine", "x"))
    undone = library.undo()
    assert undone
    assert undone[1].everything
    assert one


def test_tag_rename_is_undone_for_articles_and_facts(library: Library) -> None:
    article, _ = _everything(library)
    before = dump(library)
    library.write("Rename tag", lambda c: tag_moves.move(c, "a", "x/y"))
    assert articles.get(library.reader(), article.uid).tags == ("x/y/b",)
    undone = library.undo()
    assert undone
    assert undone[1].articles == {article.uid}
    assert len(undone[1].facts) == 1
    assert dump(library) == before
    check_index(library)


def test_rows_that_swap_places_retrace_their_steps(library: Library) -> None:
    one, two = add_articles(
        library,
        make_article(1, published=PartialDate(2025, 1, 1)),
        make_article(2, published=PartialDate(2025, 1, 2)),
    )
    before = dump(library)

    def swap(connection: object) -> None:
        articles.remove(connection, [one.uid])  # pyright: ignore[reportArgumentType]
        moved = replace(two, published=PartialDate(2025, 1, 1))
        articles.update(connection, moved)  # pyright: ignore[reportArgumentType]

    library.write("Swap", swap)
    assert library.undo()
    assert dump(library) == before
    check_index(library)
    assert library.redo()
    check_index(library)
    assert articles.get(library.reader(), two.uid).published == PartialDate(2025, 1, 1)


def test_text_with_nul_and_odd_values_survives(library: Library) -> None:
    body = "before\0after 𝒳 \U0010ffff \ue000 'quote\" ; --"
    (article,) = add_articles(library, make_article(body=body))
    stored = articles.get(library.reader(), article.uid).body
    assert stored == body.replace("\0", "\ufffd")
    library.write("Remove", lambda c: articles.remove(c, [article.uid]))
    assert library.undo()
    assert articles.get(library.reader(), article.uid).body == stored


def test_new_write_ends_redo(library: Library) -> None:
    add_articles(library, make_article(1))
    assert library.undo()
    assert library.redo_label == "Add"
    add_articles(library, make_article(2))
    assert library.redo_label == ""
    assert library.redo() is None


def test_write_that_changes_nothing_is_no_step(library: Library) -> None:
    add_articles(library, make_article(1))
    assert library.undo()
    library.write("Nothing", lambda _: None)
    assert library.undo_label == ""
    assert library.redo_label == "Add"


def test_old_steps_are_forgotten(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undo_log, "MAX_STEPS", 3)
    for number in range(5):
        add_articles(library, make_article(number))
    for _ in range(3):
        assert library.undo()
    assert library.undo() is None
    assert articles.count(library.reader()) == 2


def test_memory_is_bounded_but_the_newest_step_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = add_articles(library, *(make_article(n, body="x" * 50_000) for n in range(20)))
    monkeypatch.setattr(undo_log, "MAX_BYTES", 400_000)
    for article in made:
        library.write("Remove", lambda c, uid=article.uid: articles.remove(c, [uid]))
    steps = 0
    while library.undo():
        steps += 1
    assert 1 <= steps < 20
    library.write(
        "Remove all", lambda c: articles.remove(c, [one.uid for one in articles.every(c)])
    )
    assert library.undo_label == "Remove all"


# Memos are saved as they are typed, outside undo.


def _type(library: Library, memo: Memo, body: str) -> None:
    def work(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        memos.update(connection, replace(here, body=body))  # pyright: ignore[reportArgumentType]

    library.write("Type", work, undoable=False)


def _rename(library: Library, memo: Memo, subject: str) -> None:
    def work(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        renamed = replace(here, fields=(("subject", subject),))
        memos.update(connection, renamed)  # pyright: ignore[reportArgumentType]

    library.write("Rename", work)


def _body(library: Library, memo: Memo) -> str:
    return memos.get(library.reader(), memo.uid).body


def test_typing_is_no_step_and_keeps_the_steps_before(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    add_articles(library, make_article())
    _type(library, memo, "typed")
    assert library.undo_label == "Add"
    assert library.undo()
    assert _body(library, memo) == "typed"
    assert library.redo()
    assert _body(library, memo) == "typed"


def test_typing_keeps_what_can_be_done_again(library: Library) -> None:
    memo = add_memo(library, make_memo())
    add_articles(library, make_article())
    assert library.undo()
    _type(library, memo, "typed")
    assert library.redo_label == "Add"
    assert library.redo()
    assert articles.count(library.reader()) == 1


def test_undone_removal_brings_the_last_text_back(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    _type(library, memo, "last text")
    library.write("Remove memo", lambda c: memos.remove(c, memo.uid))
    assert library.undo()
    assert _body(library, memo) == "last text"
    assert library.undo()  # New memo
    assert memos.rows(library.reader()) == ()
    assert library.redo()
    assert _body(library, memo) == "last text"


def test_renaming_is_undone_under_what_was_typed_since(library: Library) -> None:
    memo = add_memo(library, make_memo(body="old"))
    _rename(library, memo, "New subject")
    _type(library, memo, "typed since")
    assert library.undo_label == "Rename"
    assert library.undo()
    assert memos.get(library.reader(), memo.uid).fields == memo.fields
    assert _body(library, memo) == "typed since"
    assert library.redo()
    assert memos.get(library.reader(), memo.uid).field("subject") == "New subject"
    assert _body(library, memo) == "typed since"


def test_older_text_never_replaces_what_was_typed_since(library: Library) -> None:
    memo = add_memo(library, make_memo(body="first"))
    add_articles(library, make_article())

    def restore(connection: object) -> None:
        here = memos.get(connection, memo.uid)  # pyright: ignore[reportArgumentType]
        versions.add(connection, here, "before")  # pyright: ignore[reportArgumentType]
        memos.update(connection, replace(here, body="restored"))  # pyright: ignore[reportArgumentType]

    library.write("Restore version 1", restore)
    assert library.undo()
    assert _body(library, memo) == "first"
    assert library.redo()
    assert _body(library, memo) == "restored"
    _type(library, memo, "typed since")
    assert library.undo_label == "Add"  # the older step has nothing left to take back
    assert library.undo()
    assert _body(library, memo) == "typed since"
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
    _type(library, memo, "typed")
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
    _type(library, memo, "typed")
    assert library.redo_label == ""
    assert memos.get(library.reader(), memo.uid).field("subject") == memo.field("subject")


def test_a_step_that_goes_as_a_whole_is_taken_back_under_typing_elsewhere(
    library: Library,
) -> None:
    one, two = add_memo(library, make_memo("one")), add_memo(library, make_memo("two"))
    _mark(library, one, "marked", Step("Mark", "Restore it."))
    _type(library, two, "typed")
    assert library.undo()
    assert _body(library, one) == one.body


def test_typing_in_one_memo_keeps_steps_of_another(library: Library) -> None:
    one, two = add_memo(library, make_memo("one")), add_memo(library, make_memo("two"))
    _rename(library, one, "Renamed")
    _type(library, two, "typed")
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


# Whatever was done: all of it undone is the beginning, all of it done again is the end.

Operation = Callable[[Library, int], object]


def _nth(library: Library, number: int) -> Article | None:
    every = list(articles.every(library.reader()))
    return every[number % len(every)] if every else None


def _on_article(change: Callable[[Library, Article, int], object]) -> Operation:
    def operation(library: Library, number: int) -> None:
        article = _nth(library, number)
        if article:
            change(library, article, number)

    return operation


def _edit(library: Library, article: Article, number: int) -> None:
    edited = replace(
        article,
        title=f"Edited {number}",
        body=f"New body {number} 会議",
        published=PartialDate(2020 + number % 3, 1 + number % 2) if number % 4 else None,
        tags=(f"t{number % 3}/x", "common"),
    )
    library.write("Edit", lambda c: articles.update(c, edited, make_original()))


def _remove_some_fact(library: Library, number: int) -> None:
    every = facts.all_facts(library.reader())
    if every:
        fact = every[number % len(every)]
        library.write("Remove fact", lambda c: facts.remove(c, fact.uid))


def _edit_some_fact(library: Library, number: int) -> None:
    every = facts.all_facts(library.reader())
    if every:
        fact = replace(every[number % len(every)], statement=f"Statement {number}", tags=("f/g",))
        library.write("Edit fact", lambda c: facts.update(c, fact))


def _rename_some_tag(library: Library, number: int) -> None:
    every = tags.all_tags(library.reader())
    if every:
        path = every[number % len(every)][1]
        target = ("new/place", f"{path}/below", "common", path.upper())[number % 4]
        library.write("Rename tag", lambda c: tag_moves.move(c, path, target))


def _remove_some_memo(library: Library, number: int) -> None:
    every = memos.rows(library.reader())
    if every:
        uid = every[number % len(every)].uid
        library.write("Remove memo", lambda c: memos.remove(c, uid))


def _type_somewhere(library: Library, number: int) -> None:
    every = memos.rows(library.reader())
    if every:
        memo = memos.get(library.reader(), every[number % len(every)].uid)
        _type(library, memo, f"typed {number}")


def _new_article(number: int) -> Article:
    return make_article(next(COUNTER), tags=(f"t{number % 3}",))


COUNTER = iter(range(10_000_000))

OPERATIONS: dict[str, Operation] = {
    "add": lambda library, n: add_articles(
        library, make_article(next(COUNTER), tags=(f"t{n % 3}",))
    ),
    "edit": _on_article(_edit),
    "mark": _on_article(
        lambda library, article, n: library.write(
            "Mark", lambda c: articles.mark(c, [article.uid], {"rank": n, "note": f"n{n}"})
        )
    ),
    "remove": _on_article(
        lambda library, article, _: library.write(
            "Remove", lambda c: articles.remove(c, [article.uid])
        )
    ),
    "capture": _on_article(
        lambda library, article, _: add_fact(library, make_fact(make_evidence(article)))
    ),
    "edit fact": _edit_some_fact,
    "remove fact": _remove_some_fact,
    "rename tag": _rename_some_tag,
    "memo": lambda library, _: add_memo(library, make_memo(f"memo{next(COUNTER)}")),
    "remove memo": _remove_some_memo,
    "search": lambda library, n: library.write(
        "Save", lambda c: saved_searches.put(c, f"s{n % 3}", f"q{n}")
    ),
}

operations = st.lists(
    st.tuples(st.sampled_from(sorted(OPERATIONS)), st.integers(0, 20)), max_size=12
)


@given(operations)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_all_undone_is_the_beginning_and_all_redone_the_end(done: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder, Library.create(Path(folder) / "a.briefing") as library:
        _everything(library)
        while library.undo():
            pass
        states = [dump(library)]
        for name, number in done:
            OPERATIONS[name](library, number)
            if library.undo_label and dump(library) != states[-1]:
                states.append(dump(library))
        for state in reversed(states[:-1]):
            assert library.undo()
            assert dump(library) == state
        assert library.undo() is None
        for state in states[1:]:
            assert library.redo()
            assert dump(library) == state
        check_index(library)
        assert library.write("Check", integrity.findings, undoable=False) == ()


@given(operations, st.lists(st.sampled_from(["undo", "redo", "type"]), max_size=12))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_typing_among_undo_and_redo_is_never_lost(
    done: list[tuple[str, int]], moves: list[str]
) -> None:
    with TemporaryDirectory() as folder, Library.create(Path(folder) / "a.briefing") as library:
        _, memo = _everything(library)
        for name, number in done:
            OPERATIONS[name](library, number)
        typed = ""
        for number, move in enumerate(moves):
            there = any(row.uid == memo.uid for row in memos.rows(library.reader()))
            if move == "undo":
                library.undo()
            elif move == "redo":
                library.redo()
            elif there:
                typed = f"typed {number}"
                _type(library, memo, typed)
            if typed and any(row.uid == memo.uid for row in memos.rows(library.reader())):
                assert _body(library, memo) == typed
        check_index(library)
        assert library.write("Check", integrity.findings, undoable=False) == ()
