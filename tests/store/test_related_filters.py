"""Filters by what an article has to do with memos, copies and colours; words near one another."""

import pytest

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import article_index, article_search, articles, facet_counts, memos, traces
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
)

TEXTS = ("alpha one two beta", "alpha one two three four beta", "beta alpha", "naïve 東京 beta", "")
QUERIES: dict[str, tuple[Node, set[int]]] = {
    "in any memo": (Filter("in", "memo"), {0, 1}),
    "in this memo": (Filter("in", "First"), {0, 1}),
    "in the other": (Filter("in", "second"), {1}),
    "in no such memo": (Filter("in", "third"), set()),
    "not in this memo": (Not(Filter("in", "first")), {2, 3, 4}),
    "in either": (Or((Filter("in", "second"), Words("naive"))), {1, 3}),
    "copies": (Filter("dup", "yes"), {2, 3}),
    "has copies": (Filter("has", "copies"), {2, 3}),
    "no copies": (Filter("dup", "no"), {0, 1, 4}),
    "copies of": (Filter("dup", "SOURCE3"), {2, 3}),
    "copies of what has none": (Filter("dup", "source1"), set()),
    "colour": (Filter("colour", "red"), {4}),
    "has a colour": (Filter("has", "colour"), {4}),
    "near": (Near((Words("alpha"), Words("beta")), 2), {0, 2}),
    "nearer": (Near((Words("alpha"), Words("beta")), 0), {2}),
    "near a beginning": (Near((Words("two"), Words("thr", prefix=True)), 1), {1}),
    "near a phrase": (Near((Words("one two", phrase=True), Words("beta")), 0), {0}),
    "near in a script without spaces": (Near((Words("naive"), Words("東京")), 0), {3}),
    "near nothing": (Near((Words("naive"), Words("…")), 3), {3}),
    "near in titles": (
        Near((Words("report", "title"), Words("cartels", "title")), 5),
        set(range(5)),
    ),
    "near and more": (
        And((Near((Words("alpha"), Words("beta")), 9), Filter("in", "memo"))),
        {0, 1},
    ),
}


@pytest.fixture
def filled(library: Library) -> Library:
    made = add_articles(
        library,
        *(
            make_article(n, body=text, colour="red" if n == 4 else "")
            for n, text in enumerate(TEXTS)
        ),
    )
    fact = add_fact(library, make_fact(make_evidence(made[1], "one")))
    first, second = add_memo(library, make_memo("first")), add_memo(library, make_memo("second"))
    cited = [
        (first, [made[0].citekey, f"fact:{fact.key}"]),
        (second, [made[1].citekey]),
    ]
    for memo, keys in cited:
        sources = [traces.SentenceSource(n, n + 1, key) for n, key in enumerate(keys)]
        library.write(
            "Trace", lambda c, m=memo, s=sources: traces.replace(c, m.uid, s), undoable=False
        )
    library.write(
        "Cluster",
        lambda c: [
            c.executemany("INSERT INTO duplicate_members VALUES (?, ?)", [(3, 3), (4, 3)]),
            article_index.refresh(c, (3, 4)),
        ],
    )
    return library


def _found(library: Library, root: Node) -> set[int]:
    reader = library.reader()
    page = article_search.find_page(reader, root, "date", 50, "")
    names = dict(reader.execute("SELECT sort_id, citekey FROM articles").fetchall())
    assert facet_counts.total(reader, root, 50) == len(page.ids)
    return {int(names[one].removeprefix("source")) for one in page.ids}


@pytest.mark.parametrize("name", QUERIES)
def test_filter_finds(filled: Library, name: str) -> None:
    root, expected = QUERIES[name]
    assert _found(filled, root) == expected
    check_index(filled)


def test_memo_that_goes_takes_its_mark_along_and_brings_it_back(filled: Library) -> None:
    reader = filled.reader()
    second = next(row.uid for row in memos.rows(reader) if row.slug == "second")
    filled.write("Remove memo", lambda c: memos.remove(c, second))
    assert _found(filled, Filter("in", "second")) == set()
    assert _found(filled, Filter("in", "memo")) == {0, 1}
    filled.undo()
    assert _found(filled, Filter("in", "second")) == {1}
    check_index(filled)


def test_counts_end_one_above_the_limit(filled: Library) -> None:
    assert facet_counts.total(filled.reader(), None, 3) == 4
    assert facet_counts.total(filled.reader(), None, 5) == 5


def test_facets_of_the_newest_count_those_alone(filled: Library) -> None:
    facets = facet_counts.count(filled.reader(), Words("beta"), newest=2)
    assert facets.total == 2
    assert sum(one.count for one in facets.usage) == 2
    whole = facet_counts.count(filled.reader(), Words("beta"))
    assert (whole.total, whole.months[0].count) == (4, 4)


def test_article_that_goes_leaves_no_facet(filled: Library) -> None:
    uid = articles.get_by_citekey(filled.reader(), "source0").uid
    filled.write("Remove", lambda c: articles.remove(c, [uid]))
    assert facet_counts.count(filled.reader(), None).total == 4
    filled.undo()
    assert facet_counts.count(filled.reader(), None).total == 5
