"""A place in a text knows its page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.locators import split_locator
from briefing.text.page_map import cited_pages, page_locator, page_of

PAGES = ((0, "ii"), (100, "1"), (250, "2"))


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [(0, 5, "ii"), (99, 100, "ii"), (100, 101, "1"), (249, 250, "1"), (900, 950, "2")],
)
def test_place_is_on_the_page_that_began_before_it(start: int, end: int, label: str) -> None:
    assert page_of(PAGES, start, end) == label


def test_quote_over_a_page_end_names_both_pages() -> None:
    assert page_of(PAGES, 240, 260) == "1–2"


def test_text_without_pages_has_none() -> None:
    assert page_of((), 3, 8) == ""
    assert page_locator(["", ""]) == cited_pages([]) == ""


@pytest.mark.parametrize(
    ("labels", "locator"),
    [
        (["3"], "p. 3"),
        (["iv"], "p. iv"),
        (["A-3"], "p. A-3"),
        (["3", "3", "7"], "pp. 3, 7"),
        (["3–4"], "pp. 3–4"),
        (["3-4"], "pp. 3-4"),
    ],
)
def test_locator_says_page_or_pages(labels: list[str], locator: str) -> None:
    assert page_locator(labels) == locator


@given(st.lists(st.from_regex(r"[A-Za-z0-9]{1,4}(-[0-9]{1,3})?", fullmatch=True), min_size=1))
def test_written_locator_is_read_whole_again(labels: list[str]) -> None:
    read, rest = split_locator(", " + cited_pages(labels))
    assert (read, rest) == (page_locator(labels), "")
