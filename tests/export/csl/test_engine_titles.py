import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export.csl.engine_titles import is_headed, literal, titled


@pytest.mark.parametrize(
    ("title", "braced"),
    [
        ("U.S. and Mexico Vow to Fight Crime", "{U.S. and Mexico Vow to Fight Crime}"),
        ("Duties on Mexican goods, and more", "Duties {on} Mexican goods, {and} more"),
        ("USMCA joint review", "\u2060{USMCA} joint review"),
        ("the treaty: the text", "the treaty: the text"),
        ("Сводка за неделю", "{Сводка за неделю}"),
        ("a {b} costs $5", "a \\{b\\} costs \\$5"),
    ],
)
def test_titles_keep_what_the_engine_would_change(title: str, braced: str) -> None:
    assert titled(title) == braced


@given(st.text(max_size=60))
def test_a_title_says_the_same_when_its_markup_is_read(title: str) -> None:
    marked = titled(title).removeprefix("\u2060")
    read = ""
    waiting = iter(marked)
    for letter in waiting:
        if letter == "\\":
            read += next(waiting)
        elif letter not in "{}":
            read += letter
    assert read == title.removeprefix("\u2060")
    assert len(literal(title)) >= len(title)


def test_one_capital_word_is_no_headline() -> None:
    assert not is_headed("Border")
    assert not is_headed("The joint statement of September")
