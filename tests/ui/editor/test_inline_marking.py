import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.ui.editor.inline_marking import make_link, toggle_mark, word_at


@pytest.mark.parametrize(
    ("text", "span", "mark", "expected", "selected"),
    [
        ("make it so", (5, 7), "**", "make **it** so", "it"),
        ("make **it** so", (7, 9), "**", "make it so", "it"),
        ("make **it** so", (5, 11), "**", "make it so", "it"),
        ("make it so", (6, 6), "*", "make *it* so", "it"),
        ("make **it** so", (7, 9), "*", "make ***it*** so", "it"),
        ("a  b", (2, 2), "**", "a **** b", ""),
        ("make it so", (4, 8), "**", "make **it** so", "it"),
    ],
)
def test_mark_is_put_on_and_taken_off(
    text: str, span: tuple[int, int], mark: str, expected: str, selected: str
) -> None:
    marked = toggle_mark(text, *span, mark)
    assert marked.text == expected
    assert marked.text[marked.start : marked.end] == selected


@given(st.text(alphabet="ab c", min_size=1, max_size=12), st.data())
def test_mark_twice_is_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    once = toggle_mark(text, start, end, "**")
    twice = toggle_mark(once.text, once.start, once.end, "**")
    assert twice.text == text


def test_link_selects_what_is_to_be_typed() -> None:
    marked = make_link("see here now", 4, 8, "https://x.org")
    assert marked.text == "see [here](https://x.org) now"
    assert marked.text[marked.start : marked.end] == "https://x.org"


def test_word_holds_its_apostrophe() -> None:
    assert word_at("the people’s own", 7) == (4, 12)
