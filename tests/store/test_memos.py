"""Memos, their versions, dismissals and sentence sources; saved searches and settings."""

from dataclasses import replace

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.store import (
    article_rows,
    dismissals,
    integrity,
    library_settings,
    memos,
    saved_searches,
    traces,
    versions,
)
from briefing.store.library_file import Library
from briefing.store.traces import SentenceSource
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    found,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)

CITED = 'meta : "\ue000k"'


def test_memo_comes_back_with_its_fields_in_order(library: Library) -> None:
    fields = (("b", "2"), ("a", "1"), ("a", "again"), ("subject", "Überblick"))
    memo = add_memo(library, make_memo("one", "Body\n\u2028 𝒳", fields=fields))
    assert memos.get(library.reader(), memo.uid) == memo
    assert memos.find_by_slug(library.reader(), "ONE") == memo
    assert memos.find_by_slug(library.reader(), "two") is None
    assert memo.fields == fields


def test_rows_show_the_last_changed_first(library: Library) -> None:
    one, two = add_memo(library, make_memo("one")), add_memo(library, make_memo("two"))
    library.write("Version", lambda c: versions.add(c, one, "exported"), undoable=False)
    assert [row.slug for row in memos.rows(library.reader())] == ["two", "one"]
    library.write("Type", lambda c: memos.update(c, replace(one, body="new")), undoable=False)
    rows = memos.rows(library.reader())
    assert [(row.slug, row.version) for row in rows] == [("one", 1), ("two", 0)]
    assert rows[0].title == "On one"
    assert two


def test_update_writes_only_what_changed(library: Library) -> None:
    memo = add_memo(library, make_memo())
    library.write("Type", lambda c: memos.update(c, memo), undoable=False)
    assert memos.get(library.reader(), memo.uid) == memo
    library.write("Slug", lambda c: memos.update(c, replace(memo, slug="other")))
    assert memos.get(library.reader(), memo.uid).slug == "other"


def test_missing_memo_and_version_are_told(library: Library) -> None:
    with pytest.raises(NotFoundError, match="no memo"):
        memos.get(library.reader(), Uid("x"))
    memo = add_memo(library, make_memo())
    with pytest.raises(NotFoundError, match="no version 4"):
        versions.get(library.reader(), memo.uid, 4)


def test_versions_are_numbered_and_not_repeated(library: Library) -> None:
    memo = add_memo(library, make_memo(body="one"))
    first = library.write("V", lambda c: versions.add(c, memo, "made"), undoable=False)
    again = library.write("V", lambda c: versions.add(c, memo, "made again"), undoable=False)
    assert again == first
    changed = replace(memo, body="two")
    second = library.write("V", lambda c: versions.add(c, changed, "more"), undoable=False)
    assert (second.number, second.body, second.reason) == (2, "two", "more")
    assert versions.of_memo(library.reader(), memo.uid) == (second, first)
    assert versions.get(library.reader(), memo.uid, 1) == first


def test_dismissal_is_remembered_and_forgotten(library: Library) -> None:
    memo = add_memo(library, make_memo())
    library.write("Dismiss", lambda c: dismissals.add(c, memo.uid, "rule", "a sentence", "why"))
    library.write("Dismiss", lambda c: dismissals.add(c, memo.uid, "rule", "a sentence", "better"))
    (one,) = dismissals.of_memo(library.reader(), memo.uid)
    assert (one.rule, one.place, one.reason) == ("rule", "a sentence", "better")
    library.write("Show", lambda c: dismissals.remove(c, memo.uid, "rule", "a sentence"))
    assert dismissals.of_memo(library.reader(), memo.uid) == ()
    assert library.undo()
    assert dismissals.of_memo(library.reader(), memo.uid) == (one,)


def test_sources_mark_articles_as_cited(library: Library) -> None:
    one, two = add_articles(library, make_article(1), make_article(2))
    fact = add_fact(library, make_fact(make_evidence(two)))
    memo = add_memo(library, make_memo())
    sources = [SentenceSource(0, 9, one.citekey), SentenceSource(10, 20, "unknown")]

    def trace(*rows: SentenceSource) -> None:
        library.write("Type", lambda c: traces.replace(c, memo.uid, rows), undoable=False)

    trace(*sources)
    assert found(library, CITED) == ["source1"]
    assert traces.of_memo(library.reader(), memo.uid) == tuple(sources)
    assert article_rows.get(library.reader(), one.uid).memo_count == 1
    trace(SentenceSource(3, 12, f"fact:{fact.key}"))
    assert found(library, CITED) == ["source2"]
    assert article_rows.get(library.reader(), two.uid).memo_count == 1
    keys = traces.keys_of_article(library.reader(), two.uid)
    assert keys == ("source2", f"fact:{fact.key}")
    assert traces.memos_citing(library.reader(), keys) == (memo.uid,)
    assert traces.memos_citing(library.reader(), [one.citekey]) == ()
    library.write("Remove", lambda c: memos.remove(c, memo.uid))
    assert found(library, CITED) == []
    assert library.undo()
    assert found(library, CITED) == ["source2"]
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_article_that_comes_after_its_citation_is_cited(library: Library) -> None:
    memo = add_memo(library, make_memo())
    source = SentenceSource(0, 9, "source1")
    library.write("Type", lambda c: traces.replace(c, memo.uid, [source]), undoable=False)
    add_articles(library, make_article(1))
    assert found(library, CITED) == ["source1"]


def test_saved_searches_are_kept_by_name(library: Library) -> None:
    one = library.write("Save", lambda c: saved_searches.put(c, " My  search ", "tag:a"))
    assert (one.name, one.query) == ("My search", "tag:a")
    again = library.write("Save", lambda c: saved_searches.put(c, "MY SEARCH", "tag:b"))
    assert again.uid == one.uid
    assert saved_searches.every(library.reader()) == (again,)
    with pytest.raises(InputError, match="name"):
        library.write("Save", lambda c: saved_searches.put(c, " ", "tag:b"))
    library.write("Remove", lambda c: saved_searches.remove(c, one.uid))
    with pytest.raises(NotFoundError):
        library.write("Remove", lambda c: saved_searches.remove(c, one.uid))


def test_settings_are_kept_and_removed(library: Library) -> None:
    for value in ("one", "two", ""):
        library.write("Set", lambda c, v=value: library_settings.put(c, "k", v), undoable=False)
        assert library_settings.get(library.reader(), "k") == value
