"""Page breaks, captions and column widths, told by their words as pandoc tells them."""

import pytest

from briefing.model.block import Div, Emphasis, Paragraph, Span, Table, Text
from briefing.text.blocks import parse
from briefing.text.contents import contents_of
from briefing.text.sentences import supported_sentences

LONG = "| a long enough cell to make the table wider than a line of text can be | b |"


@pytest.mark.parametrize("words", ["\\newpage", "\\pagebreak", "\\clearpage"])
def test_page_break_is_a_div_without_words(words: str) -> None:
    (block,) = parse(words).blocks
    assert block == Div(Span(0, len(words)), ("pagebreak",), (), ())
    assert contents_of(words) == ()


def test_words_with_a_backslash_stay_words() -> None:
    assert parse("\\newpage of it").blocks == (Paragraph(Span(0, 14), (Text("\\newpage of it"),)),)


def test_caption_keeps_its_name_and_place() -> None:
    text = "x\n\n: The *costs* {#tbl-cost}\n"
    span = Span(3, len(text) - 1)
    caption = Paragraph(span, (Text("The "), Emphasis((Text("costs"),))))
    assert parse(text).blocks[1] == Div(span, ("caption",), (("id", "tbl-cost"),), (caption,))
    content = contents_of(text)[1]
    assert (content.content.kind, content.content.text) == ("caption", "The *costs*")
    start, end = content.span(0, len("The *costs*"))
    assert text[start:end] == "The *costs*"


def test_caption_claims_nothing() -> None:
    found = supported_sentences(": The group met on 3 September 2025.")
    assert [sentence.is_claim for sentence in found] == [False]


def test_dashes_give_a_wide_table_its_widths() -> None:
    (wide,) = parse(f"| x | y |\n|-----|:-:|\n{LONG}").blocks
    (narrow,) = parse("| x | y |\n|-----|:-:|\n| a | b |").blocks
    assert isinstance(wide, Table)
    assert isinstance(narrow, Table)
    assert (wide.shares, narrow.shares) == ((5, 1), ())
