"""The bytes of a saved page to text: marks, what the page says of itself, and what it reads as."""

import codecs
import re

from briefing.errors import IntakeError
from briefing.intake.text_file import DecodedText, decode_text

_MAX_BYTES = 64 * 1024 * 1024
_HEAD = 16 * 1024  # browsers look at 1 KB; SingleFile puts long comments first
_SAID = re.compile(
    rb"<meta[^>]{1,500}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_DATA_URI = re.compile(rb"(data:[\w.+-]{1,60}/[\w.+-]{1,60}(?:;[\w=.-]{1,60})*,)[\w+/=%.~-]{64,}")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What pages call Latin-1 is Windows's, and so on (WHATWG Encoding, 4.2).
_MEANT = {
    **dict.fromkeys(("iso8859-1", "ascii", "iso-8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
# A page that can say so in ASCII is not so encoded; and what is no encoding of pages.
_UNREAL = ("utf-16", "utf-32", "utf-7", "punycode", "idna", "unicode_escape", "raw_unicode_escape")


def decode_page(data: bytes, declared: str = "") -> DecodedText:
    """Return a page's text; `declared` is the charset that its transport named, if any.

    Embedded pictures are cut from the bytes first: a page of 40 MB holds some KB of text. Raises
    IntakeError where it is empty, too large or no text.
    """
    if len(data) > _MAX_BYTES:
        raise IntakeError(f"The page is larger than {_MAX_BYTES // 2**20} MB.")
    if b"data:" in data:
        data = _DATA_URI.sub(rb"\1", data)
    if data.startswith(_MARKS):
        return decode_text(data)
    if not declared and _is_utf8(data):
        return decode_text(data)
    said = _SAID.search(data[:_HEAD])
    for label in (declared, (said[1] or said[2]).decode("ascii", "replace") if said else ""):
        text = _decoded(data, label)
        if text:
            return decode_text(text.encode())
    return decode_text(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data and b"\x1b$" not in data


def _decoded(data: bytes, label: str) -> str:
    """Return the text in a named encoding; nothing where the name or the bytes are wrong."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    if name.startswith(_UNREAL):
        return ""
    try:
        text = data.decode(name, errors="replace")
    except (LookupError, ValueError):  # a codec that makes no text
        return ""
    lost = text.count("\ufffd")
    return "" if lost > max(20, len(text) // 50) else text
