"""Words are counted as a reader sees them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Html,
    Inlines,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from briefing.text.blocks import parse
from briefing.text.counting import count_part, count_words, reading_minutes
from briefing.text.inline_text import inline_text
from tests.text.texts import documents


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("", 0),
        ("Plain words here.", 3),
        ("high-value and/or U.S. 3.2 bn", 5),
        ("a—b – c -- d", 4),
        ("**bold** _it_ ~~out~~ mid*dle*", 4),
        ("## Heading two {#id .c key=val}", 2),
        ("- [ ] a task\n- [x] done", 3),
        ("1. one\n2. two\n10) ten", 3),
        ("> quoted\n>> twice", 2),
        ("Text [@a, p. 3; @b] more @c [p. 4].", 2),
        ('[link words](http://example.com/a-b "title") and <http://x.org>', 4),
        ("[ref link][label] [collapsed][]\n\n[label]: http://example.com 'T'", 3),
        ("![a picture](x.png) after", 1),
        ("A note[^1].\n\n[^1]: Its words.", 4),
        ("`code words` and ``x ` y``", 5),
        ("```python\nx = 1\n```", 2),
        ('::: {.facts query="tag:x status:current" limit="5"}\nin\n:::', 1),
        ("::: facts\n:::", 0),
        ("| a | b |\n|---|:-:|\n| c d | e |", 5),
        ("one <b>two</b> <!-- three\nfour --> five<br>", 3),
        ("<div>\nnot shown\n</div>\n\nshown", 1),
        ("AT&amp;T &nbsp; x", 2),
        ("----\n* * *\n===", 0),
        ("\\*not\\* @@ # %", 1),
        ("北京政府 said", 5),
        ("In 2025. Then", 3),
        ("write to a@b.org", 3),
    ],
)
def test_words_are_those_that_a_reader_sees(markdown: str, words: int) -> None:
    assert count_words(markdown) == words


def _words(blocks: tuple[Block, ...]) -> int:
    """Count from the parsed blocks: the slow way."""
    return sum(map(_block_words, blocks))


def _plain(inlines: Inlines) -> int:
    text = inline_text(inlines)
    return len([word for word in re.split(r"[\s—|]+", text) if re.search(r"[^\W_]", word)])


def _block_words(block: Block) -> int:
    match block:
        case Paragraph() | Heading():
            return _plain(block.inlines)
        case Quote() | Div():
            return _words(block.blocks)
        case List():
            return sum(_words(item.blocks) for item in block.items)
        case Table():
            return sum(_plain(cell) for row in (block.header, *block.rows) for cell in row)
        case CodeBlock():
            return len(re.findall(r"(?<!\S)\S*[^\W_]\S*", block.text))
        case Rule() | Html():
            return 0


@pytest.mark.parametrize("index", range(len(documents())))
def test_real_documents_count_as_their_parsed_blocks(index: int) -> None:
    body = documents()[index]
    document = parse(body)
    slow = _words(document.blocks) + sum(_words(note.blocks) for note in document.notes)
    assert abs(count_words(body) - slow) <= 1


@given(st.text(alphabet="ab1_-—.é *\n\u00a0\u2028٣[]@`", max_size=40))
def test_any_text_is_counted(text: str) -> None:
    assert 0 <= count_words(text) <= len(text)
    assert count_part(text) == count_words(text)


@given(st.lists(st.text(alphabet="abcé1", min_size=1, max_size=5), max_size=20))
def test_plain_words_are_counted_exactly(words: list[str]) -> None:
    assert count_words(" ".join(words)) == len(words)


@pytest.mark.parametrize(("words", "minutes"), [(0, 0), (1, 1), (230, 1), (231, 2), (2300, 10)])
def test_reading_time_is_rounded_up(words: int, minutes: int) -> None:
    assert reading_minutes(words) == minutes
