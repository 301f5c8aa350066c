"""An author's footnote keeps its blocks, with the words that writers got for its lines."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.export.note_blocks import note_blocks
from briefing.export.note_text import note_lines
from briefing.model.block import CodeBlock, List, Paragraph, Table, Text
from briefing.text.blocks import parse

PIECES = ("words\n\n", "- a\n- b\n", "3. c\n\n    - d\n\n", "> e\n\n", "    code\n\n", "# f\n\n",
          "- [x] g\n\n", "| h |\n|---|\n\n", "- 1. i\n\n", "<!-- -->\n\n")  # fmt: skip


def test_lines_come_back_to_their_blocks() -> None:
    blocks = parse("First.\n\n- one\n- two\n\n    1. deep\n\n    ```\n    code\n    ```\n").blocks
    worded = [(*line, Text("!")) for line in note_lines(blocks)]
    first, items = note_blocks(blocks, worded)
    assert isinstance(first, Paragraph)
    assert first.inlines == (Text("First."), Text("!"))
    assert isinstance(items, List)
    paragraph, deeper, code = items.items[1].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines == (Text("two"), Text("!"))
    assert isinstance(deeper, List)
    assert note_lines((deeper,)) == ((Text("1. "), Text("deep"), Text("!")),)
    assert isinstance(code, CodeBlock)


def test_paragraphs_alone_need_no_blocks() -> None:
    assert note_blocks(parse("One.\n\nTwo.").blocks, ((), ())) == ()


@given(st.lists(st.sampled_from(PIECES), max_size=6))
def test_blocks_say_what_the_lines_say(pieces: list[str]) -> None:
    blocks = parse("".join(pieces)).blocks
    lines = note_lines(blocks)
    filled = note_blocks(blocks, lines)
    if filled and not any(isinstance(block, Table) for block in blocks):
        assert note_lines(filled) == lines
