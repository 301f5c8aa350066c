"""Checks find whatever does not agree, and repair derives it again."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.model.finding import Finding
from briefing.store import articles, integrity, repair, traces
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    check_index,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
)


def _filled(path: Path) -> None:
    with Library.create(path) as library:
        one, _ = add_articles(library, make_article(1, tags=("a/b",)), make_article(2, body="中文"))
        library.write("Original", lambda c: articles.update(c, one, make_original()))
        add_fact(library, make_fact(make_evidence(one), tags=("a/b",)))
        memo = add_memo(library, make_memo())
        source = traces.SentenceSource(0, 3, one.citekey)
        library.write("Trace", lambda c: traces.replace(c, memo.uid, [source]), undoable=False)


def _break(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def _check(library: Library) -> tuple[Finding, ...]:
    return library.write("Check", integrity.findings, undoable=False)


MENDED: dict[str, tuple[str, tuple[str, ...]]] = {
    "index emptied": (
        "search-index",
        ("INSERT INTO article_fts (article_fts) VALUES ('delete-all')",),
    ),
    "facts' index emptied": (
        "search-index",
        ("INSERT INTO fact_fts (fact_fts) VALUES ('delete-all')",),
    ),
    "index's own tables damaged": (
        "search-index",
        (
            "UPDATE article_fts_data SET block = zeroblob(20)",
            "DELETE FROM fact_fts_data",
            "DELETE FROM memo_fts_docsize",
        ),
    ),
    "tokens": (
        "search-index",
        ("UPDATE article_heads SET meta = 'x'",),
    ),
    "cut words": (
        "search-index",
        ("UPDATE article_texts SET body_words = NULL", "DELETE FROM index_pending"),
    ),
    "dictionary": ("search-index", ("UPDATE terms SET docs = docs + 1 WHERE term = 'mexico'",)),
    "facets": ("search-index", ("UPDATE facet_sets SET usage = 'used'",)),
    "facets lost": ("search-index", ("DELETE FROM article_facets",)),
    "fact's words": ("search-index", ("UPDATE fact_texts SET quotes = 'x'",)),
    "fact's row": ("search-index", ("DELETE FROM fact_texts",)),
    "order": ("order", ("UPDATE articles SET sort_id = sort_id - 10000000000",)),
    "text lost": ("texts", ("DELETE FROM article_texts WHERE article_pk = 2",)),
    "article lost": ("references", ("DELETE FROM articles WHERE pk = 1",)),
    "fact lost": ("references", ("DELETE FROM facts",)),
    "memo lost": ("references", ("DELETE FROM memos",)),
    "superseded by nothing": ("references", ("UPDATE facts SET superseded_by = 99",)),
}
_SPOILT_PICTURE = (
    "INSERT INTO pictures (key, name, media_type, width, height, sha256, data, added_at)"
    " VALUES ('map', 'map.png', 'image/png', 4, 3, 'abc', x'00', '2026-01-01')"
)
TOLD: dict[str, tuple[str, tuple[str, ...]]] = {
    "original": ("originals", ("UPDATE originals SET data = x'00'",)),
    "picture": ("pictures", (_SPOILT_PICTURE,)),
    "trigger gone": ("schema", ("DROP TRIGGER article_texts_moved",)),
    "trigger added": (
        "schema",
        ("CREATE TRIGGER sly AFTER INSERT ON memos BEGIN DELETE FROM articles; END",),
    ),
}


def test_whole_library_has_no_findings(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    _filled(path)
    with Library.open(path) as library:
        assert _check(library) == ()
        library.write("Repair", repair.rebuild, undoable=False)
        assert _check(library) == ()


@pytest.mark.parametrize("fault", MENDED)
def test_fault_is_found_and_mended(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "a.briefing"
    _filled(path)
    rule, statements = MENDED[fault]
    _break(path, *statements)
    with Library.open(path) as library:
        found = _check(library)
        assert rule in {one.rule for one in found}
        assert all(one.mend and one.place and one.reason for one in found)
        library.write("Repair", repair.rebuild, undoable=False)
        assert _check(library) == ()
        check_index(library)
        assert library.undo() is None


def test_article_that_waits_is_indexed_when_the_library_opens(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    _filled(path)
    _break(path, "DELETE FROM article_heads WHERE article_pk = 1")
    with Library.open(path) as library:
        assert _check(library) == ()
        check_index(library)


@pytest.mark.parametrize("fault", TOLD)
def test_fault_that_only_a_backup_mends_is_told(tmp_path: Path, fault: str) -> None:
    path = tmp_path / "a.briefing"
    _filled(path)
    rule, statements = TOLD[fault]
    _break(path, *statements)
    with Library.open(path) as library:
        found = _check(library)
        assert {one.rule for one in found} == {rule}
        assert "backup" in found[0].mend


def test_damaged_page_is_told_by_the_file_check(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        made = [make_article(n, body=f"{n} " * 3000) for n in range(30)]
        add_articles(library, *made)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"28 28 28")
    page = at - at % 4096
    data[page : page + 8] = b"\xff" * 8
    path.write_bytes(data)
    with Library.open(path) as library:
        found = _check(library)
    assert found[0].rule == "file"
    assert "backup" in found[0].mend


def test_long_list_of_one_kind_is_cut(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        add_articles(library, *(make_article(n) for n in range(50)))
    _break(path, "UPDATE article_heads SET title = 'x'", "DELETE FROM index_pending")
    with Library.open(path) as library:
        found = _check(library)
    assert len(found) < 50
    assert any("more of this kind" in one.reason for one in found)
