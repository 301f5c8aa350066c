"""Quotes of real articles are found again after edits, and nowhere else, whatever is planted."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.anchor import Anchor, AnchorState
from briefing.text.anchors import locate, make_anchor
from tests.text.anchor_edits import (
    AROUND,
    EVERY,
    FOUND,
    Edited,
    edit,
    imitation,
    is_findable,
    is_wrong,
    quote_of,
)
from tests.text.texts import documents

BODY = (
    "The council met in Vienna on Monday to hear the envoy.\n\n"
    "After a long debate members agreed that 59 high-value targets had been arrested in Mexico,"
    " said the envoy, who praised the work of both governments.\n\n"
    "A second report on rivers was put off until the spring session of the council.\n"
)
QUOTE = "members agreed that 59 high-value targets had been arrested in Mexico"


@pytest.fixture
def anchor() -> Anchor:
    start = BODY.index(QUOTE)
    return make_anchor(BODY, start, start + len(QUOTE))


def _hardly_repeats(body: str) -> bool:
    """Tell whether a text is not made by a pattern, as acts and tables are."""
    words = body.split()
    pieces = {" ".join(words[at : at + 4]) for at in range(len(words) - 3)}
    return len(pieces) >= 0.97 * (len(words) - 3)


@settings(max_examples=30, derandomize=True)
@given(st.integers(0, 10**9))
def test_no_quote_is_found_where_it_does_not_stand(seed: int) -> None:
    chance = random.Random(seed)
    for body in documents():
        page = Edited(body[:20_000], quote_of(chance, body[:20_000]))
        for _ in range(chance.randint(1, 4)):
            edit(chance, page, EVERY)
        found = locate(page.text, page.anchor)
        assert not is_wrong(page, found), (page.done, page.anchor, found)


@pytest.mark.slow
def test_nearly_all_that_can_be_found_are_found() -> None:
    chance = random.Random(20_250_903)
    findable = found_again = 0
    for number in range(54):
        for body in filter(_hardly_repeats, documents()):
            page = Edited(body[:20_000], quote_of(chance, body[:20_000]))
            for _ in range(1 + number % 4):
                edit(chance, page, AROUND)
            if is_findable(page):
                findable += 1
                found_again += locate(page.text, page.anchor).state in FOUND
    assert findable >= 500
    assert found_again >= 0.95 * findable


def test_copy_does_not_take_the_place_of_a_changed_quote(anchor: Anchor) -> None:
    changed = BODY.replace("59", "60")
    found = locate(changed + f"\nThe paper wrote: {QUOTE}.\n", anchor)
    assert found.state is AnchorState.AMBIGUOUS
    assert "another place" in found.reason


def test_copy_does_not_take_the_place_of_a_quote_taken_out(anchor: Anchor) -> None:
    copy = f"\nThe paper wrote: {QUOTE}.\n"
    for text in (BODY.replace(QUOTE, "all went home") + copy, BODY.replace(QUOTE, "") + copy, copy):
        found = locate(text, anchor)
        assert (found.state, len(found.candidates)) == ("ambiguous", 1)


def test_quote_moves_with_its_surroundings(anchor: Anchor) -> None:
    first, second, last = BODY.split("\n\n")
    found = locate(f"{second}\n\n{last}\n\n{first}", anchor)
    assert (found.state, bool(found.reason)) == ("moved", True)


def test_whole_paragraphs_between_are_no_loss(anchor: Anchor) -> None:
    text = BODY.replace("After a long debate ", "After a long debate " + "of other matters " * 20)
    assert locate(text, anchor).state is AnchorState.MOVED


def test_planted_duplicates_are_all_shown(anchor: Anchor) -> None:
    found = locate(f"{BODY}\n{BODY}\n{BODY}", anchor)
    assert (found.state, len(found.candidates)) == ("ambiguous", 3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("high-value", "high\u2011value"),
        ("high-value", "high–value"),
        ("high-value", "high-\nvalue"),
        ("high-value", "high—value"),
        ("targets", "tar\u00adgets"),
        ("targets", "tar-\n  gets"),
        (" ", "\n"),
        (" ", "\u00a0"),
        (" ", "  \n "),
        ("envoy", "\u201cenvoy\u201d"),
    ],
)
def test_type_is_no_change(anchor: Anchor, one: str, other: str) -> None:
    assert locate(BODY.replace(one, other), anchor).state in FOUND


@pytest.mark.parametrize(
    ("one", "other"),
    [('"fine" work', "“fine” work"), ('"fine" work', "‘fine’ work"), ("cœur", "coeur")]
    + [("said—and", dash) for dash in ("said–and", "said-and", "said -- and", "said – and")],
)
def test_marks_and_dashes_are_no_change(one: str, other: str) -> None:
    body = f"They held that {one} was the heart of it, and no more was heard of them.\n"
    start = body.index("held")
    anchor = make_anchor(body, start, body.index(" of it"))
    assert locate(body.replace(one, other), anchor).state in FOUND


@given(st.integers(0, 10**9))
def test_change_within_the_quote_loses_it(seed: int) -> None:
    start = BODY.index(QUOTE)
    anchor = make_anchor(BODY, start, start + len(QUOTE))
    new = imitation(random.Random(seed), QUOTE)
    found = locate(BODY.replace(QUOTE, new), anchor)
    assert (found.state, found.candidates) == ("lost", ())


def test_place_need_not_be_known(anchor: Anchor) -> None:
    unplaced = Anchor(anchor.quote, anchor.prefix, anchor.suffix, -1)
    assert locate("New. " + BODY, unplaced).state is AnchorState.EXACT
    found = locate(BODY.replace("Mexico, said", "Mexico at last, said"), unplaced)
    assert (found.state, found.reason) == ("moved", "The words just behind it changed.")
    assert locate(BODY.replace("59", "60"), unplaced).state is AnchorState.LOST
