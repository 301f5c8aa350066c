"""Bytes of a mail to text: the charset that is named, then those that mailers meant by it."""

import codecs
import re

from briefing.errors import IntakeError
from briefing.intake.legacy_encoding import decode_legacy
from briefing.intake.text_file import REPLACEMENT

# Names unknown to Python, or used for a wider charset (encoding.spec.whatwg.org).
_MEANT = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "iso-8859-8-i": "iso8859_8",
    "iso-2022-jp": "iso2022_jp_ext",
    "unicode-1-1-utf-7": "utf-7",
    "x-mac-roman": "mac_roman",
    "cp-850": "cp850",
}
# Codecs of Python that are no charset of a text, and are slow or let their input command.
_BARRED = frozenset(
    ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem")
)
_LONE = re.compile("[\0\ud800-\udfff]")  # UTF-7 can smuggle in halves of a letter
_FEW = 200  # bytes tell no code page from another
_NAME = re.compile(r"[A-Za-z][\w.:+-]{1,40}", re.ASCII)


def decode_mail_bytes(data: bytes, charset: str = "") -> str:
    """Return the text of a part or header; never raises.

    UTF-8 is believed before a named charset of one byte a letter, which fits any bytes at all;
    what cannot be read becomes U+FFFD.
    """
    if data.isascii() and charset.lower() not in {"utf-7", "iso-2022-jp", "hz-gb-2312"}:
        text = _decoded(data, charset) if _is_wide(charset) else data.decode("ascii")
        return text if text is not None else data.decode("ascii")
    named = _known(charset)
    for encoding in (named, "utf-8") if _is_wide(charset) else ("utf-8", named):
        text = _decoded(data, encoding)
        if text is not None:
            return text
    if named:
        return _LONE.sub(REPLACEMENT, data.decode(named, errors="replace"))
    if len(data) < _FEW:
        return data.decode("cp1252", errors="replace")
    try:
        return decode_legacy(data)[0]
    except IntakeError:
        return data.decode("cp1252", errors="replace")


def decode_mail_text(text: str, charset: str = "") -> str:
    """Return a header's text with its raw bytes, kept by surrogateescape, decoded."""
    if text.isascii():
        return text
    try:
        return decode_mail_bytes(text.encode("utf-8", errors="surrogateescape"), charset)
    except UnicodeEncodeError:
        return _LONE.sub(REPLACEMENT, text)


def _known(charset: str) -> str:
    """Return a codec's name for a charset's, or nothing."""
    said = charset.strip().strip("\"'").lower()
    said = _MEANT.get(said, said)
    if not _NAME.fullmatch(said) or said.replace("_", "-") in _BARRED:
        return ""
    try:
        name = codecs.lookup(said).name
        b"a".decode(name)
    except (LookupError, ValueError, AssertionError):  # unknown, or no codec of texts
        return ""
    return name


def _is_wide(charset: str) -> bool:
    """Return whether ASCII bytes, or several bytes together, may mean another letter."""
    said = charset.lower()
    return said.startswith(
        (
            "utf-7",
            "utf-16",
            "utf-32",
            "iso-2022",
            "hz",
            "shift",
            "x-sjis",
            "euc",
            "ks_c",
            "gb",
            "big5",
            "x-gbk",
            "unicode",
        )
    )


def _decoded(data: bytes, encoding: str) -> str | None:
    known = _known(encoding)
    if not known:
        return None
    try:
        return _LONE.sub(REPLACEMENT, data.decode(known))
    except (ValueError, AssertionError):
        return None
