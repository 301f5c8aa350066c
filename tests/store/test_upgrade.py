"""A library of version 1 is upgraded with all that is in it, and finds what a new one finds."""

import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.model.article import Usage
from briefing.model.partial_date import PartialDate
from briefing.model.query import Filter, Node, Words
from briefing.store import article_search, facet_counts, integrity, traces
from briefing.store.connections import APPLICATION_ID
from briefing.store.library_file import Library
from briefing.store.migrations import SQL_FOLDER, statements
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    check_index,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)

WORDS = ("cartels", "mexico", "region", "naive", "中文", "nytimes", "lopez", "nowhere")
FILTERS = (
    Filter("tag", "region"),
    Filter("usage", "used"),
    Filter("rank", "2"),
    Filter("publisher", "nytimes"),
    Filter("cited", "yes"),
    Filter("on", "2025-09"),
    Filter("has", "fact"),
)


def _fill(path: Path) -> None:
    with Library.create(path) as library:
        made = add_articles(
            library,
            *(
                make_article(
                    n,
                    title=f"Title {n} naïve",
                    body=("Cartels in Mexico 中文", "Nothing")[n % 2],
                    authors=("Ana López",),
                    published=PartialDate(2025, 9, n + 1) if n % 5 else None,
                    usage=list(Usage)[n % 4],
                    rank=n % 3 or None,
                    tags=("region/mexico", "topic")[: n % 3],
                )
                for n in range(20)
            ),
        )
        add_fact(library, make_fact(make_evidence(made[0], "Cartels")))
        memo = add_memo(library, make_memo())
        source = traces.SentenceSource(0, 3, made[1].citekey)
        library.write("Trace", lambda c: traces.replace(c, memo.uid, [source]), undoable=False)


def _as_version_1(new: Path, old: Path) -> None:
    """Write what a library holds as the first Briefing would have written it."""
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        script = (SQL_FOLDER / "001_initial.sql").read_text(encoding="utf-8")
        for statement in statements(script):
            connection.execute(statement)
        connection.execute("ATTACH ? AS new", (str(new),))
        tables = connection.execute(
            "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_fts%'"
            " AND name NOT IN ('index_pending', 'article_texts', 'sqlite_sequence')"
        ).fetchall()
        for (table,) in tables:
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
            names = ", ".join(name for (name,) in columns.fetchall())
            connection.execute(
                f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}"
            )
        connection.execute(
            "INSERT INTO main.article_texts SELECT t.sort_id, t.article_pk, h.title, h.publisher,"
            " h.authors, '', t.body, t.body_words, 'x' FROM new.article_texts AS t"
            " JOIN new.article_heads AS h ON h.article_pk = t.article_pk"
        )
        connection.execute("DELETE FROM main.index_pending")
        connection.execute("INSERT INTO article_fts (article_fts) VALUES ('rebuild')")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")


def _answers(library: Library) -> list[object]:
    reader = library.reader()
    queries: list[Node | None] = [None, *map(Words, WORDS), *FILTERS]
    pages = [
        article_search.find_page(reader, query, sort, 50, "").ids
        for query in queries
        for sort in article_search.SORTS
    ]
    return [pages, [facet_counts.count(reader, query) for query in queries]]


def test_version_1_library_finds_the_same_after_its_upgrade(tmp_path: Path) -> None:
    new, old = tmp_path / "new.briefing", tmp_path / "old.briefing"
    _fill(new)
    _as_version_1(new, old)
    with Library.open(new) as library:
        expected = _answers(library)
    with Library.open(old) as library:
        assert _answers(library) == expected
        assert library.write("Check", integrity.findings, undoable=False) == ()
        check_index(library)
    assert len(list(tmp_path.glob("old.before-v*.briefing"))) == 1


def test_upgrade_that_was_cut_off_before_the_index_was_filled_goes_on(tmp_path: Path) -> None:
    new = tmp_path / "new.briefing"
    _fill(new)
    with closing(sqlite3.connect(new)) as connection:
        connection.execute("INSERT INTO article_fts (article_fts) VALUES ('delete-all')")
        connection.execute("INSERT INTO index_pending (sort_id) SELECT sort_id FROM article_texts")
        connection.execute("UPDATE article_heads SET tags = '', meta = ''")
        connection.execute("DELETE FROM terms")
        connection.commit()
    with Library.open(new) as library:
        assert library.write("Check", integrity.findings, undoable=False) == ()
        check_index(library)
