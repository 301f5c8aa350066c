"""A few letters find what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.palette.fuzzy_match import fuzzy_match


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("set", "Settings", "Reset the view"),
        ("nm", "New memo…", "Tag an item"),
        ("ew", "Export Word…", "View"),
    ],
)
def test_starts_of_words_count_most(typed: str, better: str, worse: str) -> None:
    first, second = fuzzy_match(typed, better), fuzzy_match(typed, worse)
    assert first is not None
    assert second is None or first.score > second.score


def test_places_are_those_of_the_letters() -> None:
    match = fuzzy_match("ew", "Export Word")
    assert match is not None
    assert match.places == (0, 7)


@pytest.mark.parametrize("typed", ["zq", "memoo", "tt w"])
def test_a_letter_too_many_is_no_match(typed: str) -> None:
    assert fuzzy_match(typed, "New memo") is None


def test_strewn_letters_are_no_match() -> None:
    assert fuzzy_match("mex", "Smaller text") is None


@given(st.text(max_size=12), st.text(max_size=40))
def test_places_spell_what_was_typed(typed: str, text: str) -> None:
    match = fuzzy_match(typed, text)
    if match is None:
        return
    assert list(match.places) == sorted(set(match.places))
    assert all(0 <= place < len(text.lower()) for place in match.places)
    letters = {text.lower()[place] for place in match.places}
    assert letters == set("".join(typed.casefold().split()))


@given(st.text(alphabet=st.characters(categories=["Ll"], max_codepoint=127), min_size=1))
def test_a_text_matches_itself(text: str) -> None:
    assert fuzzy_match(text, text) is not None
