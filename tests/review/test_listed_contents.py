"""What becomes of a table of contents in a returned file is no change of the memo."""

import re

import pytest

from tests.ooxml.rezipped_files import rewritten
from tests.review.returned import accepted, exported, placed_file, sent

BODY = """::: {.toc depth="2"}
:::

## Bottom line

Mexico sent 59 men.

## Options

### Wait

It costs nothing.

### Act now

It costs much.
"""
_LINE = re.compile(r"<w:p>(?:(?!</w:p>).)*?<w:pStyle w:val=\"TOC\w*\"/>.*?</w:p>", re.DOTALL)


def _with_lines(data: bytes, pattern: str, new: str) -> bytes:
    """Return a Word file in which something of each line of its contents is another."""

    def change(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        xml, count = _LINE.subn(lambda m: re.sub(pattern, new, m[0]), part.decode())
        assert count >= 5
        return xml.encode()

    return rewritten(data, change)


@pytest.mark.parametrize(
    ("pattern", "new"),
    [
        (r"(<w:t[^>]*>)\d+(</w:t>)", r"\g<1>7\2"),  # fields brought up to date
        (r"</?w:hyperlink[^>]*>", ""),  # a program without links to places
        (r"<w:pStyle [^>]*/>|</?w:hyperlink[^>]*>|<w:bookmark[^>]*>", ""),  # plain paragraphs
        (r"(?s).+", ""),  # taken out
        (r"(?s)(.+)", r"\1\1"),
    ],
)
def test_lines_that_a_program_writes_anew_are_no_change(pattern: str, new: str) -> None:
    review = placed_file(BODY, _with_lines(exported(BODY), pattern, new))
    assert review.changes == ()


def test_changes_of_the_text_are_found_beside_them() -> None:
    file = sent(BODY)
    file.replace("59", "61")
    data = _with_lines(file.saved(), r"(<w:t[^>]*>)\d+(</w:t>)", r"\g<1>7\2")
    (change,) = placed_file(BODY, data).changes
    assert [(edit.start, edit.text) for edit in change.edits] == [(BODY.index("59"), "61")]


def test_heading_that_became_plain_text_is_none_of_its_lines() -> None:
    file = sent(BODY)
    file.replace("Mexico sent 59 men.", "Options")
    assert accepted(BODY, file) == BODY.replace("Mexico sent 59 men.", "Options")


def test_without_a_contents_list_such_paragraphs_are_looked_at() -> None:
    body = "One.\n\nTwo.\n"
    file = sent(body)
    file.replace("Two.", "One.")
    assert accepted(body, file) == "One.\n\nOne.\n"
