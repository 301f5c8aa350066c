"""Undo and redo: every change of a record comes back to the letter."""

from dataclasses import replace

import pytest

from briefing.model.partial_date import PartialDate
from briefing.store import (
    articles,
    facts,
    integrity,
    memos,
    originals,
    saved_searches,
    tag_moves,
    undo_log,
    versions,
)
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    check_index,
    dump,
    found,
    make_article,
    make_original,
)
from tests.store.undone_records import everything


def test_removed_article_comes_back_with_all_that_hung_on_it(library: Library) -> None:
    article, _ = everything(library)
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
    _, memo = everything(library)
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
    article, _ = everything(library)
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
