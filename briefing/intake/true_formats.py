"""Which format a file is really in, where exporters and browsers name it otherwise.

PubMed and Web of Science save their records as `.txt`, and so does Excel its tables; news databases
rich text, pages and web archives as `.doc`; a Word file arrives as `.zip`, a copied page as `.txt`;
mail programs name mail `.msg`, which Outlook has for its own messages.
"""

import re

from briefing.intake.tabbed_head import is_tabbed_table
from briefing.intake.text_file import COMPOUND

_RTF = b"{\\rtf"
_PDF = b"%PDF-"
_PACKED = b"PK\x03\x04"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MAIL = re.compile(r"(?:[!-9;-~]{1,80}:.*\n(?:[ \t].*\n)*){2}")
_WORD_FIRST = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/")
_NAME = 30  # where the name of a packed file's first member stands (APPNOTE 4.3.7)

_FRONT_MATTER = b"---\n"  # so begins no other format, and most files of a large collection
_HEAD = 4096  # characters in which a text tells its format
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVE = re.compile(
    r"(?:[!-9;-~]{1,80}:.*\n(?:[ \t].*\n)*){0,40}?content-type:\s*multipart/related", re.IGNORECASE
)
_RECORDS = (
    (
        ".ris",
        re.compile(
            r"(?:[^\n]{0,200}\n){0,5}?TY {0,2}- ?[A-Z]{3,8}[ \t]*\n(?:[A-Z][A-Z0-9] {1,2}-)"
        ),
    ),
    (".nbib", re.compile(r"PMID ?- ?\d+[ \t]*\n(?:[A-Z]{2,4} {0,2}-)")),
    (".ciw", re.compile(r"FN [^\n]{1,100}\nVR 1\.0[ \t]*\nPT ")),
)
_TEXTS = frozenset({"", ".txt", ".text"})
_MAILS = frozenset({".msg", ".eml"})
_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})
# Whose readers take the format under these other names as well.
_ALSO = {".docx": (".docm", ".doc"), ".rtf": (".doc",)}


def true_suffix(suffix: str, beginning: bytes) -> str:
    """Return the suffix that a file should have that begins so; the one it has where that is right.

    `suffix` is in small letters, and empty where the name has none.
    """
    packed = _binary_suffix(beginning)
    if packed:
        return suffix if suffix in _ALSO.get(packed, ()) else packed
    if suffix in _MAILS:
        return _mail_suffix(suffix, beginning)
    if suffix in _TEXTS and beginning.startswith(_FRONT_MATTER):
        return suffix
    if suffix in _TEXTS:
        return _text_suffix(_decoded(beginning)) or suffix
    if suffix == ".doc" or suffix in _PAGES:
        found = _page_suffix(_decoded(beginning))
        return suffix if found == ".html" and suffix in _PAGES else found or suffix
    return suffix


def _binary_suffix(beginning: bytes) -> str:
    if beginning.startswith(_PDF):
        return ".pdf"
    if beginning.startswith(_RTF):
        return ".rtf"
    if not beginning.startswith(_PACKED):
        return ""
    if beginning.startswith(_ODT, _NAME):
        return ".odt"
    is_word = beginning.startswith(_WORD_FIRST, _NAME) and b"word/" in beginning
    return ".docx" if is_word else ""


def _mail_suffix(suffix: str, beginning: bytes) -> str:
    if beginning.startswith(COMPOUND):
        return ".msg"
    return ".eml" if _MAIL.match(_decoded(beginning)) else suffix


def _text_suffix(text: str) -> str:
    found = (suffix for suffix, form in _RECORDS if form.match(text))
    return next(found, "") or _page_suffix(text) or (".tsv" if is_tabbed_table(text) else "")


def _page_suffix(text: str) -> str:
    if _PAGE.match(text):
        return ".html"
    return ".mhtml" if _ARCHIVE.match(text) else ""


def _decoded(beginning: bytes) -> str:
    head = beginning[: 2 * _HEAD]
    found = (encoding for mark, encoding in _MARKS if head.startswith(mark))
    text = head.decode(next(found, "utf-8"), errors="replace")[:_HEAD]
    return text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n").replace("\r", "\n")
