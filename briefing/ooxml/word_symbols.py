"""The characters of symbol fonts that Word files write by their codes (ECMA-376-1, 17.3.3.30)."""

import re

from briefing.ooxml.word_package import Element, value

_SHIFT = 0xF000  # codes of symbol fonts stand in the private use area from here on
_SYMBOL = "symbol"  # the font; its codes differ from those of all others
_ODD = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥",
    0x60: "‾", 0x7E: "∼", 0xF1: "⟩", 0xF2: "∫",
}  # fmt: skip
_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"  # from A on
_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"  # from a on
_SIGNS = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"  # from A0 on
_OF_SYMBOL = {
    **{code: chr(code) for code in range(0x20, 0x7F)},
    **dict(enumerate(_CAPITALS, ord("A"))),
    **dict(enumerate(_SMALL, ord("a"))),
    **dict(enumerate(_SIGNS, 0xA0)),
    **_ODD,
}
_OF_OTHERS = {  # those of Wingdings that stand in texts; bullets of lists among them
    0x28: "☎", 0x2A: "✉", 0x45: "☜", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■",
    0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐",
    0xAB: "★", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


def symbol(element: Element) -> str:
    """Return the character that `w:sym` stands for; nothing where it is not known."""
    text = value(element, "char")
    code = int(text, 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", text) else 0
    is_symbol = value(element, "font").casefold() == _SYMBOL
    if code >= _SHIFT or (is_symbol and code <= 0xFF):
        known = _OF_SYMBOL if is_symbol else _OF_OTHERS
        return known.get(code % 0x100, "") if code % _SHIFT <= 0xFF else ""
    return chr(code) if 0x20 <= code < 0xD800 else ""
