"""Paragraphs split round a new table or new items: everything keeps its order."""
# pyright: reportOptionalMemberAccess=false

import copy

import pytest

from tests.review.open_word_file import W
from tests.review.returned import accepted, exported, placed_file, printed, sent
from tests.review.tracked_edits import TrackedFile

BODY = """\
Intro.

First half. Second half.

- item
- more

| a | b |
|---|---|
| c | d |

End.
"""
TABLE = "| new a | new b |\n| --- | --- |\n| new c | new d |"


def _put_table(file: TrackedFile, before: str) -> None:
    """Put in a copy of the table, all of it tracked."""
    old = list(file.root.iter(W + "tbl"))[-1]
    table = copy.deepcopy(old)
    for mark in [*table.iter(W + "bookmarkStart"), *table.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    for words in table.iter(W + "t"):
        words.text = f"new {words.text}"
    file.paragraphs[file.number_of(before)].addprevious(table)
    for row in table.iter(W + "tr"):
        file.insert_row(row)


def test_table_in_a_split_paragraph_stands_between_its_halves() -> None:
    file = sent(BODY)
    file.end_paragraph(file.number_of("First half"), len("First half."))
    _put_table(file, "Second half")
    expected = BODY.replace("half. Second", f"half.\n\n{TABLE}\n\nSecond")
    assert accepted(BODY, file) == expected
    assert printed(exported(expected)) == printed(file.saved())


def test_table_and_words_in_a_split_paragraph_keep_their_order() -> None:
    file = sent(BODY)
    number = file.number_of("First half")
    file.insert(number, len("First half."), " More.")
    file.end_paragraph(number, len("First half. More."))
    _put_table(file, "Second half")
    text = accepted(BODY, file)
    assert printed(exported(text)) == printed(file.saved())


def test_items_in_a_split_paragraph_stand_between_its_halves() -> None:
    file = sent(BODY)
    file.end_paragraph(file.number_of("First half"), len("First half."))
    for words in ("one", "two"):
        file.add_paragraph(file.number_of("Second half"), words)
        file.shape_as(file.number_of(words), file.number_of("item"), is_tracked=False)
        file.mark_inserted(file.number_of(words))
    expected = BODY.replace("half. Second", "half.\n\n- one\n- two\n\nSecond")
    assert accepted(BODY, file) == expected


@pytest.mark.parametrize("before", ["Intro", "End"])
def test_table_beside_whole_paragraphs_is_a_change_of_its_own(before: str) -> None:
    file = sent(BODY)
    _put_table(file, before)
    assert len(placed_file(BODY, file.saved()).changes) == 1
    assert printed(exported(accepted(BODY, file))) == printed(file.saved())
