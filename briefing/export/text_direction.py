"""Which way words run: right-to-left scripts found, and a paragraph's direction told."""

import re
import unicodedata

_LETTERS = (
    "\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
RIGHT_TO_LEFT = re.compile(rf"[{_LETTERS}]+(?:[\s\u0300-\u036f\u200c-\u200f]+[{_LETTERS}]+)*")


def runs_right_to_left(text: str) -> bool:
    """Say whether a paragraph runs from right to left: its first strong letter does (UAX 9, P2)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return False
