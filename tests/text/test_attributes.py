"""Pandoc attributes are read as pandoc reads them, or left as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.attributes import Attributes, attributes_at, split_attributes


@pytest.mark.parametrize(
    ("text", "classes", "pairs"),
    [
        ("{#id .a .b key=val}", ("a", "b"), (("id", "id"), ("key", "val"))),
        (
            '{.a key="two words" other=\'x "y"\'}',
            ("a",),
            (("key", "two words"), ("other", 'x "y"')),
        ),
        ('{key="a \\"b\\" {c}"}', (), (("key", 'a "b" {c}'),)),
        ("{-}", ("unnumbered",), ()),
        ("{ .a.b }", ("a", "b"), ()),
        ("{rank=<3}", (), (("rank", "<3"),)),
    ],
)
def test_attributes_are_read(
    text: str, classes: tuple[str, ...], pairs: tuple[tuple[str, str], ...]
) -> None:
    assert attributes_at(text, 0) == (Attributes(classes, pairs), len(text))


@pytest.mark.parametrize("text", ["", "{", "{}", "{ }", "{a}", "{.a", '{k="a}', "{.a} x}"])
def test_what_is_no_attributes_is_words(text: str) -> None:
    found = attributes_at(text, 0)
    assert found is None or found[1] < len(text)


def test_a_heading_is_parted_from_its_attributes() -> None:
    assert split_attributes('A {b} c {.d e="{f}"}') == (
        "A {b} c",
        Attributes(("d",), (("e", "{f}"),)),
    )
    assert split_attributes("A {b}") == ("A {b}", Attributes())


@given(st.text(alphabet="{}#.a=\"' \\-", max_size=30))
def test_any_heading_is_parted(heading: str) -> None:
    words, _ = split_attributes(heading)
    assert heading.startswith(words)
