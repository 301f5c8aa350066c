"""Labels of a drawing: cut to one line, and about how wide they are without any font at hand."""

import unicodedata

LONGEST = 72  # characters of a label
_SMALL, _CAPITAL, _WIDE = 6.3, 8.2, 12.0  # pixels: the mean widths of letters of 12 px sans serif


def shortened(title: str) -> str:
    """Return a title as it is drawn: one line, cut where it is long."""
    words = " ".join(title.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"


def label_width(title: str) -> float:
    """Return about how wide a title is as it is drawn, in pixels."""
    return sum(_letter(letter) for letter in shortened(title))


def _letter(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    return _CAPITAL if letter.isupper() else _SMALL
