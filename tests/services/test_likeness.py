"""More like this: what shares rare words comes first, and copies of the article do not count."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import NotFoundError
from briefing.model.article import Article
from briefing.services.searching import Searching
from briefing.store.library_file import Library
from tests.store.records import add_articles, make_article

STORY = (
    "Fentanyl precursors seized at Manzanillo came from a laboratory near Culiacán, officials said"
    " on Friday. The seizure followed a joint inspection of the harbour by marines and customs"
    " officers, who opened nineteen containers that a broker had declared as fertiliser. Two men"
    " were arrested, and a warehouse in Guadalajara was searched the same night. The ministry did"
    " not name the owner of the cargo but said that papers pointed to a trading house abroad."
)
OTHERS = (
    "A laboratory near Culiacán was found to make fentanyl; precursors came by ship.",
    "Manzanillo's harbour was closed by a storm.",
    'Parliament debated <iframe allowfullscreen src="https://a.example/x"></iframe> schools.',
    'Bread rose <iframe allowfullscreen src="https://a.example/x"></iframe> again.',
    "代表在北京讨论安全保障问题",
    "北京的代表说安全保障很重要",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Searching, list[Article]]]:
    with Library.create(tmp_path_factory.mktemp("like") / "a.briefing") as library:
        texts = (STORY, *OTHERS, STORY + " More follows.")
        articles = add_articles(
            library,
            *(
                make_article(number, title=f"No {number}", publisher="", body=text)
                for number, text in enumerate(texts)
            ),
        )
        yield Searching(library), list(articles)


def _like(made: tuple[Searching, list[Article]], number: int) -> dict[str, tuple[str, ...]]:
    searching, articles = made
    found = searching.more_like(articles[number].uid)
    return {one.row.citekey: one.shared_terms for one in found}


def test_shared_words_are_the_reason(made: tuple[Searching, list[Article]]) -> None:
    found = _like(made, 0)
    assert list(found) == ["source1", "source2"]
    assert {"laboratory", "Culiacán", "precursors"} <= set(found["source1"])
    assert "the" not in found["source1"]
    assert set(found["source2"]) == {"Manzanillo", "harbour"}


def test_words_of_every_text_make_nothing_alike(tmp_path: Path) -> None:
    texts = (
        "On Friday, September 5, the city said that next week shipyards would weld hulls.",
        "Next Friday the city votes; in September orchards were pruned.",
        "Welders at the shipyards mended hulls.",
    )
    with Library.create(tmp_path / "a.briefing") as library:
        first, *_ = add_articles(
            library,
            *(
                make_article(at, title=f"No {at}", publisher="", body=text)
                for at, text in enumerate(texts)
            ),
        )
        found = Searching(library).more_like(first.uid)
    assert [one.row.citekey for one in found] == ["source2"]
    assert set(found[0].shared_terms) == {"shipyards", "hulls"}


def test_the_article_and_its_copies_are_left_out(made: tuple[Searching, list[Article]]) -> None:
    assert not {"source0", "source7"} & set(_like(made, 0))
    assert not {"source0", "source7"} & set(_like(made, 7))


def test_scripts_without_blanks_are_compared_by_pairs(
    made: tuple[Searching, list[Article]],
) -> None:
    found = _like(made, 5)
    assert list(found) == ["source6"]
    assert "北京" in found["source6"]


def test_markup_and_addresses_are_no_words(made: tuple[Searching, list[Article]]) -> None:
    assert _like(made, 3) == {}


def test_limit_and_missing_article(made: tuple[Searching, list[Article]], tmp_path: Path) -> None:
    searching, articles = made
    assert len(searching.more_like(articles[0].uid, limit=1)) == 1
    with Library.create(tmp_path / "b.briefing") as other:
        with pytest.raises(NotFoundError):
            Searching(other).more_like(articles[0].uid)
        (alone,) = add_articles(other, make_article(1))
        assert Searching(other).more_like(alone.uid) == ()
