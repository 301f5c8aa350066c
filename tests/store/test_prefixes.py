"""Beginnings of words find everything that begins so, however the library comes to it."""

from pathlib import Path
from string import ascii_lowercase

import pytest

from briefing.model.query import And, Node, Not, Or, Words
from briefing.store import article_search, known_values
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

MANY = [f"con{first}{second}" for first in ascii_lowercase[:10] for second in ascii_lowercase[:8]]
CON = Words("con", prefix=True)
QUERIES: dict[str, tuple[Node, set[int]]] = {
    "a beginning": (CON, set(range(90))),
    "few begin so": (Words("cona", prefix=True), {*range(8), *range(80, 90)}),
    "in a phrase": (Words("word con", phrase=True, prefix=True), set(range(90))),
    "with another word": (And((CON, Words("even"))), set(range(0, 90, 2))),
    "or another word": (Or((CON, Words("nothing"))), set(range(91))),
    "refused": (Not(CON), {90, 91}),
    "refused beside another": (And((Words("word"), Not(CON))), {91}),
    "in titles": (Words("tit", "title", prefix=True), set(range(92))),
    "in tags": (Words("tagg", prefix=True), {5}),
    "nowhere": (Words("zzz", prefix=True), set()),
}


@pytest.fixture
def filled(library: Library) -> Library:
    texts = [f"word {word} {('even', 'odd')[n % 2]}" for n, word in enumerate(MANY)]
    texts += [f"word conaa {('even', 'odd')[n % 2]}" for n in range(10)]
    texts += ["nothing", "word but"]
    add_articles(
        library,
        *(
            make_article(n, title=f"Title {n}", body=text, tags=("tagged",) if n == 5 else ())
            for n, text in enumerate(texts)
        ),
    )
    return library


@pytest.fixture(params=["read through", "frequent ones first"])
def wide(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let beginnings be taken as wide, as in a library of a million articles."""
    if request.param == "frequent ones first":
        monkeypatch.setattr(known_values, "WIDE", 0)


@pytest.mark.usefixtures("wide")
@pytest.mark.parametrize("sort", ["date", "relevance", "title"])
@pytest.mark.parametrize("name", QUERIES)
def test_beginning_finds_everything_once(filled: Library, name: str, sort: str) -> None:
    root, expected = QUERIES[name]
    reader, found, after = filled.reader(), [], ""
    while True:
        page = article_search.find_page(reader, root, sort, 7, after)
        found += page.ids
        if not (after := page.after):
            break
    query = "SELECT sort_id, citekey FROM articles"
    names = dict(reader.execute(query).fetchall())
    assert sorted(int(names[one].removeprefix("source")) for one in found) == sorted(expected)


@pytest.mark.usefixtures("wide")
def test_many_at_once_are_found_before_and_after_the_dictionary_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.briefing"
    root = Words("barr", prefix=True)
    with Library.create(path) as library:
        add_articles(library, *(make_article(n, body="a barrier") for n in range(600)))
        page = article_search.find_page(library.reader(), root, "date", 700, "")
        assert len(page.ids) == 600
    with Library.open(path) as library:
        rows = library.reader().execute("SELECT docs FROM terms WHERE term = 'barrier'").fetchall()
        assert rows == [(600,)]
        assert len(article_search.find_page(library.reader(), root, "date", 700, "").ids) == 600
