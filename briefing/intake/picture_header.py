"""The kind and size of a picture, read from its first bytes: PNG, JPEG, GIF.

Sources: PNG (ISO 15948) 11.2.2; GIF89a, 18; JPEG (ITU-T T.81) B.2.2.
"""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_GIFS = (b"GIF87a", b"GIF89a")
_NO_FRAME = {0xC4, 0xC8, 0xCC}  # tables and extensions among the frame headers, C0 to CF

PictureHeader = tuple[str, tuple[int, int]]  # media type; width and height in dots


def picture_header(data: bytes) -> PictureHeader | None:
    """Return what a picture says of itself; nothing where it is none of the three kinds."""
    if data.startswith(_PNG) and len(data) >= 24:
        return "image/png", (int.from_bytes(data[16:20]), int.from_bytes(data[20:24]))
    if data.startswith(_GIFS) and len(data) >= 10:
        size = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
        return "image/gif", size
    if data.startswith(_JPEG):
        return _jpeg(data)
    return None


def _jpeg(data: bytes) -> PictureHeader | None:
    """Go from marker to marker up to the frame's header."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in _NO_FRAME:
            height, width = (
                int.from_bytes(data[at + 5 : at + 7]),
                int.from_bytes(data[at + 7 : at + 9]),
            )
            return "image/jpeg", (width, height)
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None
