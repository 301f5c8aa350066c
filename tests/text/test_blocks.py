"""Markdown becomes blocks at their true places; chunk by chunk is the same as at once."""

import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.model.block import (
    Block,
    Citation,
    CitationItem,
    CodeBlock,
    Div,
    Document,
    Emphasis,
    Heading,
    Html,
    Image,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Rule,
    SoftBreak,
    Span,
    Strike,
    Strong,
    Table,
    Text,
)
from briefing.text.blocks import parse, parse_at_once, parse_inlines
from briefing.text.chunk_parse import chunk_spans
from tests.text.texts import documents, spec_examples

PIECES = [
    "::: a\n",
    ":::\n",
    '::: {.facts query="tag:x"}\n',
    "\n",
    "\n\n",
    "- x\n",
    "  ```\n",
    "```\n",
    "~~~\n",
    "<!--\n",
    "-->\n",
    "<script>\n",
    "</script>\n",
    "[^1]: n\n\n    more\n",
    "x[^1]\n",
    "[a]: /u\n",
    "[a]\n",
    "    ",
    "> ",
    "\t",
    "- ",
    "1. ",
    "\r\n",
    "<div>\n",
    "a\n",
    "   - ```\n",
    "@x [p\n 3]\n",
    "[see @a; -@b, p. 3]",
    "| a |\n|---|\n",
    "* * *\n",
    "===\n",
    "# h {#i .c}\n",
    "\x0c",
    "\u2028",
    "\0",
    "^[n]",
    "*",
    "_",
    "`",
    "\\",
    "é\n",
]
markdowns = st.lists(
    st.one_of(st.sampled_from(PIECES), st.sampled_from(range(655)), st.text(max_size=8)),
    max_size=12,
).map(lambda parts: "".join(_text(part) for part in parts))


def _text(part: str | int) -> str:
    return part if isinstance(part, str) else spec_examples()[part].markdown


def _inside(block: Block) -> Iterator[Block]:
    match block:
        case Quote() | Div():
            yield from block.blocks
        case List():
            for item in block.items:
                yield from item.blocks
        case _:
            pass


def _walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _walk(tuple(_inside(block)))


def test_every_example_of_the_specification_is_read_alike() -> None:
    assert len(spec_examples()) > 650
    for one in spec_examples():
        assert parse(one.markdown) == parse_at_once(one.markdown), one.markdown


@settings(max_examples=400)
@given(markdowns)
def test_chunk_by_chunk_is_the_same_as_at_once(markdown: str) -> None:
    assert parse(markdown) == parse_at_once(markdown)


@given(markdowns)
def test_chunks_are_all_of_the_text(markdown: str) -> None:
    spans = chunk_spans(markdown)
    assert "".join(markdown[span.start : span.end] for span in spans) == markdown


@example("> \x0c")
@example("> a\n>\x0c\x0b")
@given(markdowns)
def test_spans_lie_inside_those_of_their_containers(markdown: str) -> None:
    document = parse(markdown)
    for block in _walk(document.blocks):
        assert 0 <= block.span.start <= block.span.end <= len(markdown)
        for inner in _inside(block):
            assert block.span.start <= inner.span.start
            assert inner.span.end <= block.span.end
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)


@given(markdowns)
def test_windows_line_ends_change_places_only(markdown: str) -> None:
    unix = markdown.replace("\r", "")
    windows = unix.replace("\n", "\r\n")
    for one, other in zip(parse(unix).blocks, parse(windows).blocks, strict=True):
        assert type(one) is type(other)
        cut = unix[one.span.start : one.span.end].replace("\n", "\r\n")
        assert cut == windows[other.span.start : other.span.end]


