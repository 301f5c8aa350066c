"""Whatever is done to a library, undo leads back to its beginning, and redo to its end."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from briefing.store import (
    articles,
    facts,
    integrity,
    memos,
    saved_searches,
    tag_moves,
    tags,
)
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    check_index,
    dump,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
)
from tests.store.undone_records import body_of, everything, type_body

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
        type_body(library, memo, f"typed {number}")


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
        everything(library)
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
        _, memo = everything(library)
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
                type_body(library, memo, typed)
            if typed and any(row.uid == memo.uid for row in memos.rows(library.reader())):
                assert body_of(library, memo) == typed
        check_index(library)
        assert library.write("Check", integrity.findings, undoable=False) == ()
