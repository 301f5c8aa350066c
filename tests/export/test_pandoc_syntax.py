import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.export.pandoc_syntax import citation, plain_text
from briefing.model.block import CitationItem, Paragraph, Text
from briefing.text.blocks import parse
from briefing.text.citations import find_citations
from briefing.text.inline_text import inline_text

WORDS = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cn"]))


@pytest.mark.parametrize(
    ("items", "bare", "expected"),
    [
        ([CitationItem("a")], False, "[@a]"),
        (
            [CitationItem("a", "see", "p. 3", "emphasis added")],
            False,
            "[see @a, p. 3, emphasis added]",
        ),
        ([CitationItem("a"), CitationItem("b", suppress_author=True)], False, "[@a; -@b]"),
        ([CitationItem("a")], True, "@a"),
        ([CitationItem("a", locator="p. 3")], True, "@a [p. 3]"),
        ([CitationItem("a"), CitationItem("b")], True, "[@a; @b]"),
        ([CitationItem("odd key")], False, "[@{odd key}]"),
    ],
)
def test_citation_is_written_as_pandoc_reads_it(
    items: list[CitationItem],
    bare: bool,  # noqa: FBT001
    expected: str,
) -> None:
    assert citation(items, bare=bare) == expected
    (found,) = find_citations(expected)
    assert list(found.citation.items) == items


@given(WORDS)
@example("- a")
@example("::: {.facts}")
@example(":: a")
@example("1. a")
@example("+ a")
@example("---")
@example("===")
@example("\\")
def test_words_read_back_as_the_same_words(words: str) -> None:
    wanted = " ".join(words.split())
    blocks = parse(plain_text(words)).blocks
    if not wanted:
        assert not blocks
        return
    (paragraph,) = blocks
    assert isinstance(paragraph, Paragraph)
    assert inline_text(paragraph.inlines) == wanted


def test_words_hold_no_markup() -> None:
    (block,) = parse(plain_text("*a* [@b] `c` <d> &amp; 1. $x$")).blocks
    assert isinstance(block, Paragraph)
    assert all(isinstance(inline, Text) for inline in block.inlines)
