from hypothesis import given
from hypothesis import strategies as st

from briefing.text.contents import contents_of
from briefing.text.source_map import SourceMap

LINES = st.lists(
    st.sampled_from(
        (
            "> some words",
            "> - more of *them*",
            "plain",
            "    indented",
            "| a \\| b | c |",
            "|---|---|",
        )
    ),
    max_size=8,
)


@given(LINES)
def test_runs_say_what_each_position_says(lines: list[str]) -> None:
    for placed in contents_of("\r\n".join(lines)):
        length = len(placed.content.text)
        places = [place for run in placed.content.map.runs(length) for place in run]
        assert places == [placed.content.map.to_source(position) for position in range(length)]


def test_runs_of_no_position_are_empty() -> None:
    assert [list(run) for run in SourceMap((0, 4), (2, 9)).runs(0)] == [[], []]
    assert [list(run) for run in SourceMap((2, 4), (2, 9)).runs(5)] == [[0, 1, 2, 3], [9]]
