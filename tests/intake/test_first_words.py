import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.first_words import first_words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("\n\n## A *heading* here\ntext", "A heading here"),
        ("> > quoted", "quoted"),
        ("1. one\n2. two", "one"),
        ("---\n***\nwords", "words"),
        ("See [the page](https://a.org/x_y) now", "See the page now"),
        ("\\<p>Item\\</p> \\*kept\\*", "<p>Item</p> *kept*"),
        ("2 * 3 and snake_case", "2 * 3 and snake_case"),
        ("", ""),
        ("***\n- -", ""),
    ],
)
def test_first_line_that_says_something_is_taken(body: str, words: str) -> None:
    assert first_words(body) == words


def test_long_line_is_cut_between_words() -> None:
    assert first_words("word " * 100).endswith("word")
    assert len(first_words("word " * 100)) <= 160
    assert len(first_words("x" * 500)) == 160


@given(st.text(max_size=300))
def test_words_stand_on_one_short_line(body: str) -> None:
    words = first_words(body)
    assert "\n" not in words
    assert len(words) <= 160
