"""Facts and memos are found by the same line as articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import InputError
from briefing.model.fact import FactKind, FactStatus
from briefing.model.partial_date import PartialDate
from briefing.services.searching import Searching
from briefing.store import memos, traces
from briefing.store.library_file import Library
from briefing.text.fact_filter import fact_matches
from briefing.text.query_language import parse_query
from tests.store.records import (
    add_articles,
    add_fact,
    add_memo,
    make_article,
    make_evidence,
    make_fact,
    make_memo,
)

LONG = "## Background\n\n" + "filler " * 200 + "The embargo on López Obrador's allies stands.\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.create(tmp_path_factory.mktemp("records") / "a.briefing") as library:
        (article,) = add_articles(library, make_article(1))
        evidence = make_evidence(article)
        add_fact(
            library,
            make_fact(
                evidence,
                key="aaa",
                statement="Mexico sent 59 high-value targets north",
                kind=FactKind.FIGURE,
                as_of=PartialDate.parse("2025-09"),
                tags=("region/México", "topic/cartels"),
            ),
        )
        add_fact(
            library,
            make_fact(key="bbb", statement="Tariffs rose", status=FactStatus.DISPUTED),
        )
        add_fact(
            library,
            make_fact(key="ccc", statement="关税上升", as_of=PartialDate.parse("2024~")),
        )
        memo = add_memo(library, make_memo("arms", LONG))
        add_memo(
            library,
            make_memo("trade", "Tariffs.", fields=(("subject", "On tariffs"), ("date", "2025-10"))),
        )
        cited = [traces.SentenceSource(0, 3, "fact:aaa")]
        library.write("Trace", lambda c: traces.replace(c, memo.uid, cited), undoable=False)
        yield library


@pytest.fixture
def searching(library: Library) -> Searching:
    return Searching(library)


FACTS = {
    "": "ccc bbb aaa",
    "mexico": "aaa",
    "MÉXICO target": "aaa",
    '"high-value targets"': "aaa",
    '"high-value target"': "",
    "ministers": "aaa",  # of the quote
    "关税": "ccc",
    "NEAR(sent targets, 3)": "aaa",
    "NEAR(sent north, 1)": "",
    "tariff OR mexico": "bbb aaa",
    "-tariff": "ccc aaa",
    "tag:region/mexico": "aaa",
    "tag:topic": "aaa",
    "tag:top": "",
    "kind:figure": "aaa",
    "status:disputed": "bbb",
    "status:current tariffs": "",
    "key:BBB": "bbb",
    "after:2025": "aaa",
    "before:2025": "ccc",
    "on:2025-09-03": "aaa",
    "on:2024": "ccc",
    "-on:2024": "bbb aaa",
    "cited:yes": "aaa",
    "cited:no": "ccc bbb",
    "in:arms": "aaa",
    "in:memo": "aaa",
    "in:trade": "",
    "usage:used": "",
    "-usage:used": "ccc bbb aaa",
    "title:tariffs": "",
}


@pytest.mark.parametrize("line", FACTS)
def test_line_finds_facts(searching: Searching, line: str) -> None:
    page = searching.facts(line)
    assert [hit.fact.key for hit in page.hits] == FACTS[line].split()


def test_facts_show_where_the_words_stand(searching: Searching) -> None:
    (hit,) = searching.facts("targets ministers").hits
    marked = [hit.statement.text[start:end] for start, end in hit.statement.marks]
    assert marked == ["targets"]
    assert [hit.quote.text[start:end] for start, end in hit.quote.marks] == ["ministers"]


def test_field_that_no_fact_has_is_told(searching: Searching) -> None:
    assert searching.facts("usage:used title:x").problems == (
        "No fact has “usage:”; it finds none.",
        "No fact has “title:”; it finds none.",
    )
    assert searching.facts("rank:high").problems
    assert searching.facts("tag:x").problems == ()


EXACT = ['"mexico"', '"59 high-value"', "targ*", "tag:region/mexico", "kind:figure", "-kind:event"]
EXACT += ["after:2025-10", "on:2025", "before:2025-10", "key:aaa OR key:bbb", "status:current"]


@pytest.mark.parametrize("line", EXACT)
def test_blocks_of_facts_in_memos_find_the_same(searching: Searching, line: str) -> None:
    root = parse_query(line).root
    every = [hit.fact for hit in searching.facts("").hits]
    found = [hit.fact for hit in searching.facts(line).hits]
    assert found == [fact for fact in every if fact_matches(fact, root)]


def test_facts_page_through_to_the_end(searching: Searching) -> None:
    keys: list[str] = []
    after = ""
    while True:
        page = searching.facts("", limit=1, after=after)
        keys += [hit.fact.key for hit in page.hits]
        if not (after := page.after):
            break
    assert keys == ["ccc", "bbb", "aaa"]
    with pytest.raises(InputError):
        searching.facts("", after="date:5")


MEMOS = {
    "": "trade arms",
    "tariff": "trade",
    "title:tariffs": "trade",
    "title:embargo": "",
    "embargo lopez": "arms",
    "minister": "arms",  # to whom it goes
    "on:2025-10": "trade",
    "after:2026": "",
    "in:ARMS": "arms",
    "-tariffs": "arms",
    "rank:1": "",
}


@pytest.mark.parametrize("line", MEMOS)
def test_line_finds_memos(searching: Searching, line: str) -> None:
    assert [hit.memo.slug for hit in searching.memos(line).hits] == MEMOS[line].split()


def test_memos_show_where_the_words_stand(searching: Searching) -> None:
    (hit,) = searching.memos("embargo").hits
    assert "The embargo on López" in hit.snippet.text
    (hit,) = searching.memos("tariffs").hits
    assert [hit.title.text[start:end] for start, end in hit.title.marks] == ["tariffs"]


def test_memos_page_through_to_the_end(searching: Searching) -> None:
    first = searching.memos("", limit=1)
    second = searching.memos("", limit=1, after=first.after)
    assert [hit.memo.slug for hit in (*first.hits, *second.hits)] == ["trade", "arms"]
    assert second.after == ""
    with pytest.raises(InputError):
        searching.memos("", after="fact:1")


def test_memo_is_found_as_it_was_last_written(tmp_path: Path) -> None:
    with Library.create(tmp_path / "a.briefing") as library:
        searching = Searching(library)
        memo = add_memo(library, make_memo("one", "Old words."))
        assert [hit.memo.slug for hit in searching.memos("old").hits] == ["one"]
        newer = make_memo("one", "New words.", uid=memo.uid)
        library.write("Type", lambda c: memos.update(c, newer), undoable=False)
        assert searching.memos("old").hits == ()
        assert [hit.memo.slug for hit in searching.memos("new").hits] == ["one"]
        library.write("Remove memo", lambda c: memos.remove(c, memo.uid))
        assert searching.memos("new").hits == ()
        library.undo()
        assert [hit.memo.slug for hit in searching.memos("new").hits] == ["one"]


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_raises(searching: Searching, line: str) -> None:
    searching.facts(line)
    searching.memos(line)
