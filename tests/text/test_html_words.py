"""Words between tags are kept, whatever the tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.html_words import words_of_html


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<div>Important words</div>", "Important words"),
        ("<table><tr><td>59</td><td>targets &amp; more</td></tr></table>", "59 targets & more"),
        ("<!-- aside --><p>Said</p>", "Said"),
        ("<script>alert('x')</script><style>p{}</style>", ""),
        ("<div>never <b>closed", "never closed"),
    ],
)
def test_words_are_what_a_reader_sees(html: str, words: str) -> None:
    assert words_of_html(html) == words


@given(st.text(alphabet="<>/!-&;ab \"'"))
def test_broken_html_never_raises(html: str) -> None:
    words_of_html(html)
