"""Words at the start of a line stay a paragraph that says just these words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.block import Citation, Paragraph
from briefing.text.blocks import parse
from briefing.text.inline_text import inline_text
from briefing.text.line_openings import escaped_start

_OPENINGS = st.sampled_from(
    (
        *("#", "## ", ">", "> ", "- ", "+ ", "* ", "1. ", "12) ", "=== ", "---", "- - -", "* * *"),
        *("_ _ _", "::: ", "::: note", ": ", "~~~", "| a |", "[a]: /u", "[^1]: a", ".", "a", "5.5"),
    )
)


@given(_OPENINGS, st.sampled_from(["", "word", " two words", "-"]))
def test_line_is_a_paragraph_of_its_words(opening: str, rest: str) -> None:
    line = (opening + rest).strip()
    blocks = parse(escaped_start(line)).blocks
    assert len(blocks) == 1
    assert isinstance(blocks[0], Paragraph)
    assert inline_text(blocks[0].inlines) == line


@pytest.mark.parametrize("line", ["plain", "#hash", "-5 degrees", "1.5 points", "[a] b", "a > b"])
def test_words_that_open_nothing_are_left_alone(line: str) -> None:
    assert escaped_start(line) == line


@pytest.mark.parametrize("line", ["[@a]: then", "[@a]: then more", "[@a, p. 3]: x"])
def test_citation_before_a_colon_stays_one(line: str) -> None:
    paragraph = parse(escaped_start(line)).blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.inlines[0], Citation)


def test_first_of_several_lines_opens_nothing_either() -> None:
    assert escaped_start("* * *\nwords") == "\\* * *\nwords"
    assert escaped_start("[@a]: then\nmore") == "[@a]\\: then\nmore"
