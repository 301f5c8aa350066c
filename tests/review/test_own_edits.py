"""The analyst's own changes as hunks: exact, by word, moves known."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.review.merging.hunks import Hunk, PlaceMap, settled_place, with_hunks
from briefing.review.merging.own_edits import own_edits

PIECES = st.sampled_from(
    ["alpha", "beta", "[@x, p. 3]", "\n\n", "\n", " ", "  ", "**", "# ", "| a | b |", ".", "`c d`"]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS, TEXTS)
def test_hunks_make_the_text_and_do_not_overlap(base: str, current: str) -> None:
    hunks = own_edits(base, current)
    assert with_hunks(base, hunks) == current
    assert all(one.end <= other.start for one, other in pairwise(hunks))


@given(TEXTS, TEXTS)
def test_a_settled_place_makes_the_same_text(base: str, current: str) -> None:
    for hunk in own_edits(base, current):
        start, end, text = settled_place(base, hunk)
        one = base[: hunk.start] + hunk.text + base[hunk.end :]
        assert base[:start] + text + base[end:] == one


@given(TEXTS, TEXTS)
def test_places_outside_of_hunks_are_found_again(base: str, current: str) -> None:
    hunks = own_edits(base, current)
    places = PlaceMap(hunks)
    for place in range(len(base)):
        if not any(one.start <= place < one.end for one in hunks):
            assert current[places.start(place)] == base[place]


@pytest.mark.parametrize("atom", ["[@nyt2025vow, p. 3]", "`let x`", "[text](#part)", "@fact:7k2"])
def test_a_citation_a_link_and_code_change_whole(atom: str) -> None:
    other = atom.replace("x", "y").replace("3", "4").replace("text", "texts").replace("7", "8")
    (hunk,) = own_edits(f"One two {atom} three.", f"One two {other} three.")
    assert (hunk.start, hunk.end, hunk.text) == (8, 8 + len(atom), other)


def test_a_paragraph_that_moved_is_known() -> None:
    first, second = "The first paragraph is here.\n\n", "The second one stands there.\n\n"
    base = f"{first}{second}The end of it."
    hunks = own_edits(base, f"{second}{first}The end of it.")
    moves = {one.move for one in hunks}
    assert len(moves) == 1
    assert moves != {0}
    assert {one.text for one in hunks} <= {"", first, second}


def test_equal_insertions_settle_at_one_place() -> None:
    base = "One.\n\nTwo."
    assert settled_place(base, Hunk(4, 4, "\n\nNew.")) == settled_place(
        base, Hunk(6, 6, "New.\n\n")
    )
