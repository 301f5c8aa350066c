"""Places in text: Qt counts UTF-16 code units, everything of ours counts code points."""


def utf16_offset(text: str, position: int) -> int:
    """Return the offset in UTF-16 code units of a code point of `text`."""
    head = text[:position]
    return len(head) + _astral(head)


def code_point_offset(text: str, offset: int) -> int:
    """Return the code point that stands at an offset in UTF-16 code units."""
    if _is_narrow(text):
        return min(offset, len(text))
    units = 0
    for position, char in enumerate(text):
        if units >= offset:
            return position
        units += 1 + (ord(char) > 0xFFFF)
    return len(text)


def _astral(text: str) -> int:
    return 0 if _is_narrow(text) else sum(ord(char) > 0xFFFF for char in text)


def _is_narrow(text: str) -> bool:
    """Tell whether every code point takes one unit; asked at every key, so without a loop."""
    return text.isascii() or max(text) <= "\uffff"
