"""Each word of a sentence is found again in its source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.quoted_words import quotations, without_quotes
from briefing.text.running_text import running_sentences

BODY = """# A *first* heading

The **court** [@a, p. 3] held [it](https://example.org) so. A second
sentence _runs_ on, as @smith says.

> A quotation stands.

- An item has one.

| head |
|---|
| A cell speaks. |

::: {.facts query="tag:a"}
Looked up.
:::
"""


def test_words_are_found_again_at_their_places() -> None:
    for sentence in running_sentences(BODY):
        for match in re.finditer(r"\w+", sentence.words):
            span = sentence.place(*match.span())
            assert BODY[span.start : span.end] == match[0].replace("Author", "@smith")


def test_kinds_are_told_and_looked_up_blocks_left_out() -> None:
    found = {one.words: one for one in running_sentences(BODY)}
    assert "Looked up." not in found
    assert found["The court  held it so."].is_authors_prose
    assert not found["A quotation stands."].is_authors_prose
    assert found["A first heading"].kind == "heading"
    assert found["A cell speaks."].kind == "cell"
    assert found["An item has one."].is_authors_prose


@given(st.text("ab. \n*_[](){}@:#>-|`", max_size=120))
def test_any_text_has_places_inside_it(text: str) -> None:
    for sentence in running_sentences(text):
        span = sentence.span
        assert 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("He said “it is so” twice.", ("it is so",)),
        ('He said "it is so" twice.', ("it is so",)),
        ("Dijo «es así» ayer.", ("es así",)),
        ("He said ‘it’s so’ then.", ("it’s so",)),
        ("The dog’s and the cats’ food.", ()),
        ('A 5" pipe and a 6" pipe.', ()),
    ],
)
def test_quoted_words_are_known(words: str, quoted: tuple[str, ...]) -> None:
    assert quotations(words) == quoted
    assert len(without_quotes(words)) == len(words)
    assert not any(one in without_quotes(words) for one in quoted)
