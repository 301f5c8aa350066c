"""What pandoc's classes of words in brackets mean for a writer: `[words]{.underline}`.

Source: the Pandoc User's Guide, "Extension: bracketed_spans", "Underline" and "Highlighting".
"""

from briefing.model.block import Tagged

SMALL_CAPS, UNDERLINE, HIGHLIGHT = "smallcaps", "underline", "mark"
_ALSO = {"ul": UNDERLINE, "highlight": HIGHLIGHT}
_KNOWN = frozenset({SMALL_CAPS, UNDERLINE, HIGHLIGHT})


def looks_of(tagged: Tagged) -> frozenset[str]:
    """Return which of the looks the words are to have."""
    return frozenset(_ALSO.get(name, name) for name in tagged.classes) & _KNOWN
