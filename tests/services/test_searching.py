"""Searching as the window and the command line ask for it."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import InputError, NotFoundError, SearchInterrupted
from briefing.model.ids import Uid
from briefing.model.search_page import Facets, Marked, Total
from briefing.services.searching import LibraryCounts, Searching
from briefing.store import articles, facet_counts, library_settings
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
    make_original,
)

BODY = """## Summary

The two governments **agreed** on [security cooperation](https://example.org/x), and on a
bilateral group. Sheinbaum highlighted the arrest of 59 high-value targets by Mexico.

## Background

Officials in López Obrador's party had asked for help against the flow of weapons.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.create(tmp_path_factory.mktemp("searching") / "a.briefing") as library:
        made = add_articles(
            library,
            make_article(1, title="U.S. and Mexico Vow to Fight Crime", body=BODY),
            make_article(2, title="Tariffs", body="x " * 4000 + "the tariff rose", summary="Sum."),
            make_article(
                3, title="北京峰会", body="代表在北京讨论安全保障问题", publisher="新华社"
            ),
        )
        add_fact(library, make_fact(make_evidence(made[0], "59 high-value targets"), key="7k2"))
        add_memo(library, make_memo("arms"))
        yield library


@pytest.fixture
def searching(library: Library) -> Searching:
    return Searching(library)


def _keys(searching: Searching, line: str) -> list[str]:
    return [hit.article.citekey for hit in searching.search(line).hits]


LINES = {
    "": ["source3", "source2", "source1"],
    "mexico": ["source1"],
    "MÉXICO lopez": ["source1"],
    '"security cooperation"': ["source1"],
    "-mexico": ["source3", "source2"],
    "tariff OR weapons": ["source1", "source2"],
    "安全": ["source3"],
    "publisher:新华": ["source3"],
    "has:fact": ["source1"],
    "on:2025-09 title:tariffs": ["source2"],
    "before:2025-09-03": [],
    "tarif*": ["source2"],
    "nowhere": [],
}


@pytest.mark.parametrize("line", LINES)
def test_line_finds(searching: Searching, line: str) -> None:
    assert sorted(_keys(searching, line)) == sorted(LINES[line])


def _marked(text: Marked) -> list[str]:
    return [text.text[start:end] for start, end in text.marks]


def test_hits_are_marked_in_title_and_snippet(searching: Searching) -> None:
    (hit,) = searching.search('mexico "security cooperation" lopez').hits
    assert _marked(hit.title) == ["Mexico"]
    assert "Mexico" in _marked(hit.snippet) or "security cooperation" in _marked(hit.snippet)
    assert "**" not in hit.snippet.text
    assert "](" not in hit.snippet.text
    assert "\n" not in hit.snippet.text


def test_hit_deep_in_a_long_text_is_shown(searching: Searching) -> None:
    (hit,) = searching.search("tariff rose").hits
    assert "tariff rose" in hit.snippet.text
    assert hit.snippet.text.startswith("… ")
    assert _marked(hit.snippet) == ["tariff", "rose"]


def test_without_words_the_summary_is_shown(searching: Searching) -> None:
    hits = {hit.article.citekey: hit for hit in searching.search("").hits}
    assert hits["source2"].snippet == Marked("Sum.")
    assert hits["source1"].snippet.text.startswith("The two governments agreed on security")
    assert hits["source1"].title.marks == ()


def test_what_was_not_understood_is_told(searching: Searching) -> None:
    page = searching.search("rank:high mexico")
    assert page.problems
    assert searching.search("mexico").problems == ()


def test_pages_go_on_to_the_end(searching: Searching) -> None:
    keys: list[str] = []
    after = ""
    for _ in range(3):
        page = searching.search("", limit=1, after=after)
        keys += [hit.article.citekey for hit in page.hits]
        after = page.after
    assert after == ""
    assert keys == ["source3", "source2", "source1"]
    with pytest.raises(InputError):
        searching.search("", after="nonsense")
    with pytest.raises(InputError):
        searching.search("", sort="colour")


@given(st.text(max_size=40), st.sampled_from(["auto", "date", "rank", "added", "title"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_raises(searching: Searching, line: str, sort: str) -> None:
    page = searching.search(line, sort=sort)
    for hit in page.hits:
        for text in (hit.title, hit.snippet):
            assert all(0 <= start < end <= len(text.text) for start, end in text.marks)
    assert searching.facets(line).total >= len(page.hits)
    searching.anything(line)


def test_count_stops_where_it_may(searching: Searching) -> None:
    assert searching.count("") == Total(3)
    assert searching.count("", most=2) == Total(2, has_more=True)
    assert str(Total(1_000, has_more=True)) == "1,000+"
    assert searching.count("nowhere") == Total(0)


def test_recent_lines_are_kept_with_the_library(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    with Library.create(path) as library:
        searching = Searching(library)
        assert searching.recent() == ()
        for line in ("first", "second", " FIRST  ", "", "x" * 5_000):
            searching.remember(line)
        assert searching.recent() == ("FIRST", "second")
        assert library.undo_label == ""
    with Library.open(path) as library:
        searching = Searching(library)
        for number in range(30):
            searching.remember(f"line {number}")
        assert len(searching.recent()) == 20
        assert searching.recent()[0] == "line 29"
        library.write(
            "Spoil", lambda c: library_settings.put(c, "searching.recent", "{"), undoable=False
        )
        assert searching.recent() == ()


def test_facets_are_of_what_is_found(searching: Searching) -> None:
    facets = searching.facets("mexico OR tariff")
    assert facets.total == 2
    assert (facets.usage[0].value, facets.usage[0].count) == ("candidate", 2)
    assert [(one.value, one.count) for one in facets.months] == [("2025-09", 2)]


@pytest.mark.parametrize("line", ["", "mexico OR tariff", "after:2020", "nothingofthesort"])
def test_facets_of_a_large_library_are_read_side_by_side(
    searching: Searching, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = searching.facets(line)
    monkeypatch.setattr(facet_counts, "PART", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert searching.facets(line) == expected


def test_facets_may_be_of_the_newest_alone(searching: Searching) -> None:
    newest = searching.facets("", newest=2)
    assert (newest.total, newest.has_more) == (2, True)
    every = searching.facets("", newest=3)
    assert (every.total, every.has_more) == (3, False)
    assert not searching.facets("").has_more


def test_single_records(searching: Searching, library: Library) -> None:
    article = searching.article_by_citekey("source1")
    assert searching.article(article.uid) == article
    row = searching.row(article.uid)
    assert (row.title, row.fact_count, row.memo_count) == (article.title, 1, 0)
    assert searching.original(article.uid) is None
    for ask in (searching.article, searching.row):
        with pytest.raises(NotFoundError):
            ask(Uid("nowhere"))
    assert searching.counts() == LibraryCounts(3, 1, 1)
    assert [one.citekey for one in searching.all_rows()] == ["source3", "source2", "source1"]
    assert library


def test_original_is_given_back(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        article, original = make_article(), make_original()
        library.write("Add", lambda c: articles.add(c, article, original))
        assert Searching(library).original(article.uid) == original


def test_saved_searches_are_kept_and_undone(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        searching = Searching(library)
        assert searching.save_search("Mine", "tag:a")
        (saved,) = searching.saved()
        assert (saved.name, saved.query) == ("Mine", "tag:a")
        assert searching.remove_saved(saved.uid)
        assert searching.saved() == ()
        assert library.undo()
        assert searching.saved() == (saved,)


# Stopping


def _endless(connection: sqlite3.Connection, *_asked: object) -> bytes:
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    connection.execute(count).fetchall()
    raise AssertionError("it ended")


def test_running_search_is_stopped(searching: Searching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facet_counts, "read_marks", _endless)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(searching.facets, "")
        while not running.done():
            searching.interrupt()
        with pytest.raises(SearchInterrupted):
            running.result()
        monkeypatch.undo()
        assert pool.submit(searching.facets, "").result().total == 3


def test_search_between_two_statements_is_stopped(
    searching: Searching, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def waits(_connection: sqlite3.Connection, _marks: bytes) -> Facets:
        reached.set()
        go_on.wait(10)
        return Facets(0)

    monkeypatch.setattr(facet_counts, "count_marks", waits)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(searching.facets, "")
        reached.wait(10)
        searching.interrupt()
        go_on.set()
        with pytest.raises(SearchInterrupted):
            running.result()


def test_interrupt_without_a_search_harms_none(searching: Searching) -> None:
    searching.interrupt()
    assert searching.facets("").total == 3


# Looking up


LOOKED_UP = {
    "vow fight": ("article", "U.S. and Mexico Vow to Fight Crime"),
    "mexvow": ("article", "U.S. and Mexico Vow to Fight Crime"),
    "SOURCE2": ("article", "Tariffs"),
    "tar": ("article", "Tariffs"),
    "北京": ("article", "北京峰会"),
    "7k2": ("fact", "The ministers met in Mexico."),
    "ministers": ("fact", "The ministers met in Mexico."),
    "arms": ("memo", "On arms"),
}


@pytest.mark.parametrize("text", LOOKED_UP)
def test_few_letters_name_a_record(searching: Searching, text: str) -> None:
    found = searching.anything(text)
    assert (found[0].kind, found[0].title) == LOOKED_UP[text]
    assert found[0].uid
    assert found[0].detail


def test_nothing_typed_offers_the_newest(searching: Searching) -> None:
    assert {one.kind for one in searching.anything("")} == {"article", "fact", "memo"}
    assert len(searching.anything("", limit=2)) == 2
    assert searching.anything("zzzqqq") == ()


def test_letters_of_the_pattern_language_are_only_letters(searching: Searching) -> None:
    for text in ("%", "_", "\\", "%_%", "'", '"', "*", "[a-z]"):
        assert all(text.casefold() in one.title.casefold() for one in searching.anything(text))


def test_every_article_found_is_named_in_order(library: Library) -> None:
    searching = Searching(library)
    found = searching.search("", sort="date", limit=50).hits
    assert searching.uids("", "date") == tuple(hit.article.uid for hit in found)
    assert len(searching.uids("tariff")) == 1
    assert searching.uids("nosuchword") == ()


def test_an_article_without_text_is_listed_with_the_others(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        add_articles(library, make_article(1, title="Only a title", body=""), make_article(2))
        for line in ("", "title:only"):
            assert "source1" in _keys(Searching(library), line)
