"""Pictures without what they tell beside what they show: place, camera, author, comments.

Sources: PNG (ISO 15948), 11.3; JPEG (ITU-T T.81), B.1.1.3; Exif 2.32 (CIPA DC-008), 4.6; GIF89a,
24 and 26. A picture that is built otherwise than these say is left as it is.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.picture import Picture

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT",
     b"pHYs", b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
_COMMENT, _SCAN, _APPLICATION = 0xFE, 0xDA, range(0xE0, 0xF0)
_JPEG_KEPT = {0xE0, 0xE2, 0xEE}  # JFIF, colour profile, Adobe's transform
_EXIF = 0xE1
_ORIENTATION = 0x0112


def without_metadata(picture: Picture) -> Picture:
    """Return a picture that shows the same and tells nothing else."""
    match picture.media_type:
        case "image/png":
            cleaned = _clean_png(picture.data)
        case "image/jpeg":
            cleaned = _clean_jpeg(picture.data)
        case "image/gif":
            cleaned = _clean_gif(picture.data)
        case _:
            cleaned = picture.data
    return picture if cleaned == picture.data else replace(picture, data=cleaned)


def _clean_png(data: bytes) -> bytes:
    """Keep the chunks that say how to draw."""
    parts, at = [_PNG], len(_PNG)
    if not data.startswith(_PNG):
        return data
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if data[at + 4 : at + 8] in _PNG_KEPT:
            parts.append(data[at:end])
        if data[at + 4 : at + 8] == b"IEND" and end <= len(data):
            return b"".join(parts)
        at = end
    return data


def _clean_jpeg(data: bytes) -> bytes:
    """Drop comments and what programs added; of Exif keep which side is up."""
    if not data.startswith(b"\xff\xd8"):
        return data
    parts, at = [b"\xff\xd8"], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == _SCAN:
            return b"".join([*parts, data[at:]])
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if marker == _EXIF:
            parts.append(_upright(data[at + 4 : end]))
        elif marker != _COMMENT and (marker not in _APPLICATION or marker in _JPEG_KEPT):
            parts.append(data[at:end])
        at = end
    return data


def _upright(exif: bytes) -> bytes:
    """Return Exif that holds nothing but the orientation, or nothing where it is the usual one."""
    side = _orientation(exif)
    if side < 2:
        return b""
    entry = _ORIENTATION.to_bytes(2) + b"\0\3" + b"\0\0\0\1" + side.to_bytes(2) + b"\0\0"
    tiff = b"MM\0*" + (8).to_bytes(4) + b"\0\1" + entry + b"\0\0\0\0"
    body = b"Exif\0\0" + tiff
    return b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body


def _orientation(exif: bytes) -> int:
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "little" if tiff.startswith(b"II") else "big"
    at = int.from_bytes(tiff[4:8], order)
    for number in range(min(int.from_bytes(tiff[at : at + 2], order), 200)):
        entry = tiff[at + 2 + 12 * number : at + 14 + 12 * number]
        if len(entry) == 12 and int.from_bytes(entry[:2], order) == _ORIENTATION:
            side = int.from_bytes(entry[8:10], order)
            return side if side <= 8 else 0
    return 0


def _clean_gif(data: bytes) -> bytes:
    """Drop comments and the data of programs, but that which lets a picture move again."""
    if not data.startswith((b"GIF87a", b"GIF89a")) or len(data) < 13:
        return data
    at = 13 + _colours(data[10])
    parts = [data[:at]]
    for start, end in _gif_blocks(data, at):
        is_extension = data[start] == 0x21
        is_told = is_extension and data[start + 1] == 0xFE
        is_foreign = is_extension and data[start + 1] == 0xFF and b"NETSCAPE" not in data[start:end]
        if not (is_told or is_foreign):
            parts.append(data[start:end])
    return b"".join(parts) if parts[-1] == b";" else data


def _gif_blocks(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Yield where each block of a GIF begins and ends, up to its trailer."""
    while at < len(data):
        start = at
        match data[at]:
            case 0x3B:
                yield start, start + 1
                return
            case 0x21:
                at = _behind_pieces(data, at + 2)
            case 0x2C if at + 9 < len(data):
                at = _behind_pieces(data, at + 11 + _colours(data[at + 9]))
            case _:
                return
        yield start, at


def _behind_pieces(data: bytes, at: int) -> int:
    while at < len(data) and data[at]:
        at += 1 + data[at]
    return at + 1


def _colours(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
