"""The packed rich text of an Outlook message, unpacked (MS-OXRTFCP)."""

import struct

from striprtf.striprtf import rtf_to_text  # pyright: ignore[reportUnknownVariableType]

from briefing.errors import IntakeError

_HEADER = struct.Struct("<IIII")
_PACKED = 0x75465A4C  # LZFu
_PLAIN = 0x414C454D  # MELA
_RING = 4096
_MOST_BYTES = 32 * 1024 * 1024
_BEFORE = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)  # what the ring holds before the first byte (2.1.2.1)


def packed_rtf_text(data: bytes) -> str:
    """Return the words of packed rich text; raises IntakeError where it is damaged."""
    rtf = unpacked_rtf(data).decode("latin-1")
    try:
        return str(rtf_to_text(rtf, encoding="cp1252", errors="replace")).strip()  # pyright: ignore[reportUnknownArgumentType]
    except (ValueError, LookupError, TypeError, AttributeError):
        raise IntakeError("The rich text of the message is damaged.") from None


def unpacked_rtf(data: bytes) -> bytes:
    """Return the rich text itself; raises IntakeError where it is damaged or very large."""
    if len(data) < _HEADER.size:
        raise IntakeError("The rich text of the message is damaged.")
    _, size, kind, _ = _HEADER.unpack_from(data)
    if size > _MOST_BYTES:
        raise IntakeError("The rich text of the message is too large to be read.")
    if kind == _PLAIN:
        return data[_HEADER.size : _HEADER.size + size]
    if kind != _PACKED:
        raise IntakeError("The rich text of the message is damaged.")
    return _unpacked(data[_HEADER.size :], size)


def _unpacked(data: bytes, size: int) -> bytes:
    """Undo the packing: eight tokens after each control byte, a letter or a place in the ring."""
    ring = bytearray(_BEFORE.ljust(_RING, b"\0"))
    at = len(_BEFORE)
    out = bytearray()
    index = 0
    while index < len(data) and len(out) < size:
        control = data[index]
        index += 1
        for bit in range(8):
            width = 2 if control >> bit & 1 else 1
            token = data[index : index + width]
            index += width
            if len(token) < width:
                return bytes(out)
            if width == 1:
                ring[at % _RING] = token[0]
                out += token
                at += 1
                continue
            offset, length = (token[0] << 4 | token[1] >> 4), (token[1] & 15) + 2
            if offset == at % _RING:
                return bytes(out)
            for step in range(length):
                byte = ring[(offset + step) % _RING]
                ring[at % _RING] = byte
                out.append(byte)
                at += 1
    return bytes(out[:size])
