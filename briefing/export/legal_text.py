"""Text without the characters that no XML file, and no page, may hold (XML 1.0, 2.2)."""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def legal(text: str) -> str:
    """Return the text without control characters; half a surrogate pair becomes U+FFFD."""
    if text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _ILLEGAL.sub("", text))
