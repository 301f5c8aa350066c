"""The tree of tags: counts, completion, and changes of whole branches, each one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.services.safekeeping import Safekeeping
from briefing.services.tag_tree import TagTree
from briefing.store import articles, facts
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    check_index,
    make_article,
    make_evidence,
    make_fact,
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.create(tmp_path / "a.briefing") as library:
        yield library


@pytest.fixture
def tree(library: Library) -> TagTree:
    add_articles(
        library,
        make_article(1, tags=("region/mexico", "region/mexico/border")),
        make_article(2, tags=("region/mexico/border", "topic/trade")),
        make_article(3, tags=("region/peru",)),
    )
    return TagTree(library)


def counts(tree: TagTree) -> dict[str, tuple[int, int]]:
    return {one.path: (one.own, one.below) for one in tree.tree()}


def tags_of(library: Library, citekey: str) -> tuple[str, ...]:
    return articles.get_by_citekey(library.reader(), citekey).tags


def test_tree_counts_each_article_once_below_a_path(tree: TagTree) -> None:
    assert counts(tree) == {
        "region": (0, 3),
        "region/mexico": (1, 2),
        "region/mexico/border": (2, 2),
        "region/peru": (1, 1),
        "topic": (0, 1),
        "topic/trade": (1, 1),
    }


def test_completion_looks_at_the_beginning_of_any_name(tree: TagTree) -> None:
    assert tree.complete("me") == ("region/mexico", "region/mexico/border")
    assert tree.complete("Region/P") == ("region/peru",)
    assert tree.complete("r")[0] == "region"
    assert tree.complete("", limit=2) == ("region", "region/mexico")
    assert tree.complete("exico") == ()


def test_move_puts_a_branch_under_another_and_back_to_the_top(
    library: Library, tree: TagTree
) -> None:
    tree.move("region/mexico", "topic/trade")
    assert tags_of(library, "source1") == ("topic/trade/mexico", "topic/trade/mexico/border")
    tree.move("topic/trade/mexico")
    assert tags_of(library, "source2") == ("mexico/border", "topic/trade")
    check_index(library)
    Safekeeping(library).undo()
    Safekeeping(library).undo()
    assert tags_of(library, "source1") == ("region/mexico", "region/mexico/border")


def test_merge_makes_one_of_several_and_is_one_step(library: Library, tree: TagTree) -> None:
    before = counts(tree)
    changes = tree.merge(("region/mexico", "region/mexico/border", "topic/trade"), "Latin America")
    assert len(changes.articles) == 2
    assert tags_of(library, "source2") == ("Latin America",)
    check_index(library)
    Safekeeping(library).undo()
    assert counts(tree) == before


def test_merge_into_one_of_them_keeps_it(library: Library, tree: TagTree) -> None:
    tree.merge(("region/mexico", "region/peru"), "region/peru")
    assert tags_of(library, "source1") == ("region/peru", "region/peru/border")


def test_remove_takes_a_branch_from_articles_and_facts(library: Library, tree: TagTree) -> None:
    article = articles.get_by_citekey(library.reader(), "source3")
    fact = add_fact(library, make_fact(make_evidence(article), tags=("region/mexico/border",)))
    changes = tree.remove(("region/mexico", "region/mexico/border"))
    assert fact.uid in changes.facts
    assert tags_of(library, "source1") == ()
    assert facts.get(library.reader(), fact.uid).tags == ()
    check_index(library)
    Safekeeping(library).undo()
    assert tags_of(library, "source1") == ("region/mexico", "region/mexico/border")
    assert facts.get(library.reader(), fact.uid).tags == ("region/mexico/border",)


def test_tag_that_is_not_there_is_told(tree: TagTree) -> None:
    for change in (lambda: tree.remove("nowhere"), lambda: tree.merge(("nowhere",), "x")):
        with pytest.raises(NotFoundError, match="nowhere"):
            change()
    with pytest.raises(InputError):
        tree.rename("region", " / ")
