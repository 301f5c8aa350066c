"""Apostrophes and quotation marks of titles and names as print has them, not as keys do."""

import re

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s|$|[-–,.;:?!)])|(?<!\S)'(?=\d\ds?\b)")
_OPENING = re.compile(r'(?<![^\s(\[{“‘/—–-])"(?=\S)')
_SINGLE = re.compile(r"(?<![^\s(\[{“/—–-])'(?=\S)")


def printed(text: str) -> str:
    """Return words with curved marks: a mark before a word opens, any other closes."""
    if '"' not in text and "'" not in text:
        return text
    text = _OPENING.sub("“", text).replace('"', "”")
    return _SINGLE.sub("‘", _APOSTROPHE.sub("’", text)).replace("'", "’")
