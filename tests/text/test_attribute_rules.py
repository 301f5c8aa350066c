"""Pandoc's attributes behind links, pictures and words in brackets."""

import pytest

from briefing.model.block import Emphasis, Image, Inline, Link, Paragraph, Tagged, Text
from briefing.text.blocks import parse
from briefing.text.contents import contents_of
from briefing.text.prose import prose_of


def inlines_of(markdown: str) -> tuple[Inline, ...]:
    block = parse(markdown).blocks[0]
    assert isinstance(block, Paragraph)
    return block.inlines


def test_words_in_brackets_keep_their_attributes() -> None:
    assert inlines_of("A [mot *dit*]{.smallcaps lang=fr}.") == (
        Text("A "),
        Tagged((Text("mot "), Emphasis((Text("dit"),))), ("smallcaps",), (("lang", "fr"),)),
        Text("."),
    )


def test_picture_and_link_keep_their_attributes() -> None:
    assert inlines_of("![a](x.png){#fig-a width=50%}") == (
        Image("a", "x.png", "", (("id", "fig-a"), ("width", "50%"))),
    )
    assert inlines_of('[b](y "t"){.c k="v w"}') == (Link((Text("b"),), "y", "t", (("k", "v w"),)),)


def test_words_within_words_are_read() -> None:
    inner = Tagged((Text("b"),), ("mark",))
    assert inlines_of("[a [b]{.mark}]{lang=de}") == (
        Tagged((Text("a "), inner), (), (("lang", "de"),)),
    )


@pytest.mark.parametrize("text", ["[a] {b}", "[a]{}", "[a]{b c}", "{.b}", "[a", "a]{.b}"])
def test_what_are_no_attributes_stays_words(text: str) -> None:
    assert inlines_of(text) == (Text(text),)


def test_prose_leaves_brackets_and_attributes_out() -> None:
    text = "The [mot *dit*]{lang=fr} is [here](x){.y}."
    prose = prose_of(contents_of(text)[0].content)
    assert prose.text == "The mot dit is here."
    start = prose.text.index("mot")
    assert text[prose.map.to_source(start) :].startswith("mot *dit*]")
