"""Signs that Word files write by the codes of a font are read as what they show."""

import pytest
from lxml import etree

from briefing.ooxml.word_symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F062", "β"),
        ("Symbol", "f0a3", "≤"),
        ("Symbol", "F0E0", "◊"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F0E5", "∑"),
        ("Symbol", "0061", "α"),
        ("Symbol", "F032", "2"),
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "F0FC", "✓"),
        ("Webdings", "F00A", ""),
        ("Arial", "2022", "•"),
        ("Arial", "D800", ""),
        ("Arial", "nonsense", ""),
    ],
)
def test_symbol_is_read_by_its_font(font: str, code: str, sign: str) -> None:
    element = etree.fromstring(f'<w:sym xmlns:w="urn:w" w:font="{font}" w:char="{code}"/>')
    assert symbol(element) == sign
