import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.block import Span
from briefing.model.page import Place
from briefing.ui.memo.page_places import PagePlaces

HEIGHT = 792.0


@st.composite
def prints(draw: st.DrawFn) -> list[Place]:
    """Return blocks one under another, over some pages."""
    places: list[Place] = []
    start, down = 0, 0.0
    for _ in range(draw(st.integers(1, 25))):
        length = draw(st.integers(1, 900))
        page = int(down // 600)
        places.append(Place(Span(start, start + length), page + 1, 72.0 + down % 600))
        start += length + 2
        down += draw(st.floats(16.0, 900.0))
    return places


def block_of(places: list[Place], position: int) -> int:
    return max(n for n, one in enumerate(places) if one.span.start <= max(position, 0))


@given(prints(), st.data())
def test_way_there_and_back_ends_in_the_same_block(
    places: list[Place], data: st.DataObject
) -> None:
    position = data.draw(st.integers(0, places[-1].span.end))
    pages = PagePlaces(places, HEIGHT)
    spot = pages.spot_of(position)
    assert spot is not None
    back = pages.position_at(*spot)
    assert back is not None
    assert block_of(places, back) == block_of(places, position)


@given(prints())
def test_beginning_of_each_block_leads_to_itself(places: list[Place]) -> None:
    pages = PagePlaces(places, HEIGHT)
    for place in places:
        assert pages.spot_of(place.span.start) == (place.page, place.y_points)
        assert pages.position_at(place.page, place.y_points) == place.span.start


def test_long_block_is_followed_onto_its_next_page() -> None:
    places = [Place(Span(0, 4_000), 1, 500.0), Place(Span(4_002, 4_010), 2, 400.0)]
    pages = PagePlaces(places, HEIGHT)
    spot = pages.spot_of(3_900)
    assert spot is not None
    assert spot[0] == 2
    assert [strip.page for strip in pages.strips_of(3_900)] == [1, 2]
    assert pages.position_at(2, 300.0) == pytest.approx(3_300, abs=400)


def test_block_that_prints_many_lines_is_found_at_the_first() -> None:
    places = [Place(Span(0, 30), 1, 100.0), Place(Span(0, 30), 2, 100.0)]
    pages = PagePlaces(places, HEIGHT)
    assert pages.spot_of(0) == (1, 100.0)
    assert pages.position_at(2, 140.0) == 0


def test_print_without_blocks_leads_nowhere() -> None:
    pages = PagePlaces((), HEIGHT)
    assert (pages.spot_of(3), pages.position_at(1, 80.0), pages.strips_of(0)) == (None, None, ())