@pytest.mark.parametrize("index", range(len(documents())))
def test_real_documents_keep_every_paragraph_at_its_place(index: int) -> None:
    body = documents()[index]
    for block in _walk(parse(body).blocks):
        if isinstance(block, Paragraph) and all(isinstance(i, Text) for i in block.inlines):
            words = "".join(i.text for i in block.inlines if isinstance(i, Text))
            shown = body[block.span.start : block.span.end]
            if not re.search(r"[\\&]", shown):
                assert shown == words


def _only(document: Document) -> Block:
    assert len(document.blocks) == 1
    return document.blocks[0]


def test_inlines_are_ours() -> None:
    body = 'A *b* **c** ~~d~~ `e`\nf [g](http://x.y "T") ![h](a%20b.png)  \ni<br>j <b>k</b>'
    assert _only(parse(body)) == Paragraph(
        Span(0, len(body)),
        (
            Text("A "),
            Emphasis((Text("b"),)),
            Text(" "),
            Strong((Text("c"),)),
            Text(" "),
            Strike((Text("d"),)),
            Text(" "),
            parse_inlines("`e`")[0],
            SoftBreak(),
            Text("f "),
            Link((Text("g"),), "http://x.y", "T"),
            Text(" "),
            Image("h", "a b.png"),
            LineBreak(),
            Text("i"),
            LineBreak(),
            Text("j k"),
        ),
    )


def test_headings_carry_pandoc_attributes() -> None:
    body = '## Ask {#ask .key data-limit="40 words"}\n\nTitle {-}\n===\n\n# Set {a} b'
    first, second, third = parse(body).blocks
    assert isinstance(first, Heading)
    assert first.inlines == (Text("Ask"),)
    assert first.classes == ("key",)
    assert first.attributes == (("id", "ask"), ("data-limit", "40 words"))
    assert isinstance(second, Heading)
    assert (second.level, second.classes) == (1, ("unnumbered",))
    assert isinstance(third, Heading)
    assert third.inlines == (Text("Set {a} b"),)


def test_divs_nest_and_keep_their_query() -> None:
    body = '::: {.facts query="tag:x status:current" limit="5"}\nin\n\n::: note\n- a\n:::\n:::\nout'
    div, after = parse(body).blocks
    assert isinstance(div, Div)
    assert div.classes == ("facts",)
    assert div.attribute("query") == "tag:x status:current"
    assert div.attribute("limit") == "5"
    assert body[div.span.start : div.span.end].endswith(":::\n:::")
    assert [type(block) for block in div.blocks] == [Paragraph, Div]
    assert isinstance(after, Paragraph)


def test_a_div_that_is_not_closed_swallows_nothing() -> None:
    blocks = parse("::: {.facts}\n\nText.\n\n## Next").blocks
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Heading]


@pytest.mark.parametrize("line", ["::: {.a", "::: a b", ":: a", "::::", "::: {}", "::: {.a} b"])
def test_what_is_no_div_is_words(line: str) -> None:
    assert isinstance(parse(f"{line}\nx\n:::").blocks[0], Paragraph)


def test_divs_stand_in_lists_and_quotations() -> None:
    blocks = parse("> ::: note\n> a\n> :::\n\n- ::: note\n  b\n  :::\n").blocks
    quote, bullets = blocks
    assert isinstance(quote, Quote)
    assert isinstance(bullets, List)
    assert isinstance(quote.blocks[0], Div)
    assert isinstance(bullets.items[0].blocks[0], Div)


