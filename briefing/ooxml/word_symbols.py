"""The characters of symbol fonts that Word files write by their codes (ECMA-376-1, 17.3.3.30)."""

import re

from briefing.ooxml.word_package import Element, value

_SYMBOLS = {
    "F0B7": "•",
    "F0A7": "▪",
    "F0FC": "✓",
    "F0FE": "☑",
    "F0A8": "☐",
    "F06F": "☐",
    "F0E0": "→",
}


def symbol(element: Element) -> str:
    """Return the character that `w:sym` stands for; nothing where it is not known."""
    code = value(element, "char").upper()
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    number = int(code, 16) if re.fullmatch("[0-9A-F]{1,4}", code) else 0
    return chr(number) if 0x20 <= number < 0xD800 else ""
