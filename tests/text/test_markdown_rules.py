"""The parser stays CommonMark, though its rules note places and read pandoc's syntax too."""

import re

import pytest
from markdown_it.token import Token

from briefing.text.markdown_rules import block_tokens, markdown_parser
from briefing.text.placed_inline import parse_inline
from tests.text.texts import Example, spec_examples


def _html(markdown: str) -> str:
    """Render with markdown-it's own writer, from the tokens that our blocks are made of."""
    parser = markdown_parser()
    env = {
        "labels": frozenset(),
        "note_depth": 0,
        "div_ends": {},
        "line_starts": frozenset(),
        "inner_div_ends": {},
    }
    text = markdown.replace("\0", "\ufffd")
    tokens = block_tokens(text, env)
    for token in tokens:
        if token.type == "inline":
            token.children = [_joined(t) for t in parse_inline(parser, token.content, env).tokens]
    return parser.renderer.render(tokens, parser.options, env)


def _joined(token: Token) -> Token:
    token.type = "text" if token.type == "text_special" else token.type
    token.children = [_joined(child) for child in token.children] if token.children else None
    return token


def _spaced(html: str) -> str:
    return re.sub(r"<blockquote>\s*</blockquote>", "<blockquote></blockquote>", html)


# `<foo\+@bar…>` is no address for its backslash, so that `@bar` is a citation, to pandoc as to us.
EXAMPLES = [example for example in spec_examples() if "foo\\+@bar" not in example.markdown]


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_the_specification_holds(example: Example) -> None:
    assert _spaced(_html(example.markdown)) == _spaced(example.html)
