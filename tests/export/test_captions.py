"""Tables find their captions, and pictures that can be referred to carry one."""

from briefing.export.captions import (
    caption_words,
    captioned,
    captions_first,
    figure_of,
    figure_words,
)
from briefing.model.block import Div, Image, Quote, Table, Text
from briefing.text.blocks import parse

TABLE = "| a |\n|---|\n| 1 |"


def pairs(*parts: str) -> list[tuple[str, str]]:
    """Return the kind of each block with the words of its caption."""
    return [
        (type(block).__name__, "".join(str(one) for one in caption_words(caption)[:1]))
        if caption
        else (type(block).__name__, "")
        for block, caption in captioned(parse("\n\n".join(parts)).blocks)
    ]


ONE, TWO = str(Text("one")), str(Text("two"))


def test_caption_stands_before_or_after_its_table() -> None:
    assert pairs(": one", TABLE) == [("Table", ONE)]
    assert pairs(TABLE, ": one") == [("Table", ONE)]


def test_caption_before_a_table_is_taken_first() -> None:
    assert pairs(": one", TABLE, ": two", TABLE) == [("Table", ONE), ("Table", TWO)]
    assert pairs(TABLE, ": one", TABLE, ": two") == [("Table", ONE), ("Table", TWO)]


def test_captions_are_printed_above_their_tables() -> None:
    blocks = captions_first(parse(f"> {TABLE.replace(chr(10), chr(10) + '> ')}\n>\n> : one").blocks)
    assert isinstance(blocks[0], Quote)
    assert [type(block) for block in blocks[0].blocks] == [Div, Table]


def test_caption_alone_stays_a_paragraph_of_its_own() -> None:
    assert pairs("words", ": one") == [("Paragraph", ""), ("Div", "")]
    assert pairs(": one", "words", TABLE) == [("Div", ""), ("Paragraph", ""), ("Table", "")]


def test_picture_with_a_name_or_title_is_a_figure() -> None:
    named, titled, plain, beside = parse(
        '![a](x){#f}\n\n![a](x "t")\n\n![a](x)\n\n![a](x){#g} b'
    ).blocks
    assert figure_of(named) == Image("a", "x", "", (("id", "f"),))
    assert [figure_words(image) for image in (figure_of(named), figure_of(titled)) if image] == [
        (Text("a"),),
        (Text("t"),),
    ]
    assert figure_of(plain) is figure_of(beside) is None
    assert not isinstance(named, Table)
