"""Headings' numbers, counted as Word counts them."""

import pytest
from lxml import etree

from briefing.export.docx.heading_numbers import HeadingNumbers, numeral
from tests.export.ooxml_rules import WORD

NUMBERING = f"""<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="4">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>
<w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/>
<w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></w:numbering>"""


class Styles:
    """Says that three levels of headings are numbered."""

    def numbering(self, part: str) -> tuple[str, int] | None:
        level = int(part.removeprefix("heading")) - 1
        return ("9", level) if level < 3 else None


def test_headings_are_counted_by_levels() -> None:
    numbers = HeadingNumbers(etree.fromstring(NUMBERING), Styles())
    parts = (1, 2, 2, 3, 3, 2, 3, 1, 2, 4)
    assert [numbers.next(f"heading{part}") for part in parts] == [
        *("I.", "1.1", "1.2", "(c)", "(d)", "1.3", "(c)", "II.", "2.1", ""),
    ]


@pytest.mark.parametrize(
    ("number", "shape", "text"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (12, "decimal", "12"),
    ],
)
def test_number_is_written_in_its_format(number: int, shape: str, text: str) -> None:
    assert numeral(number, shape) == text
