"""What the reader shows knows its place in the Markdown it came from."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.reading_block import ReadingBlock, ReadingKind
from briefing.text.reading_blocks import reading_blocks

BODY = """## Talks & terms

Both *leaders* said **59 targets** were
sent to the [United States](https://example.org/a) \\*today\\* &amp; later.

- first
- second
  1. inner

> A quoted line

    Executive Order 13014
    of August 15

```
code  here
```

| a | b |
|---|---|
| c | d |

---
"""


def shown(block: ReadingBlock) -> str:
    return "".join(run.text for run in block.runs)


def test_blocks_read_as_text_without_marks() -> None:
    blocks = reading_blocks(BODY)
    assert [(block.kind, shown(block)) for block in blocks] == [
        (ReadingKind.HEADING, "Talks & terms"),
        (
            ReadingKind.PARAGRAPH,
            "Both leaders said 59 targets were sent to the United States *today* & later.",
        ),
        (ReadingKind.ITEM, "first"),
        (ReadingKind.ITEM, "second"),
        (ReadingKind.ITEM, "inner"),
        (ReadingKind.QUOTE, "A quoted line"),
        (ReadingKind.PARAGRAPH, "Executive Order 13014 of August 15"),
        (ReadingKind.CODE, "code  here"),
        (ReadingKind.PARAGRAPH, "a  |  b"),
        (ReadingKind.PARAGRAPH, "c  |  d"),
        (ReadingKind.RULE, ""),
    ]


def test_items_carry_their_marks() -> None:
    markers = [block.marker for block in reading_blocks(BODY) if block.kind is ReadingKind.ITEM]
    assert markers == ["•", "•", "1."]


def test_looks_follow_the_marks() -> None:
    runs = {run.text: run for run in reading_blocks(BODY)[1].runs}
    assert runs["leaders"].is_italic
    assert runs["59 targets"].is_bold
    assert runs["United States"].url == "https://example.org/a"


def assert_places(body: str) -> None:
    last = -1
    for block in reading_blocks(body):
        for run in block.runs:
            if run.start >= 0:
                assert body[run.start : run.start + len(run.text)] == run.text
                assert run.start > last
                last = run.start


def test_every_run_stands_where_it_says() -> None:
    assert_places(BODY)


@given(st.lists(st.sampled_from([*"ab *_[]()`>#-.!\\&|😀\n", "word ", "\n\n"])).map("".join))
def test_places_hold_in_any_markdown(body: str) -> None:
    assert_places(body)


def test_a_block_that_print_fills_is_named_in_words() -> None:
    toc, end = reading_blocks("::: {.toc}\n:::\n\n::: {.pagebreak}\n:::\n")
    assert (toc.runs[0].text, end.runs[0].text) == ("table of contents", "page break")


def test_a_block_that_is_looked_up_says_what_for() -> None:
    (block,) = reading_blocks('::: {.facts query="tag:topic/cartels" limit="3"}\n:::\n')
    assert [run.text for run in block.runs] == ["facts: tag:topic/cartels"]
