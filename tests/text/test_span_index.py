from hypothesis import given
from hypothesis import strategies as st

from briefing.text.span_index import SpanIndex

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda one: (one[0], sum(one)))


@given(st.lists(SPANS), SPANS)
def test_what_is_near_is_what_asking_each_finds(
    spans: list[tuple[int, int]], span: tuple[int, int]
) -> None:
    found = SpanIndex(spans, lambda one: one).near(*span)
    every = [one for one in spans if one[0] <= span[1] and span[0] <= one[1]]
    assert found == sorted(every, key=lambda one: one[0])


def test_nothing_is_near_among_nothing() -> None:
    none: list[tuple[int, int]] = []
    assert SpanIndex(none, lambda one: one).near(0, 9) == []
