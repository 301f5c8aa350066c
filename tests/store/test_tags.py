"""Tags: one rule for paths, one tag whatever the case, whole subtrees that move and join."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import InputError, NotFoundError
from briefing.model.article import Article
from briefing.model.search_page import Count
from briefing.store import articles, facts, integrity, tag_moves, tags
from briefing.store.index_tokens import words
from briefing.store.library_file import Library
from tests.store.records import (
    add_articles,
    add_fact,
    check_index,
    found,
    make_article,
    make_evidence,
    make_fact,
)

PATHS = {
    "Region / Mexico": "Region/Mexico",
    "//a///b/": "a/b",
    "  two   words \t/ x ": "two words/x",
    "line\nbreak": "line break",
    "Me\u0301xico": "México",
    "nul\0": "nul\ufffd",
}


@pytest.mark.parametrize("text", PATHS)
def test_path_is_made_regular(text: str) -> None:
    assert tags.normal_path(text) == PATHS[text]


@pytest.mark.parametrize("text", ["", " ", "/", " / / ", "\n"])
def test_tag_without_a_name_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="needs a name"):
        tags.normal_path(text)


def test_tag_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="too long"):
        tags.normal_path("x" * 201)


@given(st.text(max_size=60))
def test_regular_path_stays_as_it_is(text: str) -> None:
    try:
        path = tags.normal_path(text)
    except InputError:
        return
    assert tags.normal_path(path) == path


def _paths(library: Library) -> list[str]:
    return [path for _, path in tags.all_tags(library.reader())]


def test_case_makes_no_other_tag_and_the_first_spelling_stays(library: Library) -> None:
    add_articles(
        library,
        make_article(1, tags=("Region/Mexico",)),
        make_article(2, tags=("region/MEXICO", "REGION/mexico/Sonora", "region/China")),
        make_article(3, tags=("STRASSE",)),
        make_article(4, tags=("Straße/x",)),
    )
    assert _paths(library) == [
        "Region/China",
        "Region/Mexico",
        "Region/Mexico/Sonora",
        "STRASSE",
        "STRASSE/x",
    ]
    assert tags.counts(library.reader())[1] == Count("Region/Mexico", 2)


def test_tag_that_nothing_has_is_gone(library: Library) -> None:
    one, two = add_articles(library, make_article(1, tags=("a", "b")), make_article(2, tags=("b",)))
    add_fact(library, make_fact(make_evidence(one), tags=("f",)))
    library.write(
        "Untag",
        lambda c: articles.retag(
            c, [one.uid], lambda pk: tags.detach(c, "article", pk, ("A", "nowhere"))
        ),
    )
    assert _paths(library) == ["b", "f"]
    library.write("Remove", lambda c: articles.remove(c, [one.uid, two.uid]))
    assert _paths(library) == ["f"]
    assert library.undo()
    assert _paths(library) == ["b", "f"]


def _tagged(library: Library, *paths: tuple[str, ...]) -> tuple[Article, ...]:
    return add_articles(library, *(make_article(n, tags=one) for n, one in enumerate(paths)))


def _tags_of(library: Library, made: tuple[Article, ...]) -> list[tuple[str, ...]]:
    return [articles.get(library.reader(), one.uid).tags for one in made]


MOVES = {
    "case only": (("a", "A"), [("a", "a/x"), ("b",)], [("A", "A/x"), ("b",)]),
    "leaf": (
        ("a/b", "z"),
        [("a/b", "a/b/c"), ("a",), ("a/bc",)],
        [("z", "z/c"), ("a",), ("a/bc",)],
    ),
    "below itself": (("a", "a/b"), [("a",), ("a/b",)], [("a/b",), ("a/b/b",)]),
    "above itself": (("a/b", "a"), [("a/b",), ("a/b/b",), ("a",)], [("a",), ("a/b",), ("a",)]),
    "joins": (("a", "b"), [("a", "b"), ("a/x",), ("b/x",)], [("b",), ("b/x",), ("b/x",)]),
    "to the top": (("a/b", "c"), [("a/b/d",), ("a",)], [("c/d",), ("a",)]),
}


@pytest.mark.parametrize("name", MOVES)
def test_subtree_moves(library: Library, name: str) -> None:
    (old, new), before, after = MOVES[name]
    made = _tagged(library, *before)
    fact = add_fact(library, make_fact(make_evidence(made[0]), tags=before[0]))
    library.write("Rename tag", lambda c: tag_moves.move(c, old, new))
    assert _tags_of(library, made) == after
    assert facts.get(library.reader(), fact.uid).tags == after[0]
    check_index(library)
    assert library.write("Check", integrity.findings, undoable=False) == ()


def test_moved_tag_is_found_at_its_new_place_only(library: Library) -> None:
    _tagged(library, ("region/mexico/sonora",))
    library.write("Rename tag", lambda c: tag_moves.move(c, "Region/Mexico", "place/mx"))
    assert found(library, f'tags : "{words("place")}"') == ["source0"]
    assert found(library, f'tags : "{words("region")}"') == []


def test_move_of_a_missing_tag_or_to_nowhere_is_told(library: Library) -> None:
    _tagged(library, ("a/" + "b" * 150,))
    with pytest.raises(NotFoundError, match="no tag “x”"):
        library.write("Rename tag", lambda c: tag_moves.move(c, "x", "y"))
    with pytest.raises(InputError, match="needs a name"):
        library.write("Rename tag", lambda c: tag_moves.move(c, "a", "/"))
    with pytest.raises(InputError, match="would be too long"):
        library.write("Rename tag", lambda c: tag_moves.move(c, "a", "c" * 100))
    assert _paths(library) == ["a/" + "b" * 150]