def test_tasks_are_taken_from_their_words() -> None:
    bullets = _only(parse("- [ ] one\n- [x] two\n- three [x] "))
    assert isinstance(bullets, List)
    assert [item.checked for item in bullets.items] == [False, True, None]
    first = bullets.items[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.inlines == (Text("one"),)


def test_numbered_lists_keep_their_start_even_nought() -> None:
    bullets = _only(parse("0. a\n1. b"))
    assert isinstance(bullets, List)
    assert (bullets.ordered, bullets.start, bullets.tight) == (True, 0, True)


def test_tables_keep_their_columns_and_citations() -> None:
    table = _only(parse("| a | b\\|c |\n|:--|--:|\n| [@t, p. 1] | `x` |\n| short |"))
    assert isinstance(table, Table)
    assert table.align == ("left", "right")
    assert table.header == ((Text("a"),), (Text("b|c"),))
    assert table.rows[0][0] == (Citation((CitationItem("t", locator="p. 1"),)),)
    assert table.rows[1] == ((Text("short"),), ())


def test_notes_are_marks_and_texts() -> None:
    body = "One[^a] two^[in *place*] three[^none].\n\n[^a]: First.\n\n    More.\n\n[^a]: Again."
    document = parse(body)
    first = document.blocks[0]
    assert isinstance(first, Paragraph)
    marks = [inline.label for inline in first.inlines if isinstance(inline, NoteMark)]
    assert marks == ["a", "^in *place*"]
    assert {note.label: len(note.blocks) for note in document.notes} == {"a": 2, "^in *place*": 1}
    assert body[document.notes[0].span.start :].startswith("in *place*")


def test_definitions_reach_every_chunk() -> None:
    paragraphs = parse("[a] and [^n]\n\n- x\n\n[a]: /u\n\n[^n]: note").blocks
    first = paragraphs[0]
    assert isinstance(first, Paragraph)
    assert first.inlines == (Link((Text("a"),), "/u"), Text(" and "), NoteMark("n"))


def test_code_and_rules_and_html_are_kept_apart() -> None:
    body = "```{.python .x}\n@a\n```\n\n    @b\n\n---\n\n<!-- @c\n\n@d -->\n"
    fence, indented, rule, html = parse(body).blocks
    assert isinstance(fence, CodeBlock)
    assert (fence.language, fence.text) == ("python", "@a\n")
    assert isinstance(indented, CodeBlock)
    assert isinstance(rule, Rule)
    assert isinstance(html, Html)
    assert "@d" in html.text


def test_typography_stays_as_typed() -> None:
    assert parse_inlines("\"a\" -- b... 'c' (c)") == (Text("\"a\" -- b... 'c' (c)"),)


def test_a_backslash_escapes_a_citation() -> None:
    assert parse_inlines(r"\@a and \[@b]")[0] == Text("@a and [")


@pytest.mark.parametrize(
    "hostile",
    [
        ">" * 10_000,
        "> " * 10_000 + "a",
        "[" * 10_000,
        "[a](" * 3_000,
        "*a " * 4_000 + "b* " * 4_000,
        "*" * 5_000 + "a" + "*" * 5_000,
        "- " * 10_000 + "a",
        "^[" * 3_000,
        "[@a " * 3_000,
        "::: a\n" * 3_000,
        "::: a\n" * 2_000 + ":::\n" * 2_000,
        "> ::: a\n" * 1_000,
        "<!--" * 3_000,
        "`a``b```c" * 1_000,
        "<a" * 5_000,
        "\\*" * 5_000,
        "![" * 3_000,
        "```\n" + "a\n\n" * 2_000,
        "- ```\n\nx\n\n```\n\n" * 500,
        "".join("  " * n + "- a\n" for n in range(200)),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_deep_nesting_ends_soon_and_loses_no_block(hostile: str) -> None:
    document = parse(hostile + "\n\nThe end.")
    assert hash(document) == hash(parse_at_once(hostile + "\n\nThe end."))
    assert repr(document)


def test_words_too_deep_are_kept_as_words() -> None:
    body = ">" * 500 + " deep\n\nAfter."
    document = parse(body)
    assert "deep" in repr(document.blocks[0])
    assert isinstance(document.blocks[-1], Paragraph)


def test_the_light_rooms_do_not_import_the_parser() -> None:
    names = "citations", "citation_syntax", "counting", "outline", "query_language", "query_chips"
    imports = "\n".join(f"import briefing.text.{name}" for name in (*names, "anchors", "figures"))
    program = f"{imports}\nimport sys\nassert 'markdown_it' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
