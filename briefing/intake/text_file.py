"""Bytes to text: byte order marks, UTF-8, UTF-16, and older encodings where they are certain."""

import codecs
import unicodedata
from dataclasses import dataclass

from briefing.errors import IntakeError

MAX_BYTES = 16 * 1024 * 1024
REPLACEMENT = "\ufffd"
EMPTY = "The file is empty."
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins what Office and Outlook wrote (MS-CFB 2.2)

# Longest first: UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP, Word or other packed file"),
    (COMPOUND, "an old Word, Excel or Outlook file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a packed file"),
    (b"\xfd7zXZ\0", "a packed file"),
    (b"{\\rtf", "a rich text (RTF) file"),
)
_CONTROLS = bytes((*range(9), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_MAX_CONTROL_SHARE = 0.05
_MAX_NUL_SHARE = 0.01
_SAMPLE = 64 * 1024
_ODD = {"Cc", "Cn", "Co", "Cs"}  # controls, unassigned, private, surrogates
_MARK_STARTS = tuple(mark for mark, _ in _MARKS)
_SIGNATURE_STARTS = tuple(signature for signature, _ in _SIGNATURES)
_JAPANESE_SHIFT = (b"\x1b$B", b"\x1b$@")  # ISO-2022-JP is ASCII but for these (RFC 1468)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A file's text, its lines ended by LF; `remark` says what had to be done."""

    text: str
    remark: str = ""


def decode_text(data: bytes, max_bytes: int = MAX_BYTES) -> DecodedText:
    """Return the text of a file; raises IntakeError when it is empty, too large or no text.

    Only line ends and NULs (which become U+FFFD, as in CommonMark) are changed.
    """
    if not data:
        raise IntakeError(EMPTY)
    if len(data) > max_bytes:
        raise IntakeError(f"The file is larger than {max_bytes // 2**20} MB; split it first.")
    if data.startswith(_SIGNATURE_STARTS):
        name = next(name for signature, name in _SIGNATURES if data.startswith(signature))
        raise IntakeError(f"It is {name}, not text, whatever its name says.")
    decoded = _decode(data)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise IntakeError("The file holds no text, only blanks.")
    if _controls(text[:_SAMPLE]) > _MAX_CONTROL_SHARE * min(len(text), _SAMPLE):
        raise IntakeError("It is not text: too many of its characters cannot be printed.")
    return DecodedText(text.replace("\0", REPLACEMENT), decoded.remark)


def _controls(text: str) -> int:
    """Return how many control characters there are: in UTF-8 each is one byte, quickly dropped."""
    data = text.encode(errors="surrogatepass")
    return len(data) - len(data.translate(None, _CONTROLS))


def _decode(data: bytes) -> DecodedText:
    if data.startswith(_MARK_STARTS):
        mark, encoding = next(one for one in _MARKS if data.startswith(one[0]))
        return _decode_damaged(data[len(mark) :], encoding)
    if b"\0" in data:
        return _decode_with_nuls(data)
    if b"\x1b" in data and any(shift in data for shift in _JAPANESE_SHIFT):
        return _decode_damaged(data, "iso2022_jp")
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_damaged_utf8(data) or _decode_legacy(data)


def _decode_damaged(data: bytes, encoding: str) -> DecodedText:
    """Decode as its mark says; what cannot be read becomes U+FFFD, and is counted."""
    try:
        return DecodedText(data.decode(encoding))
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    lost = text.count(REPLACEMENT)
    if lost > max(1, len(text) // 50):
        raise IntakeError(f"It is damaged: it begins as {encoding} and does not go on so.")
    return DecodedText(text, _lost(lost))


def _decode_with_nuls(data: bytes) -> DecodedText:
    """Decode UTF-16 without a mark, or text in which a few NULs stand."""
    few = data.count(0) <= len(data) * _MAX_NUL_SHARE
    if not (few and _is_utf8(data)):
        text = _bare_utf16(data)
        if text:
            return DecodedText(text)
    if not few:
        raise IntakeError("It is not text: it is full of NUL bytes.")
    return _decode(data.replace(b"\0", REPLACEMENT.encode()))


def _bare_utf16(data: bytes) -> str:
    """Return UTF-16 text that has no mark, or nothing.

    A text keeps to few blocks of Unicode, so the high bytes are the ones that vary less.
    """
    little = len(set(data[1::2])) <= len(set(data[::2]))
    try:
        text = data.decode("utf-16-le" if little else "utf-16-be")
    except UnicodeDecodeError:
        return ""
    sample = text[:_SAMPLE]
    odd = sum(unicodedata.category(char) in _ODD and char not in "\t\n\r" for char in sample)
    return text if odd * 100 <= len(sample) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode_damaged_utf8(data: bytes) -> DecodedText | None:
    """Decode UTF-8 in which a few bytes are wrong; None when it is another encoding."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count(REPLACEMENT) - data.count(REPLACEMENT.encode())
    read = len(text) - len(text.encode("ascii", errors="ignore")) - text.count(REPLACEMENT)
    return DecodedText(text, _lost(lost)) if read >= 10 * lost else None


def _decode_legacy(data: bytes) -> DecodedText:
    from briefing.intake.legacy_encoding import decode_legacy  # noqa: PLC0415  (start-up time)

    return DecodedText(*decode_legacy(data))


def _lost(count: int) -> str:
    characters = "1 character" if count == 1 else f"{count} characters"
    return f"{characters} could not be read and stand as {REPLACEMENT}."
