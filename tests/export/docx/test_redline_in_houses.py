"""Redlines in houses of every kind, and of memos with every element, are sound both ways."""

from pathlib import Path

import pytest

from briefing.export.docx.document_writer import write_docx
from briefing.export.docx.redline import redlined
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed
from tests.export.docx.house_files import house_file, paragraph
from tests.export.docx.test_content_place import BODY, PLACES
from tests.export.ooxml_rules import faults
from tests.export.publications import RESOURCES, STYLE, make_publication

WHOLE = (Path(__file__).parents[1] / "whole_memo.md").read_text(encoding="utf-8")
CHANGED = BODY.replace("Text of the memo.", "Words of it.\n\n- an item").replace("2 |", "3 |")
EDITS = [
    ("On 3 September", "On 4 September"),
    ("\n## ", "\nA new paragraph [@nyt].\n\n## "),
    ("| ", "| more "),
    (".\n\n", ". And so on.\n\n"),
    ("- ", "- also "),
]


def both_ways(new: bytes, old: bytes) -> None:
    data = redlined(new, old, "Ada", "2026-05-04T09:30:00Z")
    assert faults(data) == []
    file = read_reviewed(data, "memo.docx")
    for side, accept in ((new, True), (old, False)):
        settled = read_reviewed(side, "memo.docx")
        assert resolved_text(file, accept=accept) == resolved_text(settled, accept=True)


@pytest.mark.parametrize("place", PLACES)
def test_redline_goes_where_the_house_wants_the_text(tmp_path: Path, place: str) -> None:
    blocks = (paragraph("Before"), *PLACES[place], paragraph("After"))
    house = house_file(tmp_path / "house.dotx", *blocks)
    old, new = (
        write_docx(make_publication(text), house, RESOURCES).data for text in (BODY, CHANGED)
    )
    both_ways(new, old)


@pytest.mark.parametrize(("was", "now"), EDITS)
def test_memo_of_every_element_is_marked(was: str, now: str) -> None:
    memo = WHOLE.split("\n---\n", 1)[-1]
    changed = memo.replace(was, now, 2)
    old, new = (
        write_docx(make_publication(text), STYLE, RESOURCES).data for text in (memo, changed)
    )
    both_ways(new, old)
    both_ways(old, new)
