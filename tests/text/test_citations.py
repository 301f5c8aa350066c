"""Citations are found as pandoc finds them, and the quick way finds what the parser finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.block import Citation, CitationItem, Span
from briefing.text.citations import find_citations
from briefing.text.contents import citations_of

PIECES = [
    "[@a]",
    "[see @a, pp. 3-5, and *x*; -@b]",
    "@a",
    "@a [p. 3]",
    "@{odd key}",
    "-@c",
    "a@b.org",
    "@fact:7k2",
    "[@a; @b]",
    "[@a",
    "]",
    "[x](u)",
    "[@a](u)",
    "`@a`",
    "\\@a",
    "<@a>",
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "word ",
    "*",
    "_",
    "[^@a]",
    "![@a]",
    "; ",
    "@a,",
    "[",
    "| ",
    "    ",
    "{#x}",
    "@@",
    "é",
    "&amp;",
    "# ",
    "^[@n]",
    "[@a\n p. 3]",
    "@a\n[p. 4]",
    "~~",
    "@a_",
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def _one(markdown: str) -> Citation:
    (found,) = find_citations(markdown)
    return found.citation


def _keys(markdown: str) -> list[str]:
    return [item.key for found in find_citations(markdown) for item in found.citation.items]


@pytest.mark.parametrize(
    ("written", "items", "is_bare"),
    [
        ("[@a]", [CitationItem("a")], False),
        ("[-@a, 33]", [CitationItem("a", locator="33", suppress_author=True)], False),
        (
            "[see @a, pp. 3-5, and *passim*; -@b]",
            [
                CitationItem("a", "see", "pp. 3-5", "and *passim*"),
                CitationItem("b", suppress_author=True),
            ],
            False,
        ),
        ("@a [p. 3]", [CitationItem("a", locator="p. 3")], True),
        (
            "@a [chap. 2; see @b]",
            [CitationItem("a", locator="chap. 2"), CitationItem("b", "see")],
            True,
        ),
        ("@{odd key} x", [CitationItem("odd key")], True),
        ("[@fact:7k2]", [CitationItem("fact:7k2")], False),
        ("[@a, {ch. iv}, end]", [CitationItem("a", locator="ch. iv", suffix="end")], False),
        ("[@a, art. 5(1)]", [CitationItem("a", locator="art. 5(1)")], False),
        ("[@a, §§ 3, 5]", [CitationItem("a", locator="§§ 3, 5")], False),
        ("[@a, No. 5.]", [CitationItem("a", locator="No. 5", suffix=".")], False),
        ("[@a, pages are many]", [CitationItem("a", suffix="pages are many")], False),
        ("[@a and @b]", [CitationItem("a"), CitationItem("b")], False),
        ("[@a `]`]", [CitationItem("a", suffix="`]`")], False),
        ("[see [x] of @a]", [CitationItem("a")], True),
    ],
)
def test_a_citation_is_read(
    written: str,
    items: list[CitationItem],
    is_bare: bool,  # noqa: FBT001
) -> None:
    assert _one(written) == Citation(tuple(items), bare=is_bare)


@pytest.mark.parametrize(
    "text",
    [
        "a@b.org",
        r"\@a",
        "`@a`",
        "``x @a``",
        "```\n@a\n```",
        "    @a",
        "<!-- @a -->",
        '<b c="@a">',
        "[x](http://y.z/@a)",
        "<http://y.z/@a>",
        "[x]: /@a",
        "@ a",
        "@@",
        '::: {.facts query="@a"}\n:::',
        "# Title {#x key=@a}",
    ],
)
def test_what_is_no_citation_is_not_found(text: str) -> None:
    assert find_citations(text) == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@a.", ["a"]),
        ("@a:b.c#d", ["a:b.c#d"]),
        ("@a--b", ["a"]),
        ("(@a)", ["a"]),
        ("*@a*", ["a"]),
        ("[@a][@b]", ["a", "b"]),
        ("[@a](u)", ["a"]),
        ("x[@a]", ["a"]),
        ("@é1", ["é1"]),
        ("@_x", ["_x"]),
        ("| @a | [@b] |\n|--|--|\n| [@c] | d |", ["a", "b", "c"]),
        ("> - [@a,\n>   p. 3]", ["a"]),
        ("[^1]\n\n[^1]: See [@a].", ["a"]),
        ("x^[see @a]", ["a"]),
    ],
)
def test_keys_are_found_where_pandoc_finds_them(text: str, keys: list[str]) -> None:
    assert _keys(text) == keys


@settings(max_examples=600)
@given(texts)
def test_the_quick_way_finds_what_the_parser_finds(markdown: str) -> None:
    quick = [
        (found.span.start, found.span.end, found.citation) for found in find_citations(markdown)
    ]
    assert quick == citations_of(markdown)


@given(texts)
def test_each_stands_where_it_is_said_to_stand(markdown: str) -> None:
    for found in find_citations(markdown):
        written = markdown[found.span.start : found.span.end]
        assert written[0] in "[@-"
        assert all(item.key in written for item in found.citation.items)


def test_places_count_code_points_and_line_ends() -> None:
    body = "😀 é\r\nthen [@a]\r\n\r\n- `x` [@b]"
    assert [body[f.span.start : f.span.end] for f in find_citations(body)] == ["[@a]", "[@b]"]


@pytest.mark.parametrize(
    "hostile", ["[@a " * 5_000, "[" * 9_000 + "@a", "[@a;" * 5_000 + "]", "@" * 9_000]
)
def test_hostile_brackets_end_soon(hostile: str) -> None:
    assert isinstance(find_citations(hostile), tuple)


def test_a_found_citation_names_its_span() -> None:
    assert find_citations("x [@a]")[0].span == Span(2, 6)


@pytest.mark.parametrize(
    "markdown",
    [
        "> | E | A |\n> |---|---|\n> | M. [@a] | C |\n",
        "> ::: {.options}\n> | E | A |\n> |---|---|\n> | M. [@a] | C |\n> :::\n",
        "- | E | A |\n  |---|---|\n  | M. [@a] | C |\n",
        "1. > - | E | A [@a] |\n   >   |---|---|\n",
        "> E | A\n> ---|---\n> M. [@a] | C\n",
        "> E | A\n> ---|---\n> | | [@a] |\n",
    ],
)
def test_citation_in_a_table_within_others_stands_where_it_does(markdown: str) -> None:
    (found,) = find_citations(markdown)
    assert markdown[found.span.start : found.span.end] == "[@a]"
