"""Which way words run: right-to-left scripts found, and a paragraph's direction told."""

import re
import unicodedata

from briefing.model.block import Block, Div, Heading, List, Paragraph, Quote, Table
from briefing.text.inline_text import inline_text

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


def is_turned(block: Block) -> bool:
    """Say whether a block is laid out from right to left: its first words run that way."""
    words = _first_words(block)
    return not words.isascii() and runs_right_to_left(words)


def _first_words(block: Block) -> str:
    match block:
        case Paragraph() | Heading():
            return inline_text(block.inlines)
        case Table():
            cells = (cell for row in (block.header, *block.rows) for cell in row)
            return next((words for cell in cells if (words := inline_text(cell).strip())), "")
        case List():
            inner = (child for item in block.items for child in item.blocks)
            return next((words for child in inner if (words := _first_words(child))), "")
        case Quote() | Div():
            return next((words for one in block.blocks if (words := _first_words(one))), "")
        case _:
            return ""
